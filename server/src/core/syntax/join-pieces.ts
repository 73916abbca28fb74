import type { Span } from '#core/text/span.ts';

/** Text put together from pieces of another, and the way back to the characters it came from. */
export interface JoinedText {
  readonly text: string;
  /** Offset in the raw text of a character of the joined text. */
  readonly toRaw: (offset: number) => number;
  /** End, in the joined text, of the piece that holds this character: where its line ends. */
  readonly pieceEnd: (offset: number) => number;
}

/**
 * Joins the pieces of `raw` (from and to of each, in order); a piece that is a line break joins as a blank, as YAML folds it.
 * Without pieces the text is `raw` as it stands.
 */
export function joinPieces(raw: string, pieces: readonly number[] | undefined): JoinedText {
  if (pieces === undefined) return { text: raw, toRaw: (offset) => offset, pieceEnd: () => raw.length };
  const starts: number[] = [];
  let text = '';
  for (let i = 0; i + 1 < pieces.length; i += 2) {
    starts.push(text.length);
    const from = pieces[i] ?? 0;
    const to = pieces[i + 1] ?? 0;
    text += to === from + 1 && raw.charCodeAt(from) === LF ? ' ' : raw.slice(from, to);
  }
  // Offsets are asked for mostly from left to right, so the search starts where the last one ended.
  let piece = 0;
  const find = (offset: number): number => {
    if ((starts[piece] ?? 0) > offset) piece = 0;
    while (piece + 1 < starts.length && (starts[piece + 1] ?? 0) <= offset) piece++;
    return piece;
  };
  return {
    text,
    toRaw: (offset) => {
      const i = find(offset);
      return (pieces[2 * i] ?? 0) + offset - (starts[i] ?? 0);
    },
    pieceEnd: (offset) => starts[find(offset) + 1] ?? text.length,
  };
}

/** The raw characters from the first to the last of a range; an empty range stands behind the character before it. */
export function rawSpan(joined: JoinedText, start: number, end: number): Span {
  if (end > start) return { start: joined.toRaw(start), end: joined.toRaw(end - 1) + 1 };
  const at = start === 0 ? joined.toRaw(0) : joined.toRaw(start - 1) + 1;
  return { start: at, end: at };
}

/** The pieces of the raw text that a range of the joined text is made of. */
export function rawPieces(joined: JoinedText, start: number, end: number): readonly number[] {
  const pieces: number[] = [];
  for (let at = start; at < end; ) {
    const to = Math.min(joined.pieceEnd(at), end);
    pieces.push(joined.toRaw(at), joined.toRaw(to - 1) + 1);
    at = to;
  }
  return pieces;
}

const LF = 10;
