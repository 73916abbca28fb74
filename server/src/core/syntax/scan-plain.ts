import type { CommandRange } from './split-commands.ts';

/**
 * Where the words of plain commands stand, of any number of commands in one list: four offsets each for a command's verb and every
 * parameter, relative to the command's start: keyword from and to, inside of the parentheses from and to. A keyword without
 * parentheses has -1 for the last two.
 */
export interface Marks {
  offsets: Int32Array;
  length: number;
}

/** A list with room for the marks of about so many characters of MQSC; it grows when they are more. */
export const noMarks = (characters: number): Marks => ({ offsets: new Int32Array(64 + (characters >> 2)), length: 0 });

/**
 * Finds the parts of a command in which nothing is out of the ordinary: keywords, and values of unquoted words and strings in
 * single quotes, each on one line. Almost all commands are such, and for them this is all the reading that is done until
 * somebody asks for the tree: a plain command has no problems. Adds to `marks` and returns true; any other command is left to
 * `parseCommand`.
 */
export function scanPlain(text: string, { start, end, pieces }: CommandRange, marks: Marks): boolean {
  const first = marks.length;
  const isPlain = pieces ? scanPieces(text, start, pieces, marks) : scanPiece(text, start, start, end, marks);
  // A command begins with a verb, and a verb has no value.
  if (isPlain && marks.length > first && marks.offsets[first + 2] === -1) return true;
  marks.length = first;
  return false;
}

function scanPieces(text: string, base: number, pieces: readonly number[], marks: Marks): boolean {
  // A word that touches the end of its line may go on in the next one.
  let endsInWord = false;
  for (let i = 0; i + 1 < pieces.length; i += 2) {
    const from = pieces[i] ?? 0;
    const to = pieces[i + 1] ?? 0;
    // An escape of quoted YAML text.
    if (to < 0) return false;
    if (from === to) continue;
    if (endsInWord && isKeywordCode(text.charCodeAt(from))) return false;
    if (!scanPiece(text, base, from, to, marks)) return false;
    endsInWord = isKeywordCode(text.charCodeAt(to - 1));
  }
  return true;
}

const BLANK = 1;
const LETTER = 2;
const DIGIT = 4;
/** What MQ takes in an unquoted value besides letters and digits. */
const MARK = 8;
const QUOTE = 39;
const OPEN = 40;
const CLOSE = 41;
const BRACE = 123;
const MINUS = 45;

/**
 * Kind of each character, 0 for those that no plain command has outside quotes. It has a place for every code, because reading
 * beyond a table's end is slow.
 */
const kinds = new Uint8Array(65_536);
for (const code of [9, 10, 11, 12, 13, 32, 44]) kinds[code] = BLANK;
for (let code = 65; code <= 90; code++) kinds[code] = kinds[code + 32] = LETTER;
for (let code = 48; code <= 57; code++) kinds[code] = DIGIT;
for (const char of './_%*') kinds[char.charCodeAt(0)] = MARK;

const kindOf = (code: number): number => kinds[code] ?? 0;
const isKeywordCode = (code: number): boolean => (kindOf(code) & (LETTER | DIGIT)) !== 0;

/** Adds the marks of one line; false when something in it is not plain. */
function scanPiece(text: string, base: number, from: number, to: number, marks: Marks): boolean {
  let at = from;
  while (at < to) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === BLANK) {
      at++;
      continue;
    }
    if (kind !== LETTER) return false;
    const keyword = at;
    while (at < to && isKeywordCode(text.charCodeAt(at))) at++;
    const keywordEnd = at;
    while (at < to && kindOf(text.charCodeAt(at)) === BLANK && text.charCodeAt(at) !== 44) at++;
    if (at < to && text.charCodeAt(at) === OPEN) {
      const close = plainValueEnd(text, at + 1, to);
      if (close < 0) return false;
      addMark(marks, keyword - base, keywordEnd - base, at + 1 - base, close - base);
      at = close + 1;
    } else {
      if (at === keywordEnd && at < to && text.charCodeAt(at) !== 44) return false;
      addMark(marks, keyword - base, keywordEnd - base, -1, -1);
    }
  }
  return true;
}

function addMark(marks: Marks, start: number, end: number, innerStart: number, innerEnd: number): void {
  if (marks.length + 4 > marks.offsets.length) {
    const longer = new Int32Array(2 * marks.offsets.length);
    longer.set(marks.offsets);
    marks.offsets = longer;
  }
  const { offsets, length } = marks;
  offsets[length] = start;
  offsets[length + 1] = end;
  offsets[length + 2] = innerStart;
  offsets[length + 3] = innerEnd;
  marks.length = length + 4;
}

/** Where the parenthesis of a plain value closes, or -1. */
function plainValueEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    const kind = kindOf(code);
    if (code === CLOSE) return at;
    if (kind === BLANK) {
      at++;
      continue;
    }
    const end = code === QUOTE ? plainStringEnd(text, at, to) : plainWordEnd(text, at, to);
    if (end < 0 || end >= to) return -1;
    const next = text.charCodeAt(end);
    if (next !== CLOSE && kindOf(next) !== BLANK) return -1;
    at = end;
  }
  return -1;
}

/** A string with `{{` inside is a template's affair. */
function plainStringEnd(text: string, start: number, to: number): number {
  for (let at = start + 1; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === BRACE) return -1;
    if (code !== QUOTE) continue;
    if (text.charCodeAt(at + 1) !== QUOTE) return at + 1;
    at++;
  }
  return -1;
}

/** Letters, digits and what MQ lets stand with them, or a number below zero. */
function plainWordEnd(text: string, start: number, to: number): number {
  let at = start;
  const isNegative = text.charCodeAt(at) === MINUS;
  const allowed = isNegative ? DIGIT : LETTER | DIGIT | MARK;
  if (isNegative) at++;
  const first = at;
  while (at < to && (kindOf(text.charCodeAt(at)) & allowed) !== 0) at++;
  return at > first ? at : -1;
}
