import type { EstateFile, UniformClusterEntry } from '#core/estate/estate-file.ts';
import { isSameList } from '#core/text/same-list.ts';
import type { CloneGroup, Cluster, ClusterMember, Instance, MqObject, QueueManager } from './model.ts';
import { clusterChannelsOf, clustersOf } from './queries.ts';

/**
 * The clusters that the queue managers' definitions speak of: their members, as far as channels or REPOS tell, and the
 * clone group of each clustered queue. A name that only a queue mentions is a cluster without members. A cluster or clone group
 * that consists of the same parts as before is the same object.
 */
export function findClusters(
  queueManagers: ReadonlyMap<string, QueueManager>,
  estateFile: EstateFile | undefined,
  previous: ReadonlyMap<string, Cluster> = new Map(),
): ReadonlyMap<string, Cluster> {
  const parts = new Map<string, ClusterPart[]>();
  for (const queueManager of queueManagers.values())
    for (const [name, part] of clusterPartsOf(queueManager)) {
      const known = parts.get(name);
      if (known) known.push(part);
      else parts.set(name, [part]);
    }
  const uniform = new Map(estateFile?.uniformClusters.map((entry) => [entry.name, entry]));
  for (const entry of uniform.values()) {
    const isNew = !parts.has(entry.name) && entry.members.some((name) => queueManagers.has(name.toUpperCase()));
    if (isNew) parts.set(entry.name, []);
  }
  return new Map(
    [...parts].map(([name, own]) => [
      name,
      makeCluster(name, own, uniform.get(name), queueManagers, previous.get(name)),
    ]),
  );
}

/** What one queue manager has in a cluster. */
export interface ClusterPart {
  readonly queueManager: QueueManager;
  readonly isFullRepository: boolean;
  readonly receivers: readonly MqObject[];
  readonly senders: readonly MqObject[];
  /** By the queue's name. */
  readonly instances: ReadonlyMap<string, Instance>;
}

/** By cluster, what the queue manager has there; looked for once, as an edit leaves most queue managers alone. */
export function clusterPartsOf(queueManager: QueueManager): ReadonlyMap<string, ClusterPart> {
  const known = partsOf.get(queueManager) ?? findParts(queueManager);
  partsOf.set(queueManager, known);
  return known;
}

const partsOf = new WeakMap<QueueManager, ReadonlyMap<string, ClusterPart>>();

function findParts(queueManager: QueueManager): ReadonlyMap<string, ClusterPart> {
  const drafts = new Map<string, PartDraft>();
  const draftOf = (cluster: string): PartDraft => {
    const draft = drafts.get(cluster) ?? {
      queueManager,
      isFullRepository: false,
      receivers: [],
      senders: [],
      instances: new Map(),
    };
    drafts.set(cluster, draft);
    return draft;
  };
  for (const channel of clusterChannelsOf(queueManager))
    for (const cluster of clustersOf(channel, queueManager))
      draftOf(cluster)[channel.channelType === 'CLUSRCVR' ? 'receivers' : 'senders'].push(channel);
  for (const cluster of clustersOf(queueManager.attributes, queueManager)) draftOf(cluster).isFullRepository = true;
  for (const object of queueManager.objects.all('queue'))
    if (canBeInstance(object))
      for (const cluster of clustersOf(object, queueManager))
        if (object.sharedFrom === undefined || isJoined(drafts.get(cluster)))
          draftOf(cluster).instances.set(object.name, { queueManager, object });
  return drafts;
}

interface PartDraft extends ClusterPart {
  isFullRepository: boolean;
  readonly receivers: MqObject[];
  readonly senders: MqObject[];
  readonly instances: Map<string, Instance>;
}

/** A member of a queue-sharing group advertises what the others define in the clusters that it is in; it need not be in them. */
const isJoined = (part: ClusterPart | undefined): boolean =>
  part !== undefined && (part.isFullRepository || part.receivers.length > 0 || part.senders.length > 0);

/** Model queues cannot be clustered, and an open name equals no other. */
const canBeInstance = (queue: MqObject): boolean => queue.type !== 'QMODEL' && !queue.nameIsOpen;

/** All that decides what a cluster looks like. */
interface Basis {
  readonly parts: readonly ClusterPart[];
  readonly uniform: UniformClusterEntry | undefined;
  /** Those that the declaration names, as they are now. */
  readonly declared: readonly QueueManager[];
}

const bases = new WeakMap<Cluster, Basis>();

function makeCluster(
  name: string,
  parts: readonly ClusterPart[],
  uniform: UniformClusterEntry | undefined,
  queueManagers: ReadonlyMap<string, QueueManager>,
  previous: Cluster | undefined,
): Cluster {
  const declared = (uniform?.members ?? []).flatMap((member) => queueManagers.get(member.toUpperCase()) ?? []);
  const before = previous && bases.get(previous);
  if (
    previous &&
    before?.uniform === uniform &&
    isSameList(before?.parts, parts) &&
    isSameList(before?.declared, declared)
  )
    return previous;
  const cloneGroups =
    (previous && before && cloneGroupsAfter(name, previous.cloneGroups, before.parts, parts)) ??
    cloneGroupsOf(name, parts, previous?.cloneGroups);
  const members = membersOf(parts, uniform, declared);
  const receivers = new Set(members.flatMap((member) => member.receivers.map((one) => one.name)));
  const made: Cluster = {
    name,
    members,
    isUniform: uniform !== undefined,
    cloneGroups,
    queueNames:
      previous && hasAll(previous.queueNames, cloneGroups) ? previous.queueNames : new Set(cloneGroups.keys()),
    receivers:
      previous && hasAll(previous.receivers.names, receivers)
        ? previous.receivers
        : { cluster: name, names: receivers },
  };
  bases.set(made, { parts, uniform, declared });
  return made;
}

/** Whether it has these keys and no others. */
const hasAll = (before: ReadonlySet<string>, now: ReadonlySet<string> | ReadonlyMap<string, unknown>): boolean =>
  before.size === now.size && [...now.keys()].every((one) => before.has(one));

/** Those that a channel or REPOS tells of, then those that the estate file declares besides. */
function membersOf(
  parts: readonly ClusterPart[],
  uniform: UniformClusterEntry | undefined,
  declared: readonly QueueManager[],
): readonly ClusterMember[] {
  const told = parts.filter(
    ({ isFullRepository, receivers, senders }) => isFullRepository || receivers.length > 0 || senders.length > 0,
  );
  const others = [...new Set(declared)]
    .filter((one) => !told.some(({ queueManager }) => queueManager === one))
    .map((queueManager) => ({ queueManager, isFullRepository: false, receivers: [], senders: [] }));
  const fullOnes = new Set(uniform?.fullRepositories.map((one) => one.toUpperCase()));
  return [...told, ...others].map(({ queueManager, isFullRepository, receivers, senders }) => ({
    queueManager,
    isFullRepository:
      isFullRepository || (declared.includes(queueManager) && fullOnes.has(queueManager.name.toUpperCase())),
    receivers,
    senders,
    isImplied: uniform !== undefined && receivers.length === 0 && senders.length === 0,
  }));
}

function cloneGroupsOf(
  cluster: string,
  parts: readonly ClusterPart[],
  previous: Cluster['cloneGroups'] | undefined,
): Cluster['cloneGroups'] {
  const found = new Map<string, Instance[]>();
  for (const { instances } of parts)
    for (const [queue, instance] of instances) {
      const known = found.get(queue);
      if (known) known.push(instance);
      else found.set(queue, [instance]);
    }
  const groupOf = (queue: string, instances: readonly Instance[]): CloneGroup => {
    const before = previous?.get(queue);
    return before && isSameList(before.instances, instances) ? before : { cluster, queue, instances };
  };
  return new Map([...found].map(([queue, instances]) => [queue, groupOf(queue, instances)]));
}

/**
 * The clone groups after an edit of some queue managers that took no queue into the cluster nor out of it: the other groups are what they
 * were. Undefined when more than that is another.
 */
function cloneGroupsAfter(
  cluster: string,
  groups: Cluster['cloneGroups'],
  before: readonly ClusterPart[],
  parts: readonly ClusterPart[],
): Cluster['cloneGroups'] | undefined {
  if (before.length !== parts.length) return undefined;
  let after: Map<string, CloneGroup> | undefined;
  for (const [index, part] of parts.entries()) {
    const was = before[index];
    if (was === part) continue;
    if (!was || !isSameList([...was.instances.keys()], [...part.instances.keys()])) return undefined;
    after ??= new Map(groups);
    for (const [queue, instance] of part.instances) {
      const old = was.instances.get(queue);
      const instances = (after.get(queue)?.instances ?? []).map((one) => (one === old ? instance : one));
      after.set(queue, { cluster, queue, instances });
    }
  }
  return after ?? groups;
}
