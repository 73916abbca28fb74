import type { CloneGroup, Estate } from '#core/model/model.ts';

/** The queues that have several instances in a cluster. */
export const cloneGroupsOf = (estate: Estate): readonly CloneGroup[] => {
  const known = clonesOf.get(estate);
  if (known) return known;
  const found = clusteredQueuesOf(estate).filter(({ instances }) => instances.length > 1);
  clonesOf.set(estate, found);
  return found;
};

/**
 * All clustered queues, those with one known instance too. A queue that the same queue managers advertise in two clusters
 * is told once, so that nothing is reported twice. `SYSTEM.` queues are left out: nobody means them to be clones.
 */
export const clusteredQueuesOf = (estate: Estate): readonly CloneGroup[] => {
  const known = groupsOf.get(estate);
  if (known) return known;
  const groups = new Map<string, CloneGroup>();
  for (const cluster of estate.clusters.values()) {
    for (const group of cluster.cloneGroups.values()) {
      if (group.queue.startsWith('SYSTEM.')) continue;
      const key = `${group.queue}|${group.instances.map((instance) => instance.queueManager.name).join('|')}`;
      if (!groups.has(key)) groups.set(key, group);
    }
  }
  const found = [...groups.values()];
  groupsOf.set(estate, found);
  return found;
};

/** The attributes that a command (or LIKE) sets on any of the instances; all others have their defaults everywhere. */
export const writtenIn = (group: CloneGroup): ReadonlySet<string> => {
  const known = writtenOf.get(group);
  if (known) return known;
  const found = new Set(group.instances.flatMap(({ object }) => [...object.written.keys()]));
  writtenOf.set(group, found);
  return found;
};

/** Whether attributes that nobody sets are the same on all instances: their defaults go by type and platform. */
export const sharesDefaults = ({ instances: [first, ...others] }: CloneGroup): boolean =>
  others.every(({ object }) => object.type === first?.object.type && object.platform === first.object.platform);

const groupsOf = new WeakMap<Estate, readonly CloneGroup[]>();
const clonesOf = new WeakMap<Estate, readonly CloneGroup[]>();
const writtenOf = new WeakMap<CloneGroup, ReadonlySet<string>>();
