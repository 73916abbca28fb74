import { afterEach, expect, test } from 'vitest';
import { makeShell, type Shell } from '../support/shell.ts';

let shell: Shell | undefined;
afterEach(() => shell?.remove());

async function fixed(files: Readonly<Record<string, string>>, line = 'check --fix') {
  shell = makeShell(files);
  await shell.run(line);
  return Object.fromEntries(Object.keys(files).map((file) => [file, shell?.read(file)]));
}

test('mends what can have one meaning only, round after round', async () => {
  expect(
    await fixed({ 'QM1.mqsc': 'DEFNE QLOCAL(A) DEFBND(OPN)\nDEFINE QLOCAL(B) DESCR(order queue) MAXDPTH(5)\n' }),
  ).toEqual({
    'QM1.mqsc': "DEFINE QLOCAL(A) DEFBIND(OPEN)\nDEFINE QLOCAL(B) DESCR('order queue') MAXDEPTH(5)\n",
  });
});

test('takes away what is said twice', async () => {
  expect(
    await fixed({ 'QM1.mqsc': "DEFINE QLOCAL(A) MAXDEPTH(5) DESCR('x') REPLACE MAXDEPTH( 5 ) REPLACE\n" }),
  ).toEqual({
    'QM1.mqsc': "DEFINE QLOCAL(A) MAXDEPTH(5) DESCR('x') REPLACE\n",
  });
});

test('moves what comes too early below the definition, in its order', async () => {
  const text = `ALTER QLOCAL(A) MAXDEPTH(5)
ALTER QLOCAL(A) MAXDEPTH(6)
START LISTENER(L)
DEFINE QLOCAL(A)
ALTER QLOCAL(B) MAXDEPTH(7)
DEFINE QLOCAL(B)
DEFINE LISTENER(L) TRPTYPE(TCP) PORT(1414)`;
  const files = await fixed({ 'QM1.mqsc': text });
  expect(files).toEqual({
    'QM1.mqsc': `DEFINE QLOCAL(A)
ALTER QLOCAL(A) MAXDEPTH(5)
ALTER QLOCAL(A) MAXDEPTH(6)
DEFINE QLOCAL(B)
ALTER QLOCAL(B) MAXDEPTH(7)
DEFINE LISTENER(L) TRPTYPE(TCP) PORT(1414)
START LISTENER(L)`,
  });
  expect((await shell?.run('check'))?.out).not.toContain('used-before-defined');
  expect((await shell?.run('model'))?.out).toContain('MAXDEPTH(6)');
});

test.each([
  ['where a comment belongs', { 'QM1.mqsc': '* Depths\nALTER QLOCAL(A) MAXDEPTH(5)\nDEFINE QLOCAL(A)\n' }],
  [
    'whether a DEFINE shall undo what was altered before',
    { 'QM1.mqsc': 'ALTER QLOCAL(A) MAXDEPTH(5)\nDEFINE QLOCAL(A) REPLACE\n' },
  ],
  ['which of two values holds', { 'QM1.mqsc': 'DEFINE QLOCAL(A) MAXDEPTH(5) MAXDEPTH(6)\n' }],
  [
    'which clone is right',
    {
      'QM1.mqsc': 'DEFINE QLOCAL(A) CLUSTER(C) DEFBIND(OPEN)\n',
      'QM2.mqsc': 'DEFINE QLOCAL(A) CLUSTER(C) DEFBIND(NOTFIXED)\n',
    },
  ],
  [
    'whether a queue is open for puts and gets',
    {
      'QM1.mqsc': 'DEFINE QLOCAL(A) CLUSTER(C) GET(DISABLED) PUT(DISABLED)\n',
      'QM2.mqsc': 'DEFINE QLOCAL(A) CLUSTER(C) PUT(DISABLED)\n',
    },
  ],
  [
    'whether a second definition replaces the first',
    { 'QM1.mqsc': 'DEFINE QLOCAL(A)\nDEFINE QLOCAL(A) MAXDEPTH(5)\n' },
  ],
  [
    'whether a name was meant in lower case',
    { 'QM1.mqsc': "DEFINE QLOCAL('orders')\nDEFINE QALIAS(A) TARGET(orders)\n" },
  ],
])('leaves to a person %s', async (_, files) => {
  expect(await fixed(files)).toEqual(files);
});

test('writes no file that was not asked for', async () => {
  const files = { 'QM1.mqsc': 'DEFINE QLOCAL(A) DEFBND(OPEN)\n', 'QM2.mqsc': 'DEFINE QLOCAL(A) DEFBND(OPEN)\n' };
  expect(await fixed(files, 'check --fix QM2.mqsc')).toEqual({
    ...files,
    'QM2.mqsc': 'DEFINE QLOCAL(A) DEFBIND(OPEN)\n',
  });
});
