import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeShell, type Shell } from '../support/shell.ts';

const old = [
  'DEFINE QLOCAL(ORDERS) CLUSTER(SALES) DEFBIND(OPEN)',
  'DEFINE QLOCAL(GONE) MAXDEPTH(7)',
  "SET CHLAUTH('*') TYPE(ADDRESSMAP) ADDRESS('1.*') USERSRC(NOACCESS)",
  "SET CHLAUTH('*') TYPE(ADDRESSMAP) ADDRESS('2.*') USERSRC(NOACCESS)",
  'DEFINE CHANNEL(X) CHLTYPE(SVRCONN)',
  "DEFINE CHANNEL(X) CHLTYPE(CLNTCONN) CONNAME('a')",
  '',
].join('\n');
const now = [
  '* order and layout are no difference, and neither is a default that is written out',
  "DEFINE CHANNEL(X) CHLTYPE(CLNTCONN) CONNAME('b')",
  'DEFINE CHANNEL(X) CHLTYPE(SVRCONN) TRPTYPE(TCP)',
  "SET CHLAUTH('*') TYPE(ADDRESSMAP) ADDRESS('2.*') USERSRC(NOACCESS)",
  'DEFINE QLOCAL(ORDERS) CLUSTER(SALES) +',
  '   DEFBIND(NOTFIXED)',
  'DEFINE QALIAS(NEW) TARGET(ORDERS)',
  'ALTER QMGR DEADQ(ORDERS)',
  '',
].join('\n');

let shell: Shell;
beforeEach(() => {
  shell = makeShell({
    'old/QM1.mqsc': old,
    'old/QM2.mqsc': old,
    'new/QM1.mqsc': now,
    'new/QM3.mqsc': 'DEFINE QLOCAL(A)\n',
  });
});
afterEach(() => shell.remove());

test('text: what was added, taken away and changed, per queue manager, and where', async () => {
  const { code, out } = await shell.run('model new/QM1.mqsc --diff old/QM1.mqsc');
  expect(code).toBe(0);
  expect(out).toMatchInlineSnapshot(`
    "  QM1
      ~ QMGR
          DEADQ '' → 'ORDERS' — new/QM1.mqsc:8:12
      ~ QLOCAL(ORDERS)
          DEFBIND 'OPEN' → 'NOTFIXED' — new/QM1.mqsc:6:4
      - QLOCAL(GONE)
          MAXDEPTH '7' — old/QM1.mqsc:2:21
      ~ CHANNEL(X) CHLTYPE(CLNTCONN)
          CONNAME 'a' → 'b' — new/QM1.mqsc:2:37
      - CHLAUTH(*) TYPE(ADDRESSMAP) ADDRESS(1.*)
          TYPE 'ADDRESSMAP' — old/QM1.mqsc:3:18
          ADDRESS '1.*' — old/QM1.mqsc:3:35
          USERSRC 'NOACCESS' — old/QM1.mqsc:3:50
      + QALIAS(NEW)
          TARGET 'ORDERS' — new/QM1.mqsc:7:20
    1 added, 2 removed, 3 changed
    "
  `);
});

test('json: old and new value with their origins; whole queue managers', async () => {
  const { out } = await shell.run('model new --diff old --format json');
  const { queueManagers, summary } = JSON.parse(out);
  expect(queueManagers.map(({ name, change }: { name: string; change: string }) => [name, change])).toEqual([
    ['QM1', 'changed'],
    ['QM2', 'removed'],
    ['QM3', 'added'],
  ]);
  expect(queueManagers[0].objects).toContainEqual({
    object: 'QLOCAL(ORDERS)',
    change: 'changed',
    attributes: [
      {
        keyword: 'DEFBIND',
        old: { value: 'OPEN', origin: 'QM1.mqsc:1:38' },
        new: { value: 'NOTFIXED', origin: 'new/QM1.mqsc:6:4' },
      },
    ],
  });
  expect(summary).toEqual({ added: 2, removed: 8, changed: 3 });
});

test('against a model that was kept as JSON', async () => {
  writeFileSync(path.join(shell.directory, 'old.json'), (await shell.run('model old --format json --origin')).out);
  const kept = (await shell.run('model new --diff old.json')).out;
  expect(kept).toBe((await shell.run('model new --diff old')).out.replaceAll('— QM', '— old/QM'));
  expect(await shell.run('model old --diff old.json --exit-code')).toMatchObject({ code: 0, out: 'no differences\n' });
});

test('--exit-code tells scripts of a difference', async () => {
  expect((await shell.run('model new --diff old --exit-code')).code).toBe(1);
  expect((await shell.run('model old --diff old --exit-code')).code).toBe(0);
});

test.each([
  ['model new --diff nowhere', undefined, /no such file or folder: nowhere/],
  ['model new --diff old.json', '{}', /old\.json is not what mqsc model/],
  ['model new --diff old.json', 'nothing', /old\.json is not what mqsc model/],
  [
    'model new --diff old.json',
    '{"queueManagers": {"QM1": {"attributes": {"DEADQ": "A"}, "objects": []}}}',
    /--origin prints/,
  ],
  ['model new --exit-code', undefined, /needs --diff/],
])('misuse: %s with %s', async (line, text, expected) => {
  if (text !== undefined) writeFileSync(path.join(shell.directory, 'old.json'), text);
  const { code, err } = await shell.run(line);
  expect(code).toBe(2);
  expect(err).toMatch(expected);
});
