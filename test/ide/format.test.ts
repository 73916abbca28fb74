import { describe, expect, test } from 'vitest';
import type { FormatOptions } from '#core/ide/format/format-options.ts';
import { createService } from '#core/service.ts';
import { applyEdits } from '#core/text/apply-edits.ts';
import type { Span } from '#core/text/span.ts';
import { readFixture } from '../support/fixture.ts';

interface Case {
  readonly options?: Partial<FormatOptions>;
  readonly source?: string;
  readonly before: string;
  readonly after: string;
}

function formatted(text: string, { source = 'QM1.mqsc', options }: Partial<Case>, within?: Span): string {
  const service = createService();
  service.open(source, text);
  return applyEdits(text, service.format(source, options, within));
}

/** Each `before` becomes its `after`, and that stays as it is. */
const table = (cases: Readonly<Record<string, Case>>) =>
  test.each(Object.entries(cases))('%s', (_, one) => {
    expect(formatted(one.before, one)).toBe(one.after);
    expect(formatted(one.after, one)).toBe(one.after);
  });

const staying = (cases: Readonly<Record<string, string>>, source?: string) =>
  test.each(Object.entries(cases))('%s', (_, text) => {
    expect(formatted(text, source === undefined ? {} : { source })).toBe(text);
  });

describe('layout', () => {
  table({
    'a command that fits its line stays on it; blanks and commas between parameters become one blank': {
      before: "define   qlocal (ORDERS) , descr( 'two  words' )\tput(disabled)  \n",
      after: "DEFINE QLOCAL(ORDERS) DESCR('two  words') PUT(DISABLED)\n",
    },
    'a command that does not fit gets a line for each attribute': {
      before: "DEFINE CHANNEL(CL.QM1) CHLTYPE(CLUSRCVR) TRPTYPE(TCP) CONNAME('host.example.com(1414)') CLUSTER(CL)\n",
      after: `\
DEFINE CHANNEL(CL.QM1) +
   CHLTYPE(CLUSRCVR) +
   TRPTYPE(TCP) +
   CONNAME('host.example.com(1414)') +
   CLUSTER(CL)
`,
    },
    'verb and object stay on one line, however narrow: so a command above that goes on by mistake does not take them in':
      {
        options: { lineWidth: 30 },
        before: 'STOP CHANNEL(A) + \ndefine   QREMOTE(SYSTEM.DEFAULT.LOCAL.QUEUE) CLUSTER(CL)\n',
        after: 'STOP CHANNEL(A) + \nDEFINE QREMOTE(SYSTEM.DEFAULT.LOCAL.QUEUE) +\n   CLUSTER(CL)\n',
      },
    'so does one that stands on several lines': {
      before: 'ALTER QMGR -\n  DEADQ(DLQ) REPOS(CL)\n',
      after: 'ALTER QMGR +\n   DEADQ(DLQ) +\n   REPOS(CL)\n',
    },
    'a list that does not fit has its elements below each other': {
      before: `\
DEFINE NAMELIST(N) NAMES(A.NAME.OF.MORE.THAN.TWENTY, B.NAME.OF.MORE.THAN.TWENTY +
         ,C.NAME.OF.MORE.THAN.TWENTY) DESCR('list')
`,
      after: `\
DEFINE NAMELIST(N) +
   NAMES(A.NAME.OF.MORE.THAN.TWENTY,B.NAME.OF.MORE.THAN.TWENTY, +
         C.NAME.OF.MORE.THAN.TWENTY) +
   DESCR('list')
`,
    },
    'a string that the source splits is joined where it fits, else split where the line ends': {
      options: { lineWidth: 40 },
      before: `\
ALTER QLOCAL(A) DESCR('one +
    two')
ALTER QLOCAL(A) DESCR('one two three four +
 five six seven eight nine-
 ten')
`,
      after: `\
ALTER QLOCAL(A) +
   DESCR('one two')
ALTER QLOCAL(A) +
   DESCR('one two three four five six +
         seven eight nine ten')
`,
    },
    'a string on one line is never split, however long': {
      options: { lineWidth: 30 },
      before: "ALTER QLOCAL(A) DESCR('one two three four five six') PUT(DISABLED)\n",
      after: "ALTER QLOCAL(A) +\n   DESCR('one two three four five six') +\n   PUT(DISABLED)\n",
    },
    'the semicolon stays': { before: 'ALTER QMGR  DEADQ(A) ;\n', after: 'ALTER QMGR DEADQ(A);\n' },
    'END is a command, and what follows is text': {
      before: 'ALTER QMGR  DEADQ(A)\nend\nalter  qmgr\n',
      after: 'ALTER QMGR DEADQ(A)\nEND\nalter  qmgr\n',
    },
    'z/OS tools write NOREPLACE before the object': {
      before: "DEFINE NOREPLACE -\n QLOCAL('X') -\n QSGDISP(QMGR)\n",
      after: "DEFINE NOREPLACE QLOCAL('X') +\n   QSGDISP(QMGR)\n",
    },
  });
});

describe('what stays where it is', () => {
  table({
    'comments and blank lines, also inside a command': {
      before: `\
*   a  comment +

ALTER QMGR DEADQ(DLQ) +
*  ALTDATE(2026-05-14) +

  REPOS(CL)
   
* last
`,
      after: `\
*   a  comment +

ALTER QMGR +
   DEADQ(DLQ) +
*  ALTDATE(2026-05-14) +

   REPOS(CL)
   
* last
`,
    },
    'a comment in a list': {
      before: 'ALTER NAMELIST(N) NAMES(A +\n* second\n,B)\n',
      after: 'ALTER NAMELIST(N) +\n   NAMES(A, +\n* second\n         B)\n',
    },
    'names, quotes and texts; inserts and placeholders': {
      before: "define ql(orders) cluster('Sales') descr('it''s  {{ a }}') clusnl( @@B@@ )\n",
      after: "DEFINE QL(orders) CLUSTER('Sales') DESCR('it''s  {{ a }}') CLUSNL(@@B@@)\n",
    },
    'line ends and a byte order mark': {
      before: '\ufeffalter qmgr +\r\n deadq(A)\r\n',
      after: '\ufeffALTER QMGR +\r\n   DEADQ(A)\r\n',
    },
    'what would be read as two commands on two lines': {
      options: { layout: 'filled', lineWidth: 32 },
      before: 'alter  qlocal(A) put(disabled) define qlocal(B)\n',
      after: 'alter  qlocal(A) put(disabled) define qlocal(B)\n',
    },
    'a text without a last line end': { before: 'alter  qmgr', after: 'ALTER QMGR' },
  });

  staying({
    'what dmpmqcfg writes': `\
*******************************************************************************
* Queue manager name: QM6 
ALTER QMGR +
*  ALTDATE(2026-05-14) +
   ACCTCONO(DISABLED) +
*  CMDLEVEL(930) +
   FORCE
DEFINE QLOCAL('A') +
*  CRDATE(2020-10-20) +
   REPLACE
SET AUTHREC +
   PROFILE('self') +
   OBJTYPE(QMGR) +
   AUTHADD(CONNECT,INQ)
`,
    'commands with a fault': `\
define   qlocal(A)  put(
define   qlocal(A)  descr('x
define   qlocal(A)  connect(a-b)
define   qlocal(A)  put(enabled)  * a comment
alter   qmgr  deadq(A) +
`,
    'text that is no MQSC': 'define  mqconn(MQPP)   group(G)\n// EXEC  PGM=X\n#  a\n',
    'template lines, and a command that holds one': `\
{{- if .x  }}
{%  for q in queues %}
alter   qmgr +
{%  if a %}
  deadq(A)
{%  endfor %}
`,
    'several commands on a line': 'alter  qmgr; alter  qmgr\n',
    'an indented line inside a command that may be a comment': 'alter  qmgr +\n  * deadq\n deadq(A)\n',
  });
});

describe('options', () => {
  const before = "def chl(A) conname('h') chltype(sdr) replace xmitq(Mixed) +\n  descr('d')\n";
  table({
    'keywords in lower case': {
      options: { keywordCase: 'lower', layout: 'filled' },
      before: before.toUpperCase(),
      after: "def chl(A) conname('H') chltype(sdr) replace xmitq(MIXED) descr('D')\n",
    },
    'keywords as they are': {
      options: { keywordCase: 'keep', layout: 'filled' },
      before: 'Define Ql(A) Put(Enabled)   dis+\nTL(1)\n',
      after: 'Define Ql(A) Put(Enabled) disTL(1)\n',
    },
    'always a line for each attribute': {
      options: { layout: 'one-per-line' },
      before: 'ALTER QMGR DEADQ(A) REPOS(CL)\nEND\n',
      after: 'ALTER QMGR +\n   DEADQ(A) +\n   REPOS(CL)\nEND\n',
    },
    'as many attributes on a line as fit, the continuation included': {
      options: { layout: 'filled', lineWidth: 30, indent: 1 },
      before: 'DEFINE QLOCAL(A) +\n PUT(DISABLED) GET(DISABLED) SHARE MAXDEPTH(12) REPLACE\n',
      after: 'DEFINE QLOCAL(A) +\n PUT(DISABLED) GET(DISABLED) +\n SHARE MAXDEPTH(12) REPLACE\n',
    },
    'a hyphen continues, and a string in its first column': {
      options: { continuation: '-', lineWidth: 30 },
      before: "ALTER QLOCAL(A) +\n DESCR('one two three +\n   four five six')\n",
      after: "ALTER QLOCAL(A) -\n   DESCR('one two three four -\nfive six')\n",
    },
    'each command keeps its own continuation': {
      options: { continuation: 'keep' },
      before: 'ALTER QMGR -\n DEADQ(A)\nALTER QMGR +\n DEADQ(A)\n',
      after: 'ALTER QMGR -\n   DEADQ(A)\nALTER QMGR +\n   DEADQ(A)\n',
    },
    'attributes in the order of the reference, the channel type first and REPLACE last': {
      options: { attributeOrder: 'catalogue', layout: 'filled' },
      before,
      after: "DEF CHL(A) CHLTYPE(SDR) CONNAME('h') DESCR('d') XMITQ(Mixed) REPLACE\n",
    },
    'no other order where something is set twice, or a comment speaks of its place': {
      options: { attributeOrder: 'catalogue' },
      before: `\
ALTER QLOCAL(A) TRIGGER NOTRIGGER PUT(DISABLED)
ALTER QLOCAL(A) PUT(DISABLED) +
* and why
   GET(DISABLED) BOQNAME(B)
`,
      after: `\
ALTER QLOCAL(A) TRIGGER NOTRIGGER PUT(DISABLED)
ALTER QLOCAL(A) +
   PUT(DISABLED) +
* and why
   GET(DISABLED) +
   BOQNAME(B)
`,
    },
  });

  test('come before the settings, the settings before the defaults', () => {
    const service = createService();
    service.open('QM1.mqsc', 'Alter qmgr +\n deadq(A)\n');
    service.configure({ format: { keywordCase: 'lower', indent: 1 } });
    const [edit] = service.format('QM1.mqsc', { indent: 2 });
    expect(edit?.newText).toBe('alter qmgr +\n  deadq(A)');
  });
});

describe('MQSC in YAML', () => {
  table({
    'keeps its indentation, and the width is that of what MQ sees': {
      source: 'config.yaml',
      options: { lineWidth: 40 },
      before: `\
data:
  a.mqsc: |
    define ql(A)   put(disabled)   get(disabled)
      alter qmgr +
    * inside
      deadq(A)
  b.txt: define   ql(A)
`,
      after: `\
data:
  a.mqsc: |
    DEFINE QL(A) PUT(DISABLED) GET(DISABLED)
    ALTER QMGR +
    * inside
       DEADQ(A)
  b.txt: define   ql(A)
`,
    },
  });
  staying(
    { 'stays where YAML folds it': 'data:\n  a.mqsc: >-\n    define  ql(A)\n    put(disabled)\n' },
    'config.yaml',
  );
});

describe('records of z/OS with sequence numbers', () => {
  const record = (text: string, number: string) => `${text.padEnd(72)}${number}\n`;
  staying({
    'stay: their numbers would leave columns 73 to 80':
      record('define ql(A) +', '00010000') + record('  put(disabled)', '00020000') + record('def  ql(B)', '00030000'),
  });
});

test('a range: only the commands that it touches', () => {
  const { files, range } = readFixture('alter  qmgr\nalter  $0qmgr +\n  deadq(A)$0\nalter  qmgr\n');
  expect(formatted(files[0]?.text ?? '', {}, range?.span)).toBe(
    'alter  qmgr\nALTER QMGR +\n   DEADQ(A)\nalter  qmgr\n',
  );
});
