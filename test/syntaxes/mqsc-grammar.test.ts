import { expect, test } from 'vitest';
import { loadGrammar, type Token } from './tokenize.ts';

const read = await loadGrammar('source.mqsc');

/** The scopes of the pieces of text that matter to the case, by text. */
function scopes(lines: readonly Token[][]): Record<string, string> {
  return Object.fromEntries(lines.flat().map(([text, scope]) => [text.trim(), scope]));
}

test('comments stand alone on their line, also between the lines of a command', () => {
  const lines = read(
    '* first\nDEFINE QLOCAL(A) +\n*  CRDATE(2020-10-20) +\n   MAXDEPTH(1)\n*DEFINE QLOCAL(B) +\nDEFINE QLOCAL(C)',
  );
  expect(lines[0]).toEqual([['* first', 'comment.line.asterisk']]);
  expect(lines[2]).toEqual([['*  CRDATE(2020-10-20) +', 'comment.line.asterisk']]);
  expect(lines[3]).toContainEqual(['MAXDEPTH', 'variable.other.property']);
  expect(lines[5]?.[0]).toEqual(['DEFINE', 'keyword.control.verb']);
});

test('a string goes on over lines with + and -, and over a comment line', () => {
  const lines = read("DEFINE QLOCAL(A) DESCR('Fr+\n* not text\n   ed') PUT(ENABLED)\nALTER QLOCAL(A) DESCR('x-\ny')");
  expect(lines[0]?.at(-1)).toEqual(['+', 'keyword.operator.continuation']);
  expect(lines[1]).toEqual([['* not text', 'comment.line.asterisk']]);
  expect(lines[2]?.[0]).toEqual(['   ed', 'string.quoted.single']);
  expect(scopes(lines.slice(2, 3))).toMatchObject({ PUT: 'variable.other.property' });
  expect(lines[4]?.[0]).toEqual(['y', 'string.quoted.single']);
});

test('a list of values goes on over lines', () => {
  const lines = read("DEFINE NAMELIST(N) +\n  NAMES('A' +\n      ,B) +\n  REPLACE");
  expect(scopes(lines)).toMatchObject({ B: 'variable.other.value', REPLACE: 'variable.other.property.flag' });
});
