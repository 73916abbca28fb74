import { effectiveText } from '#core/model/effective.ts';
import type { Instance } from '#core/model/model.ts';

/** The aliases that stand for the queue on its own queue manager. */
export const aliasesOf = ({ queueManager, object }: Instance): readonly Instance[] =>
  [...queueManager.objects.all('queue')]
    .filter((one) => one.type === 'QALIAS' && effectiveText(one, 'TARGET') === object.name)
    .map((one) => ({ queueManager, object: one }));

/** All other ways in which programs may open the queue: its clones, and the aliases of these and of itself. */
export const otherOpeningsOf = (queue: Instance, clones: readonly Instance[] = [queue]): readonly Instance[] => [
  ...clones.filter(({ object }) => object !== queue.object),
  ...clones.flatMap(aliasesOf),
];
