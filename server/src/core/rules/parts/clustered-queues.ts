import type { CloneGroup, Cluster, Instance } from '#core/model/model.ts';

/** The clustered queue objects of a cluster that fit; SYSTEM queues too. */
export const instancesIn = (
  { cloneGroups }: Cluster,
  fits: (instance: Instance, group: CloneGroup) => boolean,
): readonly Instance[] =>
  [...cloneGroups.values()].flatMap((group) => group.instances.filter((instance) => fits(instance, group)));
