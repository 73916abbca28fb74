import type { Estate, QueueManager } from '#core/model/model.ts';

/** Whether another queue manager advertises a queue of that name in a cluster that this one is in, or may be in. */
export const isResolvedInCluster = (queue: string, queueManager: QueueManager, estate: Estate): boolean =>
  [...estate.clusters.values()].some(({ cloneGroups }) =>
    cloneGroups.get(queue)?.instances.some((instance) => instance.queueManager !== queueManager),
  );
