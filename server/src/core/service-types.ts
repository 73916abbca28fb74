import type { FileAssigned } from '#core/estate/assign-file.ts';
import type { Estate } from '#core/model/model.ts';
import type { Finding, Fix, Severity } from '#core/rules/rule.ts';
import type { Plan } from '#core/scenario/plan.ts';
import type { Difference } from '#core/sim/compare-traces.ts';
import type { SequenceOptions } from '#core/sim/sequence-diagram.ts';
import type { Decision, Trace, TraceDetail } from '#core/sim/trace.ts';
import type { Replacement } from '#core/text/apply-edits.ts';
import type { SourceText } from '#core/text/source-text.ts';
import type { SourceId, Span, TextEdit } from '#core/text/span.ts';
import type { Steps } from '#core/text/steps.ts';
import type { FixAll } from './fix-all.ts';
import type {
  CodeAction,
  CodeLens,
  Completion,
  CompletionTopic,
  Definition,
  DocumentLink,
  FoldingRange,
  Highlight,
  Hover,
  InlayHint,
  PathCall,
  PathItem,
  PlayForward,
  RenameAnswer,
  RenamePlace,
  RenameReach,
  SemanticToken,
  SymbolNode,
  WorkspaceSymbol,
} from './ide/answers.ts';
import type { CellName, CloneComparison, CloneName } from './ide/clones/comparison.ts';
import type { CloneListing } from './ide/clones/list-clones.ts';
import type { EffectiveMqsc } from './ide/effective-mqsc.ts';
import type { EstateNode } from './ide/estate-tree/estate-node.ts';
import type { FormatOptions } from './ide/format/format-options.ts';
import type { HintSettings } from './ide/inlay-hints.ts';

/** The façade over the core: sources in, answers out. Synchronous; never throws on what a user can write. Made by `createService` in `service.ts`. */
export interface Service {
  /** Takes a source in, or its new text. Estate files (`mqsc.yaml`) and scenarios (`*.mqsim.yaml`) are sources as well. */
  open(source: SourceId, text: string): void;
  /** Applies edits in the order given, each relative to the text after the one before. */
  change(source: SourceId, edits: readonly Replacement[]): void;
  close(source: SourceId): void;
  text(source: SourceId): string | undefined;
  /** The text of a source as editors count it, in lines. */
  lines(source: SourceId): SourceText | undefined;
  sources(): readonly SourceId[];
  configure(settings: ServiceSettings): void;

  /** The estate that a source belongs to; without one, the first. A workspace with several `mqsc.yaml` holds several estates. */
  estate(source?: SourceId): Estate;
  /** All of them, in the order of their estate files. */
  estates(): readonly Estate[];
  findings(source: SourceId): readonly Finding[];
  allFindings(): ReadonlyMap<SourceId, readonly Finding[]>;
  /**
   * The same in small steps, so that other questions can be answered in between. To be given up when a source or a setting changes; what
   * was worked out until then is not lost.
   */
  checkInSteps(): Steps<ReadonlyMap<SourceId, readonly Finding[]>>;
  /**
   * The findings of one source at once after an edit: of each command and of the layout as they are, of what depends on other
   * commands as `allFindings` last told it. Undefined before `allFindings` was asked for the source.
   */
  passingFindings(source: SourceId): readonly Finding[] | undefined;

  hover(source: SourceId, offset: number): Hover | undefined;
  completion(source: SourceId, offset: number): Completion;
  /** Documentation of an item that names its topic; Markdown. */
  completionDocumentation(topic: CompletionTopic): string | undefined;
  definition(source: SourceId, offset: number): readonly Definition[];
  references(source: SourceId, offset: number): readonly Definition[];
  highlight(source: SourceId, offset: number): readonly Highlight[];
  /** Every instance of a cluster queue is meant unless `reach` says otherwise. */
  prepareRename(source: SourceId, offset: number, reach?: RenameReach): RenamePlace;
  rename(source: SourceId, offset: number, newName: string, reach?: RenameReach): RenameAnswer;
  /** The instance of a cluster queue with others whose own command is at the offset. */
  instanceAt(source: SourceId, offset: number): { readonly queue: string; readonly queueManager: string } | undefined;
  /** The stops on the way of messages that stand at a place, and their neighbours. */
  pathItems(source: SourceId, offset: number): readonly PathItem[];
  incoming(item: PathItem): readonly PathCall[];
  outgoing(item: PathItem): readonly PathCall[];
  symbols(source: SourceId): readonly SymbolNode[];
  /** Objects of every estate whose name has the characters of the query in their order. */
  workspaceSymbols(query: string): readonly WorkspaceSymbol[];
  /** The smallest first; the last is the whole text. */
  selectionRanges(source: SourceId, offset: number): readonly Span[];
  documentLinks(source: SourceId): readonly DocumentLink[];
  codeLens(source: SourceId): readonly CodeLens[];
  inlayHints(source: SourceId, within: Span): readonly InlayHint[];
  folding(source: SourceId): readonly FoldingRange[];
  semanticTokens(source: SourceId, within?: Span): readonly SemanticToken[];
  /**
   * The edits that lay out a source's commands, or those that lie in `within`. `options` come before the settings, the
   * settings before the defaults.
   */
  format(source: SourceId, options?: Partial<FormatOptions>, within?: Span): readonly TextEdit[];
  /** What Enter asks for, when it left the caret at `offset`. */
  formatOnType(source: SourceId, offset: number, options?: Partial<FormatOptions>): readonly TextEdit[];
  codeActions(source: SourceId, within: Span): readonly CodeAction[];
  /** The edits that end many findings at once; nothing is changed by asking. */
  fixAll(wanted: FixAll): readonly TextEdit[];
  /** How many findings of a rule have a fix, in the estate of a source. */
  countFixes(code: string, source: SourceId): number;
  /** Which queue manager the text at this place belongs to, and why: for the status bar. */
  owner(
    source: SourceId,
    offset: number,
  ): { readonly queueManagers: readonly string[]; readonly reason: string } | undefined;

  /** What all commands leave behind on a queue manager of the estate that `near` belongs to, else of the first that has it. */
  effectiveMqsc(queueManager: string, near?: SourceId): EffectiveMqsc | undefined;

  /** All instances of a cluster queue or topic side by side; of the estate that `near` belongs to, else of the first that has it. */
  compareClones(of: CloneName, near?: SourceId): CloneComparison | undefined;
  /** The ways to make one value of a comparison equal to others. */
  cloneFixes(cell: CellName, near?: SourceId): readonly Fix[];
  /** The cluster queues and topics that can be compared, of all estates; those that differ first. */
  clones(): readonly CloneListing[];
  /** What there is to compare at a place. */
  clonesAt(source: SourceId, offset: number): readonly CloneName[];

  /** The estate file that governs a folder, or the text of a first one in it: what is inferred; undefined when nothing is. */
  firstEstateFile(
    folder: SourceId,
  ):
    | { readonly kind: 'there'; readonly estateFile: SourceId }
    | { readonly kind: 'new'; readonly estateFile: SourceId; readonly text: string | undefined };

  /** The first level of the tree of all estates, or the children of one of its nodes. */
  estateChildren(id?: string): readonly EstateNode[];

  /** The estate file that says, or with the edits will say, whose file it is; without one above it, a new one in `folder`. */
  assignFile(
    source: SourceId,
    queueManager: string,
    folder: SourceId,
  ): FileAssigned & { readonly estateFile: SourceId };

  /** A scenario that a file holds. */
  planOfScenario(source: SourceId): PlanAnswer;
  /** A scenario made of the estate as it is open: a producer and a consumer for each clustered queue. */
  planOfEstate(focus?: EstateFocus): PlanAnswer;
  /** A scenario that shows what a finding does to messages. */
  planOfFinding(finding: PlayForward): PlanAnswer;
  /** What the rules say about a plan's queue managers and queues. `near` is the scenario it came from, or a source of its estate. */
  findingsOfPlan(plan: Plan, near?: SourceId): readonly { readonly code: string; readonly detail: string }[];
  explain(question: RouteQuestion): { readonly decision: Decision | undefined; readonly problem: string | undefined };
  simulate(plan: Plan, detail: TraceDetail): Trace;
  /** A trace as the lines of a file; see docs/trace-file.md. */
  traceLines(trace: Trace): Iterable<string>;
  /** What happened to one message, line by line; nothing when the run has none of that number. `explain` puts a decision about it into words. */
  storyOf(trace: Trace, message: number, explain?: (decision: Decision) => readonly string[]): readonly string[];
  /** A run, or what became of some messages, as a sequence diagram of Mermaid. */
  sequenceDiagram(trace: Trace, options?: SequenceOptions): string;
  /** Where a run parts from the one in such a file; or why the file cannot be read. */
  compareWithFile(lines: Iterable<string>, trace: Trace): Difference | 'none' | { readonly unreadable: string };
  /** The plan as a self-contained `*.mqsim.yaml`. */
  scenarioText(plan: Plan): string;
}

export interface ServiceSettings {
  /** `mqsc.rules`: rule name → severity or off; comes before the estate file's. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  /** `mqsc.format`: what is to be otherwise than the defaults. */
  readonly format?: Partial<FormatOptions>;
  /** `mqsc.codeLens`: false for none. */
  readonly codeLens?: boolean;
  /** `mqsc.inlayHints`. */
  readonly inlayHints?: HintSettings;
  /** Where the rules' pages are; a finding's page is `<base>/<code>.md`. */
  readonly rulePages?: string;
}

export interface EstateFocus {
  readonly queue?: string;
  readonly cluster?: string;
  /** A source of the estate that is meant; without one, the largest. */
  readonly source?: SourceId;
}

export interface PlanAnswer {
  readonly plan: Plan | undefined;
  readonly problems: readonly Finding[];
  /** Why there is no plan, when no problem says it. */
  readonly reason?: string | undefined;
}

export interface RouteQuestion {
  readonly from: string;
  readonly queue: string;
  readonly bind?: 'as-q-def' | 'on-open' | 'not-fixed' | 'on-group';
  readonly objectQueueManager?: string;
}
