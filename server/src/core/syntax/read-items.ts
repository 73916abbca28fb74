import { interned } from '#core/text/interned.ts';
import { holesIn } from './holes.ts';
import { type JoinedText, rawSpan } from './join-pieces.ts';
import { quoted } from './quote-if-needed.ts';
import type { Hole, SyntaxProblem, ValueItem } from './tree.ts';

/** Reads what stands between parentheses, `from` to `to` of the joined text, and adds what is wrong with it to `problems`. */
export function readItems(
  joined: JoinedText,
  from: number,
  to: number,
  problems: SyntaxProblem[],
): readonly ValueItem[] {
  const { text } = joined;
  const items: ValueItem[] = [];
  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (isSeparator(code)) {
      at++;
      continue;
    }
    const end =
      code === QUOTE ? quotedEnd(text, at, to) : code === DOUBLE ? doubleEnd(text, at, to) : wordEnd(text, at, to);
    const kind = code === QUOTE ? 'quoted' : code === DOUBLE ? 'double-quoted' : 'word';
    const item = itemOf(joined, kind, at, end);
    items.push(item);
    const isAlone = end >= to || isSeparator(text.charCodeAt(end));
    if (kind === 'double-quoted') problems.push(doubleQuotedValue(item, isAlone ? 'alone' : 'glued'));
    else if (kind === 'word' && !isPlain(item)) problems.push(valueNeedsQuotes(item));
    if (!isAlone && kind !== 'double-quoted') problems.push(gluedText(joined, end));
    at = end;
  }
  // A list that grew has room for sixteen more, and large files have a hundred thousand lists.
  return items.slice();
}

/** One unquoted value that has parentheses inside, as in `CONNAME(host(1414))`: certainly meant as one, certainly refused. */
export function readNested(
  joined: JoinedText,
  from: number,
  to: number,
  problems: SyntaxProblem[],
): readonly ValueItem[] {
  let start = from;
  let end = to;
  while (start < end && isSeparator(joined.text.charCodeAt(start))) start++;
  while (end > start && isSeparator(joined.text.charCodeAt(end - 1))) end--;
  const item = itemOf(joined, 'word', start, end);
  if (item.holes.length === 0) problems.push(valueNeedsQuotes(item));
  return [item];
}

const noHoles: readonly Hole[] = [];
const QUOTE = 39;
const DOUBLE = 34;
const COMMA = 44;
const BRACE = 123;
const PERCENT = 37;

const isSeparator = (code: number): boolean => code === 32 || code === COMMA || (code >= 9 && code <= 13);

function itemOf(joined: JoinedText, kind: ValueItem['kind'], start: number, end: number): ValueItem {
  const written = interned(joined.text.slice(start, end));
  const span = rawSpan(joined, start, end);
  const found = holesIn(written);
  const holes =
    found.length === 0
      ? noHoles
      : found.map((hole) => ({
          kind: hole.kind,
          name: hole.name,
          span: rawSpan(joined, start + hole.start, start + hole.end),
        }));
  return { kind, text: interned(readValue(kind, written)), written, span, holes };
}

function readValue(kind: ValueItem['kind'], written: string): string {
  if (kind === 'word') return upperOutsideHoles(written);
  const mark = kind === 'quoted' ? "'" : '"';
  const inner = written.slice(1, written.length > 1 && written.endsWith(mark) ? -1 : undefined);
  return kind === 'quoted' && inner.includes("''") ? inner.replaceAll("''", "'") : inner;
}

function upperOutsideHoles(written: string): string {
  const holes = holesIn(written);
  if (holes.length === 0) return written.toUpperCase();
  let result = '';
  let at = 0;
  for (const { start, end } of holes) {
    result += written.slice(at, start).toUpperCase() + written.slice(start, end);
    at = end;
  }
  return result + written.slice(at).toUpperCase();
}

function quotedEnd(text: string, start: number, to: number): number {
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf("'", at);
    if (quote < 0 || quote >= to) return to;
    if (text.charCodeAt(quote + 1) === QUOTE && quote + 1 < to) {
      at = quote + 2;
      continue;
    }
    // A quote inside `{{ x | default('a') }}` is the template's.
    const brace = text.lastIndexOf('{{', quote);
    const close = brace > start ? text.indexOf('}}', brace) : -1;
    if (close > quote && close < to) {
      at = close + 2;
      continue;
    }
    return quote + 1;
  }
}

function doubleEnd(text: string, start: number, to: number): number {
  const end = text.indexOf('"', start + 1);
  return end < 0 || end >= to ? to : end + 1;
}

function wordEnd(text: string, start: number, to: number): number {
  let at = start;
  while (at < to) {
    const code = text.charCodeAt(at);
    const next = code === BRACE ? text.charCodeAt(at + 1) : 0;
    if (next === BRACE || next === PERCENT) {
      const close = text.indexOf(next === BRACE ? '}}' : '%}', at);
      at = close < 0 || close + 2 > to ? at + 2 : close + 2;
      continue;
    }
    if (isSeparator(code) || code === QUOTE || code === DOUBLE) break;
    at++;
  }
  return Math.max(at, start + 1);
}

/** What MQ takes without quotes: letters, digits, `. / _ % *`, and a range such as `01:03`. Holes count as filled in well. */
function isPlain(item: ValueItem): boolean {
  if (/^[A-Za-z0-9._/%*]+$/.test(item.written)) return true;
  let rest = item.written;
  for (const { start, end } of [...holesIn(rest)].reverse()) rest = rest.slice(0, start) + rest.slice(end);
  return /^(?:[A-Za-z0-9._/%*]*|-?\d+|\d+:\d+)$/.test(rest);
}

const isUnbroken = (item: ValueItem): boolean => item.span.end - item.span.start === item.written.length;

function valueNeedsQuotes(item: ValueItem): SyntaxProblem {
  const message = `MQ refuses ${item.written} without quotes: only letters, digits and . / _ % * can stand alone (AMQ8405).`;
  const problem = { code: 'value-needs-quotes', message, span: item.span } as const;
  if (!isUnbroken(item)) return problem;
  return {
    ...problem,
    repair: { span: item.span, newText: quoted(item.written), title: `Write ${quoted(item.written)}` },
  };
}

/** What stands right behind a value, as in `"a"-b`, leaves open what was meant: no repair then. */
function doubleQuotedValue(item: ValueItem, place: 'alone' | 'glued'): SyntaxProblem {
  const message = 'MQSC knows single quotes only; a double quote begins no string.';
  const problem = { code: 'double-quoted-value', message, span: item.span } as const;
  if (!isUnbroken(item) || place === 'glued') return problem;
  return { ...problem, repair: { span: item.span, newText: quoted(item.text), title: `Write ${quoted(item.text)}` } };
}

function gluedText(joined: JoinedText, at: number): SyntaxProblem {
  const start = joined.toRaw(at);
  return {
    code: 'syntax-error',
    message: 'A blank or comma is missing here; a quote inside a quoted value is written twice.',
    span: { start, end: start + 1 },
  };
}
