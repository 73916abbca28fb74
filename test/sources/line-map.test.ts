import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdits } from '#core/text/apply-edits.ts';
import { lineMap } from '#core/text/line-map.ts';

const text = fc
  .array(fc.constantFrom('a', '\n', '\r\n', '\r', 'é', '😀'), { maxLength: 30 })
  .map((parts) => parts.join(''));

test('lines end at \\n, \\r\\n and \\r', () => {
  const map = lineMap('ab\ncd\r\ne\rf');
  expect(map.lineCount).toBe(4);
  expect([0, 2, 3, 5, 6, 7, 9, 10].map((offset) => map.positionAt(offset))).toEqual([
    { line: 0, character: 0 },
    { line: 0, character: 2 },
    { line: 1, character: 0 },
    { line: 1, character: 2 },
    { line: 1, character: 3 },
    { line: 2, character: 0 },
    { line: 3, character: 0 },
    { line: 3, character: 1 },
  ]);
});

test('an offset’s place leads back to it, save between \\r and \\n', () => {
  fc.assert(
    fc.property(text, fc.nat({ max: 60 }), (content, at) => {
      const offset = Math.min(at, content.length);
      const map = lineMap(content);
      const inBreak = content[offset - 1] === '\r' && content[offset] === '\n';
      expect(map.offsetAt(map.positionAt(offset))).toBe(inBreak ? offset - 1 : offset);
    }),
  );
});

test('places outside the text are moved to its ends and their line’s end', () => {
  const map = lineMap('ab\r\nc');
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
