import type { Span } from '#core/text/span.ts';
import { decodeEscape } from './escapes.ts';

/** Text put together from pieces of another, and the way back to the characters it came from. */
export interface JoinedText {
  readonly text: string;
  /** Offset in the raw text of a character of the joined text. */
  readonly toRaw: (offset: number) => number;
  /** Offset in the raw text behind that character; an escape is one character of several. */
  readonly rawEnd: (offset: number) => number;
  /** End, in the joined text, of the piece that holds this character. */
  readonly pieceEnd: (offset: number) => number;
  /** Whether the character stands for others of the raw text. */
  readonly isDecoded: (offset: number) => boolean;
  /** End, in the joined text, of the line that holds this character. */
  readonly lineEnd: (offset: number) => number;
}

/**
 * Joins the pieces of `raw`, from and to of each, in order. A piece that is a line break joins as a blank, as YAML folds it; one
 * whose end is written `~to` is an escape and joins as what it stands for. Without pieces the text is `raw` as it stands.
 */
export function joinPieces(raw: string, pieces: readonly number[] | undefined): JoinedText {
  if (pieces === undefined) {
    const whole = (): number => raw.length;
    return { text: raw, toRaw: same, rawEnd: next, pieceEnd: whole, isDecoded: never, lineEnd: whole };
  }
  const starts: number[] = [];
  let text = '';
  for (let i = 0; i + 1 < pieces.length; i += 2) {
    starts.push(text.length);
    const from = pieces[i] ?? 0;
    const to = pieces[i + 1] ?? 0;
    if (to < 0) text += decodeEscape(raw.slice(from, ~to));
    else text += to === from + 1 && raw.charCodeAt(from) === LF ? ' ' : raw.slice(from, to);
  }
  // Offsets are asked for mostly from left to right, so the search starts where the last one ended.
  let piece = 0;
  const find = (offset: number): number => {
    if ((starts[piece] ?? 0) > offset) piece = 0;
    while (piece + 1 < starts.length && (starts[piece + 1] ?? 0) <= offset) piece++;
    return piece;
  };
  const from = (i: number): number => pieces[2 * i] ?? 0;
  const to = (i: number): number => pieces[2 * i + 1] ?? 0;
  const end = (i: number): number => starts[i + 1] ?? text.length;
  return {
    text,
    toRaw: (offset) => {
      const i = find(offset);
      return to(i) < 0 ? from(i) : from(i) + offset - (starts[i] ?? 0);
    },
    rawEnd: (offset) => {
      const i = find(offset);
      return to(i) < 0 ? ~to(i) : from(i) + offset - (starts[i] ?? 0) + 1;
    },
    pieceEnd: (offset) => end(find(offset)),
    isDecoded: (offset) => to(find(offset)) < 0,
    lineEnd: (offset) => {
      let i = find(offset);
      while (i + 1 < starts.length && from(i + 1) === (to(i) < 0 ? ~to(i) : to(i))) i++;
      return end(i);
    },
  };
}

/** The raw characters from the first to the last of a range; an empty range stands behind the character before it. */
export function rawSpan(joined: JoinedText, start: number, end: number): Span {
  if (end > start) return { start: joined.toRaw(start), end: joined.rawEnd(end - 1) };
  const at = start === 0 ? joined.toRaw(0) : joined.rawEnd(start - 1);
  return { start: at, end: at };
}

/** The pieces of the raw text that a range of the joined text is made of. */
export function rawPieces(joined: JoinedText, start: number, end: number): readonly number[] {
  const pieces: number[] = [];
  for (let at = start; at < end; ) {
    const to = Math.min(joined.pieceEnd(at), end);
    const rawTo = joined.rawEnd(to - 1);
    pieces.push(joined.toRaw(at), joined.isDecoded(at) ? ~rawTo : rawTo);
    at = to;
  }
  return pieces;
}

/** Pieces measured from `by` of their text. */
export const piecesFrom = (pieces: readonly number[], by: number): readonly number[] =>
  pieces.map((offset) => (offset < 0 ? ~(~offset - by) : offset - by));

const LF = 10;
const same = (offset: number): number => offset;
const next = (offset: number): number => offset + 1;
const never = (): boolean => false;
