import type { Change } from '#core/text/change.ts';
import type { SourceText } from '#core/text/source-text.ts';
import type { SourceId, Span } from '#core/text/span.ts';

/**
 * One MQSC command as it stands in a source. `body` depends on nothing but the command's own lines, so an edit elsewhere
 * keeps it and only moves `start`. Every span inside `body` is relative to `start`; `spanIn` resolves it.
 */
export interface Command {
  readonly start: number;
  readonly end: number;
  readonly body: CommandBody;
  /** Comment lines that stand directly above the command, in order (for `@ignore`, `@ordering`). Absolute spans. */
  readonly leadingComments: readonly Span[];
}

export interface CommandBody {
  /** The original characters from the verb's first to the command's last, continuation, comments in between and all. */
  readonly raw: string;
  /** As written; undefined only in a command that starts with something that is no word. */
  readonly verb: Word | undefined;
  /** The verb's full upper-case name (`DEF` → `DEFINE`), or undefined when MQ has no such verb. */
  readonly verbName: string | undefined;
  /** The first keyword after the verb that names an object type (`QL(Q1)`, or `QLOCAL` without name). It is in `parameters` as well. */
  readonly object: Parameter | undefined;
  /** Full name of the object type (`QL` → `QLOCAL`), or undefined when MQ has no such type. */
  readonly objectName: string | undefined;
  /** Everything after the verb in the order of the text, the object included. */
  readonly parameters: readonly Parameter[];
  readonly problems: readonly SyntaxProblem[];
}

export interface Word {
  readonly text: string;
  readonly upper: string;
  readonly span: Span;
}

/** `KEYWORD`, or `KEYWORD(value …)`. */
export interface Parameter {
  /** Upper case, synonyms not resolved. */
  readonly keyword: string;
  readonly keywordSpan: Span;
  /** What stands in the parentheses; undefined for a keyword without any. */
  readonly value: Value | undefined;
  /** Keyword and parentheses. */
  readonly span: Span;
}

export interface Value {
  /** What is between the parentheses, blanks included. */
  readonly inner: Span;
  /** The elements, separated by commas or blanks. One for a plain value, none for `()`, three for `WHERE(A EQ B)`. */
  readonly items: readonly ValueItem[];
}

export interface ValueItem {
  readonly kind: 'word' | 'quoted' | 'double-quoted';
  /**
   * What MQ reads: upper case for an unquoted word, the inside of the quotes with doubled quotes halved for a quoted one.
   * Characters of inserts and placeholders stay as they are.
   */
  readonly text: string;
  /** The characters of the source, quotes and case kept, continuation removed. */
  readonly written: string;
  readonly span: Span;
  /** Inserts (`+QMNAME+`) and placeholders (`{{ x }}`, `${x}`) inside: the value is then not known. */
  readonly holes: readonly Hole[];
}

export interface Hole {
  readonly kind: 'insert' | 'placeholder';
  /** `QMNAME` for `+QMNAME+`; the marker's inside for a placeholder. */
  readonly name: string;
  readonly span: Span;
}

/** Codes are rule names of the language group; `syntax-error` where no other fits. */
export interface SyntaxProblem {
  readonly code:
    | 'syntax-error'
    | 'unterminated-string'
    | 'unbalanced-parenthesis'
    | 'value-needs-quotes'
    | 'double-quoted-value'
    | 'trailing-comment';
  readonly message: string;
  readonly span: Span;
  /** A certain repair, relative span, if there is one. */
  readonly repair?: { readonly span: Span; readonly newText: string; readonly title: string };
}

/** What the splitter alone can see: layout faults of lines, not of commands. Absolute spans. */
export interface LayoutProblem {
  readonly code:
    | 'line-too-long'
    | 'sequence-number-moved'
    | 'trailing-comment'
    | 'comment-not-in-first-column'
    | 'continued-into-nothing'
    | 'command-after-end'
    | 'syntax-error';
  readonly message: string;
  readonly span: Span;
  readonly repair?: { readonly span: Span; readonly newText: string; readonly title: string };
}

/** A source that was read: all that the layers above need to know of its text. */
export interface Document {
  readonly source: SourceId;
  readonly text: SourceText;
  /**
   * `mqsc`: a plain script or dump; `yaml`: MQSC in scalars of YAML; `shell`: in here-documents of a shell script; `job`: in the stream of a z/OS
   * job; `none`: read, but no MQSC found in it.
   */
  readonly kind: 'mqsc' | 'yaml' | 'shell' | 'job' | 'none';
  /** In the order of the text, over all slices. */
  readonly slices: readonly Slice[];
  readonly layoutProblems: readonly LayoutProblem[];
}

/** The part of a document that a change can have touched; the commands around it are what they were. */
export interface Part {
  readonly change: Change;
  /** The part as it is after the change, as a document of its own. */
  readonly document: Document;
  /** Where the offsets in `document` are measured from. */
  readonly from: number;
}

/** A run of MQSC in a source: the whole file, or one block or quoted scalar of a YAML file. */
export interface Slice {
  readonly span: Span;
  /**
   * How the source's characters make MQSC's lines: as they stand, after `margin` columns of YAML; folded to longer ones; or, in quotes,
   * folded and with escapes.
   */
  readonly form: 'lines' | 'folded' | 'single-quoted' | 'double-quoted';
  /** Columns of each line that belong to what is around; 0 but in block scalars. */
  readonly margin: number;
  readonly commands: readonly Command[];
  /** Every comment line, with absolute spans, without the line end. */
  readonly comments: readonly Span[];
  /** The YAML path that leads to it, for people: `data › qm1.mqsc`. Undefined for a whole file. */
  readonly label: string | undefined;
  /** What the surroundings say about the queue manager: ConfigMap or QueueManager name in YAML, the argument of runmqsc in a shell script. */
  readonly ownerHint: string | undefined;
  /** Set for a dump: what its header says. */
  readonly dump: DumpHeader | undefined;
}

export interface DumpHeader {
  /** `makedef`: what CSQUTIL writes as commands; `csqutil`: a job that runs it, or what it prints about one. */
  readonly tool: 'dmpmqcfg' | 'saveqmgr' | 'makedef' | 'csqutil';
  readonly queueManager: string | undefined;
  readonly queueManagerSpan: Span | undefined;
  /** `UNIX`, `WINDOWS`, `MVS` … as the header says. */
  readonly platform: string | undefined;
  /** 930 for `(930/930)`. */
  readonly commandLevel: number | undefined;
}

/** The span in the source of something inside a command's body. */
export const spanIn = (command: Command, relative: Span): Span => ({
  start: command.start + relative.start,
  end: command.start + relative.end,
});

/** The slice that an offset is in or touches. */
export const sliceAt = ({ slices }: Document, offset: number): Slice | undefined =>
  slices.findLast(({ span }) => span.start <= offset && offset <= span.end);

/** Whether its characters are those of a quoted scalar of YAML, some of them escapes. */
export const isQuoted = ({ form }: Pick<Slice, 'form'>): boolean =>
  form === 'single-quoted' || form === 'double-quoted';

/** How many characters of the source a quote of MQSC's takes at an offset: YAML doubles it in single quotes. */
export const quoteWidth = (document: Document, offset: number): number =>
  sliceAt(document, offset)?.form === 'single-quoted' ? 2 : 1;

/** All commands of a document in the order of its text. */
export function* commandsOf(document: Document): Iterable<Command> {
  for (const slice of document.slices) yield* slice.commands;
}

/** The first parameter written with this keyword (upper case), synonyms not resolved. */
export const parameterOf = (body: CommandBody, keyword: string): Parameter | undefined =>
  body.parameters.find((p) => p.keyword === keyword);

/** The value as one text, items joined by a comma: `A,B` for `NAMES(A, B)`; undefined without parentheses. */
export const textOf = (parameter: Parameter | undefined): string | undefined =>
  parameter?.value?.items.map((item) => item.text).join(',');

/** Whether any part of the value is an insert or a placeholder, and so not known before it is filled in. */
export const isOpen = (parameter: Parameter | undefined): boolean =>
  parameter?.value?.items.some((item) => item.holes.length > 0) ?? false;
