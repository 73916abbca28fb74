import type { Replacement } from './apply-edits.ts';

/** A place as editors count it: both from 0, `character` in UTF-16 units. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

/**
 * The text of a source and its lines; a line ends with `\n`, `\r\n` or a lone `\r`. It is kept in blocks, so that an edit costs what the
 * blocks cost that it touches: to copy two megabytes takes longer than everything else that a keystroke asks for.
 */
export interface SourceText {
  readonly length: number;
  readonly lineCount: number;
  slice(start: number, end?: number): string;
  charCodeAt(offset: number): number;
  /** The first one there or behind, or -1. What is longer is looked for in the whole. */
  indexOf(character: '\n', from: number): number;
  /** The last one there or before, or -1. */
  lastIndexOf(character: '\n', from: number): number;
  /** All of it in one string; put together when it is first asked for. */
  whole(): string;
  /** Offsets outside the text are moved to its nearest end, one inside a line's break to before it. */
  positionAt(offset: number): LinePosition;
  /** A character beyond its line's end is moved to that end, before the line's break. */
  offsetAt(position: LinePosition): number;
  /** The text after an edit; this one stays as it is. */
  edited(edit: Replacement): SourceText;
}

export const sourceText = (text: string): SourceText => textOfBlocks(cut(text), text);

/** Never empty but in an empty text, and none begins between the two characters of a line's break. */
interface Block {
  readonly text: string;
  /** Offsets in the block right behind each break in it; the last one may be the block's end. Worked out when first asked for. */
  lineStarts(): readonly number[];
}

/** In characters: so long that a text has few blocks, and so short that one is soon made anew. */
const blockLength = 8192;

/** A block grows up to this before it is cut. */
const longestBlock = 2 * blockLength;

function textOfBlocks(blocks: readonly Block[], known?: string): SourceText {
  let whole = known;
  const ends = runningSums(blocks, ({ text }) => text.length);
  const length = ends.at(-1) ?? 0;
  let breaks: readonly number[] | undefined;
  /** How many line breaks there are up to the end of each block. */
  const breaksUntil = (): readonly number[] => {
    breaks ??= runningSums(blocks, (block) => block.lineStarts().length);
    return breaks;
  };
  const clamp = (offset: number): number => Math.max(0, Math.min(offset, length));
  const startOf = (index: number): number => ends[index - 1] ?? 0;
  const startOfLine = (line: number): number | undefined => {
    if (line <= 0) return 0;
    const index = countUpTo(breaksUntil(), line - 1);
    const inBlock = blocks[index]?.lineStarts()[line - 1 - (breaksUntil()[index - 1] ?? 0)];
    return inBlock === undefined ? undefined : startOf(index) + inBlock;
  };
  const slice = (start: number, end = length): string => {
    if (whole !== undefined) return whole.slice(clamp(start), clamp(end));
    let at = clamp(start);
    const to = clamp(end);
    let part = '';
    for (let index = countUpTo(ends, at); at < to; index++) {
      part += blocks[index]?.text.slice(at - startOf(index), to - startOf(index)) ?? '';
      at = ends[index] ?? to;
    }
    return part;
  };
  return {
    length,
    get lineCount() {
      return (breaksUntil().at(-1) ?? 0) + 1;
    },
    slice,
    charCodeAt(offset) {
      const index = countUpTo(ends, offset);
      return blocks[index]?.text.charCodeAt(offset - startOf(index)) ?? Number.NaN;
    },
    indexOf(character, from) {
      const first = clamp(from);
      for (let index = countUpTo(ends, first); index < blocks.length; index++) {
        const at = blocks[index]?.text.indexOf(character, first - startOf(index)) ?? -1;
        if (at >= 0) return startOf(index) + at;
      }
      return -1;
    },
    lastIndexOf(character, from) {
      if (from < 0) return -1;
      for (let index = Math.min(countUpTo(ends, from), blocks.length - 1); index >= 0; index--) {
        const at = blocks[index]?.text.lastIndexOf(character, from - startOf(index)) ?? -1;
        if (at >= 0) return startOf(index) + at;
      }
      return -1;
    },
    whole() {
      whole ??= blocks.map(({ text }) => text).join('');
      return whole;
    },
    positionAt(offset) {
      const at = clamp(offset);
      const index = Math.min(countUpTo(ends, at), Math.max(0, blocks.length - 1));
      const inBlock = countUpTo(blocks[index]?.lineStarts() ?? [], at - startOf(index));
      const line = (breaksUntil()[index - 1] ?? 0) + inBlock;
      const isInBreak = slice(at - 1, at + 1) === '\r\n';
      return { line, character: at - (startOfLine(line) ?? 0) - (isInBreak ? 1 : 0) };
    },
    offsetAt({ line, character }) {
      if (line < 0) return 0;
      const start = startOfLine(line);
      if (start === undefined) return length;
      const end = startOfLine(line + 1) ?? length;
      const withoutBreak = end - (/[\r\n]*$/.exec(slice(Math.max(start, end - 2), end))?.[0].length ?? 0);
      return Math.max(start, Math.min(start + character, withoutBreak));
    },
    edited({ span, newText }) {
      const start = clamp(span.start);
      const end = Math.max(start, clamp(span.end));
      let from = Math.min(countUpTo(ends, start), Math.max(0, blocks.length - 1));
      let to = Math.min(countUpTo(ends, end) + 1, blocks.length);
      let made = slice(startOf(from), start) + newText + slice(end, ends[to - 1] ?? 0);
      if (from > 0 && (made === '' || made.startsWith('\n'))) {
        from--;
        made = (blocks[from]?.text ?? '') + made;
      }
      if (to < blocks.length && (made === '' || made.endsWith('\r'))) {
        made += blocks[to]?.text ?? '';
        to++;
      }
      return textOfBlocks([...blocks.slice(0, from), ...cut(made), ...blocks.slice(to)]);
    },
  };
}

function cut(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let from = 0;
  while (text.length - from > longestBlock) {
    const lineBreak = text.slice(from + blockLength, from + longestBlock).indexOf('\n');
    let to = lineBreak < 0 ? from + longestBlock : from + blockLength + lineBreak + 1;
    if (text.charCodeAt(to - 1) === CR && text.charCodeAt(to) === LF) to--;
    blocks.push(block(text.slice(from, to)));
    from = to;
  }
  if (from < text.length) blocks.push(block(text.slice(from)));
  return blocks;
}

function block(text: string): Block {
  let starts: readonly number[] | undefined;
  return {
    text,
    lineStarts() {
      starts ??= lineStartsIn(text);
      return starts;
    },
  };
}

const LF = 10;
const CR = 13;

function lineStartsIn(text: string): readonly number[] {
  const starts: number[] = [];
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

function runningSums<T>(list: readonly T[], size: (one: T) => number): readonly number[] {
  let sum = 0;
  return list.map((one) => {
    sum += size(one);
    return sum;
  });
}

/** How many of the numbers, which ascend, are not greater than `most`. */
function countUpTo(ascending: readonly number[], most: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}
