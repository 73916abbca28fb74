import { describe, expect, test } from 'vitest';
import { spanIn } from '#core/syntax/tree.ts';
import { onlyCommand, outline, problemsOf } from './outline.ts';

describe('a command is verb, object type and parameters', () => {
  test.each<[string, string]>([
    ['def ql(orders) defbind(notfixed)', 'DEFINE QLOCAL: QL(ORDERS) DEFBIND(NOTFIXED)'],
    ["DEFINE QLOCAL ('Orders' )   TRIGDPTH ( 1)", 'DEFINE QLOCAL: QLOCAL("Orders") TRIGDPTH(1)'],
    ["DEFINE NOREPLACE QLOCAL('X') PUT(ENABLED)", 'DEFINE QLOCAL: NOREPLACE QLOCAL("X") PUT(ENABLED)'],
    ['DEFINE,QLOCAL(A),REPLACE', 'DEFINE QLOCAL: QLOCAL(A) REPLACE'],
    ['ALTER QMGR FORCE', 'ALTER QMGR: QMGR FORCE'],
    ['DISPLAY QUEUE(*) WHERE(CURDEPTH gt 0) ALL', 'DISPLAY QUEUE: QUEUE(*) WHERE(CURDEPTH GT 0) ALL'],
    ["DEFINE NAMELIST(N) NAMES('A' ,b, C)", 'DEFINE NAMELIST: NAMELIST(N) NAMES("A" B C)'],
    ['DEFINE NAMELIST(N) NAMES()', 'DEFINE NAMELIST: NAMELIST(N) NAMES()'],
    ["ALTER QLOCAL(A) DESCR('it''s')", 'ALTER QLOCAL: QLOCAL(A) DESCR("it\'s")'],
    ["ALTER QLOCAL(A) DESCR('')", 'ALTER QLOCAL: QLOCAL(A) DESCR("")'],
    ["ALTER CHANNEL(C) CONNAME('h1(1414),h2(1414)')", 'ALTER CHANNEL: CHANNEL(C) CONNAME("h1(1414),h2(1414)")'],
    ['DEFINE THING(X) PROCESS(P)', 'DEFINE ?THING: THING(X) PROCESS(P)'],
    ['SET AUTHREC PROFILE(A) OBJTYPE(QUEUE)', 'SET AUTHREC: AUTHREC PROFILE(A) OBJTYPE(QUEUE)'],
    ['FROB QLOCAL(A)', '?FROB QLOCAL: QLOCAL(A)'],
    ['QUIT', 'QUIT'],
  ])('%s', (text, expected) => {
    expect(outline(text)).toEqual([expected]);
    expect(problemsOf(text)).toEqual([]);
  });
});

describe('half-typed text gives what is there', () => {
  test.each<[string, string]>([
    ['D', '?D'],
    ['DEFINE', 'DEFINE'],
    ['DEFINE QL', 'DEFINE QLOCAL: QL'],
    ['DEFINE QLOC', 'DEFINE ?QLOC: QLOC'],
    ['DEFINE QLOCAL(', 'DEFINE QLOCAL: QLOCAL()'],
    ["DEFINE QLOCAL('", 'DEFINE QLOCAL: QLOCAL("")'],
    ['DEFINE QLOCAL(A) DEFBIND(', 'DEFINE QLOCAL: QLOCAL(A) DEFBIND()'],
    ['DEFINE QLOCAL(A) DEFBIND(NO', 'DEFINE QLOCAL: QLOCAL(A) DEFBIND(NO)'],
    ["DEFINE QLOCAL(A) DESCR('ab", 'DEFINE QLOCAL: QLOCAL(A) DESCR("ab")'],
    ['DEFINE QLOCAL(A) DEFBIND( CLUSTER(B)', 'DEFINE QLOCAL: QLOCAL(A) DEFBIND() CLUSTER(B)'],
    ["DEFINE QLOCAL(A DESCR('x') CLUSTER(B)", 'DEFINE QLOCAL: QLOCAL(A) DESCR("x") CLUSTER(B)'],
    ['DEFINE QLOCAL(A)) CLUSTER(B)', 'DEFINE QLOCAL: QLOCAL(A) CLUSTER(B)'],
    ['(', '??'],
  ])('%s', (text, expected) => {
    expect(outline(text)).toEqual([expected]);
  });
});

describe('what a command has wrong', () => {
  test.each<[string, readonly string[]]>([
    ['DEFINE QLOCAL(A', ['unbalanced-parenthesis «QLOCAL(A» → DEFINE QLOCAL(A)']],
    ['DEFINE QLOCAL(A))', ['unbalanced-parenthesis «)» → DEFINE QLOCAL(A)']],
    ['DEFINE QLOCAL(A PUT(ENABLED)', ['unbalanced-parenthesis «QLOCAL(A» → DEFINE QLOCAL(A) PUT(ENABLED)']],
    ["DEFINE QLOCAL(A) DESCR('abc)", ["unterminated-string «'abc)»"]],
    ["DEFINE QLOCAL(A) DESCR('abc) CLUSTER('C')", ["unterminated-string «'abc) CLUSTER('C')»"]],
    ['DISPLAY CONN(check-it) ALL', ["value-needs-quotes «check-it» → DISPLAY CONN('check-it') ALL"]],
    ['DISPLAY QUEUE(A:B)', ["value-needs-quotes «A:B» → DISPLAY QUEUE('A:B')"]],
    ['START TRACE(STAT) CLASS(01:03)', []],
    [
      'ALTER CHANNEL(C) CONNAME(host(1414))',
      ["value-needs-quotes «host(1414)» → ALTER CHANNEL(C) CONNAME('host(1414)')"],
    ],
    [
      'ALTER CHANNEL(C) CONNAME(a(1),b(2)) TRPTYPE(TCP)',
      ["value-needs-quotes «a(1),b(2)» → ALTER CHANNEL(C) CONNAME('a(1),b(2)') TRPTYPE(TCP)"],
    ],
    [
      'ALTER CHANNEL(C) CONNAME(host(1414)',
      [
        "value-needs-quotes «host(1414)» → ALTER CHANNEL(C) CONNAME('host(1414)'",
        'unbalanced-parenthesis «CONNAME(host(1414)» → ALTER CHANNEL(C) CONNAME(host(1414))',
      ],
    ],
    ['START LISTENER("L.1")', ['double-quoted-value «"L.1"» → START LISTENER(\'L.1\')']],
    [`ALTER QLOCAL(A) DESCR("it's")`, [`double-quoted-value «"it's"» → ALTER QLOCAL(A) DESCR('it''s')`]],
    ['START LISTENER("L"-1)', ['double-quoted-value «"L"»']],
    ['ALTER QLOCAL(A) DESCR(\'a "b" c\')', []],
    ["ALTER QMGR CONNAUTH(''USE.LDAP'')", ['syntax-error «U»', "syntax-error «'»"]],
    ['DEFINE QLOCAL(A) (B)', ['syntax-error «(B)»']],
    ["DEFINE QLOCAL(A) 'B'", ["syntax-error «'B'»"]],
    ['DEFINE QLOCAL(A) PUT=ENABLED', ['syntax-error «PUT=ENABLED»']],
    ['=echo', ['syntax-error «=echo»']],
    ["FROB 'x (((", []],
  ])('%s', (text, expected) => {
    expect(problemsOf(text)).toEqual(expected);
  });
});

describe('inserts and placeholders are holes, and nothing is wrong with them', () => {
  test.each<[string, string, readonly string[]]>([
    ['a +QMNAME+ insert', 'STARTARG(+QMNAME+)', ['insert QMNAME «+QMNAME+»']],
    [
      'inside quotes',
      'STARTARG(\'-m +QMNAME+ -d "+MQ_DATA_PATH+/."\')',
      ['insert QMNAME «+QMNAME+»', 'insert MQ_DATA_PATH «+MQ_DATA_PATH+»'],
    ],
    ['Go and Jinja', 'STARTARG({{ .Arg }})', ['placeholder .Arg «{{ .Arg }}»']],
    ['with a filter', "STARTARG('{{ x | default('a') }}')", ["placeholder x | default('a') «{{ x | default('a') }}»"]],
    ['a shell variable', `STARTARG(TO.$${'{channel_name}'})`, [`placeholder channel_name «$${'{channel_name}'}»`]],
    ['without braces', 'STARTARG(TO_$UNICLUS)', ['placeholder UNICLUS «$UNICLUS»']],
    ['the topic root $SYS', "STARTARG('$SYS/Broker')", []],
    ['%X%', 'STARTARG(%PORT%)', ['placeholder PORT «%PORT%»']],
    ['__X__', 'STARTARG(__ENV____QMGRNAME__)', ['placeholder ENV «__ENV__»', 'placeholder QMGRNAME «__QMGRNAME__»']],
    ['@@X@@', 'STARTARG(@@HOST@@)', ['placeholder HOST «@@HOST@@»']],
    ['<X>', 'STARTARG(<HOST>)', ['placeholder HOST «<HOST>»']],
    ['<X> in quotes', "STARTARG('<host name>(1414)')", ['placeholder host name «<host name>»']],
  ])('%s', (_, parameter, expected) => {
    const text = `DEFINE SERVICE(S) ${parameter}`;
    const command = onlyCommand(text);
    const holes = command.body.parameters.flatMap((p) => p.value?.items ?? []).flatMap((item) => item.holes);
    const printed = holes.map((hole) => {
      const { start, end } = spanIn(command, hole.span);
      return `${hole.kind} ${hole.name} «${text.slice(start, end)}»`;
    });
    expect(printed).toEqual(expected);
  });

  test.each([
    'DEFINE CHANNEL({{name}}) CHLTYPE({{ .Type }}) {{ .More }} REPLACE',
    "DEFINE QLOCAL('{{QUEUE_PREFIX}}.REQUEST')",
    'DEFINE {{ kind }}(A) REPLACE',
    '{{ verb }} QLOCAL(A)',
    `$${'{COMMAND}'}`,
    'ALTER CHL(__X__) CONNAME(%THIS%) PORT(<PORT>)',
    'ALTER CHL(TO.+QMNAME+) CONNAME(+CONNAME+) DESCR(@@D@@)',
  ])('%s', (text) => {
    expect(problemsOf(text)).toEqual([]);
  });
});

test('spans are those of the original text whatever the continuation did', () => {
  const text = "* c\nDEFINE QLO+\n   CAL('A'+\n* c\n'B') +\n  CON-\nNAME('ho-\n  st') REPLACE";
  const command = onlyCommand(text);
  const slice = (span: { start: number; end: number }): string => {
    const { start, end } = spanIn(command, span);
    return text.slice(start, end);
  };
  expect(command.body.parameters.map((p) => [p.keyword, slice(p.keywordSpan), slice(p.span)])).toEqual([
    ['QLOCAL', 'QLO+\n   CAL', "QLO+\n   CAL('A'+\n* c\n'B')"],
    ['CONNAME', 'CON-\nNAME', "CON-\nNAME('ho-\n  st')"],
    ['REPLACE', 'REPLACE', 'REPLACE'],
  ]);
  const items = command.body.parameters.flatMap((p) => p.value?.items ?? []);
  expect(items.map((item) => [item.text, item.written, slice(item.span)])).toEqual([
    ["A'B", "'A''B'", "'A'+\n* c\n'B'"],
    ['ho  st', "'ho  st'", "'ho-\n  st'"],
  ]);
});
