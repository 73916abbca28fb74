import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { effectiveMqsc } from '#core/ide/effective-mqsc.ts';
import { buildEstate } from '#core/model/build-estate.ts';
import type { Estate, QueueManager } from '#core/model/model.ts';
import { readDocument } from '#core/sources/read-document.ts';
import { estateOf } from '../support/estate.ts';
import { sampleEstate, sampleNames } from '../support/sample.ts';

test('what is left of the commands, each value with the place that it comes from', () => {
  const marked = `
    *- QM1.mqsc
    ALTER QMGR REPOS(SALES)
    DEFINE QLOCAL(BASE) MAXDEPTH(7)
    DEFINE QLOCAL(ORDERS) LIKE(BASE) CLUSTER(SALES) NOTRIGGER
    ALTER QL(ORDERS) DEFBIND(NOTFIXED) DESCR('what''s new')
    DEFINE QLOCAL(GONE)
    DELETE QLOCAL(GONE)
    ALTER CHANNEL('to.qm2') CHLTYPE(SDR) CONNAME('a(1),b(2)')
    *- more.mqsc
    * @qmgr QM1
    ALTER QLOCAL(ORDERS) PUT(DISABLED)
  `;
  const { text, origins } = printed(marked);
  expect(text).toMatchInlineSnapshot(`
    "* Effective definitions of QM1 (the file's name; multi, MQ 9.4).
    * What an object does not say here has its default.
    * @qmgr QM1

    * REPOS: QM1.mqsc:1
    ALTER QMGR REPOS(SALES)

    * QM1.mqsc:2
    DEFINE QLOCAL(BASE) MAXDEPTH(7)

    * QM1.mqsc:3
    * MAXDEPTH: LIKE(BASE) QM1.mqsc:2
    * DEFBIND, DESCR: QM1.mqsc:4
    * PUT: more.mqsc:2
    DEFINE QLOCAL(ORDERS) +
       MAXDEPTH(7) +
       CLUSTER(SALES) +
       NOTRIGGER +
       DEFBIND(NOTFIXED) +
       DESCR('what''s new') +
       PUT(DISABLED)

    * not all of it is known: QM1.mqsc:7
    ALTER CHANNEL('to.qm2') CHLTYPE(SDR) CONNAME('a(1)', 'b(2)')
    "
  `);
  for (const { span, target } of origins) expect(text.slice(span.start, span.end)).toMatch(target.source);
});

test('a default object that changed does not change what was made before', () => {
  const { text } = printed(`
    *- QM1.mqsc
    DEFINE QLOCAL(A)
    ALTER QLOCAL(SYSTEM.DEFAULT.LOCAL.QUEUE) MAXDEPTH(9)
    DEFINE QLOCAL(B)
  `);
  expect(text.indexOf('ALTER QLOCAL(SYSTEM.DEFAULT')).toBeGreaterThan(text.indexOf('DEFINE QLOCAL(B)'));
});

test.each(sampleNames)('the sample %s reads back to the same model', (name) => {
  expectSame(sampleEstate(name));
});

const corpus = path.join(import.meta.dirname, '../../../shared/corpus');

describe.skipIf(!existsSync(corpus))('public MQSC reads back to the same model', () => {
  const repositories = existsSync(corpus)
    ? ['files', 'embedded'].flatMap((kind) => readdirSync(path.join(corpus, kind)).map((name) => path.join(kind, name)))
    : [];

  test.each(repositories)('%s', (repository) => {
    const folder = path.join(corpus, repository);
    const documents = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
      .map((file) => readDocument(file, readFileSync(path.join(folder, file), 'utf8')));
    expectSame(buildEstate({ documents }).estate);
  });
});

function printed(marked: string) {
  const { estate } = estateOf(marked);
  expectSame(estate);
  const [queueManager] = estate.queueManagers.values();
  if (!queueManager) throw new Error('no queue manager');
  return effectiveMqsc(queueManager, placeIn(estate));
}

const placeIn = (estate: Estate) => (source: string, offset: number) =>
  `${source}:${estate.documents.get(source)?.text.slice(0, offset).split('\n').length}`;

function expectSame(estate: Estate): void {
  for (const queueManager of estate.queueManagers.values()) {
    const { text } = effectiveMqsc(queueManager, placeIn(estate));
    const { name } = queueManager;
    const again = buildEstate({
      documents: [readDocument('effective.mqsc', text)],
      owners: new Map([['effective.mqsc', name]]),
    }).estate.queueManagers.get(name.toUpperCase());
    expect(again && contents(again), text).toEqual(contents(queueManager));
  }
}

const spaces = [
  'queue',
  'channel',
  'client-channel',
  'namelist',
  'process',
  'topic',
  'subscription',
  'authinfo',
  'comminfo',
  'listener',
  'service',
  'cfstruct',
  'stgclass',
  'chlauth',
  'authrec',
  'policy',
  'other',
] as const;

/** Everything of the objects but where it stands. */
const contents = ({ objects, attributes }: QueueManager) =>
  [attributes, ...spaces.flatMap((space) => [...objects.all(space)])]
    .map(({ type, name, channelType, isDefined, nameIsOpen, written }) => ({
      is: [type, name, channelType, isDefined, nameIsOpen].join(' '),
      written: [...written].map(([keyword, { value, isOpen }]) => `${keyword}=${value}${isOpen ? ' open' : ''}`).sort(),
    }))
    .sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
