import type { Estate } from '#core/model/model.ts';
import type { Document } from '#core/syntax/tree.ts';
import type { Span } from '#core/text/span.ts';
import type { FoldingRange } from './answers.ts';

/** What can be folded away: commands over several lines, runs of comment lines, the sections of several queue managers. */
export function folding(document: Document, estate: Estate): readonly FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const several = (span: Span) => document.text.slice(span.start, span.end).includes('\n');
  for (const slice of document.slices) {
    for (const { start, end } of slice.commands)
      if (several({ start, end })) ranges.push({ span: { start, end }, kind: 'command' });
    for (const span of runs(document, slice.comments)) if (several(span)) ranges.push({ span, kind: 'comment' });
  }
  const sections = estate.assignments.get(document.source) ?? [];
  if (sections.length > 1) for (const { span } of sections) if (several(span)) ranges.push({ span, kind: 'section' });
  return ranges;
}

/** Comment lines that follow each other directly become one span. */
function runs(document: Document, comments: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const comment of comments) {
    const last = joined.at(-1);
    if (last && /^[ \t]*\r?\n[ \t]*$/.test(document.text.slice(last.end, comment.start)))
      joined[joined.length - 1] = { start: last.start, end: comment.end };
    else joined.push(comment);
  }
  return joined;
}
