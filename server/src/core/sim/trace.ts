import type { Plan } from '#core/scenario/plan.ts';
import type { Location } from '#core/text/span.ts';
import type { EventLog } from './event-log.ts';
import type { Summary } from './summary.ts';

/** One finished run: plain data, the same byte for byte for the same plan. */
export interface Trace {
  readonly plan: Plan;
  /** In the order they happened; `atUs` never falls. */
  readonly events: readonly TraceEvent[];
  /** The same events in columns. */
  readonly log: EventLog;
  readonly decisions: readonly Decision[];
  readonly outcome: Outcome;
  /** What a run in outline keeps instead of events. */
  readonly summary?: Summary | undefined;
}

/** How much a run writes down: `off` keeps the outcome only, `summary` an outline over time as well, `full` everything that the panel needs. */
export type TraceDetail = 'off' | 'summary' | 'full';

interface At {
  readonly atUs: number;
}

/** Message ids count from 1 over the whole run; a copy made by mistake (duplicate) is a message of its own with `copyOf`. */
export type TraceEvent = At &
  (
    | {
        readonly kind: 'queue-manager';
        readonly queueManager: string;
        readonly state: 'running' | 'stopping' | 'down';
        readonly reason: string;
      }
    | {
        readonly kind: 'application';
        readonly application: string;
        readonly state: 'running' | 'stopped' | 'waiting';
        readonly reason: string;
      }
    /** A client library, or a uniform cluster, connected a program to another queue manager. */
    | {
        readonly kind: 'connection';
        readonly application: string;
        readonly queueManager: string;
        readonly reason: string;
      }
    /** A queue manager that failed comes up on another host. */
    | { readonly kind: 'takeover'; readonly queueManager: string; readonly from: string; readonly host: string }
    /** How far a distributed transaction has come with the message that it got; see `transaction.ts`. */
    | {
        readonly kind: 'transaction';
        readonly message: number;
        readonly application: string;
        readonly state: 'prepared' | 'decided' | 'in-doubt' | 'committed' | 'backed-out';
        readonly reason: string;
      }
    /** A structure of the coupling facility, with the shared queues in it. */
    | {
        readonly kind: 'structure';
        readonly queueSharingGroup: string;
        readonly structure: string;
        readonly state: 'failed' | 'available';
      }
    | { readonly kind: 'link'; readonly from: string; readonly to: string; readonly state: 'up' | 'down' }
    | {
        readonly kind: 'channel';
        readonly channel: string;
        readonly from: string;
        readonly to: string;
        readonly state: ChannelState;
        readonly reason: string;
      }
    /** An application opened a queue; `bound` is the chosen queue manager for a bound handle. */
    | {
        readonly kind: 'open';
        readonly application: string;
        readonly queueManager: string;
        readonly queue: string;
        readonly bound: string | undefined;
        readonly reason: number;
        readonly decision: number | undefined;
      }
    /** A call that failed, with MQ's reason code (2085, 2268, 2053 …). */
    | {
        readonly kind: 'rejected';
        readonly application: string;
        readonly queueManager: string;
        readonly queue: string;
        readonly call: 'MQOPEN' | 'MQPUT' | 'MQPUT1' | 'MQGET';
        readonly reason: number;
        readonly decision: number | undefined;
      }
    /** A message came into being. It is then placed by an `enqueue`. */
    | {
        readonly kind: 'put';
        readonly message: number;
        readonly application: string;
        readonly queueManager: string;
        readonly queue: string;
        readonly persistent: boolean;
        readonly bound: boolean;
        readonly copyOf: number | undefined;
        readonly decision: number | undefined;
      }
    /** A producer commits its unit of work: nobody could get these before. */
    | {
        readonly kind: 'commit';
        readonly messages: readonly number[];
        readonly application: string;
        readonly queueManager: string;
      }
    /** It now stands on a queue. `target` is set on a transmission queue: where it is to go and over which channel. */
    | {
        readonly kind: 'enqueue';
        readonly message: number;
        readonly queueManager: string;
        readonly queue: string;
        readonly role: 'target' | 'transmission' | 'dead-letter' | 'backout';
        readonly target:
          | { readonly queueManager: string; readonly queue: string; readonly channel: string }
          | undefined;
        readonly reason: string;
        readonly decision: number | undefined;
      }
    /** It left its transmission queue's front and is on the wire; arrival is an `enqueue` at `untilUs` unless the channel fails. */
    | {
        readonly kind: 'send';
        readonly message: number;
        readonly channel: string;
        readonly from: string;
        readonly to: string;
        readonly untilUs: number;
      }
    /** It went back to the sender's transmission queue because the batch was backed out. */
    | {
        readonly kind: 'return';
        readonly message: number;
        readonly queueManager: string;
        readonly queue: string;
        /** The channel that will send it again, and where to. */
        readonly channel: string;
        readonly to: string;
        readonly reason: string;
      }
    /** The sender asked for confirmation of these and does not know the answer yet / knows it. */
    | {
        readonly kind: 'in-doubt';
        readonly messages: readonly number[];
        readonly channel: string;
        readonly from: string;
        readonly to: string;
        readonly isInDoubt: boolean;
      }
    | {
        readonly kind: 'get';
        readonly message: number;
        readonly application: string;
        readonly queueManager: string;
        readonly queue: string;
        readonly untilUs: number;
      }
    | {
        readonly kind: 'consumed';
        readonly message: number;
        readonly application: string;
        readonly queueManager: string;
        readonly queue: string;
      }
    | {
        readonly kind: 'backout';
        readonly message: number;
        readonly application: string;
        readonly queueManager: string;
        readonly queue: string;
        readonly count: number;
      }
    | {
        readonly kind: 'gone';
        readonly message: number;
        readonly how: 'expired' | 'lost' | 'discarded' | 'backed out';
        readonly queueManager: string;
        readonly reason: string;
      }
    | { readonly kind: 'command'; readonly queueManager: string; readonly command: string; readonly result: string }
    | {
        readonly kind: 'note';
        readonly queueManager: string | undefined;
        readonly text: string;
        readonly message: number | undefined;
      }
    | { readonly kind: 'violation'; readonly violation: Violation }
  );

export type ChannelState =
  | 'INACTIVE'
  | 'BINDING'
  | 'INITIALIZING'
  | 'STARTING'
  | 'RUNNING'
  | 'STOPPING'
  | 'RETRYING'
  | 'REQUESTING'
  | 'PAUSED'
  | 'STOPPED'
  | 'SWITCHING';

/** One run of the workload algorithm, explained: what was there, what each step dropped and why, what was chosen. */
export interface Decision {
  readonly id: number;
  readonly atUs: number;
  /** Where the algorithm ran. */
  readonly queueManager: string;
  readonly queue: string;
  readonly occasion: 'open' | 'put' | 'put1' | 'group' | 'channel-failing' | 'arrival' | 'inquire';
  readonly bind: 'on-open' | 'not-fixed' | 'on-group';
  readonly message: number | undefined;
  readonly candidates: readonly Candidate[];
  readonly steps: readonly DecisionStep[];
  /** Index into `candidates`; undefined: nothing left, see `reason`. */
  readonly chosen: number | undefined;
  /** MQ's reason code when nothing could be chosen, else 0. */
  readonly reason: number;
  /** For people: what each of the last candidates gets in the long run, where their weights differ. */
  readonly shares?: string;
  /** What a reader should know beside the steps: what chance decides. */
  readonly remarks?: readonly string[];
}

/** A route: an instance of the queue and the channel that leads there. The local instance has no channel. */
export interface Candidate {
  readonly queueManager: string;
  readonly queue: string;
  readonly cluster: string;
  readonly channel: string | undefined;
  readonly isLocal: boolean;
  readonly channelState: ChannelState | undefined;
  readonly definedAt: Location | undefined;
}

export interface DecisionStep {
  /** File name of the step in `routing/`: `channel-rank`, `put-enabled`, `local-instance`, `least-recently-used` … */
  readonly step: string;
  /** For people: "Channel rank", and the number of the step in IBM's list. */
  readonly title: string;
  readonly kept: readonly number[];
  readonly dropped: readonly {
    readonly candidate: number;
    readonly reason: string;
    readonly attribute: string | undefined;
    readonly at: Location | undefined;
  }[];
}

export interface Violation {
  readonly kind: 'conservation' | 'duplicate' | 'order' | 'group-split' | 'affinity';
  readonly queue: string;
  readonly atUs: number;
  readonly message: number | undefined;
  readonly detail: string;
  /** The rule that foretold it. */
  readonly rule: string | undefined;
}

/** What `mqsc simulate --format json` prints, less the scenario's own fields; see INTERFACES: every copy is in exactly one place. */
export interface Outcome {
  readonly scenario: string;
  readonly seed: number;
  readonly endedAtMs: number;
  readonly events: number;
  /** When the last message was processed; 0 when none was. */
  readonly lastConsumedAtMs: number;
  readonly totals: Readonly<Record<TotalName, number>>;
  readonly queues: Readonly<Record<string, Readonly<Record<string, QueueOutcome>>>>;
  readonly channels: readonly ChannelOutcome[];
  readonly applications: Readonly<
    Record<
      string,
      {
        readonly put: number;
        readonly rejected: Readonly<Record<string, number>>;
        readonly consumed: number;
        /** Running instances by queue manager, for an application with several or with a client library that reconnects. */
        readonly connections?: Readonly<Record<string, number>>;
      }
    >
  >;
  /** application → queue it named → queue manager that got it → how many. */
  readonly routes: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>;
  readonly violations: readonly {
    readonly kind: Violation['kind'];
    readonly queue: string;
    readonly atMs: number;
    /** The number that `storyOf` takes; none where no single message is meant. */
    readonly message?: number;
    readonly detail: string;
    /** The rule that foretold it. */
    readonly rule?: string;
  }[];
  /** What the run's MQSC commands answered; left out where there were none. */
  readonly commands?: readonly CommandOutcome[];
  readonly warnings: readonly { readonly code: string; readonly detail: string }[];
  readonly expectations: readonly {
    readonly expect: string;
    readonly passed: boolean;
    readonly actual: number | string | boolean | null;
  }[];
}

export type TotalName =
  | 'put'
  | 'rejected'
  | 'consumed'
  | 'waiting'
  | 'marooned'
  | 'inTransit'
  | 'inDoubt'
  | 'deadLettered'
  | 'backedOut'
  | 'expired'
  | 'lost'
  | 'duplicated'
  | 'streamed'
  | 'rerouted'
  | 'outOfOrder'
  | 'groupsSplit';

export interface QueueOutcome {
  readonly arrived: number;
  readonly consumed: number;
  readonly depth: number;
  readonly peakDepth: number;
}

export interface CommandOutcome {
  readonly atMs: number;
  readonly queueManager: string;
  readonly command: string;
  readonly result: string;
}

export interface ChannelOutcome {
  readonly from: string;
  readonly to: string;
  readonly name: string;
  readonly state: ChannelState;
  readonly messages: number;
  readonly batches: number;
  readonly retries: number;
  readonly inDoubt: number;
}

/*
 * The functions live beside:
 *   run.ts        run(plan, { detail, isCancelled? }) → Trace. Never throws on a plan: what cannot be is a `note` and an outcome.
 *   picture.ts    a picture is the state at one moment, for drawing: cursorOf(trace).at(index), pictureAt(trace, atUs).
 *   amend.ts      amend(plan, { events?, seed? }) → Plan: what the panel does when a person clicks a failure into a run.
 *   explain.ts    explainLines(decision) → readable lines.   story.ts   storyOf(trace, message) → readable lines.
 */
