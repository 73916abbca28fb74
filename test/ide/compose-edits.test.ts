import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdits, type Replacement } from '#core/text/apply-edits.ts';
import { editPieces, editsOfPieces, wholeText } from '#core/text/compose-edits.ts';

/** Edits that do not overlap, at places given as parts of the text's length. */
const editsFor = (text: string, cuts: readonly (readonly [number, string])[]): readonly Replacement[] => {
  const places = cuts.map(([at]) => Math.floor(at * (text.length + 1))).sort((a, b) => a - b);
  return cuts
    .flatMap(([, newText], i) => {
      const [start, end] = [places[i] ?? 0, places[i + 1] ?? text.length];
      return i % 2 === 0
        ? [{ span: { start: Math.min(start, text.length), end: Math.min(end, text.length) }, newText }]
        : [];
    })
    .filter(({ span }, i, all) => i === 0 || span.start > (all[i - 1]?.span.end ?? 0));
};

const cuts = fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.string({ maxLength: 4 })), {
  maxLength: 6,
});

test('rounds of edits, as edits of the first text', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.array(cuts, { maxLength: 4 }), (text, rounds) => {
      let now = text;
      let pieces = wholeText(text);
      for (const round of rounds) {
        const edits = editsFor(now, round);
        now = applyEdits(now, edits);
        pieces = editPieces(pieces, edits);
      }
      const composed = editsOfPieces(pieces, text.length);
      expect(applyEdits(text, composed)).toBe(now);
      expect(composed.every(({ span }, i) => i === 0 || span.start >= (composed[i - 1]?.span.end ?? 0))).toBe(true);
    }),
  );
});

test('what is far apart stays apart', () => {
  const pieces = editPieces(wholeText('abcdefgh'), [
    { span: { start: 1, end: 2 }, newText: 'B' },
    { span: { start: 6, end: 6 }, newText: '-' },
  ]);
  expect(editsOfPieces(pieces, 8)).toEqual([
    { span: { start: 1, end: 2 }, newText: 'B' },
    { span: { start: 6, end: 6 }, newText: '-' },
  ]);
});
