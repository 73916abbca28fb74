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

test.each([
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
