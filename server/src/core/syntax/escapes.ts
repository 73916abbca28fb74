/**
 * What a piece of a quoted YAML scalar stands for that is not read as it is written: an escape (YAML 1.2, 5.7), a doubled quote, a
 * folded line break.
 */
export function decodeEscape(written: string): string {
  if (!written.startsWith('\\')) return written === "''" ? "'" : written;
  const kind = written.charAt(1);
  const named = escapes[kind];
  if (named !== undefined) return named;
  if (kind === '\n' || kind === '\r') return '';
  if (!/^\\(?:x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|U[\dA-Fa-f]{8})$/.test(written)) return kind;
  const code = Number.parseInt(written.slice(2), 16);
  return code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
}

const escapes: Readonly<Record<string, string | undefined>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};

/** Behind an escape of a double-quoted scalar; one of a line break takes the next line's indentation with it. */
export function endOfEscape(text: string, at: number): number {
  const length = escapeLengths[text.charAt(at + 1)];
  if (length !== undefined) return at + length;
  let end = at + 2;
  if (text.charCodeAt(at + 1) === 13 && text.charCodeAt(at + 2) === 10) end++;
  if (text.charCodeAt(end - 1) === 10) while (isBlank(text.charCodeAt(end))) end++;
  return end;
}

const escapeLengths: Readonly<Record<string, number | undefined>> = { x: 4, u: 6, U: 10 };

const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 13;
