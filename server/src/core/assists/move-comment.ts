import { standsOnLines } from '#core/syntax/stands-on-lines.ts';
import { sliceAt } from '#core/syntax/tree.ts';
import type { SourceText } from '#core/text/source-text.ts';
import type { Span } from '#core/text/span.ts';
import { type Assist, type AssistPlace, type Offer, offer } from './assist.ts';

/** Comment lines inside a command, as lines above it. (A remark behind a command is a finding, with a fix of its own.) */
export const moveComment: Assist = {
  name: 'move-comment',
  offers: (place) => {
    if (!standsOnLines(place.document, place.command)) return [];
    return linesInside(place);
  },
};

/** The run of comment lines that the caret is in; from elsewhere in the command all of them, but not what a dump has commented out. */
function linesInside({ document, command, within }: AssistPlace): readonly Offer[] {
  const { text, source } = document;
  const slice = sliceAt(document, command.start);
  const lines = (slice?.comments ?? [])
    .filter(({ start, end }) => command.start < start && end < command.end)
    .map((comment) => lineOf(text, comment));
  const at = lines.findIndex(({ start, end }) => start <= within.start && within.start < end);
  if (lines.length === 0 || (at < 0 && slice?.dump)) return [];
  const moved = at < 0 ? lines : runAround(lines, at);
  const above = lineOf(text, { start: command.start, end: command.start }).start;
  const newText = moved.map(({ start, end }) => text.slice(start, end)).join('');
  const title =
    moved.length === 1
      ? 'Move the comment to a line above the command'
      : `Move ${moved.length} comment lines above the command`;
  return offer(title, [
    { source, span: { start: above, end: above }, newText },
    ...moved.map((span) => ({ source, span, newText: '' })),
  ]);
}

/** The lines that follow one another without a gap around the one at this index. */
function runAround(lines: readonly Span[], at: number): readonly Span[] {
  let from = at;
  while (from > 0 && lines[from - 1]?.end === lines[from]?.start) from--;
  let to = at;
  while (to + 1 < lines.length && lines[to]?.end === lines[to + 1]?.start) to++;
  return lines.slice(from, to + 1);
}

/** The whole line, with its break. */
const lineOf = (text: SourceText, { start, end }: Span): Span => {
  const lineBreak = text.indexOf('\n', end);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: lineBreak < 0 ? text.length : lineBreak + 1 };
};
