import { writtenKeywords } from '#core/model/make-object.ts';
import type { CloneGroup, Cluster, Estate, Instance } from '#core/model/model.ts';
import { isSharedQueue } from '#core/model/sharing-groups.ts';
import { perEstate } from './per-estate.ts';
import { uniqueBy } from './words.ts';

/** The queues that have several instances in a cluster. */
export const cloneGroupsOf = (estate: Estate): readonly CloneGroup[] => groupsOf(estate).clones;

/**
 * All clustered queues, those with one known instance too. A queue that the same queue managers advertise in two clusters
 * is told once, so that nothing is reported twice. `SYSTEM.` queues are left out: nobody means them to be clones.
 */
export const clusteredQueuesOf = (estate: Estate): readonly CloneGroup[] => groupsOf(estate).all;

/** Those of `cloneGroupsOf` that are of the cluster; the same list, as long as they are the same. */
export const cloneGroupsIn = (cluster: Cluster, estate: Estate): readonly CloneGroup[] =>
  groupsOf(estate).byCluster.get(cluster) ?? none;

/** The attributes that a command (or LIKE) sets on any of the instances; all others have their defaults everywhere. */
export const writtenIn = (group: CloneGroup): ReadonlySet<string> => {
  const known = writtenOf.get(group);
  if (known) return known;
  const found = new Set(group.instances.flatMap(({ object }) => [...writtenKeywords(object)]));
  writtenOf.set(group, found);
  return found;
};

/** Whether attributes that nobody sets are the same on all instances: their defaults go by type and platform. */
export const sharesDefaults = ({ instances }: CloneGroup): boolean => {
  const [first] = instances;
  return instances.every(
    ({ object }) => object.type === first?.object.type && object.platform === first.object.platform,
  );
};

const none: readonly CloneGroup[] = [];

interface Groups {
  readonly all: readonly CloneGroup[];
  readonly clones: readonly CloneGroup[];
  readonly byCluster: ReadonlyMap<Cluster, readonly CloneGroup[]>;
}

const groupsOf = perEstate((estate): Groups => {
  const told = new Set<string>();
  const all: CloneGroup[] = [];
  const clones: CloneGroup[] = [];
  const byCluster = new Map<Cluster, readonly CloneGroup[]>();
  for (const cluster of estate.clusters.values()) {
    const own = keyedGroupsOf(cluster).filter(({ key }) => !told.has(key));
    for (const { key, group } of own) {
      told.add(key);
      all.push(group);
    }
    const several = own.flatMap(({ group }) => (group.instances.length > 1 ? group : []));
    clones.push(...several);
    byCluster.set(cluster, asBefore(cluster, several));
  }
  return { all, clones, byCluster };
});

interface KeyedGroup {
  /** Equal for a queue that the same queue managers advertise. */
  readonly key: string;
  readonly group: CloneGroup;
}

const keyedGroupsOf = (cluster: Cluster): readonly KeyedGroup[] => {
  const known = keyed.get(cluster);
  if (known) return known;
  const made = [...withoutSystem(cluster)];
  keyed.set(cluster, made);
  return made;
};

function* withoutSystem({ cloneGroups }: Cluster): Iterable<KeyedGroup> {
  for (const advertised of cloneGroups.values()) {
    if (advertised.queue.startsWith('SYSTEM.')) continue;
    const group = withoutRepeated(advertised);
    const key = `${group.queue}|${group.instances.map((instance) => instance.queueManager.name).join('|')}`;
    yield { key, group };
  }
}

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

const asBefore = (cluster: Cluster, now: readonly CloneGroup[]): readonly CloneGroup[] => {
  const before = ofCluster.get(cluster);
  if (before?.length === now.length && before.every((one, index) => one === now[index])) return before;
  ofCluster.set(cluster, now);
  return now;
};

const keyed = new WeakMap<Cluster, readonly KeyedGroup[]>();
const ofCluster = new WeakMap<Cluster, readonly CloneGroup[]>();
const writtenOf = new WeakMap<CloneGroup, ReadonlySet<string>>();
