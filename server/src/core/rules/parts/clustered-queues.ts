import type { CloneGroup, Cluster, Estate, Instance } from '#core/model/model.ts';

/** Each clustered queue object that fits, once, with the first of its clusters; SYSTEM queues too. */
export const clusteredObjectsOf = (
  estate: Estate,
  fits: (instance: Instance, group: CloneGroup) => boolean,
): readonly (Instance & { readonly cluster: Cluster })[] => {
  const found = new Map<Instance['object'], Instance & { readonly cluster: Cluster }>();
  for (const cluster of estate.clusters.values())
    for (const group of cluster.cloneGroups.values())
      for (const instance of group.instances)
        if (fits(instance, group) && !found.has(instance.object)) found.set(instance.object, { ...instance, cluster });
  return [...found.values()];
};
