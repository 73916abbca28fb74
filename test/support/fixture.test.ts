import { expect, test } from 'vitest';
import { printFixture, readFixture } from './fixture.ts';

const marked = `
  *- QM1.mqsc qmgr=QM1
  DEFINE QLOCAL(A$0B) REPLACE
  *^^^^^ error unknown-command
  *      ^^^^^^ warning some-rule: what it says
  *      | hint empty-span
  *< info first-column
    * an ordinary comment ^^^ error
  *- mqsc.yaml
  version: 2
  #        ^ error estate-file-invalid: must be 1
`;

test('marks are cut out and their places kept', () => {
  const { files, cursor, range } = readFixture(marked);
  expect(files.map((file) => [file.source, file.text])).toEqual([
    ['QM1.mqsc', '* @qmgr QM1\nDEFINE QLOCAL(AB) REPLACE\n  * an ordinary comment ^^^ error\n'],
    ['mqsc.yaml', 'version: 2\n'],
  ]);
  const text = files[0]?.text ?? '';
  expect(files[0]?.annotations.map(({ span, ...rest }) => ({ ...rest, at: text.slice(span.start, span.end) }))).toEqual(
    [
      { severity: 'error', code: 'unknown-command', message: '', at: 'DEFINE' },
      { severity: 'warning', code: 'some-rule', message: 'what it says', at: 'QLOCAL' },
      { severity: 'hint', code: 'empty-span', message: '', at: '' },
      { severity: 'info', code: 'first-column', message: '', at: 'D' },
    ],
  );
  expect(cursor).toEqual({ source: 'QM1.mqsc', offset: text.indexOf('B)') });
  expect(range).toBeUndefined();
});

test('printing gives the annotations back, in a fixed order', () => {
  const { files } = readFixture(marked);
  const printed = printFixture(files, (file) => file.annotations);
  const again = readFixture(printed).files;
  expect(printFixture(again, (file) => file.annotations)).toBe(printed);
  expect(printed.split('\n').toSorted()).toEqual(
    marked
      .replace('$0', '')
      .split('\n')
      .slice(1)
      .map((line) => line.slice(2))
      .toSorted(),
  );
});

test('two cursors are a range, and text before any heading is QM1.mqsc', () => {
  expect(readFixture('DEFINE $0QLOCAL$0(A)')).toMatchObject({
    files: [{ source: 'QM1.mqsc', text: 'DEFINE QLOCAL(A)' }],
    range: { source: 'QM1.mqsc', span: { start: 7, end: 13 } },
  });
});
