import type { Replacement } from './apply-edits.ts';
import type { Span } from './span.ts';

/** A changed text as parts of the one it was made from, and what came in between. */
export type Pieces = readonly (Span | string)[];

/** A text that nothing changed yet. */
export const wholeText = (text: string): Pieces => [{ start: 0, end: text.length }];

/** The pieces after edits that are measured in the changed text and do not overlap. */
export function editPieces(pieces: Pieces, edits: readonly Replacement[]): Pieces {
  const made: (Span | string)[] = [];
  const rest = [...pieces];
  let at = 0;
  const pass = (until: number, keep: 'keep' | 'drop'): void => {
    while (at < until) {
      const piece = rest.shift();
      if (piece === undefined) return;
      const length = lengthOf(piece);
      const taken = Math.min(length, until - at);
      if (keep === 'keep') made.push(part(piece, 0, taken));
      if (taken < length) rest.unshift(part(piece, taken, length));
      at += taken;
    }
  };
  for (const { span, newText } of edits.toSorted((a, b) => a.span.start - b.span.start)) {
    pass(span.start, 'keep');
    if (newText !== '') made.push(newText);
    pass(span.end, 'drop');
  }
  return [...made, ...rest];
}

/** The edits of the first text that lead to the pieces; they do not overlap. */
export function editsOfPieces(pieces: Pieces, length: number): readonly Replacement[] {
  const edits: Replacement[] = [];
  let copied = 0;
  let newText = '';
  for (const piece of [...pieces, { start: length, end: length }]) {
    if (typeof piece === 'string') {
      newText += piece;
      continue;
    }
    if (newText !== '' || piece.start > copied) edits.push({ span: { start: copied, end: piece.start }, newText });
    newText = '';
    copied = piece.end;
  }
  return edits;
}

const lengthOf = (piece: Span | string): number => (typeof piece === 'string' ? piece.length : piece.end - piece.start);

const part = (piece: Span | string, from: number, to: number): Span | string =>
  typeof piece === 'string' ? piece.slice(from, to) : { start: piece.start + from, end: piece.start + to };
