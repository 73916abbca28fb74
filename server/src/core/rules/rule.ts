import type { CloneGroup, Cluster, Estate, Instance, MqObject, NameSpace, QueueManager } from '#core/model/model.ts';
import type { Command, Document } from '#core/syntax/tree.ts';
import type { Location, Span, TextEdit } from '#core/text/span.ts';

export type Severity = 'hint' | 'info' | 'warning' | 'error';
export type RuleGroup = 'language' | 'script order' | 'references' | 'clones' | 'ordering' | 'cluster' | 'estate';

/** A fault that one file of this folder knows how to find. `code` is its name for ever: file, diagnostic code, test folder, page. */
export interface Rule {
  readonly code: string;
  readonly group: RuleGroup;
  readonly severity: Severity;
  /** A sentence: what is wrong. */
  readonly title: string;
  readonly docs: RuleDocs;
  readonly check: CommandCheck | DocumentCheck | ObjectCheck | UnitCheck | EstateCheck | SuppressionCheck;
}

/** The parts of the rule's page; Markdown. */
export interface RuleDocs {
  /** What MQ does. */
  readonly behaviour: string;
  /** Why it hurts. */
  readonly harm: string;
  readonly remedy: string;
  /** When it is fine to have it; undefined: never. */
  readonly exception?: string;
  /** MQ's own message or reason: `AMQ8405`, `2268 (MQRC_CLUSTER_PUT_INHIBITED)`. */
  readonly mqSays?: string;
  /** Where the facts come from: page names and addresses; say so when one rests on memory. */
  readonly sources: readonly string[];
}

/** Looks at one command alone; its result is kept as long as the command's text stays (spans relative to the command). */
export interface CommandCheck {
  readonly scope: 'command';
  readonly run: (command: Command, context: CommandContext) => Iterable<LocalFinding>;
}

/** Looks at one document. Absolute spans. */
export interface DocumentCheck {
  readonly scope: 'document';
  readonly run: (document: Document) => Iterable<LocalFinding>;
}

/**
 * Looks at one object of a queue manager. That it finds nothing is kept as long as what made the object, what it looked up and the answers to
 * its questions stay the same, wherever in the text the commands stand. What several queue managers that run one file say of one place is told
 * once.
 */
export interface ObjectCheck {
  readonly scope: 'object';
  /** Where the objects are that it looks at; `queue-manager`: the queue manager's own attributes. */
  readonly among: readonly (NameSpace | 'queue-manager')[];
  readonly run: (object: MqObject, context: ObjectContext) => Iterable<EstateFinding>;
}

export interface ObjectContext {
  /** Whose object it is: what tells it from others, and no more. */
  readonly queueManager: Pick<QueueManager, 'name' | 'platform' | 'isPlatformKnown' | 'version'>;
  /** Another object of the same queue manager. */
  readonly find: (space: NameSpace, name: string) => MqObject | undefined;
  /** The only way to the rest of the queue manager and of the estate. Ask for little. */
  readonly ask: AskOfObject;
}

/**
 * A question may be asked again when the object stands somewhere else: take the queue manager from `own`, compare objects by their names,
 * and give no object as an answer.
 */
export type AskOfObject = <A>(question: (estate: Estate, own: () => QueueManager) => A) => A;

/** Looks at one part of the estate; its result is kept as long as that part and what the check asked of the rest stay the same. */
export type UnitCheck = QueueManagerCheck | ClusterCheck | ClusteredQueueCheck | CloneGroupCheck;

/** Looks at one queue manager. What several of them that run one file say of one place is told once. */
export interface QueueManagerCheck {
  readonly scope: 'queue-manager';
  readonly run: (queueManager: QueueManager, context: UnitContext) => Iterable<EstateFinding>;
}

/** Looks at one cluster. */
export interface ClusterCheck extends Repetition, Comparison {
  readonly scope: 'cluster';
  readonly run: (cluster: Cluster, context: UnitContext) => Iterable<EstateFinding>;
}

/** Looks at all instances of one queue in a cluster, be there several known or one. `SYSTEM.` queues are left out. */
export interface ClusteredQueueCheck extends Repetition {
  readonly scope: 'clustered-queue';
  readonly run: (group: Clones, context: UnitContext) => Iterable<EstateFinding>;
}

/** The same, where there are several. */
export interface CloneGroupCheck extends Repetition, Comparison {
  readonly scope: 'clone-group';
  readonly run: (group: Clones, context: UnitContext) => Iterable<EstateFinding>;
}

/** The instances of a queue, as a check sees them: of their queue managers only what tells them apart, and their own attributes. */
export interface Clones extends Omit<CloneGroup, 'instances'> {
  readonly instances: readonly Clone[];
}

export interface Clone extends Pick<Instance, 'object'> {
  readonly queueManager: Host;
}

export type Host = Pick<
  QueueManager,
  'name' | 'platform' | 'isPlatformKnown' | 'version' | 'attributes' | 'sharingGroup'
>;

interface Comparison {
  /** The attributes that it wants alike on clones. */
  readonly compares?: readonly ComparedAttribute[];
}

interface Repetition {
  /** `once`: when several units have something to say of one place, the first is told. */
  readonly perPlace?: 'once';
}

export interface UnitContext {
  /** The estate file's setting for the rule that runs. */
  readonly mayDiffer: readonly string[];
  readonly declared: Declared;
  /** The only way to the rest of the estate. Ask for little: the result is kept as long as every answer stays the same. */
  readonly ask: Ask;
}

/** What people declare about the estate, in `mqsc.yaml` and in comments. It changes so seldom that everything is checked again then. */
export type Declared = Pick<Estate, 'ordering' | 'consumers' | 'queueSharingGroups'>;

/** Answers are the same when they are identical, or plain objects or lists of identical things. A question reads the estate, and keeps nothing of it. */
export type Ask = <A>(question: (estate: Estate) => A) => A;

/** Looks at the whole estate, each time that anything in it changes. */
export interface EstateCheck extends Comparison {
  readonly scope: 'estate';
  readonly run: (estate: Estate, context: EstateContext) => Iterable<EstateFinding>;
}

export interface ComparedAttribute {
  /** Of the instances of a queue or of a topic, of the cluster receivers of their queue managers, or of the queue managers themselves. */
  readonly of: 'instance' | 'topic' | 'receiver' | 'queue-manager';
  readonly keyword: string;
  /** Where it is not the rule's own. */
  readonly severity?: Severity;
}

/** Looks at the suppressions that were of no use after every other rule ran. Absolute spans. */
export interface SuppressionCheck {
  readonly scope: 'suppressions';
  readonly run: (idle: readonly IdleSuppression[]) => Iterable<LocalFinding>;
}

export interface IdleSuppression {
  /** The comment, without its line end. */
  readonly span: Span;
  /** The comment's whole line, line end included. */
  readonly line: Span;
  /** The rule it names, as written. */
  readonly code: string;
  readonly codeSpan: Span;
  readonly why: 'no-finding' | 'no-reason' | 'unknown-rule' | 'no-command-below';
  /** A rule whose name is close to the unknown one. */
  readonly similar: string | undefined;
}

export interface CommandContext {
  /** Of the queue managers that run it; undefined when none is known or they differ. */
  readonly platform: QueueManager['platform'] | undefined;
  /** Those platforms of theirs that something tells; the others are only the usual one. */
  readonly knownPlatforms: readonly QueueManager['platform'][];
  /** Each level of MQ among them, the oldest first. */
  readonly versions: readonly string[];
  /** The source is a template or dump: be lenient. */
  readonly sourceKind: Document['kind'];
}

export interface EstateContext {
  /** The estate file's setting for the rule that runs. */
  readonly mayDiffer: readonly string[];
  /** What the readers of `mqsc.yaml` and scenarios found wrong there. */
  readonly fileProblems: readonly FileProblem[];
}

/** A fault of an estate file or scenario, found while it was read. */
export interface FileProblem {
  readonly kind: 'estate-file' | 'scenario';
  readonly at: Location;
  readonly message: string;
  readonly severity?: Severity;
}

/** What a check yields; the runner adds code, default severity and settings. */
export interface LocalFinding {
  readonly span: Span;
  readonly message: string;
  /** Softer or harder than the rule's own, by the strength of the evidence. */
  readonly severity?: Severity;
  readonly fixes?: readonly LocalFix[];
}

export interface LocalFix {
  readonly title: string;
  /** As in `Fix`. */
  readonly isCertain?: boolean;
  readonly edits: readonly { readonly span: Span; readonly newText: string }[];
}

export interface EstateFinding {
  readonly at: Location;
  readonly message: string;
  readonly severity?: Severity;
  readonly queueManager?: string;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  /** What "play it forward" needs to build the scenario that shows the harm. */
  readonly subject?: FindingSubject;
}

export interface Related {
  readonly at: Location;
  readonly message: string;
}

export interface Fix {
  readonly title: string;
  /** Where not all findings of the rule have a certain fix: whether this one is (see `certain-fixes.ts`). */
  readonly isCertain?: boolean;
  readonly edits: readonly TextEdit[];
}

export interface FindingSubject {
  readonly cluster: string | undefined;
  readonly queue: string | undefined;
  readonly attribute: string | undefined;
  readonly queueManagers: readonly string[];
}

/** A finding as the hosts see it: plain data, ready to be shown. */
export interface Finding extends EstateFinding {
  readonly code: string;
  readonly group: RuleGroup;
  readonly severity: Severity;
}
