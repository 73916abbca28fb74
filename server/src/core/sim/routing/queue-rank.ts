import { placeOf } from '../definitions.ts';
import { keepAll, keepHighest, type RoutingStep } from './step.ts';

export const queueRank: RoutingStep = {
  name: 'queue-rank',
  title: 'Queue rank (step 4)',
  run: (candidates, { subject }) =>
    subject === 'queue-manager'
      ? keepAll(candidates)
      : keepHighest(
          candidates,
          ({ instance }) => instance?.rank ?? 0,
          ({ instance, owner }, highest) => ({
            reason: `CLWLRANK(${instance?.rank ?? 0}) of the queue at ${owner.name} is below ${highest}`,
            attribute: 'CLWLRANK',
            at: instance && placeOf(instance.attributes, 'CLWLRANK'),
          }),
        ),
};
