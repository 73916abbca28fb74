import type { OpenQuestion } from '#core/facts/open-questions.ts';
import type { Plan, PlanConsumer, PlanProducer } from '#core/scenario/plan.ts';
import type { Alike } from './alike.ts';
import type { ChannelRow } from './channel-row.ts';
import type { ChannelTerms } from './channel-terms.ts';
import type { ChannelTimes } from './channel-times.ts';
import type { ChannelDefinition, QueueDefinition, QueueManagerDefinition } from './definitions.ts';
import type { EventQueue } from './event-queue.ts';
import type { Fifo } from './fifo.ts';
import type { Habits } from './habits.ts';
import type { Role } from './message.ts';
import type { Lists } from './message-list.ts';
import type { Message, MessageStore } from './message-store.ts';
import type { Needs } from './needs.ts';
import type { Subscription, TopicDefinition } from './pubsub/topics.ts';
import type { QueueTerms } from './queue-terms.ts';
import type { Reached } from './reached.ts';
import type { Rng } from './rng.ts';
import type { Fork, ForkRoom } from './routing/fork.ts';
import type { RouteUses } from './routing/route-uses.ts';
import type { Row, Rows } from './rows.ts';
import type { TargetRow } from './target-row.ts';
import type { Candidate, Decision, DecisionStep, TraceEvent, Violation } from './trace.ts';

/** Everything that changes while a plan runs. One world, one run. */
export interface World extends Rows, Lists {
  /** What messages change of queues, channels and programs. */
  rows: Int32Array;
  readonly plan: Plan;
  readonly usesNewStepOrder: boolean;
  readonly rng: Rng;
  readonly events: EventQueue;
  nowUs: number;
  processed: number;
  /** When the last message was processed. */
  lastConsumedUs: number;
  readonly queueManagers: QueueManager[];
  readonly queueManagerNamed: ReadonlyMap<string, QueueManager>;
  readonly channels: Channel[];
  readonly producers: Producer[];
  readonly consumers: Consumer[];
  readonly localQueues: LocalQueue[];
  /** What is known of each message; see also `message.ts`. */
  readonly messages: MessageStore;
  /** Open handles, and closed ones whose messages live, by their place. */
  readonly handles: (Handle | undefined)[];
  /** Rows of handles that are gone, to be used again. */
  readonly freeHandles: Row[];
  /** What transmission headers say, each pair of names once. */
  readonly targets: Target[];
  readonly targetRows: Map<string, TargetRow>;
  readonly directory: Directory;
  /** Pairs `A\0B` in the order of the names. */
  readonly brokenLinks: Set<string>;
  readonly links: ReadonlyMap<string, Link>;
  readonly defaultLink: Link;
  readonly totals: Tally;
  readonly violations: Violation[];
  /** What the commands of the run answered. */
  readonly answers: { atUs: number; queueManager: string; command: string; result: string }[];
  /** Set when the trace is kept: a run without it builds no event objects. */
  readonly record: ((event: TraceEvent) => void) | undefined;
  readonly decisions: Decision[] | undefined;
  /** Events of the plan that wait for a condition. */
  readonly waitingConditions: Set<number>;
  /** Numbers from here on name messages, handles and groups. */
  nextMessage: number;
  nextHandle: number;
  readonly noted: Set<string>;
  /** The open questions that the run met. */
  readonly assumed: Set<OpenQuestion>;
  /** Messages that exist twice by mistake: the copy's id, and that of the message it is a copy of. */
  readonly copies: Map<number, number>;
  /** Messages that are no delivery of what was put: those that go back to their sender, the copies of a stream, and publications. */
  readonly asides: Map<number, 'returned' | 'streamed' | 'published'>;
  /** Messages that a monitor got and put again: what their program relied on when it put them holds no longer. */
  readonly putAgain: Set<number>;
  readonly groups: Group[];
  readonly groupNumbers: Map<string, number>;
  readonly needs: Needs;
  readonly reached: Reached;
  readonly uniformClusters: readonly UniformCluster[];
  readonly sharingGroups: readonly SharingGroup[];
  readonly downHosts: Set<string>;
  /** Whether the plan has programs that trigger messages start, and that end when they have nothing left to do. */
  readonly hasTriggeredReaders: boolean;
  /** Receiving channels that a STOP CHANNEL holds closed, see `isHeld`. */
  readonly heldReceivers: Set<string>;
  readonly routeUses: RouteUses;
  /** A row of a batch list that nobody uses, linked to others. */
  freeEntry: Row;
  /** How the receivers put the messages of their batches, where it is not straight on a queue. */
  readonly placements: Map<Row, Placement>;
  readonly channelTimes: ChannelTimes;
  readonly channelTerms: Alike<ChannelTerms>;
  readonly queueTerms: Alike<QueueTerms>;
  /** How programs work. */
  readonly producerHabits: Alike<Habits<PlanProducer>>;
  readonly consumerHabits: Alike<Habits<PlanConsumer>>;
  /** Gets that were prepared when the connection went. */
  readonly doubts: Doubt[];
}

export interface SharingGroup {
  readonly name: string;
  /** Stands for the coupling facility: it owns the shared queues, and it never goes down. It is none of the world's queue managers. */
  readonly owner: QueueManager;
  readonly members: readonly QueueManager[];
  readonly structures: Set<string>;
  readonly failedStructures: Set<string>;
  /** Those with RECOVER(NO). */
  readonly nonrecoverable: ReadonlySet<string>;
}

export interface Doubt {
  readonly message: Message;
  readonly consumer: Consumer;
  readonly queue: LocalQueue;
  /** The queue manager that prepared it. */
  readonly at: QueueManager;
  /** Whether the transaction manager will commit it. */
  readonly isDecided: boolean;
}

export interface UniformCluster {
  readonly id: number;
  readonly name: string;
  readonly members: readonly QueueManager[];
  readonly balanceUs: number;
  isBalanceDue: boolean;
}

/** Counts that grow while the run goes on; the others are counted at its end. */
export interface Tally {
  put: number;
  rejected: number;
  consumed: number;
  expired: number;
  lost: number;
  duplicated: number;
  /** Copies that STREAMQ made. */
  streamed: number;
  rerouted: number;
  outOfOrder: number;
  groupsSplit: number;
}

/** Where a message on a transmission queue is to go. */
export interface Target {
  readonly queue: string;
  readonly queueManager: string;
  /** What it meant where it was looked up last, see `target-row.ts`. */
  meaning: Resolution | undefined;
}

export interface Group {
  readonly name: string;
  /** The first queue manager that got one of its messages. */
  queueManager: number | undefined;
  /** Whether a second one did. */
  isSplit: boolean;
}

export interface Link {
  readonly latencyUs: number;
  /** Microseconds per byte; 0 for a wire without limit. */
  readonly usPerByte: number;
}

export interface QueueManager {
  readonly id: number;
  /** What each message asks of it, see `queue-manager-row.ts`. */
  readonly row: Row;
  readonly name: string;
  /** Grows and shrinks with the clusters of its CLUSRCVR channels. */
  readonly clusters: Set<string>;
  readonly fullRepositoryOf: ReadonlySet<string>;
  definition: QueueManagerDefinition;
  state: 'running' | 'stopping' | 'down';
  group: SharingGroup | undefined;
  /** The machine it runs on, where the plan names one, and the one where it comes up when it fails. */
  host: string | undefined;
  standby: { readonly afterUs: number; readonly host: string | undefined; readonly isNativeHa: boolean } | undefined;
  /** How often it went down. */
  failures: number;
  /** How its last end treats nonpersistent messages: a controlled one keeps those on NPMCLASS(HIGH) queues. */
  lastEnd: 'clean' | 'crashed' | 'other-leader';
  /** It is ending so that its standby takes over. */
  isSwitchingOver: boolean;
  readonly queues: Map<string, QueueDefinition>;
  readonly locals: Map<string, LocalQueue>;
  readonly namelists: Map<string, readonly string[]>;
  readonly topics: readonly TopicDefinition[];
  /** Those that were deleted too: others may not have heard of it. */
  readonly subscriptions: Subscription[];
  /** CLUSRCVR channels. */
  receivers: ChannelDefinition[];
  /** SDR and SVR channels. */
  senders: ChannelDefinition[];
  /** RCVR and RQSTR channels. */
  pointReceivers: ChannelDefinition[];
  readonly outbound: Map<string, Channel>;
  readonly inbound: Channel[];
  readonly suspendedIn: Set<string>;
  /** CLUSSDR channels. */
  readonly clusterSenders: readonly ChannelDefinition[];
  /** Where what it knows of the cluster differs from the newest that was told, by the thing. */
  readonly beliefs: Map<string, Belief>;
  /** Clusters whose information it dropped and asks for anew. */
  readonly refreshing: Set<string>;
  /** What a partial repository has not asked for since a refresh swept it away, by `questionKey`. */
  readonly swept: Set<string>;
  /** What it asked full repositories for, by `questionKey`. */
  readonly asked: Map<string, QuestionState>;
  /** Where it sends the rest of groups that it could not put to its own instance. */
  readonly movedGroups: Map<number, Route>;
  /** What SUSPEND QMGR MODE(FORCE) stopped, until RESUME QMGR lets it go; by cluster. */
  readonly forcedBy: Map<string, { readonly receivers: readonly string[]; readonly senders: readonly Channel[] }>;
  /** The ways it knows, by the name of the queue or of the queue manager they lead to. */
  readonly waysToQueues: Map<string, Ways>;
  readonly waysToQueueManagers: Map<string, Ways>;
  /** What names on transmission headers mean here, by the number of the target. */
  readonly meanings: Map<number, { readonly version: number; readonly resolution: Resolution }>;
  /** Places in `routeUses` of its own instances, by the receiver that stands for them. */
  readonly localUses: Map<string, number>;
}

export interface LocalQueue {
  /** What messages change of it, the list of those that can be seen first: see `queue-row.ts`. */
  readonly row: Row;
  /** A queue manager, or the group that shares it. */
  readonly owner: QueueManager;
  readonly name: string;
  definition: QueueDefinition;
  readonly readers: Consumer[];
  /** When it last had its program started; minus infinity when it never had. */
  triggeredAtUs: number;
}

/**
 * The newest that was told about everything in the clusters. A queue manager knows its own objects better than this, and may
 * not have heard of all of it yet: see its `beliefs`.
 */
export interface Directory {
  /** Grows with each change of what anybody knows. */
  version: number;
  readonly instances: Map<string, InstanceRecord[]>;
  readonly receivers: Map<number, readonly ChannelDefinition[]>;
  readonly suspended: Map<number, ReadonlySet<string>>;
  /** All changes so far; their index is their sequence number. */
  readonly news: News[];
  /** The number of the newest news of each thing. */
  readonly newest: Map<string, number>;
  /** News that cannot travel now. */
  held: { readonly number: number; readonly from: QueueManager; readonly to: QueueManager }[];
  /** Names of queues that came up in mid-run: partial repositories have to ask for them. */
  readonly newNames: Set<string>;
  readonly askedNames: (Question & {
    readonly from: readonly QueueManager[];
    /** What they knew when the question was there; nothing for what is as the newest news has it. */
    readonly answer: { readonly subject: QueueManager; readonly belief: Belief | undefined }[];
  })[];
  /** Questions that could reach no full repository. */
  heldQuestions: { readonly at: QueueManager; readonly question: Question }[];
  /** Queue managers that partial repositories have to ask for before they can name them; by id. */
  readonly newMembers: Set<number>;
  /** Partial repositories begin with knowing the full repositories alone. */
  isFresh: boolean;
  /** By queue manager: when it last sent its information to a full repository. */
  readonly renewedAtUs: number[];
  /** Queue managers out of contact for so long that their information is gone. */
  readonly forgotten: Set<number>;
}

/** Something that a queue manager tells its clusters about itself. */
export type RepositoryContent =
  /** No definition: it is in no cluster any more. */
  | { readonly kind: 'queue'; readonly name: string; readonly definition: QueueDefinition | undefined }
  | { readonly kind: 'receivers'; readonly definitions: readonly ChannelDefinition[] }
  | { readonly kind: 'suspension'; readonly clusters: ReadonlySet<string> };

export interface News {
  readonly origin: QueueManager;
  /** Whom it is about. */
  readonly subject: QueueManager;
  readonly clusters: readonly string[];
  readonly content: RepositoryContent;
}

/** What a partial repository asks full ones. */
export interface Question {
  readonly kind: 'queue' | 'member';
  readonly name: string;
}

export type QuestionState =
  | { readonly state: 'answered' }
  | { readonly state: 'travelling'; readonly dueUs: number }
  /** No full repository could be reached; an open waits until then. */
  | { readonly state: 'held'; readonly untilUs: number };

/** What a queue manager takes for true that has not heard of the newest. */
export interface Belief {
  /** Of the news it comes from; -1: known from the start. */
  readonly number: number;
  readonly subject: QueueManager;
  readonly content: RepositoryContent;
}

export interface InstanceRecord {
  readonly owner: QueueManager;
  readonly definition: QueueDefinition;
}

/** All ways that a queue manager knows to one name, until a definition changes. */
export interface Ways {
  readonly version: number;
  readonly routes: readonly Route[];
  /** What the workload algorithm makes of them before it looks at use, for each `arrivedOver`. */
  readonly selections: Map<Selection['arrivedOver'], Selection>;
  /** Rows for them and for bound handles, those of earlier ways of the same name. */
  readonly forks: Map<string, ForkRoom>;
}

/** What the steps leave that look at definitions, channel states and suspension: it stays so until one of these changes. */
export interface Selection {
  readonly version: number;
  /** What it was made of. */
  readonly ways: Ways;
  readonly arrivedOver: 'application' | 'cluster-channel' | 'other-channel';
  readonly kept: readonly Route[];
  /** The same in a row; undefined where the selection is good for one message only. */
  readonly fork: Fork | undefined;
  /** Whether puts are enabled at all that are left: the algorithm leaves others only where there is none. */
  readonly isPutEnabled: boolean;
  /** Where decisions are explained. */
  readonly explanation:
    | {
        readonly queue: string;
        readonly candidates: readonly Candidate[];
        readonly steps: readonly DecisionStep[];
        readonly remarks: readonly string[];
      }
    | undefined;
}

/** A way to an instance: over one channel to one queue manager, or the local instance. */
export interface Route {
  /** The queue, or the queue manager, that it leads to by its name. */
  readonly name: string;
  readonly owner: QueueManager;
  /** The instance as the choosing queue manager knows it; undefined when a queue manager is chosen, not a queue. */
  readonly instance: QueueDefinition | undefined;
  /** The CLUSRCVR that leads there, or the local one that stands for the local instance. */
  readonly receiver: ChannelDefinition | undefined;
  /** Undefined for the local instance. */
  readonly channel: Channel | undefined;
  /** Its place in `routeUses`. */
  readonly use: number;
  /** What a message adds to its factor there. */
  readonly share: number;
  /** Clusters that the chooser is in as well. */
  readonly sharedClusters: readonly string[];
  /** The place that the last message was given on it, and the last that had to stay on it. See `along`. */
  place: Placement | undefined;
  boundPlace: Placement | undefined;
}

export interface Channel {
  readonly id: number;
  readonly name: string;
  readonly from: QueueManager;
  readonly to: QueueManager;
  readonly isCluster: boolean;
  readonly link: Link;
  definition: ChannelDefinition;
  /** What the next session goes by, when the definition changed during this one. */
  nextDefinition: ChannelDefinition | undefined;
  transmissionQueue: LocalQueue;
  /** Its place in `routeUses`. */
  readonly use: number;
  /** What messages change of it, the list of those that wait for it first: see `channel-row.ts`. */
  readonly row: ChannelRow;
  /** Arrived at the receiver, not handled yet because it retries an earlier one; 0 is the end-of-batch request. */
  readonly inbox: Fifo;
  isDisconnectDue: boolean;
  /** Since it was retrying or stopped, until it runs again. */
  wasUnavailable: boolean;
  /** The message sequence number that a RESET CHANNEL at the sender asks for. */
  resetTo: number | undefined;
  retries: number;
  /** Choices that the receiver's open handles hold on to, by the target of the messages. */
  readonly boundArrivals: Map<number, Route>;
}

export type StopStatus = 'STOPPED' | 'INACTIVE';

/** Where a message is put: a queue and, on a transmission queue, what for. */
export interface Placement {
  readonly kind: 'placed';
  /** Who puts it there: a member of the group, for a shared queue. */
  readonly at: QueueManager;
  readonly queue: LocalQueue;
  /** Of the queue. */
  readonly row: Row;
  readonly role: Role;
  readonly channel: Channel | undefined;
  /** What the transmission header says, see `targetOf`. */
  readonly target: TargetRow;
  /** Whether no other instance may be chosen later. */
  readonly isBound: boolean;
  /** The way to an instance that was chosen, where there was a choice. */
  readonly route: Route | undefined;
  readonly reason: string;
  readonly decision: number | undefined;
}

/** An open queue of a producer. Order is promised, where at all, for the messages of one handle. */
export interface Handle {
  readonly id: number;
  /** What its messages change, and its number among the world's: see `handle-row.ts`. */
  readonly row: Row;
  isOpen: boolean;
  readonly producer: Producer;
  readonly resolution: Resolution;
  readonly bind: 'on-open' | 'not-fixed' | 'on-group';
  /** For a bound handle, and within a group. */
  boundTo: Route | undefined;
  /** A definition on its way was changed by force: the next put fails. */
  isChanged: boolean;
  /** Whether the instance it is bound to has left, as its queue manager knew it at this version. */
  boundInstance: { readonly version: number; readonly isGone: boolean } | undefined;
}

/** What a name means at a queue manager. */
export type Resolution =
  | { readonly kind: 'failed'; readonly reason: number }
  | {
      readonly kind: 'local';
      readonly opened: QueueDefinition;
      readonly isIndirect: boolean;
      readonly queue: LocalQueue;
      /** The place of a message that was put by this name. */
      place: Placement | undefined;
    }
  | Choice
  | {
      readonly kind: 'transmission';
      readonly opened: QueueDefinition | undefined;
      readonly isIndirect: boolean;
      readonly queue: LocalQueue;
      readonly targetQueue: string;
      readonly targetQueueManager: string;
    };

/** A name with several instances, or ways to a queue manager: the workload algorithm chooses for each message. */
export type Choice = ClusterQueue | ClusterQueueManager;

export interface ClusterQueue {
  readonly kind: 'cluster-queue';
  readonly opened: QueueDefinition | undefined;
  /** Whether an alias or remote definition was opened, which has a PUT of its own. */
  readonly isIndirect: boolean;
  readonly name: string;
  /** The last one that was used, see `selectionOf`. */
  selection: Selection | undefined;
}

interface ClusterQueueManager {
  readonly kind: 'cluster-queue-manager';
  readonly opened: QueueDefinition | undefined;
  readonly isIndirect: boolean;
  readonly queueManager: string;
  readonly queue: string;
  selection: Selection | undefined;
}

/** A program's connection to a queue manager. */
interface Connected {
  readonly id: number;
  /** Counts from 1 over the instances of one application. */
  readonly instance: number;
  /** Where it is connected, or was last. */
  queueManager: QueueManager | undefined;
  isReconnectDue: boolean;
  /** Where a uniform cluster has asked it to go, and why. */
  movingTo: QueueManager | undefined;
  moveReason: string;
  /** When it has to go, whatever it is doing. */
  moveByUs: number;
}

export interface Producer extends Connected {
  /** What each put changes of it, and its messages when they are processed: see `producer-row.ts`. */
  readonly row: Row;
  readonly plan: PlanProducer;
  readonly habits: Habits<PlanProducer>;
  state: 'running' | 'stopped' | 'waiting';
  /** When the last reply is there that a request-reply program waits for. */
  repliedAtUs: number;
  /** Put under syncpoint and not committed. */
  unit: { readonly message: Message; readonly placement: Placement }[];
  handle: Handle | undefined;
  readonly rejected: Map<number, number>;
}

export interface Consumer extends Connected {
  /** What messages change of it, and what it reads: see `consumer-row.ts`. */
  readonly row: Row;
  readonly plan: PlanConsumer;
  state: 'running' | 'stopped' | 'waiting';
  readonly rejected: Map<number, number>;
}
