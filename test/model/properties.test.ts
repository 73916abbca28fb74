import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEstateFile } from '#core/estate/read-estate-file.ts';
import { attributesOf, defaultOf } from '#core/facts/lookup.ts';
import { buildEstate } from '#core/model/build-estate.ts';
import { effective } from '#core/model/effective.ts';
import type { Estate } from '#core/model/model.ts';
import { changeDocument } from '#core/sources/change-document.ts';
import { readDocument } from '#core/sources/read-document.ts';
import { printModel } from '../support/model-table.ts';

const estateOfText = (text: string): Estate => buildEstate({ documents: [readDocument('QM1.mqsc', text)] }).estate;

const kinds = [
  { type: 'QLOCAL', head: 'DEFINE QLOCAL(A)', channelType: undefined },
  { type: 'QALIAS', head: 'DEFINE QALIAS(A)', channelType: undefined },
  { type: 'QREMOTE', head: 'DEFINE QREMOTE(A)', channelType: undefined },
  { type: 'CHANNEL', head: 'DEFINE CHANNEL(A) CHLTYPE(CLUSRCVR)', channelType: 'CLUSRCVR' },
  { type: 'CHANNEL', head: 'DEFINE CHANNEL(A) CHLTYPE(SDR)', channelType: 'SDR' },
] as const;

test.each(kinds)('$head: writing a default out changes no effective value', ({ type, head, channelType }) => {
  const attributes = attributesOf(type).filter((one) => one.kind === 'attribute' && one.keyword !== 'CHLTYPE');
  const values = (mqsc: string) => {
    const object = [
      ...(estateOfText(mqsc)
        .queueManagers.get('QM1')
        ?.objects.all(type === 'CHANNEL' ? 'channel' : 'queue') ?? []),
    ][0];
    return attributes.map(({ keyword }) => [keyword, object && effective(object, keyword)?.value]);
  };
  const plain = values(`${head}\n`);
  for (const { keyword, type: kind } of attributes) {
    const value = defaultOf(type, keyword, { platform: 'multi', channelType });
    if (value === undefined) continue;
    const written = kind === 'flag' ? value : `${keyword}(${/^\d+$/.test(value) ? `0${value}` : `'${value}'`})`;
    expect(values(`${head} ${written}\n`), written).toEqual(plain);
  }
});

const definition = fc
  .record({
    name: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'),
    type: fc.constantFrom('QLOCAL', 'QALIAS', 'QREMOTE'),
    tail: fc.constantFrom('', ' PUT(DISABLED)', ' CLUSTER(X)', " DESCR('it')", ' DEFBIND(NOTFIXED)'),
  })
  .map(({ name, type, tail }) => ({ name, command: `DEFINE ${type}(${name})${tail}\n` }));

test('the order of commands that have nothing to do with each other does not matter', () => {
  const independent = fc.uniqueArray(definition, { selector: ({ name }) => name, maxLength: 6 });
  const lines = (commands: readonly { command: string }[]) =>
    printModel(estateOfText(commands.map(({ command }) => command).join('')))
      .split('\n')
      .toSorted();
  fc.assert(
    fc.property(
      independent.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, shuffled]) => {
        expect(lines(shuffled)).toEqual(lines(all));
      },
    ),
  );
});

const scraps = fc.constantFrom(
  'DEFINE QLOCAL(A) CLUSTER(X)\n',
  'DEFINE QALIAS(A) TARGQ(B) REPLACE\n',
  'DEFINE QLOCAL(B) LIKE(A)\n',
  'ALTER QLOCAL(A) PUT(DISABLED)\n',
  'DELETE QLOCAL(A)\n',
  'ALTER QMGR REPOS(X)\n',
  '* @qmgr QM2\n',
  '* @ordering sequence: why\n',
  "SET CHLAUTH('*') TYPE(BLOCKUSER) USERLIST(x)\n",
  'DEFINE CHANNEL(X.QM1) CHLTYPE(CLUSRCVR) CLUSTER(X) +\n',
  "DESCR('",
  ')',
  '\n',
);
const mqsc = fc.array(fc.oneof({ weight: 5, arbitrary: scraps }, fc.string({ maxLength: 5 })), { maxLength: 15 });

test('after an edit the estate is the one that reading anew gives', () => {
  fc.assert(
    fc.property(mqsc, mqsc, fc.nat(), fc.nat({ max: 20 }), scraps, (one, other, at, length, newText) => {
      const [first, second] = [one.join(''), other.join('')];
      const still = readDocument('QM2.mqsc', second);
      const document = readDocument('QM1.mqsc', first);
      const before = buildEstate({ documents: [document, still] }).estate;
      const start = at % (first.length + 1);
      const span = { start, end: Math.min(first.length, start + length) };
      const changed = changeDocument(document, [{ span, newText }]);
      const after = buildEstate({ documents: [changed, still], previous: before }).estate;
      const anew = buildEstate({ documents: [readDocument('QM1.mqsc', changed.text.whole()), still] }).estate;
      expect(printModel(after)).toBe(printModel(anew));
      expect([...after.clusters.keys()]).toEqual([...anew.clusters.keys()]);
      expect(after.assignments).toEqual(anew.assignments);
    }),
  );
});

test('an edit leaves queue managers alone that do not own the text', () => {
  const still = readDocument('QM2.mqsc', 'DEFINE QLOCAL(B)\n');
  const before = buildEstate({ documents: [readDocument('QM1.mqsc', 'DEFINE QLOCAL(A)\n'), still] }).estate;
  const after = buildEstate({
    documents: [readDocument('QM1.mqsc', 'DEFINE QLOCAL(C)\n'), still],
    previous: before,
  }).estate;
  expect(after.queueManagers.get('QM2')).toBe(before.queueManagers.get('QM2'));
  expect(after.queueManagers.get('QM1')).not.toBe(before.queueManagers.get('QM1'));
});

test('an edit of the estate file makes the queue managers anew that it speaks of', () => {
  const documents = [readDocument('QM1.mqsc', 'DEFINE QLOCAL(A)\n'), readDocument('QM2.mqsc', 'DEFINE QLOCAL(B)\n')];
  const { estateFile } = readEstateFile('mqsc.yaml', 'queueManagers: { QM1: { files: [QM1.mqsc], platform: zos } }');
  const before = buildEstate({ documents }).estate;
  const after = buildEstate({ documents, estateFile, previous: before }).estate;
  expect(after.queueManagers.get('QM1')?.platform).toBe('zos');
  expect(after.queueManagers.get('QM2')).toBe(before.queueManagers.get('QM2'));
});

test('no text makes the readers throw', () => {
  const yaml = fc.array(
    fc.oneof(
      fc.constantFrom(
        'queueManagers:',
        '\n',
        '  ',
        'QM1: ',
        '{',
        '}',
        '[',
        '&a ',
        '*a',
        '- ',
        'files: ',
        'rules: ',
        '? ',
        '"',
      ),
      fc.string({ maxLength: 4 }),
    ),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(yaml, mqsc, (parts, text) => {
      const { estateFile } = readEstateFile('mqsc.yaml', parts.join(''), { ruleNames: new Set(['x']) });
      buildEstate({ documents: [readDocument('a/QM1.mqsc', text.join(''))], estateFile });
    }),
  );
});
