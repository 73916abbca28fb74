import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copyBody } from '#core/syntax/copy-body.ts';
import { parseCommand } from '#core/syntax/parse-command.ts';
import { plainBody } from '#core/syntax/plain-body.ts';
import { noMarks, scanPlain } from '#core/syntax/scan-plain.ts';
import { splitCommands } from '#core/syntax/split-commands.ts';
import type { CommandBody } from '#core/syntax/tree.ts';
import { dumpText } from '../bench/mqsc-text.ts';
import { mqscLike } from './mqsc-like.ts';

/** Each command of the text as both readers read it; a command that is not plain has one reading. */
function readings(
  text: string,
): readonly { readonly plain: CommandBody | undefined; readonly thorough: CommandBody }[] {
  const marks = noMarks(0);
  return splitCommands(text).commands.map((range) => {
    const { start, end, pieces } = range;
    const raw = text.slice(start, end);
    const from = marks.length;
    const isPlain = scanPlain(text, range, marks);
    return {
      plain: isPlain ? plainBody(raw, marks, from, marks.length) : undefined,
      thorough: parseCommand(
        raw,
        pieces?.map((offset) => offset - start),
      ),
    };
  });
}

const agree = (text: string): void => {
  for (const { plain, thorough } of readings(text)) if (plain) expect(copyBody(plain)).toEqual(thorough);
};

const word = fc.constantFrom('DEFINE', 'QLOCAL', 'ql', 'REPLACE', 'NOREPLACE', 'A1', 'DESCR', 'SHARE', '9A', 'Ä');
const value = fc.constantFrom(
  '',
  ' ',
  'X',
  'a.b',
  '-1',
  '1-2',
  '5:6',
  "' '",
  "'a''b'",
  "'é'",
  'A,B',
  "A 'b'",
  "'a'b",
  '%X%',
  '(',
  '{{',
  '{',
  '*',
);
const gap = fc.constantFrom(' ', '  ', ',', '', ' +\n  ', '+\n', '-\n', '- \n ', ' +\r\n\t', '+\n+\n', '; ', '\n');
const parameter = fc
  .tuple(word, fc.constantFrom('', ' '), fc.option(value), gap)
  .map(([keyword, blank, inner, after]) => `${keyword}${inner === null ? '' : `${blank}(${inner})`}${after}`);
const nearlyPlain = fc.array(parameter, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));

test('a plain command has the body that the thorough reader gives it', () => {
  fc.assert(fc.property(fc.oneof(nearlyPlain, mqscLike), agree), { numRuns: 6000 });
});

test('nearly all commands of a dump are plain', () => {
  const text = dumpText(3000);
  agree(text);
  const all = readings(text);
  expect(all.filter(({ plain }) => plain === undefined).length / all.length).toBeLessThan(0.05);
});

test.each([
  ["DEFINE QLOCAL(A) DESCR('it''s')", true],
  ['DEF QL(a.b) CLUSTER(X) + \n  REPLACE', true],
  ['DEFINE NOREPLACE QLOCAL(X)', true],
  ["DEFINE QLOCAL('{{ name }}')", false],
  ['DEFINE QLOCAL(A) CLUS+\n  TER(B)', false],
  ['DEFINE QLOCAL(A) CONNAME(host(1414))', false],
  ['DEFINE QLOCAL(A', false],
  ['DEFINE(X) QLOCAL(A)', false],
  ['DEFINE QLOCAL(A) # comment', false],
])('%s is plain: %s', (text, isPlain) => {
  expect(readings(text).map(({ plain }) => plain !== undefined)).toEqual([isPlain]);
});
