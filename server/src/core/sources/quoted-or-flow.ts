import type { Span } from '#core/text/span.ts';

export type QuotedStyle = 'single-quoted' | 'double-quoted';

/** A value in quotes, or a plain one of a flow collection. */
export interface FlowValue {
  readonly style: QuotedStyle | 'plain';
  /** Without the quotes. */
  readonly span: Span;
  /** Keys of the flow mappings that lead to it. */
  readonly keys: readonly string[];
}

/**
 * Reads the quoted scalar, or the values of the flow collection, that begins at `from` under a key or dash in column `parent`. A
 * line that is indented no deeper ends what is not closed before it: somebody is writing there.
 */
export function quotedOrFlow(
  text: string,
  from: number,
  parent: number,
): { readonly values: readonly FlowValue[]; readonly end: number } {
  if (!isQuote(text.charCodeAt(from))) return flowCollection(text, from, parent);
  const { style, span, end } = quotedScalar(text, from, parent);
  return { values: [{ style, span, keys: [] }], end };
}

interface Quoted {
  readonly style: QuotedStyle;
  readonly span: Span;
  /** Behind the closing quote, or where the lines end that could have held it. */
  readonly end: number;
}

/** Without a partner of its quote a scalar is the rest of its line. */
function quotedScalar(text: string, from: number, parent: number): Quoted {
  const quote = text.charCodeAt(from);
  const style = quote === DOUBLE ? 'double-quoted' : 'single-quoted';
  let firstLine = -1;
  let at = from + 1;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LF) {
      if (firstLine < 0) firstLine = at;
      if (endsBlock(text, at + 1, parent)) break;
    } else if (code === quote) {
      if (quote === DOUBLE || text.charCodeAt(at + 1) !== SINGLE)
        return { style, span: { start: from + 1, end: at }, end: at + 1 };
      at++;
    } else if (code === BACKSLASH && quote === DOUBLE && text.charCodeAt(at + 1) !== LF) at++;
  }
  const end = Math.min(at, text.length);
  let stop = firstLine < 0 ? end : firstLine;
  while (stop > from + 1 && isBlank(text.charCodeAt(stop - 1))) stop--;
  return { style, span: { start: from + 1, end: stop }, end };
}

function flowCollection(
  text: string,
  from: number,
  parent: number,
): { readonly values: readonly FlowValue[]; readonly end: number } {
  const values: FlowValue[] = [];
  /** The key of each open mapping that is being read; `''` in a sequence, and before the key is known. */
  const keys: string[] = [];
  const kinds: number[] = [];
  const add = (style: FlowValue['style'], span: Span): void => {
    values.push({ style, span, keys: keys.filter((key) => key !== '') });
  };
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === LF && endsBlock(text, at + 1, parent)) break;
    if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      if (kinds.length === deepest) break;
      kinds.push(code);
      keys.push('');
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
      kinds.pop();
      keys.pop();
      if (kinds.length === 0) return { values, end: at + 1 };
    } else if (code === COMMA) keys[keys.length - 1] = '';
    else if (code === HASH && isBlank(text.charCodeAt(at - 1))) {
      at = lineEnd(text, at);
      continue;
    } else if (!isBlank(code) && code !== LF && code !== COLON) {
      const quoted = isQuote(code) ? quotedScalar(text, at, parent) : undefined;
      const span = quoted?.span ?? { start: at, end: plainEnd(text, at) };
      const end = quoted?.end ?? span.end;
      const isKey = kinds.at(-1) === OPEN_BRACE && keys.at(-1) === '' && colonFollows(text, end);
      if (isKey) keys[keys.length - 1] = text.slice(span.start, span.end);
      else add(quoted?.style ?? 'plain', span);
      at = Math.max(end, at + 1);
      continue;
    }
    at++;
  }
  return { values, end: Math.min(at, text.length) };
}

const LF = 10;
const DOUBLE = 34;
const HASH = 35;
const SINGLE = 39;
const COMMA = 44;
const COLON = 58;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

/** Nobody writes flow collections deeper than this; the keys of each value are kept. */
const deepest = 64;

const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 13;
const isQuote = (code: number): boolean => code === DOUBLE || code === SINGLE;

/** Whether the line that begins here no longer belongs to what hangs on a key in column `parent`. */
function endsBlock(text: string, lineStart: number, parent: number): boolean {
  if (/^(?:---|\.\.\.)(?:\s|$)/.test(text.slice(lineStart, lineStart + 4))) return true;
  let at = lineStart;
  while (at - lineStart <= parent && text.charCodeAt(at) === 32) at++;
  const code = text.charCodeAt(at);
  if (at - lineStart > parent || code === LF || isBlank(code) || Number.isNaN(code)) return false;
  return code !== CLOSE_BRACE && code !== CLOSE_BRACKET;
}

/** The end of a plain scalar of a flow collection, blanks behind it left out. */
function plainEnd(text: string, from: number): number {
  let at = from;
  let end = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LF || code === COMMA || code === CLOSE_BRACE || code === CLOSE_BRACKET) break;
    if (code === OPEN_BRACE || code === OPEN_BRACKET) break;
    if (code === COLON && /^[\s,}\]]?$/.test(text.slice(at + 1, at + 2))) break;
    if (code === HASH && isBlank(text.charCodeAt(at - 1))) break;
    if (!isBlank(code)) end = at + 1;
  }
  return end;
}

function colonFollows(text: string, from: number): boolean {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at++;
  return text.charCodeAt(at) === COLON;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
