import type { Platform } from '#core/facts/facts.ts';
import type { Location, SourceId, Span, TextEdit } from '#core/text/span.ts';
import type { CloneName } from './clones/comparison.ts';
import type { SemanticTokenModifier, SemanticTokenType } from './token-names.ts';

/** Answers of editor features, as plain data with offsets; `lsp/convert.ts` turns them into the protocol's. */
export interface Hover {
  readonly span: Span;
  /** Markdown. */
  readonly content: string;
  /** Whose definitions it tells of, as a whole: those of the object under the cursor. */
  readonly queueManagers?: readonly string[];
  /** The cluster queues or topics that can be compared: the object under the cursor, where it has other instances. */
  readonly clones?: readonly CloneName[];
}

export interface Completion {
  /** What the accepted item replaces. */
  readonly replace: Span;
  readonly items: readonly CompletionItem[];
  /** There are more: ask again when more is typed. */
  readonly isIncomplete?: boolean;
}

export interface CompletionItem {
  readonly label: string;
  readonly kind: 'verb' | 'object' | 'attribute' | 'flag' | 'value' | 'name' | 'snippet';
  /** Short, after the label. */
  readonly detail: string | undefined;
  /** Markdown. */
  readonly documentation: string | undefined;
  /** Asks for documentation that is made only when somebody looks at the item. */
  readonly topic?: CompletionTopic;
  readonly insert: string;
  /** `insert` holds `$1`-style stops. */
  readonly isSnippet: boolean;
  /** Items sort by this, then by label. */
  readonly rank: string;
}

/** A parameter of a command, as the queue manager of a platform takes it. */
export interface CompletionTopic {
  readonly verb: string;
  readonly object: string;
  readonly keyword: string;
  readonly platform: Platform;
}

export interface SymbolNode {
  readonly name: string;
  readonly detail: string;
  /** Type of the object, or `section` for a queue manager's part of a file. */
  readonly kind: string;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly children: readonly SymbolNode[];
}

export interface FoldingRange {
  readonly span: Span;
  readonly kind: 'command' | 'comment' | 'section';
}

export interface SemanticToken {
  readonly span: Span;
  readonly type: SemanticTokenType;
  readonly modifiers: readonly SemanticTokenModifier[];
}

/** A change that the user may choose, from a finding or an assist. */
export interface CodeAction {
  readonly title: string;
  readonly kind: 'quickfix' | 'refactor';
  /** The finding it removes. */
  readonly fixes: { readonly code: string; readonly span: Span } | undefined;
  readonly edits: readonly TextEdit[];
  /** The new text holds `${1:…}`, where something is left to write. */
  readonly hasStops?: true;
  readonly isPreferred: boolean;
  /** Instead of edits: show the finding's harm in the panel. */
  readonly playForward: PlayForward | undefined;
}

/** Names one finding for "play it forward". */
export interface PlayForward {
  readonly code: string;
  readonly source: SourceId;
  readonly span: Span;
}

export interface Definition {
  readonly target: Location;
}

export interface Highlight {
  readonly span: Span;
  readonly kind: 'read' | 'write';
}

/** Whether a rename takes along all instances of a cluster queue, or only the one on the queue manager of the place. */
export type RenameReach = 'every-instance' | 'one-instance';

export type RenamePlace =
  | {
      readonly kind: 'name';
      /** The name without quotes. */
      readonly span: Span;
      readonly name: string;
      /** Upper-case names of those that have the object; empty for a cluster or a queue manager. */
      readonly queueManagers: readonly string[];
    }
  | { readonly kind: 'refused'; readonly reason: string };

export type RenameAnswer =
  | {
      readonly kind: 'edits';
      readonly edits: readonly TextEdit[];
      /** What does not follow the new name, for people; one sentence each. */
      readonly remarks: readonly string[];
    }
  | { readonly kind: 'refused'; readonly reason: string };

/** A stop on the way of messages. */
export interface PathItem {
  readonly name: string;
  /** Type of the object: `QLOCAL`, `CHANNEL`; `QMGR` for a queue manager as a whole. */
  readonly kind: string;
  readonly detail: string;
  /** Of the name where it is defined. */
  readonly at: Location;
  /** The whole command, in the same source. */
  readonly command: Span;
  /** Names the stop; equal for equal stops. */
  readonly key: string;
}

export interface PathCall {
  readonly item: PathItem;
  /** Where the putting object's text says so. */
  readonly at: readonly Location[];
}

/** An object, queue manager or cluster anywhere in the workspace. */
export interface WorkspaceSymbol {
  readonly name: string;
  /** Type of the object, as in `SymbolNode`. */
  readonly kind: string;
  /** The queue manager that has it, and the type. */
  readonly container: string;
  readonly at: Location;
}

export interface DocumentLink {
  readonly span: Span;
  readonly target:
    | { readonly kind: 'source'; readonly source: SourceId }
    | { readonly kind: 'rule'; readonly code: string };
}

/** A line above a command. */
export interface CodeLens {
  readonly span: Span;
  readonly title: string;
  /** What a click does; undefined: the line only tells. */
  readonly does: LensCommand | undefined;
}

export type LensCommand =
  | { readonly kind: 'simulate'; readonly queue: string; readonly cluster: string }
  | { readonly kind: 'explain'; readonly queue: string; readonly from: string }
  /** Shows all instances side by side. */
  | { readonly kind: 'compare'; readonly name: string; readonly cluster: string }
  /** Shows where all instances are defined. */
  | { readonly kind: 'show'; readonly places: readonly Location[] };

/** Text that the editor shows inside the line although it is not there. */
export interface InlayHint {
  readonly offset: number;
  readonly label: string;
  readonly tooltip: string;
  readonly side: 'before' | 'after';
  /** Writes it for good. */
  readonly edit: TextEdit | undefined;
}
