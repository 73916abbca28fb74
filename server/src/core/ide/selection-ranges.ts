import { sectionsOf } from '#core/model/sections.ts';
import { type Document, quoteWidth, spanIn } from '#core/syntax/tree.ts';
import { type Span, touches } from '#core/text/span.ts';
import { cursorAt } from './cursor.ts';

/** What a growing selection takes in, the smallest first: the text in quotes, the value, the attribute, the command, the section, the file. */
export function selectionRanges(document: Document, offset: number): readonly Span[] {
  const whole = { start: 0, end: document.text.length };
  const section = sectionsOf(document).find(({ span }) => touches(span, offset))?.span;
  const comment = document.slices.flatMap(({ comments }) => comments).find((span) => touches(span, offset));
  return growing(
    [...(comment ? [comment] : inCommand(document, offset)), ...(section ? [section] : []), whole],
    offset,
  );
}

function inCommand(document: Document, offset: number): readonly Span[] {
  const cursor = cursorAt(document, offset);
  if (cursor.kind === 'outside') return [];
  const { command } = cursor;
  const { verb, parameters } = command.body;
  const spans: Span[] = [];
  if (cursor.kind === 'verb' && verb) spans.push(spanIn(command, verb.span));
  if (cursor.kind === 'value' && cursor.item) {
    const item = spanIn(command, cursor.item.span);
    const quote = quoteWidth(document, item.start);
    if (cursor.item.kind !== 'word') spans.push({ start: item.start + quote, end: item.end - quote });
    spans.push(item);
  }
  if (cursor.kind === 'keyword') spans.push(spanIn(command, cursor.parameter.keywordSpan));
  if (cursor.kind === 'value' && cursor.parameter.value) spans.push(spanIn(command, cursor.parameter.value.inner));
  if (cursor.kind === 'keyword' || cursor.kind === 'value') spans.push(spanIn(command, cursor.parameter.span));
  const [first, last] = [parameters[0], parameters.at(-1)];
  if (cursor.kind !== 'verb' && first && last)
    spans.push(spanIn(command, { start: first.span.start, end: last.span.end }));
  return [...spans, { start: command.start, end: command.end }];
}

/** Each holds the one before and is larger. */
function growing(spans: readonly Span[], offset: number): readonly Span[] {
  const kept: Span[] = [];
  for (const span of spans) {
    const inner = kept.at(-1) ?? { start: offset, end: offset };
    const holds = span.start <= inner.start && inner.end <= span.end;
    const isSame = kept.length > 0 && span.start === inner.start && span.end === inner.end;
    if (holds && !isSame) kept.push(span);
  }
  return kept;
}
