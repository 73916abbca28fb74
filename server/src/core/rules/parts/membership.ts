import { clusterPartsOf } from '#core/model/clusters.ts';
import type { Cluster, Estate, MqObject, QueueManager } from '#core/model/model.ts';
import { clusterChannelsOf, hasOpenClusters, hasOpenMembership } from '#core/model/queries.ts';
import { perEstate, perPartsOfEstate } from './per-estate.ts';
import { perQueueManager } from './per-queue-manager.ts';

/**
 * Whether a queue manager is in a cluster, as far as files tell. `unknown` when they define no cluster channel for it at
 * all, so that others probably do, or when the cluster of one is an insert or placeholder.
 */
export const membershipOf = (
  queueManager: QueueManager,
  cluster: string,
  estate: Estate,
): 'member' | 'not-a-member' | 'unknown' => {
  const found = estate.clusters.get(cluster);
  const member = found?.members.find((one) => one.queueManager === queueManager);
  if (member && (member.receivers.length > 0 || member.isImplied || found?.isUniform)) return 'member';
  if (hasOpenMembership(queueManager)) return 'unknown';
  return clusterChannelsOf(queueManager).some(({ isDefined }) => isDefined) ? 'not-a-member' : 'unknown';
};

/** Whether the queue manager advertises any queue in the cluster: a sign that it is a member where no channel tells. */
export const advertisesIn = (cluster: string, queueManager: QueueManager): boolean => {
  const part = clusterPartsOf(queueManager).get(cluster);
  return part !== undefined && part.instances.size > 0;
};

/** The queue managers of the files that can be reached in the cluster: those with a cluster receiver. */
export const hostsOf = (cluster: Cluster) => cluster.members.filter(({ receivers }) => receivers.length > 0);

/** Whether the sender leads to a receiver of the files. */
export const leadsInto = (sender: MqObject, cluster: Cluster): boolean =>
  cluster.members.some(({ receivers }) => receivers.some((receiver) => receiver.name === sender.name));

/**
 * Whether the files leave open who else is in the cluster or holds its repository: a sender leads to a queue manager
 * that is not in the files, or a name or cluster is filled in only later. What such a cluster lacks may be elsewhere.
 */
export const isPartlyElsewhere = (cluster: Cluster, estate: Estate): boolean =>
  cluster.isUniform || leadsElsewhere(cluster) || isAnyoneOpen(estate);

/** Whether a sender of the cluster leads to no receiver of the files. */
const leadsElsewhere = (cluster: Cluster): boolean => {
  const known = leadingElsewhere.get(cluster);
  if (known !== undefined) return known;
  const { names } = cluster.receivers;
  const found = cluster.members.some(({ senders }) => senders.some(({ name }) => !names.has(name)));
  leadingElsewhere.set(cluster, found);
  return found;
};

const leadingElsewhere = new WeakMap<Cluster, boolean>();

/** Whether the cluster of any cluster channel, or of any full repository, is filled in only later. */
const isAnyoneOpen = perEstate((estate) =>
  [...estate.queueManagers.values()].some(
    (queueManager) => hasOpenMembership(queueManager) || isOpenRepository(queueManager).isOpen,
  ),
);

const isOpenRepository = perQueueManager((queueManager) => ({
  isOpen: hasOpenClusters(queueManager.attributes, queueManager),
}));

/** The clusters that a cluster receiver of this name is in. */
export const clustersByReceiver = (name: string, estate: Estate): readonly Cluster[] =>
  (namesByReceiver(estate).get(name) ?? []).flatMap((cluster) => estate.clusters.get(cluster) ?? []);

const namesByReceiver = perPartsOfEstate(
  (estate) => Array.from(estate.clusters.values(), ({ receivers }) => receivers),
  (clusters): ReadonlyMap<string, readonly string[]> => {
    const found = new Map<string, readonly string[]>();
    for (const { cluster, names } of clusters)
      for (const name of names) found.set(name, [...(found.get(name) ?? []), cluster]);
    return found;
  },
);

/** Whether a queue manager may be in any cluster, as far as is known: then nothing can be said to lead nowhere. */
export const isAnyMembershipOpen = perEstate((estate) => [...estate.queueManagers.values()].some(hasOpenMembership));

/** The queue managers whose membership in clusters is unknown: the same list as long as they are the same. */
export const withoutMembership = perEstate((estate): readonly QueueManager[] =>
  [...estate.queueManagers.values()].filter(
    (one) => hasOpenMembership(one) || !clusterChannelsOf(one).some(({ isDefined }) => isDefined),
  ),
);
