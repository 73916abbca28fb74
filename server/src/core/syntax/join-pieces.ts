/** A command's text as MQ puts it together, and the way back to the characters it came from. */
export interface JoinedText {
  readonly text: string;
  /** Offset in the raw text of a character of the joined text. */
  readonly toRaw: (offset: number) => number;
  /** Where the line that holds this character ends, in the joined text. */
  readonly lineEnd: (offset: number) => number;
}

/** Joins the pieces of `raw` (from and to of each, in order). Without pieces the text is `raw` as it stands. */
export function joinPieces(raw: string, pieces: readonly number[] | undefined): JoinedText {
  if (pieces === undefined) return { text: raw, toRaw: (offset) => offset, lineEnd: () => raw.length };
  const starts: number[] = [];
  let text = '';
  for (let i = 0; i + 1 < pieces.length; i += 2) {
    starts.push(text.length);
    text += raw.slice(pieces[i], pieces[i + 1]);
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
    lineEnd: (offset) => starts[find(offset) + 1] ?? text.length,
  };
}
