import { placeOf } from '../definitions.ts';
import { keepAll, keepHighest, type RoutingStep } from './step.ts';

export const queuePriority: RoutingStep = {
  name: 'queue-priority',
  title: 'Queue priority (step 14)',
  run: (candidates, { subject }) =>
    subject === 'queue-manager'
      ? keepAll(candidates)
      : keepHighest(
          candidates,
          ({ instance }) => instance?.workloadPriority ?? 0,
          ({ instance, owner }, highest) => ({
            reason: `CLWLPRTY(${instance?.workloadPriority ?? 0}) of the queue at ${owner.name} is below ${highest}`,
            attribute: 'CLWLPRTY',
            at: instance && placeOf(instance.attributes, 'CLWLPRTY'),
          }),
        ),
};
