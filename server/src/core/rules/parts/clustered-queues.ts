import type { Cluster, Estate, Instance } from '#core/model/model.ts';

/** Each clustered queue object once, with the first of its clusters; SYSTEM queues too. */
export const clusteredObjectsOf = (estate: Estate): readonly (Instance & { readonly cluster: Cluster })[] => {
  const seen = new Set<Instance['object']>();
  const found: (Instance & { readonly cluster: Cluster })[] = [];
  for (const cluster of estate.clusters.values())
    for (const { instances } of cluster.cloneGroups.values())
      for (const { object, queueManager } of instances)
        if (!seen.has(object)) {
          seen.add(object);
          found.push({ object, queueManager, cluster });
        }
  return found;
};
