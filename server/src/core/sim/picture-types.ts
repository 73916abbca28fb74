import type { MessageBook } from './message-book.ts';
import type { ChannelState } from './trace.ts';

/** The state of a run at one moment: what a view draws. Plain data. */
export interface Picture {
  readonly atUs: number;
  /** How many events of the trace are in it. */
  readonly index: number;
  readonly queueManagers: ReadonlyMap<string, PictureQueueManager>;
  /** By `channelKey(from, name)`. Only channels that this run used or that the definitions make. */
  readonly channels: ReadonlyMap<string, PictureChannel>;
  readonly applications: ReadonlyMap<string, PictureApplication>;
  /** Pairs of queue managers whose link is broken, as `A B` in the order of the names. */
  readonly brokenLinks: ReadonlySet<string>;
  /** Read with `messageIn` and `messagesIn`. */
  readonly messages: MessageBook;
  /** Those that are somewhere now: of a long run a small part. */
  readonly present: MessageBook;
}

/** A queue manager, or a queue-sharing group with the queues that it holds for its members. */
export interface PictureQueueManager {
  readonly name: string;
  readonly state: 'running' | 'stopping' | 'down';
  /** Of a queue-sharing group; undefined for a queue manager. */
  readonly group: PictureGroup | undefined;
  /** The machine it runs on now, where the plan names one. */
  readonly host: string | undefined;
  /** Where it ran at the start. */
  readonly home: string | undefined;
  /** Whether the plan has a standby instance, or another replica, that takes it over. */
  readonly hasStandby: boolean;
  /** Every queue that is defined, or that a message stood on; `depth` counts messages now, `arrived` all so far. */
  readonly queues: ReadonlyMap<
    string,
    {
      readonly depth: number;
      readonly arrived: number;
      readonly role: 'target' | 'transmission' | 'dead-letter' | 'backout';
    }
  >;
}

export interface PictureGroup {
  readonly members: readonly string[];
  /** Structures of the coupling facility that have failed, and those that have not. */
  readonly failedStructures: readonly string[];
  readonly structures: readonly string[];
}

export interface PictureChannel {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly state: ChannelState;
  /** Why it came into this state. */
  readonly reason: string;
  readonly sent: number;
  /** Messages on the transmission queue that wait for this channel. */
  readonly waiting: number;
  readonly inDoubt: number;
}

/** One running program: each instance of an application is one. */
export interface PictureApplication {
  readonly name: string;
  /** The application that it is an instance of; its name, where there is one only. */
  readonly application: string;
  /** Where it is connected, or was last. */
  readonly queueManager: string;
  readonly state: 'running' | 'stopped' | 'waiting';
  readonly put: number;
  readonly consumed: number;
  readonly rejected: number;
}

export interface PictureMessage {
  readonly id: number;
  readonly place:
    | {
        readonly kind: 'queue';
        readonly queueManager: string;
        readonly queue: string;
        readonly role: 'target' | 'transmission' | 'dead-letter' | 'backout';
        readonly channel: string | undefined;
      }
    /** On the wire since `sinceUs`, there at `untilUs`: draw it in between. */
    | {
        readonly kind: 'wire';
        readonly channel: string;
        readonly from: string;
        readonly to: string;
        readonly sinceUs: number;
        readonly untilUs: number;
      }
    | {
        readonly kind: 'application';
        readonly application: string;
        readonly queueManager: string;
        readonly untilUs: number;
      }
    | { readonly kind: 'done'; readonly how: 'consumed' | 'expired' | 'lost' | 'discarded' | 'backed out' };
  readonly inDoubt: boolean;
}

export const channelKey = (from: string, name: string): string => `${from}\u0000${name}`;
