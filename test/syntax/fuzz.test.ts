import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDocument } from '#core/sources/read-document.ts';
import { printDocument } from '#core/syntax/print.ts';
import { commandsOf, type Document } from '#core/syntax/tree.ts';
import type { Span } from '#core/text/span.ts';
import { mqscLike } from './mqsc-like.ts';

const runs = { numRuns: 600 };

test('any text reads without failing and prints back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.constantFrom('a.mqsc', 'a.yaml'), holds),
    runs,
  );
});

test('text of MQSC’s own pieces reads without failing and prints back', () => {
  fc.assert(fc.property(mqscLike, fc.constantFrom('a.mqsc'), holds), { numRuns: 2000 });
});

test('the same inside YAML', () => {
  const yaml = fc
    .tuple(mqscLike, fc.constantFrom('|', '|-', '>', '>+', '|2'), fc.constantFrom('\n', '\r\n'))
    .map(([text, style, eol]) =>
      [`data:`, `  a.mqsc: ${style}`, ...text.split('\n').map((line) => `    ${line}`)].join(eol),
    );
  fc.assert(fc.property(yaml, fc.constantFrom('a.yaml'), holds), runs);
});

test('reading takes time in proportion to the text', () => {
  for (const piece of [
    "'",
    "''",
    '(',
    ')',
    '{{',
    '{',
    'A(',
    "A('",
    '+\n',
    ';',
    'A+\n',
    "';",
    '"',
    '<A',
    '$' + '{',
    '__A',
  ]) {
    const text = `DEFINE QLOCAL(A) ${piece.repeat(20_000)}`;
    const started = performance.now();
    expect(printDocument(readDocument('a.mqsc', text))).toBe(text);
    expect(performance.now() - started, JSON.stringify(piece)).toBeLessThan(2000);
  }
});

function holds(text: string, source: string): void {
  const document = readDocument(source, text);
  expect(printDocument(document)).toBe(text);
  expect(misplaced(document)).toEqual([]);
}

/** Spans that leave the one they belong to, or begin before the one in front of them ends. */
function misplaced(document: Document): readonly string[] {
  const wrong: string[] = [];
  const within = (what: string, outer: Span, inner: readonly Span[]): void => {
    let at = outer.start;
    for (const { start, end } of inner) {
      if (start < at || end < start || end > outer.end)
        wrong.push(`${what}: ${start}-${end} in ${outer.start}-${outer.end}`);
      at = end;
    }
  };
  const whole = { start: 0, end: document.text.length };
  within(
    'slice',
    whole,
    document.slices.map(({ span }) => span),
  );
  for (const slice of document.slices) {
    within('command', slice.span, slice.commands);
    within('comment', slice.span, slice.comments);
  }
  for (const { span, repair } of document.layoutProblems) {
    within('layout problem', whole, [span]);
    if (repair) within('layout repair', whole, [repair.span]);
  }
  for (const { start, end, body } of commandsOf(document)) {
    const raw = { start: 0, end: end - start };
    if (body.raw !== document.text.slice(start, end)) wrong.push('raw text');
    if (body.verb) within('verb', raw, [body.verb.span]);
    within(
      'parameter',
      { start: body.verb?.span.end ?? 0, end: raw.end },
      body.parameters.map(({ span }) => span),
    );
    for (const { span, keywordSpan, value } of body.parameters) {
      within('keyword', span, [keywordSpan]);
      if (!value) continue;
      within('value', span, [value.inner]);
      within(
        'item',
        value.inner,
        value.items.map((item) => item.span),
      );
      for (const item of value.items)
        within(
          'hole',
          item.span,
          item.holes.map((hole) => hole.span),
        );
    }
    for (const { span, repair } of body.problems) {
      within('problem', raw, [span]);
      if (repair) within('repair', raw, [repair.span]);
    }
  }
  return wrong;
}
