import { afterAll, expect, test } from 'vitest';
import { makeShell } from '../support/shell.ts';

const shell = makeShell({
  'QM1.mqsc': [
    'DEFINE QLOCAL(BASE) MAXDEPTH(7)',
    'DEFINE QLOCAL(ORDERS) LIKE(BASE) CLUSTER(SALES)',
    'ALTER QLOCAL(ORDERS) DEFBIND(NOTFIXED)',
    "DEFINE CHANNEL(SALES.QM1) CHLTYPE(CLUSRCVR) CONNAME('h(1414)') CLUSTER(SALES)",
    'ALTER QMGR REPOS(SALES)',
    '',
  ].join('\n'),
});
afterAll(() => shell.remove());

test('text: what is set, per queue manager, and the clusters', async () => {
  const { out } = await shell.run('model');
  expect(out).toMatchInlineSnapshot(`
    "QM1 (the file's name; multi, MQ 9.4)
      QMGR
        REPOS(SALES)
      QLOCAL(BASE)
        MAXDEPTH(7)
      QLOCAL(ORDERS)
        MAXDEPTH(7)
        CLUSTER(SALES)
        DEFBIND(NOTFIXED)
      CHANNEL(SALES.QM1)
        CHLTYPE(CLUSRCVR)
        CONNAME(h(1414))
        CLUSTER(SALES)

    cluster SALES: QM1* (* full repository)
      ORDERS: QM1
    "
  `);
});

test('json with origins: where each value comes from, defaults too', async () => {
  const { out } = await shell.run('model --format json --origin');
  const model = JSON.parse(out);
  const orders = model.queueManagers.QM1.objects.find((o: { name: string }) => o.name === 'ORDERS').attributes;
  expect(orders.DEFBIND).toEqual({ value: 'NOTFIXED', origin: 'QM1.mqsc:3:22' });
  expect(orders.MAXDEPTH.value).toBe('7');
  expect(orders.MAXDEPTH.origin).toContain('LIKE(BASE)');
  expect(orders.DEFPSIST).toEqual({ value: 'NO', origin: expect.stringMatching(/^default/) });
  expect(model.clusters.SALES).toEqual({
    members: [{ queueManager: 'QM1', fullRepository: true }],
    queues: { ORDERS: ['QM1'] },
  });
});

test('with origins, only what the platform and the level of MQ have', async () => {
  const mixed = makeShell({
    'mqsc.yaml':
      'version: 1\nqueueManagers:\n  NEW: { files: [q.mqsc] }\n  OLD: { files: [q.mqsc], mqVersion: "9.0" }\n  ZOS: { files: [q.mqsc], platform: zos }\n',
    'q.mqsc': 'DEFINE QLOCAL(Q)\n',
  });
  const { out } = await mixed.run('model --format json --origin');
  const { queueManagers } = JSON.parse(out);
  const has = (keyword: string) =>
    ['NEW', 'OLD', 'ZOS'].filter((name) => {
      const { attributes, objects } = queueManagers[name];
      return keyword in attributes || keyword in objects[0].attributes;
    });
  expect(['IGQ', 'STGCLASS', 'INITKEY', 'STREAMQ', 'IMGRCOVQ', 'MAXDEPTH'].map((one) => `${one}: ${has(one)}`)).toEqual(
    ['IGQ: ZOS', 'STGCLASS: ZOS', 'INITKEY: NEW', 'STREAMQ: NEW,ZOS', 'IMGRCOVQ: NEW,OLD', 'MAXDEPTH: NEW,OLD,ZOS'],
  );
  mixed.remove();
});

test('two estates below one path: both are there, a name that clashes tells its file', async () => {
  const two = makeShell({
    'a/mqsc.yaml': 'version: 1\n',
    'a/QM1.mqsc': 'DEFINE QLOCAL(A)\n',
    'b/mqsc.yaml': 'version: 1\n',
    'b/QM1.mqsc': 'DEFINE QLOCAL(B)\n',
  });
  const { out } = await two.run('model --format json');
  expect(Object.keys(JSON.parse(out).queueManagers)).toEqual(['QM1', 'QM1 (b/QM1.mqsc)']);
  expect((await two.run('check')).out).toContain('2 commands in 2 files of 2 queue managers');
  two.remove();
});
