import { endOfEscape } from '#core/syntax/escapes.ts';
import type { Span } from '#core/text/span.ts';
import type { QuotedStyle } from './quoted-or-flow.ts';

/**
 * The pieces (`joinPieces`) of a quoted scalar's text as YAML hands it on: escapes decoded, line breaks folded as YAML 1.2 does it
 * (7.3.1, 7.3.2): a break with the blanks around it is one blank, each empty line a break.
 */
export function decodedPieces(text: string, { start, end }: Span, style: QuotedStyle): readonly number[] {
  const pieces: number[] = [];
  let from = start;
  const plainUpTo = (to: number): void => {
    if (to > from) pieces.push(from, to);
  };
  const mark = style === 'double-quoted' ? BACKSLASH : QUOTE;
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === mark) {
      plainUpTo(at);
      const escapeEnd = Math.min(mark === QUOTE ? at + 2 : endOfEscape(text, at), end);
      pieces.push(at, ~escapeEnd);
      at = from = escapeEnd;
    } else if (code === LF) {
      let to = at;
      while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
      plainUpTo(to);
      const breaks = [at];
      while (at < end && (isBlank(text.charCodeAt(at)) || text.charCodeAt(at) === LF)) {
        if (text.charCodeAt(at) === LF && at > (breaks[0] ?? 0)) breaks.push(at);
        at++;
      }
      from = at;
      const [first = 0, ...others] = breaks;
      if (others.length === 0) pieces.push(first, first + 1);
      for (const one of others) pieces.push(one, ~(one + 1));
    } else at++;
  }
  plainUpTo(end);
  return pieces;
}

const LF = 10;
const QUOTE = 39;
const BACKSLASH = 92;

const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 13;
