import { describe, expect, test } from 'vitest';
import { outline, problemsOf, script } from './outline.ts';

const lines = (...all: readonly string[]): string => all.join('\n');

/** A record of 80 columns with a sequence number in the last eight. */
const numbered = (text: string, number: string): string => `${text.padEnd(72)}${number}`;

describe('a command is put together from its lines', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'one line each',
      lines('DEFINE QLOCAL(A)', '', 'DEFINE QLOCAL(B)'),
      ['DEFINE QLOCAL: QLOCAL(A)', 'DEFINE QLOCAL: QLOCAL(B)'],
    ],
    [
      '+ drops the blanks of the next line',
      lines('DEFINE QLOCAL(A) +', '   REPLACE'),
      ['DEFINE QLOCAL: QLOCAL(A) REPLACE'],
    ],
    [
      '- keeps the blanks of the next line',
      lines('DEFINE QLOCAL(A)-', '   REPLACE'),
      ['DEFINE QLOCAL: QLOCAL(A) REPLACE'],
    ],
    ['+ splits a word', lines('DEFINE QLO+', '   CAL(A)'), ['DEFINE QLOCAL: QLOCAL(A)']],
    ['- splits a word', lines('DEFINE QLO-', 'CAL(A)'), ['DEFINE QLOCAL: QLOCAL(A)']],
    ['+ splits a string', lines("DEFINE QLOCAL('Fr+", "   ed')"), ['DEFINE QLOCAL: QLOCAL("Fred")']],
    ['- splits a string', lines("DEFINE QLOCAL('Fr-", "ed')"), ['DEFINE QLOCAL: QLOCAL("Fred")']],
    [
      '- keeps blanks inside a string',
      lines("DEFINE QLOCAL(A) DESCR('a-", "  b')"),
      ['DEFINE QLOCAL: QLOCAL(A) DESCR("a  b")'],
    ],
    ['no blank before + glues parameters', lines('ALTER QMGR FORCE+', 'DESCR(X)'), ['ALTER QMGR: QMGR FORCEDESCR(X)']],
    ['blanks behind the +', lines('DEFINE QLOCAL(A) + \t', ' REPLACE'), ['DEFINE QLOCAL: QLOCAL(A) REPLACE']],
    [
      'comments and blank lines between',
      lines('DEFINE QLOCAL(A) +', '*  ALTDATE(2026-01-01) +', '', '* no', ' REPLACE'),
      ['DEFINE QLOCAL: QLOCAL(A) REPLACE'],
    ],
    [
      'a comment that ends in + continues nothing',
      lines('* DEFINE QLOCAL(A) +', 'DEFINE QLOCAL(B)'),
      ['DEFINE QLOCAL: QLOCAL(B)'],
    ],
    [
      'an indented * in a list is no comment',
      lines('DEFINE NAMELIST(N) NAMES(A,+', '  *)'),
      ['DEFINE NAMELIST: NAMELIST(N) NAMES(A *)'],
    ],
    ['; ends a command', 'DEFINE QLOCAL(A) REPLACE;', ['DEFINE QLOCAL: QLOCAL(A) REPLACE']],
    [
      '; ends a command that was continued',
      lines('DEFINE QLOCAL(A) +', ';', 'DEFINE QLOCAL(B)'),
      ['DEFINE QLOCAL: QLOCAL(A)', 'DEFINE QLOCAL: QLOCAL(B)'],
    ],
    ['; in a string is text', "DEFINE QLOCAL(A) DESCR('x;y')", ['DEFINE QLOCAL: QLOCAL(A) DESCR("x;y")']],
    [
      '; in a string that spans lines is text',
      lines("DEFINE QLOCAL(A) DESCR('x+", ";y') REPLACE"),
      ['DEFINE QLOCAL: QLOCAL(A) DESCR("x;y") REPLACE'],
    ],
    [
      '; between two commands',
      'DEFINE QLOCAL(A); DEFINE QLOCAL(B)',
      ['DEFINE QLOCAL: QLOCAL(A)', 'DEFINE QLOCAL: QLOCAL(B)'],
    ],
    [
      'CRLF and no last line end',
      'DEFINE QLOCAL(A) +\r\n  REPLACE\r\nDEFINE QLOCAL(B)',
      ['DEFINE QLOCAL: QLOCAL(A) REPLACE', 'DEFINE QLOCAL: QLOCAL(B)'],
    ],
    ['tabs', 'DEFINE\tQLOCAL(A)\t\tREPLACE', ['DEFINE QLOCAL: QLOCAL(A) REPLACE']],
    ['byte order mark', '\ufeffDEFINE QLOCAL(A)', ['DEFINE QLOCAL: QLOCAL(A)']],
    [
      'sequence numbers of z/OS records',
      lines(
        numbered('* c', '00010000'),
        numbered('DEFINE QLOCAL(A) +', '00020000'),
        numbered("   DESCR('to-", '00030000'),
        numbered(" day')", '00040000'),
        numbered('DEFINE QLOCAL(B)', '00050000'),
      ).replace(/\n/g, '\r\n'),
      ['DEFINE QLOCAL: QLOCAL(A) DESCR("to day")', 'DEFINE QLOCAL: QLOCAL(B)'],
    ],
    [
      'words there are read',
      lines(numbered('DEFINE QLOCAL(A)', ' REPLACE'), numbered('DEFINE QLOCAL(B)', '       +'), 'REPLACE'),
      ['DEFINE QLOCAL: QLOCAL(A) REPLACE', 'DEFINE QLOCAL: QLOCAL(B) REPLACE'],
    ],
    [
      'nothing behind END runs',
      lines('DEFINE QLOCAL(A)', ' end ', 'DEFINE QLOCAL(B)'),
      ['DEFINE QLOCAL: QLOCAL(A)', 'END'],
    ],
    [
      'a + glued to an insert inside a line',
      lines('DEFINE CHANNEL(TO.+QMNAME+) +', 'CHLTYPE(RCVR)'),
      ['DEFINE CHANNEL: CHANNEL(TO.+QMNAME+) CHLTYPE(RCVR)'],
    ],
    [
      'template directives',
      lines('{{- if .Tls }}', 'DEFINE QLOCAL(A) +', '{% if x %}', '  REPLACE', '{{ end }}'),
      ['DEFINE QLOCAL: QLOCAL(A) REPLACE'],
    ],
    [
      'a forgotten end of continuation',
      lines('DEFINE QLOCAL(A) +', '', 'DEFINE QLOCAL(B)'),
      ['DEFINE QLOCAL: QLOCAL(A)', 'DEFINE QLOCAL: QLOCAL(B)'],
    ],
    [
      'what looks like a command inside a string is text',
      lines("DEFINE QLOCAL(A) DESCR('to +", "DEFINE QLOCAL(B)')"),
      ['DEFINE QLOCAL: QLOCAL(A) DESCR("to DEFINE QLOCAL(B)")'],
    ],
    ['an unfinished continuation at the end', lines('DEFINE QLOCAL(A) +', ''), ['DEFINE QLOCAL: QLOCAL(A)']],
  ])('%s', (_, text, expected) => {
    expect(outline(text)).toEqual(expected);
  });
});

describe('what lines have wrong', () => {
  const long = `DEFINE QLOCAL(A) DESCR('${'x'.repeat(2100)}')`;
  test.each<[string, string, readonly string[]]>([
    ['a comment not in the first column', '  * c', ['comment-not-in-first-column «* c» → * c']],
    [
      'the same inside a command',
      lines('DEFINE QLOCAL(A) +', '  * c', ' REPLACE'),
      [`comment-not-in-first-column «* c» → ${lines('DEFINE QLOCAL(A) +', '* c', ' REPLACE')}`],
    ],
    ['a comment of a shell', '# c', ['syntax-error «# c» → * c']],
    ['a comment of SQL', ' -- c', ['syntax-error «-- c» → * c']],
    ['a comment of C', '// c', ['syntax-error «// c» → * c']],
    ['a comment behind ;', 'DEFINE QLOCAL(A); * c', ['trailing-comment «* c»']],
    ['a comment behind a command', "ALTER QMGR CHLAUTH(DISABLED)  * don't", ["trailing-comment «* don't»"]],
    ['a comment behind a continued line', lines('DEFINE QLOCAL(A) # x +', ' REPLACE'), ['trailing-comment «# x»']],
    ['a line too long', long, [`line-too-long «${long.slice(2048)}»`]],
    ['a line of the greatest length', long.slice(0, 2046).concat("')"), []],
    ['continued into nothing', 'DEFINE QLOCAL(A) +', ['continued-into-nothing «+»']],
    [
      'continued into a command',
      lines('DEFINE QLOCAL(A) +', 'DEFINE QLOCAL(B)'),
      [`continued-into-nothing «+» → ${lines('DEFINE QLOCAL(A) ', 'DEFINE QLOCAL(B)')}`],
    ],
    ['text behind END', lines('END', '* c', 'DEFINE QLOCAL(B)', ''), ['command-after-end «DEFINE QLOCAL(B)»']],
    ['comments behind END', lines('END', '* c', ''), []],
    ['template directives', lines('{{ if .X }}', '{% endif %}', '{# note #}'), []],
  ])('%s', (_, text, expected) => {
    expect(problemsOf(text)).toEqual(expected);
  });
});

test('comments stand above the command they lead, unless a blank line parts them', () => {
  const text = lines(
    '* far',
    '',
    '* near 1',
    '* near 2',
    'DEFINE QLOCAL(A) +',
    '* inside',
    ' REPLACE',
    'DEFINE QLOCAL(B)',
  );
  const [slice] = script(text).slices;
  const written = (span: { start: number; end: number }): string => text.slice(span.start, span.end);
  expect(slice?.comments.map(written)).toEqual(['* far', '* near 1', '* near 2', '* inside']);
  expect(slice?.commands.map((command) => command.leadingComments.map(written))).toEqual([
    ['* near 1', '* near 2'],
    [],
  ]);
});

test('a command that is continued into nothing reaches to the end, where its next parameter is typed', () => {
  const text = lines('DEFINE QLOCAL(A) +', '   ');
  expect(script(text).slices[0]?.commands[0]).toMatchObject({ start: 0, end: text.length });
});
