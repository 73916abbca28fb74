import { placeOf } from '../definitions.ts';
import { isLocal, keepAll, keepWhere, type RoutingStep } from './step.ts';

/** Only where a message has arrived and met a full queue: what others have is not known. */
export const notFull: RoutingStep = {
  name: 'not-full',
  title: 'Not full where the message arrived',
  run: (candidates, { meets, chooser }) =>
    meets !== 'full-queue'
      ? keepAll(candidates)
      : keepWhere(
          candidates,
          (candidate) => !isLocal(candidate),
          ({ instance }) => ({
            reason: `the queue at ${chooser.name} holds MAXDEPTH(${instance?.maxDepth}) messages`,
            attribute: 'MAXDEPTH',
            at: instance && placeOf(instance.attributes, 'MAXDEPTH'),
          }),
        ),
};
