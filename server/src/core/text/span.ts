/** A piece of a source text: UTF-16 offsets, `end` exclusive. Below the language server there is no line and no character. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Names one text for as long as it is known: a URI in the editor, a path on the command line, a file name in a test. */
export type SourceId = string;

/** A span of one source: what a finding, an origin or a definition points at. */
export interface Location {
  readonly source: SourceId;
  readonly span: Span;
}

/** Replaces `span` of `source` by `newText`; an empty span inserts. The edits of one change never overlap. */
export interface TextEdit extends Location {
  readonly newText: string;
}

export const span = (start: number, end: number): Span => ({ start, end });

/** Moves a span that is relative to `by` into the frame that `by` is measured in. */
export const shift = (s: Span, by: number): Span => ({ start: s.start + by, end: s.end + by });

/** Whether `offset` lies in the span or touches its end, as a caret does. */
export const touches = (s: Span, offset: number): boolean => s.start <= offset && offset <= s.end;
