import type { PlanAttributes, PlanObject, PlanQueueManager } from '#core/scenario/plan.ts';
import type { Location } from '#core/text/span.ts';

/** A queue object as the run uses it. Immutable: an ALTER makes a new one, and who has not heard of it yet keeps the old. */
export interface QueueDefinition {
  readonly name: string;
  readonly type: string;
  readonly clusters: readonly string[];
  readonly attributes: PlanAttributes;
  readonly definedAt: Location | undefined;
  readonly isPutEnabled: boolean;
  readonly isGetEnabled: boolean;
  readonly rank: number;
  readonly workloadPriority: number;
  readonly useQueue: string;
  /** `OPEN`, `NOTFIXED` or `GROUP`. */
  readonly bind: string;
  readonly isPersistent: boolean;
  readonly defaultPriority: number;
  readonly maxDepth: number;
  readonly maxMessageLength: number;
  readonly isTransmission: boolean;
  readonly isByPriority: boolean;
  readonly keepsNonpersistent: boolean;
  readonly backoutThreshold: number;
  readonly backoutQueue: string;
  /** QSGDISP: QMGR, COPY, GROUP or SHARED. */
  readonly disposition: string;
  /** CFSTRUCT of a shared queue. */
  readonly structure: string;
  /** Whether that structure can be recovered; RECOVER(NO) takes no persistent messages. */
  readonly takesPersistent: boolean;
  /** Publications that come here go on to subscriptions. */
  readonly distributes: boolean;
  /** An alias' target. */
  readonly target: string;
  readonly remoteName: string;
  readonly remoteQueueManager: string;
  readonly transmissionQueue: string;
  readonly clusterChannelName: string;
  /** Each message put here is put there as well; blank for none. */
  readonly streamQueue: string;
  /** STRMQOS(MUSTDUP): not without the copy. */
  readonly mustStream: boolean;
  readonly trigger: Trigger | undefined;
}

/** When a queue has its program started. */
export interface Trigger {
  readonly type: 'FIRST' | 'DEPTH' | 'EVERY';
  readonly depth: number;
  readonly leastPriority: number;
  readonly initiationQueue: string;
  readonly process: string;
}

/** A channel's attributes; for cluster channels those of the CLUSRCVR, which is what counts there. Times in microseconds. */
export interface ChannelDefinition {
  readonly name: string;
  readonly type: string;
  readonly clusters: readonly string[];
  readonly attributes: PlanAttributes;
  readonly definedAt: Location | undefined;
  readonly rank: number;
  readonly workloadPriority: number;
  readonly weight: number;
  readonly networkPriority: number;
  readonly batchSize: number;
  readonly batchLimit: number;
  readonly batchIntervalUs: number;
  /** BATCHHB; 0 never asks. */
  readonly batchHeartbeatUs: number;
  readonly disconnectUs: number;
  readonly shortRetries: number;
  readonly shortTimerUs: number;
  readonly longRetries: number;
  readonly longTimerUs: number;
  readonly messageRetries: number;
  readonly messageRetryUs: number;
  readonly isFast: boolean;
  readonly usesDeadLetterQueue: boolean;
  /** Bytes; Infinity where only the queue managers limit it. */
  readonly maxMessageLength: number;
  readonly transmissionQueue: string;
  readonly sequenceWrap: number;
}

export interface QueueManagerDefinition {
  readonly attributes: PlanAttributes;
  readonly deadLetterQueue: string;
  readonly useQueue: string;
  readonly mostRecentChannels: number;
  readonly maxMessageLength: number;
  readonly defaultTransmissionQueue: string;
  readonly hasQueuePerChannel: boolean;
  /** TRIGINT: after so long without a trigger, a waiting message brings another one. */
  readonly triggerIntervalUs: number;
  readonly usesIntraGroupQueuing: boolean;
  /** SQQMNAME: a shared queue is opened directly although another member is named. */
  readonly ignoresNameForShared: boolean;
  /** GROUPUR: another member of the group may settle a unit of work in doubt. */
  readonly hasGroupUnits: boolean;
}

const SECOND = 1_000_000;

export function readQueue(object: PlanObject): QueueDefinition {
  const a = object.attributes;
  const isOfCluster = isClusterTransmissionQueue(object.name);
  return {
    name: object.name,
    type: object.type,
    clusters: object.clusters,
    attributes: a,
    definedAt: object.definedAt,
    isPutEnabled: text(a, 'PUT', 'ENABLED') !== 'DISABLED',
    isGetEnabled: text(a, 'GET', 'ENABLED') !== 'DISABLED',
    rank: number(a, 'CLWLRANK', 0),
    workloadPriority: number(a, 'CLWLPRTY', 0),
    useQueue: text(a, 'CLWLUSEQ', 'QMGR'),
    bind: text(a, 'DEFBIND', 'OPEN'),
    isPersistent: text(a, 'DEFPSIST', 'NO') === 'YES',
    defaultPriority: Math.min(9, Math.max(0, number(a, 'DEFPRTY', 0))),
    maxDepth: number(a, 'MAXDEPTH', isOfCluster ? 999999999 : 5000),
    maxMessageLength: number(a, 'MAXMSGL', 4194304),
    isTransmission: text(a, 'USAGE', isOfCluster ? 'XMITQ' : 'NORMAL') === 'XMITQ',
    isByPriority: text(a, 'MSGDLVSQ', 'PRIORITY') !== 'FIFO',
    keepsNonpersistent: text(a, 'NPMCLASS', 'NORMAL') === 'HIGH',
    backoutThreshold: number(a, 'BOTHRESH', 0),
    backoutQueue: text(a, 'BOQNAME', ''),
    disposition: text(a, 'QSGDISP', 'QMGR'),
    structure: text(a, 'CFSTRUCT', ''),
    takesPersistent: true,
    distributes: isForPublications(object.name),
    target: text(a, 'TARGET', '') || text(a, 'TARGQ', ''),
    remoteName: text(a, 'RNAME', ''),
    remoteQueueManager: text(a, 'RQMNAME', ''),
    transmissionQueue: text(a, 'XMITQ', ''),
    clusterChannelName: text(a, 'CLCHNAME', ''),
    streamQueue: text(a, 'STREAMQ', ''),
    mustStream: text(a, 'STRMQOS', 'BESTEF') === 'MUSTDUP',
    trigger: readTrigger(a),
  };
}

function readTrigger(a: PlanAttributes): Trigger | undefined {
  const type = text(a, 'TRIGTYPE', 'FIRST');
  if (text(a, 'TRIGGER', 'NOTRIGGER') !== 'TRIGGER' || type === 'NONE') return undefined;
  return {
    type: type === 'DEPTH' || type === 'EVERY' ? type : 'FIRST',
    depth: number(a, 'TRIGDPTH', 1),
    leastPriority: number(a, 'TRIGMPRI', 0),
    initiationQueue: text(a, 'INITQ', ''),
    process: text(a, 'PROCESS', ''),
  };
}

export function readChannel(object: PlanObject): ChannelDefinition {
  const a = object.attributes;
  return {
    name: object.name,
    type: object.type,
    clusters: object.clusters,
    attributes: a,
    definedAt: object.definedAt,
    rank: number(a, 'CLWLRANK', 0),
    workloadPriority: number(a, 'CLWLPRTY', 0),
    weight: Math.max(1, number(a, 'CLWLWGHT', 50)),
    networkPriority: number(a, 'NETPRTY', 0),
    batchSize: Math.max(1, number(a, 'BATCHSZ', 50)),
    batchLimit: number(a, 'BATCHLIM', 5000) * 1024,
    batchIntervalUs: number(a, 'BATCHINT', 0) * 1000,
    batchHeartbeatUs: number(a, 'BATCHHB', 0) * 1000,
    disconnectUs: number(a, 'DISCINT', 6000) * SECOND,
    shortRetries: number(a, 'SHORTRTY', 10),
    shortTimerUs: number(a, 'SHORTTMR', 60) * SECOND,
    longRetries: number(a, 'LONGRTY', 999999999),
    longTimerUs: number(a, 'LONGTMR', 1200) * SECOND,
    messageRetries: number(a, 'MRRTY', 10),
    messageRetryUs: number(a, 'MRTMR', 1000) * 1000,
    isFast: text(a, 'NPMSPEED', 'FAST') === 'FAST',
    usesDeadLetterQueue: text(a, 'USEDLQ', 'YES') !== 'NO',
    maxMessageLength: number(a, 'MAXMSGL', 4194304) || Infinity,
    transmissionQueue: text(a, 'XMITQ', ''),
    sequenceWrap: number(a, 'SEQWRAP', 999999999),
  };
}

export function readQueueManager(queueManager: Pick<PlanQueueManager, 'attributes'>): QueueManagerDefinition {
  const a = queueManager.attributes;
  return {
    attributes: a,
    deadLetterQueue: text(a, 'DEADQ', ''),
    useQueue: text(a, 'CLWLUSEQ', 'LOCAL'),
    mostRecentChannels: number(a, 'CLWLMRUC', 999999999),
    maxMessageLength: number(a, 'MAXMSGL', 4194304),
    defaultTransmissionQueue: text(a, 'DEFXMITQ', ''),
    hasQueuePerChannel: text(a, 'DEFCLXQ', 'SCTQ') === 'CHANNEL',
    triggerIntervalUs: number(a, 'TRIGINT', 999999999) * 1000,
    usesIntraGroupQueuing: text(a, 'IGQ', 'DISABLED') === 'ENABLED',
    ignoresNameForShared: text(a, 'SQQMNAME', 'USE') === 'IGNORE',
    hasGroupUnits: text(a, 'GROUPUR', 'DISABLED') === 'ENABLED',
  };
}

export const isClusterTransmissionQueue = (name: string): boolean => name.startsWith('SYSTEM.CLUSTER.TRANSMIT.');

/** Where publications arrive that come from another queue manager. */
export const publicationQueue = 'SYSTEM.INTER.QMGR.PUBS';

/** Stands for a topic that its hosts pass on: the algorithm deals publications out to them as to instances of a queue. */
export const hostQueueOf = (topic: string): string => `topic ${topic}`;

const isForPublications = (queue: string): boolean => queue === publicationQueue || queue.startsWith('topic ');

/** As MQ makes it. */
export const makeTransmissionQueue = (name: string): QueueDefinition =>
  readQueue({ name, type: 'QLOCAL', clusters: [], definedAt: undefined, attributes: {} });

export { isManagerAlias as isQueueManagerAlias } from '#core/model/resolve-name.ts';

/** Where an attribute was written; undefined when it is a default. */
export const placeOf = (attributes: PlanAttributes, keyword: string): Location | undefined => attributes[keyword]?.at;

function text(attributes: PlanAttributes, keyword: string, otherwise: string): string {
  const value = attributes[keyword]?.value.trim();
  return value === undefined || value === '' ? otherwise : value;
}

function number(attributes: PlanAttributes, keyword: string, otherwise: number): number {
  const value = attributes[keyword]?.value.trim();
  if (value === undefined || value === '') return otherwise;
  const parsed = Number(value);
  return Number.isFinite(parsed) ? parsed : otherwise;
}
