import { createToken, Lexer } from 'chevrotain';

/*
 * Few and coarse tokens: `KEYWORD(value)` is one, and what is between its parentheses is read by `readItems`. Keywords are
 * looked up, not lexed: hundreds of token types would cost a third of a second at each start. A template's hole has at most 500
 * characters, so that many that never close take no more time than their length asks for.
 */

const blank = createToken({ name: 'Blank', pattern: /[\s,]+/, group: Lexer.SKIPPED, line_breaks: true });

/** `KEYWORD(value)` without a parenthesis in the value outside quotes. No two alternatives begin alike, so it is linear. */
export const settingToken = createToken({
  name: 'Setting',
  pattern: /[A-Za-z][A-Za-z0-9]*\s*\([^()'"{]*(?:(?:'[^']*'|"[^"']*"|\{\{[^}]{0,500}\}\}|\{(?!\{))[^()'"{]*)*\)/,
  start_chars_hint: letters(),
  line_breaks: true,
});

export const openToken = createToken({ name: 'Open', pattern: /\(/ });
export const closeToken = createToken({ name: 'Close', pattern: /\)/ });
export const quotedToken = createToken({ name: 'Quoted', pattern: /'(?:[^']|'')*'/, line_breaks: true });
export const brokenQuoteToken = createToken({ name: 'BrokenQuote', pattern: /'[^')]*/, line_breaks: true });
export const doubleQuotedToken = createToken({ name: 'DoubleQuoted', pattern: /"[^"]*"?/, line_breaks: true });

/** Anything else up to a blank, comma, parenthesis or quote; a template's `{{ … }}` is part of it, blanks and all. */
export const wordToken = createToken({
  name: 'Word',
  pattern: /(?:[^\s,()'"{]|\{\{[^}]{0,500}\}\}|\{%[^%]{0,500}%\}|\{)+/,
  start_chars_hint: wordStarts(),
  line_breaks: true,
});

export const tokenTypes = [
  blank,
  settingToken,
  openToken,
  closeToken,
  quotedToken,
  brokenQuoteToken,
  doubleQuotedToken,
  wordToken,
];

/** Made when it is first needed: most sessions never meet a command that `scanPlain` does not understand while they start. */
export function commandLexer(): Lexer {
  lexer ??= new Lexer(tokenTypes, { positionTracking: 'onlyOffset', skipValidations: true });
  return lexer;
}

let lexer: Lexer | undefined;

function letters(): number[] {
  const codes: number[] = [];
  for (let code = 65; code <= 90; code++) codes.push(code, code + 32);
  return codes;
}

/** Every character but separators, so that the lexer need not try the other patterns; above 255 it looks at one code in 255. */
function wordStarts(): number[] {
  const codes: number[] = [];
  for (let code = 0; code < 256; code++) if (!/[\s,()'"]/.test(String.fromCharCode(code))) codes.push(code);
  for (let code = 256; code < 65_536 + 255; code += 255) codes.push(Math.min(code, 65_535));
  return codes;
}
