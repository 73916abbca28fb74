import type { CommandBody } from '#core/syntax/tree.ts';
import type { Location } from '#core/text/span.ts';

/**
 * A scenario, resolved: everything that a run needs, as plain data that survives `postMessage` and JSON. MQSC in it is
 * already parsed; times are virtual microseconds; sizes are bytes; names are as MQ holds them.
 */
export interface Plan {
  readonly name: string;
  readonly seed: number;
  readonly untilUs: number;
  /** `"9.4"`; decides the order of the workload algorithm's steps (before 8.0, or from 8.0 on). */
  readonly mqVersion: string;
  readonly queueManagers: readonly PlanQueueManager[];
  readonly hosts: readonly PlanHost[];
  /** Queue managers that start by themselves some time after they failed. */
  readonly takeovers?: readonly PlanTakeover[];
  /** Queue-sharing groups of z/OS. */
  readonly queueSharingGroups?: readonly PlanSharingGroup[];
  /** Programs that steer the cluster by what they see. */
  readonly monitors?: readonly PlanMonitor[];
  /** Clusters whose members share connected clients out evenly among themselves. */
  readonly uniformClusters?: readonly PlanUniformCluster[];
  readonly network: PlanNetwork;
  readonly applications: readonly PlanApplication[];
  readonly events: readonly PlanEvent[];
  readonly expectations: readonly string[];
  /** What the applications rely on, declared in the estate or in the scenario: breaking it is a violation. */
  readonly ordering?: readonly PlanNeed[];
  /** Choices where the semantics are unsettled (`assume:`), by name; see docs/simulation.md. */
  readonly assume: Readonly<Record<string, string>>;
  /** Findings of the estate that bear on this run. */
  readonly warnings: readonly { readonly code: string; readonly detail: string }[];
}

export interface PlanQueueManager {
  readonly name: string;
  readonly clusterMemberships: readonly { readonly cluster: string; readonly isFullRepository: boolean }[];
  readonly attributes: PlanAttributes;
  readonly queues: readonly PlanObject[];
  /** All channels that are defined: CLUSRCVR, CLUSSDR, and point-to-point ones. */
  readonly channels: readonly PlanObject[];
  /** Topic objects and subscriptions. */
  readonly topics?: readonly PlanObject[];
  readonly subscriptions?: readonly PlanObject[];
  /** The names in each namelist. */
  readonly namelists?: Readonly<Record<string, readonly string[]>>;
  /** Structures of the coupling facility that it defines with RECOVER(NO), MQ's default: they take no persistent messages. */
  readonly nonrecoverableStructures?: readonly string[];
}

export interface PlanObject {
  readonly name: string;
  /** `QLOCAL`, `QALIAS`, `QREMOTE`, or the channel type. */
  readonly type: string;
  readonly clusters: readonly string[];
  readonly attributes: PlanAttributes;
  readonly definedAt: Location | undefined;
}

/** Effective values by keyword, defaults written out; flags as MQ writes them (`TRIGGER: 'NOTRIGGER'`). */
export type PlanAttributes = Readonly<Record<string, PlanValue>>;

export interface PlanValue {
  readonly value: string;
  /** The place in the MQSC, or undefined for a default. */
  readonly at: Location | undefined;
}

export interface PlanNeed {
  readonly need: 'sequence' | 'group' | 'same-queue-manager' | 'complete-batch' | 'reply-to-requester';
  readonly queues: readonly string[];
  readonly reason: string;
  /** The finding that supposes this need, where nobody declared it. */
  readonly rule?: string | undefined;
}

export interface PlanHost {
  readonly name: string;
  readonly queueManagers: readonly string[];
  readonly applications: readonly string[];
}

/** A standby instance, or whatever else restarts a queue manager that failed. */
export interface PlanTakeover {
  readonly queueManager: string;
  readonly afterUs: number;
  /** The machine it comes up on; the one it failed on when undefined. */
  readonly host?: string | undefined;
  /** `native-ha`: another leader, and no restart from the files of the first. */
  readonly kind?: 'standby' | 'native-ha' | undefined;
}

export interface PlanSharingGroup {
  readonly name: string;
  readonly members: readonly string[];
  /** Structures of the coupling facility, as far as they are named outside of the queues' CFSTRUCT. */
  readonly structures: readonly string[];
}

/** MQ's sample program amqsclm. */
export interface PlanMonitor {
  readonly kind: 'amqsclm';
  readonly queueManager: string;
  readonly queue: string;
  readonly everyUs: number;
  readonly resends: boolean;
}

export interface PlanUniformCluster {
  readonly name: string;
  readonly members: readonly string[];
  /** How long the members wait before they move clients. */
  readonly balanceUs: number;
}

export interface PlanNetwork {
  readonly latencyUs: number;
  readonly channelStartUs: number;
  /** Bytes per second; Infinity is written as 0. */
  readonly bandwidth: number;
  readonly repositoryDelayUs: number;
  /** `fresh`: they know the full repositories alone at the start, and ask for each queue and queue manager. */
  readonly partialRepositories?: 'fresh' | undefined;
  /** Overrides per pair, in both directions. */
  readonly links: readonly {
    readonly between: readonly [string, string];
    readonly latencyUs?: number;
    readonly bandwidth?: number;
  }[];
}

export type PlanApplication = PlanProducer | PlanConsumer;

export type BindOption = 'as-q-def' | 'on-open' | 'not-fixed' | 'on-group';

/** What the client library does when the connection is gone: wait for the program to try again, or connect by itself. */
export type Reconnect = 'no' | 'any' | 'same-queue-manager';

/** What a uniform cluster respects before it moves a client: MQBNO, or the Application stanza of mqclient.ini. */
export interface PlanBalancing {
  readonly type: 'simple' | 'request-reply';
  /** How long after each put of a request-reply program the reply is there. */
  readonly replyUs: number;
  /** How long the program may hold a move up; -1 for ever. */
  readonly timeoutUs: number;
  readonly transactions: 'respected' | 'ignored';
}

export interface PlanProducer {
  readonly kind: 'producer';
  readonly name: string;
  readonly queueManager: string;
  readonly queue: string;
  /** A topic string that it publishes to, instead of a queue. */
  readonly topic?: string | undefined;
  readonly objectQueueManager: string;
  readonly verb: 'MQPUT' | 'MQPUT1';
  readonly bind: BindOption;
  readonly count: number;
  readonly intervalUs: number;
  readonly arrival: 'constant' | 'exponential';
  readonly startAtUs: number;
  readonly reopenAfter: number;
  readonly message: {
    readonly size: number;
    /** Sizes that take turns, instead of the one. */
    readonly sizes?: readonly number[];
    /** In how many segments each one is put; one when undefined. */
    readonly segments?: number;
    readonly persistence: 'as-q-def' | 'persistent' | 'nonpersistent';
    readonly priority: 'as-q-def' | number;
    /** 0 = unlimited. */
    readonly expiryUs: number;
    /** The reply-to queue of a message that is to come back if it cannot be delivered; blank for none. */
    readonly returnTo?: string;
  };
  readonly group: { readonly size: number; readonly logicalOrder: boolean } | undefined;
  readonly syncpoint: number;
  readonly reconnect: Reconnect;
  readonly balancing?: PlanBalancing | undefined;
  /** Programs of this kind that run, each with the whole `count`. */
  readonly instances: number;
}

export interface PlanConsumer {
  readonly kind: 'consumer';
  readonly name: string;
  readonly queueManager: string;
  readonly queue: string;
  readonly sessions: number;
  readonly service: { readonly timeUs: number; readonly distribution: 'constant' | 'exponential' };
  /** Ordinals of arrival on its queue (from 1) that always fail. */
  readonly poison: readonly number[];
  readonly failureRate: number;
  readonly maxRetries: number;
  /** Started by the trigger messages of its queue, not at `startAtUs` itself. */
  readonly triggered?: boolean;
  /** What counts as a retry: failures in a row, or deliveries of one message. */
  readonly listener?: 'liberty' | 'activation-specification' | 'listener-port';
  /** Its work is part of a distributed transaction: from prepared to decided, and from decided to committed. */
  readonly xa?: { readonly decisionUs: number; readonly commitUs: number } | undefined;
  readonly reconnect: Reconnect;
  readonly balancing?: PlanBalancing | undefined;
  readonly instances: number;
  /** How long a listener that lost its queue manager waits before each new attempt; 0 connects as soon as it is back. */
  readonly retryIntervalUs: number;
  readonly startAtUs: number;
}

/** Ids of fault kinds are the `do:` words of the scenario file. */
export type PlanAction =
  | { readonly do: 'fail-queue-manager' | 'stop-queue-manager' | 'start-queue-manager'; readonly queueManager: string }
  | { readonly do: 'switch-over'; readonly queueManager: string }
  | { readonly do: 'fail-host' | 'start-host'; readonly host: string }
  | { readonly do: 'break-link' | 'repair-link'; readonly from: string; readonly to: string }
  | { readonly do: 'stop-application' | 'start-application'; readonly application: string }
  | {
      readonly do: 'inquire';
      readonly queueManager: string;
      readonly queue: string;
      readonly bind: BindOption;
      readonly times: number;
    }
  /** By hand, as with rsvmqtrn. */
  | { readonly do: 'resolve-transactions'; readonly application: string; readonly action: 'commit' | 'backout' }
  | { readonly do: 'fail-structure'; readonly queueSharingGroup: string; readonly structure: string }
  | { readonly do: 'mqsc'; readonly queueManager: string; readonly command: string; readonly parsed: CommandBody };

export type PlanCondition =
  | { readonly channel: string; readonly from: string; readonly is: string }
  | { readonly application: string; readonly hasPut: number }
  | { readonly transaction: string; readonly is: 'prepared' | 'decided' };

export type PlanEvent =
  | { readonly atUs: number; readonly action: PlanAction }
  | { readonly when: PlanCondition; readonly action: PlanAction };
