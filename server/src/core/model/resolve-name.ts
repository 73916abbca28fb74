/** What resolution has to know of a queue object. */
export interface NamedQueue {
  readonly name: string;
  /** `QLOCAL`, `QALIAS`, `QREMOTE`, `QMODEL`. */
  readonly type: string;
  readonly clusters: readonly string[];
  /** Of an alias, when that is a queue; else blank. */
  readonly target: string;
  readonly remoteName: string;
  readonly remoteQueueManager: string;
  readonly transmissionQueue: string;
}

/** A queue manager as resolution sees it: that of an estate, or one that runs in a simulation. */
export interface NamePlace<Q extends NamedQueue> {
  readonly isItself: (queueManager: string) => boolean;
  readonly queue: (name: string) => Q | undefined;
  /** The local queue of that name; `isTransmission` tells its USAGE. */
  readonly local: (name: string) => { readonly queue: Q; readonly isTransmission: boolean } | undefined;
  readonly defaultTransmissionQueue: string;
  /** Another queue manager offers the queue in a cluster that this one is in. */
  readonly isOffered: (queue: string) => boolean;
  /** Whether an alias of its own name leads to the queue of that name elsewhere in a cluster; else it is an alias of an alias. */
  readonly followsOwnName: () => boolean;
  /** A cluster leads to the queue manager of that name, or to an alias of it. */
  readonly isInReach: (queueManager: string) => boolean;
  /** Intra-group queuing leads to the queue manager of that name. */
  readonly isInGroup: (queueManager: string) => boolean;
  /**
   * The queue is one of the queue-sharing group, and the queue manager's name that of the group, or of a member whose name is to be
   * ignored (SQQMNAME): it is opened here. (IBM: ObjectQMgrName for MQOD q098190; RemoteQMgrName.)
   */
  readonly isSharedHere: (header: Header) => boolean;
  /** The name is that of a shared queue and of a private one. */
  readonly isAmbiguous: (queue: string) => boolean;
  /** Why a queue that is nowhere is not known: 2085, or 2189 when nobody can be asked. */
  readonly unknown: (queue: string) => number;
}

/** What names mean, with the definitions passed on the way: alias, remote queue, queue manager aliases. */
export type NameMeaning<Q> = { readonly passed: readonly Q[] } & (
  | { readonly kind: 'local'; readonly queue: Q }
  /** `own` is the instance here, if there is one. */
  | { readonly kind: 'cluster-queue'; readonly name: string; readonly own: Q | undefined }
  | ({ readonly kind: 'cluster-queue-manager' } & Header)
  | ({ readonly kind: 'intra-group' } & Header)
  | ({ readonly kind: 'transmission'; readonly transmission: Q } & Header)
  /** `header` is where it was meant to go when no transmission queue could be used. */
  | { readonly kind: 'failed'; readonly reason: number; readonly header?: Header }
);

/** The names that a message takes along to another queue manager. */
export interface Header {
  readonly queue: string;
  readonly queueManager: string;
}

/**
 * What ObjectName and ObjectQMgrName mean at a queue manager. Blank ObjectQMgrName: a local object, else a cluster queue.
 * A name: this queue manager or its queue-sharing group, a queue manager alias, a transmission queue of that name, a cluster member, another member of the
 * queue-sharing group, the default transmission queue. (IBM: Name resolution q025990; MQOPEN and clusters q027030; XmitQName q103620;
 * Unknown Remote Queue Manager q050110; the pages of 2091 q041520, 2092 q041530, 2198 q042410, 2199 q042420; 2196, 2197 by their names.)
 */
export const resolveName = <Q extends NamedQueue>(
  place: NamePlace<Q>,
  { queue, queueManager }: Header,
): NameMeaning<Q> =>
  queueManager === '' ? resolveQueue(place, queue, 'any', []) : resolveQueueManager(place, { queue, queueManager }, []);

/** What a remote queue stands for; one without RNAME is no queue to put to (2184; IBM: RemoteQName, Remote Queue Name Error q050050). */
export const resolveRemote = <Q extends NamedQueue>(place: NamePlace<Q>, remote: Q): NameMeaning<Q> =>
  throughRemote(place, remote, []);

/** The names that messages take along, or would, if there were a transmission queue for them. */
export const headerOf = (meaning: NameMeaning<NamedQueue>): Header | undefined =>
  meaning.kind === 'failed' ? meaning.header : 'queueManager' in meaning ? meaning : undefined;

/** Blank `RNAME` makes a remote queue definition an alias of a queue manager. (IBM: Queue manager alias definitions.) */
export const isManagerAlias = ({ type, remoteName }: Pick<NamedQueue, 'type' | 'remoteName'>): boolean =>
  type === 'QREMOTE' && remoteName === '';

function resolveQueue<Q extends NamedQueue>(
  place: NamePlace<Q>,
  name: string,
  scope: 'any' | 'local',
  passed: readonly Q[],
): NameMeaning<Q> {
  if (place.isAmbiguous(name)) return { kind: 'failed', reason: 2343, passed };
  const own = place.queue(name);
  if (own === undefined) {
    if (scope === 'any' && place.isOffered(name)) return { kind: 'cluster-queue', name, own: undefined, passed };
    return { kind: 'failed', reason: scope === 'any' ? place.unknown(name) : 2085, passed };
  }
  if (own.type === 'QALIAS') return throughAlias(place, own, passed);
  if (own.type === 'QREMOTE') return throughRemote(place, own, passed);
  const local = place.local(name);
  if (local === undefined) return { kind: 'failed', reason: 2085, passed };
  // Of several instances the workload algorithm decides whether the local one is used.
  return scope === 'any' && own.clusters.length > 0
    ? { kind: 'cluster-queue', name, own, passed }
    : { kind: 'local', queue: own, passed };
}

function throughAlias<Q extends NamedQueue>(place: NamePlace<Q>, alias: Q, before: readonly Q[]): NameMeaning<Q> {
  const passed = [...before, alias];
  if (alias.target === '') return { kind: 'failed', reason: 2082, passed };
  // At a gateway between clusters. IBM's example of CLWLRANK needs it: messages go from one gateway's alias to another's.
  if (alias.target === alias.name && place.isOffered(alias.name) && place.followsOwnName())
    return { kind: 'cluster-queue', name: alias.name, own: undefined, passed };
  if (place.queue(alias.target)?.type === 'QALIAS') return { kind: 'failed', reason: 2001, passed };
  const meaning = resolveQueue(place, alias.target, 'any', passed);
  return meaning.kind === 'failed' && meaning.reason === 2085 ? { ...meaning, reason: 2082 } : meaning;
}

function throughRemote<Q extends NamedQueue>(place: NamePlace<Q>, remote: Q, before: readonly Q[]): NameMeaning<Q> {
  const passed = [...before, remote];
  if (isManagerAlias(remote)) return { kind: 'failed', reason: 2184, passed };
  // Remote queues that name each other by way of an alias would lead round for ever.
  if (isAmong(before, remote)) return { kind: 'failed', reason: 2085, passed };
  const { remoteName, remoteQueueManager, transmissionQueue } = remote;
  const header = { queue: remoteName, queueManager: remoteQueueManager };
  // Such a definition is of use as an alias for replies, not to put to.
  if (remoteQueueManager === '' || place.isItself(remoteQueueManager))
    return { kind: 'failed', reason: 2087, header, passed };
  return transmissionQueue === ''
    ? resolveQueueManager(place, header, passed)
    : overTransmissionQueue(place, { ...named, name: transmissionQueue }, header, passed);
}

function resolveQueueManager<Q extends NamedQueue>(
  place: NamePlace<Q>,
  header: Header,
  before: readonly Q[],
): NameMeaning<Q> {
  const { queue, queueManager } = header;
  if (place.isItself(queueManager) || place.isSharedHere(header)) return resolveQueue(place, queue, 'local', before);
  const object = place.queue(queueManager);
  const isAlias = object !== undefined && isManagerAlias(object);
  if (isAlias && !isAmong(before, object)) {
    const passed = [...before, object];
    const { remoteQueueManager, transmissionQueue } = object;
    const next = { queue, queueManager: remoteQueueManager || queueManager };
    if (place.isItself(remoteQueueManager)) return resolveQueue(place, queue, 'local', passed);
    if (transmissionQueue !== '')
      return overTransmissionQueue(place, { ...named, name: transmissionQueue }, next, passed);
    if (remoteQueueManager === '') return resolveQueue(place, queue, 'any', passed);
    return remoteQueueManager === queueManager
      ? beyond(place, header, passed)
      : resolveQueueManager(place, next, passed);
  }
  if (object?.type === 'QREMOTE' && !isAlias) return { kind: 'failed', reason: 2087, header, passed: before };
  return object === undefined || isAlias
    ? beyond(place, header, before)
    : overTransmissionQueue(place, { ...named, name: queueManager }, header, before);
}

/** No definition here has the name of the queue manager. */
function beyond<Q extends NamedQueue>(place: NamePlace<Q>, header: Header, passed: readonly Q[]): NameMeaning<Q> {
  if (place.isInReach(header.queueManager)) return { kind: 'cluster-queue-manager', ...header, passed };
  if (place.isInGroup(header.queueManager)) return { kind: 'intra-group', ...header, passed };
  const name = place.defaultTransmissionQueue;
  return name === ''
    ? { kind: 'failed', reason: 2087, header, passed }
    : overTransmissionQueue(place, { ...byDefault, name }, header, passed);
}

/** The reasons when the queue does not exist, is not local, or is not for transmission. */
const named = { missing: 2196, type: 2091, usage: 2092 };
const byDefault = { missing: 2197, type: 2198, usage: 2199 };

function overTransmissionQueue<Q extends NamedQueue>(
  place: NamePlace<Q>,
  { name, missing, type, usage }: typeof named & { readonly name: string },
  header: Header,
  passed: readonly Q[],
): NameMeaning<Q> {
  const found = place.local(name);
  const isReserved = missing === byDefault.missing && name === 'SYSTEM.CLUSTER.TRANSMIT.QUEUE';
  if (found?.isTransmission && !isReserved)
    return { kind: 'transmission', transmission: found.queue, ...header, passed };
  const reason = found || isReserved ? usage : place.queue(name) ? type : missing;
  return { kind: 'failed', reason, header, passed };
}

/** They are all of one queue manager. */
const isAmong = (passed: readonly NamedQueue[], { name }: NamedQueue): boolean =>
  passed.some((one) => one.name === name);
