import { describe, expect, test } from 'vitest';
import { loadGrammar, type Token } from './tokenize.ts';

const read = await loadGrammar('source.mqsc');
const readYaml = await loadGrammar('source.yaml');
const readMarkdown = await loadGrammar('text.html.markdown');

/** The scopes of the pieces of text that matter to the case, by text. */
function scopes(lines: readonly Token[][]): Record<string, string> {
  return Object.fromEntries(lines.flat().map(([text, scope]) => [text.trim(), scope]));
}

describe('MQSC', () => {
  test('a definition', () => {
    expect(read("DEFINE QLOCAL(ORDERS) MAXDEPTH(5000) DESCR('All orders') REPLACE")[0]).toEqual([
      ['DEFINE', 'keyword.control.verb'],
      ['QLOCAL', 'support.type.object'],
      ['(', 'punctuation.section.parens.begin'],
      ['ORDERS', 'variable.other.object'],
      [')', 'punctuation.section.parens.end'],
      ['MAXDEPTH', 'variable.other.property'],
      ['(', 'punctuation.section.parens.begin'],
      ['5000', 'constant.numeric'],
      [')', 'punctuation.section.parens.end'],
      ['DESCR', 'variable.other.property'],
      ['(', 'punctuation.section.parens.begin'],
      ["'", 'punctuation.definition.string.begin'],
      ['All orders', 'string.quoted.single'],
      ["'", 'punctuation.definition.string.end'],
      [')', 'punctuation.section.parens.end'],
      ['REPLACE', 'variable.other.property.flag'],
    ]);
  });

  test('verbs and objects in any case and short form, with a blank before the parenthesis', () => {
    expect(scopes(read('def ql (q1) put(disabled)'))).toMatchObject({
      def: 'keyword.control.verb',
      ql: 'support.type.object',
      q1: 'variable.other.object',
      put: 'variable.other.property',
      disabled: 'variable.other.value',
    });
    expect(scopes(read('DEFINE NOREPLACE QLOCAL(A)'))).toMatchObject({ NOREPLACE: 'variable.other.property.flag' });
    expect(scopes(read('REFRESH CLUSTER(*) REPOS(YES)'))).toMatchObject({ '*': 'variable.other.object' });
    expect(scopes(read('ALTER QMGR REPOS(SALES)'))).toMatchObject({ QMGR: 'support.type.object' });
  });

  test('comments stand alone on their line, also between the lines of a command', () => {
    const lines = read(
      '* first\nDEFINE QLOCAL(A) +\n*  CRDATE(2020-10-20) +\n   MAXDEPTH(1)\n*DEFINE QLOCAL(B) +\nDEFINE QLOCAL(C)',
    );
    expect(lines[0]).toEqual([['* first', 'comment.line.asterisk']]);
    expect(lines[2]).toEqual([['*  CRDATE(2020-10-20) +', 'comment.line.asterisk']]);
    expect(lines[3]).toContainEqual(['MAXDEPTH', 'variable.other.property']);
    expect(lines[5]?.[0]).toEqual(['DEFINE', 'keyword.control.verb']);
  });

  test('an asterisk that is a value is no comment', () => {
    expect(scopes(read('SET CHLAUTH(*) TYPE(ADDRESSMAP) ADDRESS(*)'))['*']).toBe('variable.other.value');
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

  test('what is not closed ends with its command', () => {
    const lines = read("DEFINE QLOCAL(A) DESCR('open\nDEFINE QLOCAL(B\nDEFINE QLOCAL(C)");
    expect(lines[1]?.[0]).toEqual(['DEFINE', 'keyword.control.verb']);
    expect(lines[2]?.[0]).toEqual(['DEFINE', 'keyword.control.verb']);
  });

  test('doubled quotes stay inside, an empty string is closed', () => {
    const lines = read("ALTER QLOCAL(A) DESCR('it''s') CLUSTER('') PUT(ENABLED)");
    expect(lines[0]).toContainEqual(["''", 'constant.character.escape']);
    expect(scopes(lines)).toMatchObject({ PUT: 'variable.other.property' });
  });

  test('double quotes are marked as wrong', () => {
    expect(scopes(read('START LISTENER("TCP")'))).toMatchObject({ '"TCP"': 'invalid.illegal.double-quoted' });
  });

  test('inserts and placeholders of templates', () => {
    const lines = read(
      "DEFINE CHANNEL(+AUTOCL+.+QMNAME+) CONNAME('${HOST}(%PORT%)') CLUSTER({{ cluster }}) DESCR('@@X@@ __ENV__')",
    );
    expect(scopes(lines)).toMatchObject({
      '+AUTOCL+': 'variable.other.insert',
      '+QMNAME+': 'variable.other.insert',
      '${HOST}': 'variable.other.placeholder',
      '%PORT%': 'variable.other.placeholder',
      '{{ cluster }}': 'variable.other.placeholder',
      '@@X@@': 'variable.other.placeholder',
      __ENV__: 'variable.other.placeholder',
    });
  });

  test('a filter', () => {
    expect(scopes(read('DISPLAY QLOCAL(*) WHERE(CURDEPTH GT 0) ALL'))).toMatchObject({
      GT: 'keyword.operator.filter',
      '0': 'constant.numeric',
      ALL: 'variable.other.property.flag',
    });
  });

  test('the end of a script, and commands after a semicolon', () => {
    expect(read('end')[0]).toEqual([['end', 'keyword.control.end']]);
    expect(read('DEFINE QLOCAL(A); DEFINE QLOCAL(B)')[0]).toContainEqual([';', 'punctuation.terminator']);
  });
});

describe('MQSC in YAML', () => {
  test('block scalars under a key that names MQSC', () => {
    const lines = readYaml(
      'data:\n  qm1.mqsc: |-\n    * comment\n    DEFINE QLOCAL(A) +\n      PUT(ENABLED)\n\n    ALTER QMGR\n  other: |\n    DEFINE QLOCAL(B)',
    );
    expect(lines[2]?.[0]).toEqual(['* comment', 'comment.line.asterisk']);
    expect(lines[3]).toContainEqual(['DEFINE', 'keyword.control.verb']);
    expect(lines[6]).toContainEqual(['ALTER', 'keyword.control.verb']);
    expect(lines[8]?.map(([, scope]) => scope)).not.toContain('keyword.control.verb');
  });
});

describe('templates', () => {
  test('a comment of the template over many lines', () => {
    const lines = read('{{- /*\n  DEFINE QLOCAL(NO)\n*/ -}}\nDEFINE QLOCAL(A)\n{# one #}\nALTER QMGR');
    expect(lines[1]).toEqual([['  DEFINE QLOCAL(NO)', 'comment.block.template']]);
    expect(lines[3]?.[0]).toEqual(['DEFINE', 'keyword.control.verb']);
    expect(lines[5]?.[0]).toEqual(['ALTER', 'keyword.control.verb']);
  });
});

describe('MQSC in Markdown', () => {
  test('fences that name it, and only those', () => {
    const lines = readMarkdown(
      '# Title\n```mqsc\nDEFINE QLOCAL(A) +\n  NOSHARE\n```\nDEFINE QLOCAL(B)\n~~~ MQSC {.x}\n* c\n~~~\n```sh\nDEFINE QLOCAL(C)\n```\n# End',
    );
    expect(lines[2]).toContainEqual(['DEFINE', 'keyword.control.verb']);
    expect(lines[3]).toContainEqual(['NOSHARE', 'variable.other.property.flag']);
    expect(lines[7]).toEqual([['* c', 'comment.line.asterisk']]);
    for (const plain of [5, 10]) expect(lines[plain]?.map(([, scope]) => scope)).not.toContain('keyword.control.verb');
    expect(lines[12]?.[0]?.[1]).toBe('markup.heading.markdown');
  });
});
