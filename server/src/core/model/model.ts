import type { Platform } from '#core/facts/facts.ts';
import type { Command, Document } from '#core/syntax/tree.ts';
import type { Location, SourceId, Span } from '#core/text/span.ts';

/** All files of a workspace and the queue managers they define. Immutable: an edit makes a new estate that shares what did not change. */
export interface Estate {
  /** By upper-case name: MQ's names are case-sensitive, but two that differ only in case are one fault, not two queue managers. */
  readonly queueManagers: ReadonlyMap<string, QueueManager>;
  readonly clusters: ReadonlyMap<string, Cluster>;
  readonly documents: ReadonlyMap<SourceId, Document>;
  /** Which queue manager each slice of each document was given to, in the order of the text, and why. */
  readonly assignments: ReadonlyMap<SourceId, readonly Assignment[]>;
  /** Needs declared in `mqsc.yaml` or by `* @ordering` comments. */
  readonly ordering: readonly OrderingNeed[];
  readonly consumers: readonly ConsumerDeclaration[];
  readonly queueSharingGroups: ReadonlyMap<string, readonly string[]>;
  readonly settings: EstateSettings;
}

export interface EstateSettings {
  /** From `mqsc.yaml`; the editor's settings come on top elsewhere. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly ignore: readonly string[];
}

export interface RuleSetting {
  readonly severity?: 'off' | 'hint' | 'info' | 'warning' | 'error';
  readonly mayDiffer?: readonly string[];
}

/** A run of commands of one source that belongs to one queue manager (or to several: uniform clusters, shared files). */
export interface Assignment {
  readonly span: Span;
  /** Upper-case names; empty when nothing told. */
  readonly queueManagers: readonly string[];
  /** For people: "the file's name", "mqsc.yaml", "* @qmgr comment", "dmpmqcfg header" … */
  readonly reason: string;
}

export interface QueueManager {
  /** As written where it was learned. */
  readonly name: string;
  readonly platform: Platform;
  /** `mqsc.yaml` or a dump's header says so; otherwise the platform is only the usual one. */
  readonly isPlatformKnown?: boolean;
  /** `"9.4"`. */
  readonly version: string;
  readonly host: string | undefined;
  readonly sources: readonly SourceId[];
  /** Where the name comes from, for people. */
  readonly reason: string;
  /** The queue manager's own attributes, as one object of type `QMGR`. */
  readonly attributes: MqObject;
  /** With what the other members of its sharing group define for all of them. */
  readonly objects: ObjectTable;
  /** The queue-sharing group that the estate file puts it in. */
  readonly sharingGroup?: string;
  /** Every command in the order it would run, with what it did. */
  readonly steps: readonly ExecutedCommand[];
}

export interface ObjectTable {
  /** All objects of a name space in the order of their definition. */
  all(space: NameSpace): Iterable<MqObject>;
  get(space: NameSpace, name: string): MqObject | undefined;
}

/** MQ's name spaces: the four queue types share one; client channels are apart from the other channels. */
export type NameSpace =
  | 'queue'
  | 'channel'
  | 'client-channel'
  | 'namelist'
  | 'process'
  | 'topic'
  | 'subscription'
  | 'authinfo'
  | 'comminfo'
  | 'listener'
  | 'service'
  | 'cfstruct'
  | 'stgclass'
  | 'chlauth'
  | 'authrec'
  | 'policy'
  | 'other';

/** One object after all commands ran. */
export interface MqObject {
  /** `QLOCAL`, `QALIAS`, `QREMOTE`, `QMODEL`, `CHANNEL`, `NAMELIST`, `QMGR` … */
  readonly type: string;
  readonly name: string;
  readonly queueManager: string;
  /** The member of the queue-sharing group whose files define it, where that is another queue manager. */
  readonly sharedFrom?: string | undefined;
  /** `CLUSRCVR` … for channels. */
  readonly channelType: string | undefined;
  /** The name's own span in the command that defined it. */
  readonly nameAt: Location;
  /** The command that made it (DEFINE), or the first that touched it when no file defines it. */
  readonly definedBy: CommandRef;
  /** False when files only ALTER it: its other attributes are then not known. */
  readonly isDefined: boolean;
  /** Only what commands (or LIKE) set, by canonical keyword; flags under their positive keyword (`TRIGGER: 'NOTRIGGER'`). */
  readonly written: ReadonlyMap<string, EffectiveValue>;
  /** `SYSTEM.…` */
  readonly isSystem: boolean;
  /** The name holds an insert or placeholder that the estate cannot fill: it equals no other name. */
  readonly nameIsOpen: boolean;
  /** The queue manager's; decides the defaults. */
  readonly platform: Platform;
}

export interface CommandRef {
  readonly source: SourceId;
  readonly command: Command;
}

export interface EffectiveValue {
  /** As MQ holds it; lists joined by commas; `''` is blank. */
  readonly value: string;
  readonly origin: Origin;
  /** The value holds an insert or placeholder that the estate cannot fill: compare it with nothing. */
  readonly isOpen: boolean;
}

export type Origin =
  /** A parameter of a command: `at` is the whole `KEYWORD(value)`, `valueAt` the inside of the parentheses. */
  | {
      readonly kind: 'written';
      readonly at: Location;
      readonly valueAt: Location | undefined;
      readonly command: CommandRef;
    }
  | { readonly kind: 'like'; readonly object: string; readonly at: Location | undefined }
  | { readonly kind: 'default'; readonly from: string };

export interface ExecutedCommand {
  readonly ref: CommandRef;
  readonly effect:
    | { readonly kind: 'defined' | 'replaced' | 'altered' | 'deleted'; readonly object: MqObject }
    /** MQ would refuse it here, for the reason given. */
    | {
        readonly kind: 'refused';
        readonly reason: 'exists' | 'missing' | 'like-missing' | 'other-type' | 'other-disposition';
        readonly object: MqObject | undefined;
      }
    | { readonly kind: 'none' };
  /** What the commands before made of the object that it names; undefined too for a command about none. */
  readonly before: MqObject | undefined;
}

export interface Cluster {
  readonly name: string;
  readonly members: readonly ClusterMember[];
  /** Declared as a uniform cluster: the queue managers make repositories and cluster senders by themselves. */
  readonly isUniform: boolean;
  /** Every clustered object name that is a queue: one clone group each. */
  readonly cloneGroups: ReadonlyMap<string, CloneGroup>;
  /** The keys of `cloneGroups`: the same set as long as no queue comes or goes. */
  readonly queueNames: ReadonlySet<string>;
  readonly receivers: ReceiverNames;
}

/** The cluster receivers of a cluster by name: the same object as long as none comes or goes. */
export interface ReceiverNames {
  readonly cluster: string;
  readonly names: ReadonlySet<string>;
}

export interface ClusterMember {
  readonly queueManager: QueueManager;
  readonly isFullRepository: boolean;
  readonly receivers: readonly MqObject[];
  readonly senders: readonly MqObject[];
  /** No command makes it a member: the estate file says so (a uniform cluster). */
  readonly isImplied: boolean;
}

/** All instances of one queue name in one cluster. */
export interface CloneGroup {
  readonly cluster: string;
  readonly queue: string;
  readonly instances: readonly Instance[];
}

export interface Instance {
  readonly queueManager: QueueManager;
  readonly object: MqObject;
}

export interface OrderingNeed {
  readonly need: 'sequence' | 'group' | 'same-queue-manager' | 'complete-batch' | 'reply-to-requester';
  readonly queues: readonly string[];
  readonly reason: string;
  readonly at: Location;
  /** Only for the instance of this queue manager's file, when it stood in a comment there. */
  readonly queueManager: string | undefined;
}

export interface ConsumerDeclaration {
  readonly application: string;
  readonly queueManager: string;
  readonly queue: string;
  readonly host: string | undefined;
}

/*
 * The functions live beside:
 *   build-estate.ts   buildEstate({ documents, estateFile, owners, previous }) → { estate, problems }
 *   effective.ts      effective(object, keyword) → EffectiveValue | undefined (written, else the default of platform and channel type)
 *                     effectiveText(object, keyword) → string ('' when there is none) · isDefault · defaultValue
 *   queries.ts        clustersOf(object, queueManager) (CLUSTER, or the names in CLUSNL) · findQueue · fullRepositoriesOf · followAliases …
 */
