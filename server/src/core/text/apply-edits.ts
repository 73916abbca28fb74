import type { Span } from './span.ts';

/** A change of one text. */
export interface Replacement {
  readonly span: Span;
  readonly newText: string;
}

/** Applies edits that are all measured in `text` and do not overlap, in any order; insertions at one place keep theirs. */
export function applyEdits(text: string, edits: readonly Replacement[]): string {
  const sorted = edits
    .map((edit, order) => ({ edit, order }))
    .sort((a, b) => a.edit.span.start - b.edit.span.start || a.order - b.order);
  let result = '';
  let copied = 0;
  for (const { edit } of sorted) {
    const start = Math.max(copied, edit.span.start);
    result += text.slice(copied, start) + edit.newText;
    copied = Math.max(start, edit.span.end);
  }
  return result + text.slice(copied);
}
