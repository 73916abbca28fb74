import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { applyEdits } from '#core/text/apply-edits.ts';
import { sourceText } from '#core/text/source-text.ts';

const text = fc
  .array(fc.constantFrom('a', '\n', '\r\n', '\r', 'é', '😀'), { maxLength: 30 })
  .map((parts) => parts.join(''));

test('lines end at \\n, \\r\\n and \\r; a place inside a break is before it', () => {
  const map = sourceText('ab\ncd\r\ne\rf');
  expect(map.lineCount).toBe(4);
  expect([0, 2, 3, 5, 6, 7, 9, 10].map((offset) => map.positionAt(offset))).toEqual([
    { line: 0, character: 0 },
    { line: 0, character: 2 },
    { line: 1, character: 0 },
    { line: 1, character: 2 },
    { line: 1, character: 2 },
    { line: 2, character: 0 },
    { line: 3, character: 0 },
    { line: 3, character: 1 },
  ]);
});

test('an offset’s place leads back to it, save between \\r and \\n', () => {
  fc.assert(
    fc.property(text, fc.nat({ max: 60 }), (content, at) => {
      const offset = Math.min(at, content.length);
      const map = sourceText(content);
      const inBreak = content[offset - 1] === '\r' && content[offset] === '\n';
      expect(map.offsetAt(map.positionAt(offset))).toBe(inBreak ? offset - 1 : offset);
    }),
  );
});

test('places outside the text are moved to its ends and their line’s end', () => {
  const map = sourceText('ab\r\nc');
  expect(map.offsetAt({ line: 0, character: 99 })).toBe(2);
  expect(map.offsetAt({ line: 9, character: 0 })).toBe(5);
  expect(map.offsetAt({ line: -1, character: 3 })).toBe(0);
  expect(map.positionAt(99)).toEqual({ line: 1, character: 1 });
});

test('edits apply in any order; insertions at one place keep theirs', () => {
  expect(
    applyEdits('abcd', [
      { span: { start: 3, end: 4 }, newText: 'D' },
      { span: { start: 1, end: 1 }, newText: '1' },
      { span: { start: 1, end: 1 }, newText: '2' },
      { span: { start: 0, end: 1 }, newText: '' },
    ]),
  ).toBe('12bcD');
});

test('after any edits, short texts and texts of many blocks are those that the edits of one string give, line for line', () => {
  const piece = fc.constantFrom('a', 'bc ', '\n', '\r\n', '\r', 'é', '😀', 'x'.repeat(700));
  const content = fc
    .tuple(fc.array(piece, { maxLength: 12 }), fc.constantFrom(1, 30, 3000))
    .map(([parts, times]) => parts.join('').repeat(times).slice(0, 60_000));
  const edit = fc.record({
    // Near the ends of blocks, and anywhere.
    near: fc.constantFrom(0, 8192, 16_384, 24_576),
    at: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.nat({ max: 60_000 })),
    deleted: fc.oneof(fc.nat({ max: 4 }), fc.nat({ max: 30_000 })),
    newText: fc.oneof(content, fc.constantFrom('', '\n', '\r', 'X')),
  });
  fc.assert(
    fc.property(content, fc.array(edit, { minLength: 1, maxLength: 6 }), (start, edits) => {
      let text = sourceText(start);
      let expected = start;
      text.positionAt(start.length);
      for (const { near, at, deleted, newText } of edits) {
        const from = Math.max(0, Math.min(near + at, expected.length));
        const to = Math.min(expected.length, from + deleted);
        text = text.edited({ span: { start: from, end: to }, newText });
        expected = expected.slice(0, from) + newText + expected.slice(to);
        expect(text.length).toBe(expected.length);
        const peer = TextDocument.create('', '', 0, expected);
        expect(text.lineCount).toBe(peer.lineCount);
        const places = [0, from - 1, from, from + newText.length, to, expected.length, 8191, 8192, 8193, 16_384];
        for (const place of places.map((one) => Math.max(0, Math.min(one, expected.length)))) {
          const position = peer.positionAt(place);
          expect(text.positionAt(place)).toEqual(position);
          expect(text.offsetAt(position)).toBe(peer.offsetAt(position));
          expect(text.offsetAt({ line: position.line, character: 1e9 })).toBe(
            peer.offsetAt({ line: position.line, character: 1e9 }),
          );
          expect(text.indexOf('\n', place)).toBe(expected.indexOf('\n', place));
          expect(text.lastIndexOf('\n', place)).toBe(expected.lastIndexOf('\n', place));
          expect(text.charCodeAt(place)).toBe(expected.charCodeAt(place));
          expect(text.slice(place - 9000, place + 9000)).toBe(expected.slice(Math.max(0, place - 9000), place + 9000));
        }
      }
      expect(text.whole()).toBe(expected);
    }),
    { numRuns: 300 },
  );
});
