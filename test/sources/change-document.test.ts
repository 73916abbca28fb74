import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hold } from '#core/held.ts';
import { changeDocument } from '#core/sources/change-document.ts';
import { readDocument } from '#core/sources/read-document.ts';
import { plainDocument } from '../support/plain-document.ts';
import { mqscLike } from '../syntax/mqsc-like.ts';

const place = fc.nat({ max: 1_000_000 });
const edits = fc.array(fc.record({ at: place, length: fc.nat({ max: 12 }), text: mqscLike }), {
  minLength: 1,
  maxLength: 4,
});

test('a changed script equals the new text read anew', () => {
  fc.assert(
    fc.property(fc.array(mqscLike, { maxLength: 6 }), edits, (parts, changes) => {
      let document = readDocument('a.mqsc', parts.join('\n'));
      for (const { at, length, text } of changes) {
        const start = at % (document.text.length + 1);
        const end = Math.min(start + length, document.text.length);
        document = changeDocument(document, [{ span: { start, end }, newText: text }]);
        expect(plainDocument(document)).toEqual(plainDocument(readDocument('a.mqsc', document.text.whole())));
      }
    }),
    { numRuns: 3000 },
  );
});

test('a changed YAML file equals the new text read anew, its scalars indented otherwise included', () => {
  const yaml = [
    'data:',
    '  a.mqsc: |',
    '    DEFINE QLOCAL(A-',
    '      B) +',
    '     REPLACE',
    '    ALTER QMGR FORCE',
    '',
  ].join('\n');
  fc.assert(
    fc.property(
      place,
      fc.nat({ max: 3 }),
      fc.constantFrom('', ' ', '  ', '\n', '-', '>', 'X', '    * c\n'),
      (at, length, text) => {
        const start = at % (yaml.length + 1);
        const span = { start, end: Math.min(start + length, yaml.length) };
        const changed = changeDocument(readDocument('a.yaml', yaml), [{ span, newText: text }]);
        expect(plainDocument(changed)).toEqual(plainDocument(readDocument('a.yaml', changed.text.whole())));
      },
    ),
    { numRuns: 1000 },
  );
});

test('a changed dump equals the new text read anew, one character or line at a time', () => {
  const dump = dumpOf(30);
  fc.assert(
    fc.property(
      place,
      fc.nat({ max: 80 }),
      fc.constantFrom('', 'X', '\n', ' +', '*', "'", '(', 'END\n', ';'),
      (at, length, text) => {
        const start = at % (dump.length + 1);
        const span = { start, end: Math.min(start + length, dump.length) };
        const changed = changeDocument(readDocument('a.mqsc', dump), [{ span, newText: text }]);
        expect(plainDocument(changed)).toEqual(plainDocument(readDocument('a.mqsc', changed.text.whole())));
      },
    ),
    { numRuns: 500 },
  );
});

test('a document that is asked for after several edits equals the new text read anew', () => {
  const dump = dumpOf(200);
  const edit = fc.record({
    at: fc.oneof(place, fc.nat({ max: 4000 })),
    deleted: fc.oneof(fc.nat({ max: 80 }), fc.nat({ max: 9000 })),
    newText: fc.oneof(
      fc.constantFrom(
        '',
        'X',
        '\n',
        ' +',
        '-\n',
        '*',
        "'",
        '(',
        'END\n',
        ';',
        '{',
        '{{\n',
        '/* x',
        '*/}}',
        '{#',
        '\ufeff',
      ),
      mqscLike,
      fc.constant(dumpOf(40)),
    ),
    isAsked: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
      let held = hold('a.mqsc', dump);
      let text = dump;
      for (const { at, deleted, newText, isAsked } of edits) {
        const start = at % (text.length + 1);
        const end = Math.min(start + deleted, text.length);
        held = held.edited({ span: { start, end }, newText });
        text = text.slice(0, start) + newText + text.slice(end);
        if (isAsked) expect(held.document?.text.whole()).toBe(text);
      }
      expect(held.document && plainDocument(held.document)).toEqual(plainDocument(readDocument('a.mqsc', text)));
    }),
    { numRuns: 200 },
  );
});

test('edits follow one another, each measured in the text that the one before left', () => {
  const document = readDocument('a.mqsc', 'DEFINE QLOCAL(A)\n');
  const changed = changeDocument(document, [
    { span: { start: 14, end: 15 }, newText: 'LONGER' },
    { span: { start: 20, end: 20 }, newText: '.X' },
  ]);
  expect(changed.text.whole()).toBe('DEFINE QLOCAL(LONGER.X)\n');
});

test('commands that an edit does not touch are the same objects as before', () => {
  const document = readDocument('a.mqsc', dumpOf(30));
  const middle = document.text.whole().indexOf('DESCR', document.text.length / 2) + 7;
  const changed = changeDocument(document, [{ span: { start: middle, end: middle }, newText: 'x' }]);
  const before = document.slices[0]?.commands ?? [];
  const after = changed.slices[0]?.commands ?? [];
  expect(after).toHaveLength(before.length);
  const unlike = after.filter((command, i) => command.body !== before[i]?.body);
  expect(unlike).toHaveLength(1);
});

function dumpOf(queues: number): string {
  const header = ['* Script generated on 2026-01-01   at 10.00.00', '* Queue manager name: QM1', ''];
  const commands = Array.from({ length: queues }, (_, i) => [
    `DEFINE QLOCAL('Q.${i}') +`,
    '*  ALTDATE(2026-01-01) +',
    `   DESCR('number ${i}') +`,
    '   REPLACE',
    ...(i % 7 === 0 ? ['', '* a comment', '* and another'] : []),
  ]);
  return [...header, ...commands.flat(), ''].join('\n');
}
