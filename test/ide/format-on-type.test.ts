import { expect, test } from 'vitest';
import type { FormatOptions } from '#core/ide/format/format-options.ts';
import { createService } from '#core/service.ts';
import { applyEdits } from '#core/text/apply-edits.ts';

/** Presses Enter at `$0`, where an editor breaks the line and indents as far as the line above, and then asks. */
function enter(marked: string, options: Partial<FormatOptions> = {}, source = 'QM1.mqsc'): string {
  const at = marked.indexOf('$0');
  const before = marked.slice(0, at);
  const indent = /^ *(?=[^\n]*$)/m.exec(before.slice(before.lastIndexOf('\n') + 1))?.[0] ?? '';
  const text = `${before}\n${indent}${marked.slice(at + 2)}`;
  const service = createService();
  service.open(source, text);
  return applyEdits(text, service.formatOnType(source, at + 1 + indent.length, options));
}

const table = (cases: Readonly<Record<string, readonly [string, string, Partial<FormatOptions>?]>>) =>
  test.each(Object.entries(cases))('%s', (_, [before, after, options]) => {
    expect(enter(before, options)).toBe(after);
  });

table({
  'between attributes the line above is continued and the new one indented': [
    'DEFINE QLOCAL(A) $0PUT(DISABLED)\n',
    'DEFINE QLOCAL(A) +\n   PUT(DISABLED)\n',
  ],
  'a blank behind the caret goes': ['DEFINE QLOCAL(A)$0 PUT(DISABLED)\n', 'DEFINE QLOCAL(A) +\n   PUT(DISABLED)\n'],
  'behind a continuation only the indentation comes': [
    'DEFINE QLOCAL(A) +$0\nALTER QMGR\n',
    'DEFINE QLOCAL(A) +\n   \nALTER QMGR\n',
  ],
  'further lines are indented as the line above': [
    'DEFINE QLOCAL(A) +\n     PUT(DISABLED) $0GET(DISABLED)\n',
    'DEFINE QLOCAL(A) +\n     PUT(DISABLED) +\n     GET(DISABLED)\n',
  ],
  'the second line is indented as those that are there': [
    'DEFINE QLOCAL(A) $0PUT(DISABLED) +\n       GET(DISABLED)\n',
    'DEFINE QLOCAL(A) +\n       PUT(DISABLED) +\n       GET(DISABLED)\n',
  ],
  'before a continuation a line is made room for': [
    'DEFINE QLOCAL(A)$0 +\n   PUT(DISABLED)\n',
    'DEFINE QLOCAL(A) +\n   +\n   PUT(DISABLED)\n',
  ],
  'in a list the elements stand below each other': [
    'DEFINE NAMELIST(N) +\n   NAMES(A,$0B)\n',
    'DEFINE NAMELIST(N) +\n   NAMES(A, +\n         B)\n',
  ],
  'in a list that is not closed yet, too': [
    'ALTER NAMELIST(N) NAMES(A,$0\n',
    `ALTER NAMELIST(N) NAMES(A, +\n${' '.repeat(24)}\n`,
  ],
  'a word goes on without a blank': ['DEFINE QLOCAL(LONG$0NAME)\n', 'DEFINE QLOCAL(LONG+\n              NAME)\n'],
  'a string keeps its blanks': ["ALTER QMGR DESCR('one$0 two')\n", "ALTER QMGR DESCR('one +\n                 two')\n"],
  'after a hyphen a string goes on in the first column': [
    "ALTER QMGR DESCR('one $0two')\n",
    "ALTER QMGR DESCR('one -\ntwo')\n",
    { continuation: '-' },
  ],
  'the continuation of the command itself is kept': [
    'ALTER QMGR -\n  DEADQ(A) $0REPOS(B)\n',
    'ALTER QMGR -\n  DEADQ(A) -\n  REPOS(B)\n',
    { continuation: 'keep' },
  ],
  'a complete command is not continued': ['DEFINE QLOCAL(A)$0\n', 'DEFINE QLOCAL(A)\n\n'],
  'behind its last line the indentation goes': [
    'DEFINE QLOCAL(A) +\n   REPLACE$0\n',
    'DEFINE QLOCAL(A) +\n   REPLACE\n\n',
  ],
  'comments are broken as they are': ['* one $0two\n', '* one \ntwo\n'],
  'so are comments in a command': [
    'ALTER QMGR +\n* one $0two\n   DEADQ(A)\n',
    'ALTER QMGR +\n* one \ntwo\n   DEADQ(A)\n',
  ],
  'before a command nothing happens': ['$0DEFINE QLOCAL(A)\n', '\nDEFINE QLOCAL(A)\n'],
});

test('in YAML the indentation starts where MQSC does', () => {
  expect(enter('a.mqsc: |\n  DEFINE QLOCAL(A) $0PUT(DISABLED)\n', {}, 'a.yaml')).toBe(
    'a.mqsc: |\n  DEFINE QLOCAL(A) +\n     PUT(DISABLED)\n',
  );
  expect(enter("a.mqsc: |\n  ALTER QMGR DESCR('one $0two')\n", { continuation: '-' }, 'a.yaml')).toBe(
    "a.mqsc: |\n  ALTER QMGR DESCR('one -\n  two')\n",
  );
  expect(enter('a.mqsc: >\n  DEFINE QLOCAL(A) $0PUT(DISABLED)\n', {}, 'a.yaml')).toBe(
    'a.mqsc: >\n  DEFINE QLOCAL(A) \n  PUT(DISABLED)\n',
  );
});
