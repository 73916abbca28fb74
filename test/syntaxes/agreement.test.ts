import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { semanticTokens } from '#core/ide/semantic-tokens.ts';
import type { SemanticTokenType } from '#core/ide/token-names.ts';
import { readDocument } from '#core/sources/read-document.ts';
import { loadGrammar } from './tokenize.ts';

const read = await loadGrammar('source.mqsc');
const readYaml = await loadGrammar('source.yaml');

/** Which scopes of the grammar may stand where the parser sees a token of the type: what a colour must not contradict. */
const agreeing: Readonly<Partial<Record<SemanticTokenType, RegExp>>> = {
  keyword: /^keyword\.control/,
  type: /^support\.type\.object|^variable\.other\.property/,
  property: /^variable\.other\.property/,
  string:
    /^string|^punctuation\.definition\.string|^constant\.character\.escape|^invalid|^variable\.other\.(?!property)/,
  number: /^constant\.numeric|^variable\.other\.(?:value|object)/,
  enumMember: /^variable\.other\.(?:value|object)|^constant\.numeric/,
  variable: /^string|^constant\.numeric|^punctuation\.definition\.string|^variable\.other\.(?!property)/,
  macro: /^variable\.other\.(?:insert|placeholder)|^meta\.preprocessor/,
  operator: /^keyword\.operator/,
};

/** Where the two say different things, as `line: text, type, scope`. */
function contradictions(source: string, text: string, tokenize = read): readonly string[] {
  const scopes: string[][] = [];
  tokenize(text, (line, start, end, scope) => {
    scopes[line] ??= [];
    for (let at = start; at < end; at++) scopes[line][at] = scope;
  });
  const lineStarts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const found: string[] = [];
  let line = 0;
  for (const { span, type } of semanticTokens(readDocument(source, text))) {
    while ((lineStarts[line + 1] ?? Number.POSITIVE_INFINITY) <= span.start) line++;
    const at = span.start - (lineStarts[line] ?? 0);
    const scope = scopes[line]?.[at] ?? '';
    if (agreeing[type] && !agreeing[type].test(scope))
      found.push(`${line + 1}: ${text.slice(span.start, span.end)}, ${type}, ${scope || 'nothing'}`);
  }
  return found;
}

test('the grammar colours what the parser sees', () => {
  const text =
    "DEFINE NOREPLACE QLOCAL('A') +\n* why\n  DESCR('it''s +\n   two') MAXDEPTH (5) NOSHARE\n DIS QL(*) WHERE(CURDEPTH GT 0)\n";
  expect(contradictions('a.mqsc', text)).toEqual([]);
});

test.each(['{{ x }}', '{% x %}', '${X}', '$X', '@@X@@', '@X@', '%X%', '__X__', '<X>', '+X+'])(
  'both take %s for a placeholder, alone, in a word and in quotes',
  (mark) => {
    const text = `DEFINE QLOCAL(${mark}) CLUSTER(A.${mark}) DESCR('b ${mark}') TARGET(${mark}.C)\n`;
    expect(contradictions('a.mqsc', text)).toEqual([]);
  },
);

test('a contradiction is seen', () => {
  expect(contradictions('a.mqsc', '{#\nDEFINE QLOCAL(A)\n')).not.toEqual([]);
});

const corpus = join(import.meta.dirname, '../../../shared/corpus');

/** A highlighter's own test file, wrong on purpose. */
const invalid = /mq-atom-mqsc\/TEST\.mqsc$/;

/** Every file below a folder of the corpus. */
const filesIn = (folder: string): readonly string[] =>
  existsSync(corpus)
    ? readdirSync(join(corpus, folder), { recursive: true, encoding: 'utf8' })
        .map((name) => `${folder}/${name}`)
        .filter((name) => statSync(join(corpus, name)).isFile() && !invalid.test(name))
    : [];

const textOf = (name: string): string => readFileSync(join(corpus, name), 'utf8').replaceAll('\r\n', '\n');

describe.skipIf(!existsSync(corpus))('on real files', () => {
  test.each(filesIn('files'))('%s', (name) => {
    expect(contradictions(name, textOf(name))).toEqual([]);
  });

  test.each(filesIn('embedded'))('%s', (name) => {
    expect(contradictions(name, textOf(name), readYaml)).toEqual([]);
  });
});
