import type { CloneGroup, Estate } from '#core/model/model.ts';

/**
 * The queues that have several instances in a cluster. A queue that the same queue managers advertise in two clusters is
 * told once, so that no difference is reported twice. `SYSTEM.` queues are left out: nobody means them to be clones.
 */
export const cloneGroupsOf = (estate: Estate): readonly CloneGroup[] => {
  const groups = new Map<string, CloneGroup>();
  for (const cluster of estate.clusters.values()) {
    for (const group of cluster.cloneGroups.values()) {
      if (group.instances.length < 2 || group.queue.startsWith('SYSTEM.')) continue;
      const key = `${group.queue}|${group.instances.map((instance) => instance.queueManager.name).join('|')}`;
      if (!groups.has(key)) groups.set(key, group);
    }
  }
  return [...groups.values()];
};
