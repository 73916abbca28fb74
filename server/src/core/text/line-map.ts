/** A place as editors count it: both from 0, `character` in UTF-16 units. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

/** Turns offsets into lines and back; made once for a text. A line ends with `\n`, `\r\n` or a lone `\r`. */
export interface LineMap {
  readonly lineCount: number;
  /** Offsets outside the text are moved to its nearest end. */
  positionAt(offset: number): LinePosition;
  /** A character beyond its line's end is moved to that end, before the line's break. */
  offsetAt(position: LinePosition): number;
}

export function lineMap(text: string): LineMap {
  const starts = lineStarts(text);
  const clamp = (offset: number): number => Math.max(0, Math.min(offset, text.length));
  return {
    lineCount: starts.length,
    positionAt(offset) {
      const at = clamp(offset);
      let low = 0;
      let high = starts.length;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if ((starts[middle] ?? 0) <= at) low = middle;
        else high = middle;
      }
      return { line: low, character: at - (starts[low] ?? 0) };
    },
    offsetAt({ line, character }) {
      if (line < 0) return 0;
      const start = starts[line];
      if (start === undefined) return text.length;
      let end = starts[line + 1] ?? text.length;
      while (end > start && isBreak(text.charCodeAt(end - 1))) end--;
      return Math.max(start, Math.min(start + character, end));
    },
  };
}

const LF = 10;
const CR = 13;

const isBreak = (code: number): boolean => code === LF || code === CR;

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) starts.push(at + 1);
  }
  return starts;
}
