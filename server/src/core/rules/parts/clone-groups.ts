import { writtenKeywords, writtenText } from '#core/model/make-object.ts';
import type { CloneGroup, Cluster, Estate, Instance, QueueManager } from '#core/model/model.ts';
import { isSharedQueue } from '#core/model/sharing-groups.ts';
import type { Clones } from '../rule.ts';
import { perEstate } from './per-estate.ts';
import { perQueueManager } from './per-queue-manager.ts';
import { uniqueBy } from './words.ts';

/** The queues of a cluster, without those that were told with another one. */
export interface ClusterGroups {
  /** Those with one known instance too. */
  readonly all: readonly CloneGroup[];
  /** Those that have several. */
  readonly clones: readonly CloneGroup[];
}

/**
 * All clustered queues by cluster, those with one known instance too. A queue that the same queue managers advertise in two clusters
 * is told once, so that nothing is reported twice. `SYSTEM.` queues are left out: nobody means them to be clones. A cluster's lists are
 * the same ones as long as what is in them is.
 */
export const groupsByCluster = perEstate((estate): ReadonlyMap<Cluster, ClusterGroups> => {
  const told = new Set<string>();
  const byCluster = new Map<Cluster, ClusterGroups>();
  for (const cluster of estate.clusters.values()) byCluster.set(cluster, untoldOf(cluster, told));
  return byCluster;
});

export const clusteredQueuesOf = (estate: Estate): readonly CloneGroup[] =>
  [...groupsByCluster(estate).values()].flatMap(({ all }) => all);

/** The clones of the cluster; the same list, as long as they are the same. */
export const cloneGroupsIn = (cluster: Cluster, estate: Estate): readonly CloneGroup[] =>
  groupsByCluster(estate).get(cluster)?.clones ?? none;

/** The attributes that a command (or LIKE) sets on any of the instances; all others have their defaults everywhere. */
export const writtenIn = (group: Clones): ReadonlySet<string> => {
  const known = writtenOf.get(group);
  if (known) return known;
  const found = new Set<string>();
  for (const { object } of group.instances) for (const keyword of writtenKeywords(object)) found.add(keyword);
  writtenOf.set(group, found);
  return found;
};

/** Whether any queue of the queue manager sets the attribute: in most it is none, and nobody need look at its groups. */
export const setsOnQueues = (queueManager: QueueManager, keyword: string): boolean =>
  queueKeywords(queueManager).has(keyword);

const queueKeywords = perQueueManager(({ objects }): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const queue of objects.all('queue')) for (const keyword of writtenKeywords(queue)) found.add(keyword);
  return found;
});

/** Whether attributes that nobody sets are the same on all instances: their defaults go by type and platform. */
export const sharesDefaults = ({ instances }: Clones): boolean => {
  const [first] = instances;
  return instances.every(
    ({ object }) => object.type === first?.object.type && object.platform === first.object.platform,
  );
};

const none: readonly CloneGroup[] = [];

/** Those of the cluster that were not told yet; adds them to what is told. */
const untoldOf = (cluster: Cluster, told: Set<string>): ClusterGroups => {
  const { groups, repeated } = keyedGroupsOf(cluster);
  const left = new Set(repeated.filter(({ key }) => told.has(key)).map(({ group }) => group));
  for (const { key } of repeated) told.add(key);
  const known = listed.get(cluster);
  if (known && known.left.size === left.size && [...left].every((group) => known.left.has(group))) return known.groups;
  const all = groups.filter((group) => !left.has(group));
  const made = { all, clones: all.filter(({ instances }) => instances.length > 1) };
  listed.set(cluster, { left, groups: made });
  return made;
};

const listed = new WeakMap<Cluster, { readonly left: ReadonlySet<CloneGroup>; readonly groups: ClusterGroups }>();

interface KeyedGroups {
  readonly groups: readonly CloneGroup[];
  /** Those that the same queue managers may advertise in another cluster too. */
  readonly repeated: readonly KeyedGroup[];
}

interface KeyedGroup {
  /** Equal for a queue that the same queue managers advertise. */
  readonly key: string;
  readonly group: CloneGroup;
}

const keyedGroupsOf = (cluster: Cluster): KeyedGroups => {
  const known = keyed.get(cluster);
  if (known) return known;
  const groups = [...cluster.cloneGroups.values()]
    .filter(({ queue }) => !queue.startsWith('SYSTEM.'))
    .map(withoutRepeated);
  const repeated = groups
    .filter(({ instances: [first] }) => first && writtenText(first.object, 'CLUSNL'))
    .map((group) => ({
      key: `${group.queue}|${group.instances.map((one) => one.queueManager.name).join('|')}`,
      group,
    }));
  const made = { groups, repeated };
  keyed.set(cluster, made);
  return made;
};

/** A shared queue is one queue, though each member of its queue-sharing group advertises it: the first stands for all. */
const withoutRepeated = (group: CloneGroup): CloneGroup => {
  if (!group.instances.some(isShared)) return group;
  const known = unrepeated.get(group);
  if (known) return known;
  const instances = uniqueBy(group.instances.toSorted(definersFirst), (instance) =>
    isShared(instance) ? `shared in ${instance.queueManager.sharingGroup}` : instance.queueManager.name,
  );
  const made = { ...group, instances };
  unrepeated.set(group, made);
  return made;
};

const isShared = ({ object, queueManager }: Instance): boolean => isSharedQueue(object, queueManager);

const definersFirst = (a: Instance, b: Instance): number =>
  Number(a.object.sharedFrom !== undefined) - Number(b.object.sharedFrom !== undefined);

const unrepeated = new WeakMap<CloneGroup, CloneGroup>();

const keyed = new WeakMap<Cluster, KeyedGroups>();
const writtenOf = new WeakMap<Clones, ReadonlySet<string>>();
