import type { Cluster, Estate, Instance, QueueManager } from './model.ts';
import { clusterChannelsOf } from './queries.ts';

/**
 * The instances of a queue name that clusters offer to a queue manager: those of the members of the clusters that it is in. A cluster
 * of which no member is known may have any, and a queue manager whose cluster channels the files do not show may be in it.
 */
export const offeredTo = (at: QueueManager, name: string, { clusters }: Estate): readonly Instance[] =>
  [...clusters.values()].flatMap((cluster) => {
    const instances = cluster.cloneGroups.get(name)?.instances ?? [];
    const members = membersOf(cluster);
    if (members.size === 0 || instances.length === 0) return instances;
    return members.has(at) ? instances.filter(({ queueManager: host }) => members.has(host) || !hasJoined(host)) : [];
  });

/** All instances of a queue name in the clusters of the files, whoever is in them. */
export const advertised = (name: string, { clusters }: Estate): readonly Instance[] =>
  [...clusters.values()].flatMap(({ cloneGroups }) => cloneGroups.get(name)?.instances ?? []);

/** Whether another queue manager advertises a queue of this name in a cluster that this one is in, or may be in. */
export const isAdvertisedElsewhere = (name: string, at: QueueManager, estate: Estate): boolean =>
  advertised(name, estate).some(({ queueManager }) => queueManager !== at);

/** Whether two queue managers are members of one cluster. */
export const areTogether = (one: QueueManager, other: QueueManager, { clusters }: Estate): boolean =>
  [...clusters.values()].some((cluster) => {
    const members = membersOf(cluster);
    return members.has(one) && members.has(other);
  });

/** Its files tell which clusters it is in. */
const hasJoined = (queueManager: QueueManager): boolean => clusterChannelsOf(queueManager).length > 0;

/** Kept with the cluster: rules and hover ask for each name. */
function membersOf(cluster: Cluster): ReadonlySet<QueueManager> {
  const known = memberSets.get(cluster) ?? new Set(cluster.members.map(({ queueManager }) => queueManager));
  memberSets.set(cluster, known);
  return known;
}

const memberSets = new WeakMap<Cluster, ReadonlySet<QueueManager>>();
