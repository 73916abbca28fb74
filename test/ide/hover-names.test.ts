import { expect, test } from 'vitest';
import { open } from '../support/open.ts';

const hover = (marked: string) => {
  const { service, source, offset } = open(marked);
  return service.hover(source, offset)?.content ?? '';
};

const path = `
  *- QM1.mqsc
  DEFINE QALIAS(ALIAS) TARGET(FAR)
  DEFINE QREMOTE(FAR) RNAME(ORDERS) RQMNAME(QM2) XMITQ(TO.QM2)
  DEFINE QLOCAL(TO.QM2) USAGE(XMITQ)
  DEFINE CHANNEL(QM1.QM2) CHLTYPE(SDR) CONNAME('h(1)') XMITQ(TO.QM2)
  *- QM2.mqsc
  DEFINE CHANNEL(QM1.QM2) CHLTYPE(RCVR)
  DEFINE QLOCAL(ORDERS)
`;

test('a queue: where messages put there go, hop by hop', () => {
  expect(hover(path.replace('(ALIAS)', '(ALIAS$0)'))).toContain(
    [
      'Messages put here:',
      '',
      '- alias of `FAR`, QREMOTE on QM1 (QM1.mqsc:2)',
      '  - over transmission queue `TO.QM2`, QLOCAL on QM1 (QM1.mqsc:3)',
      '    - sent by `QM1.QM2`, SDR on QM1 (QM1.mqsc:4)',
      '      - delivers to `ORDERS`, QLOCAL on QM2 (QM2.mqsc:2)',
    ].join('\n'),
  );
});

test('a name in a value: what it stands for, and on from there', () => {
  const content = hover(path.replace('TARGET(FAR)', 'TARGET(FAR$0)'));
  expect(content).toContain('**TARGET**');
  expect(content).toContain('`FAR` is:\n\n- `FAR`, QREMOTE on QM1 (QM1.mqsc:2)\n  - over transmission queue');
});

test('a name that no file defines', () => {
  expect(hover('*- QM1.mqsc\nDEFINE QALIAS(A) TARGET(NOWHERE$0)\n')).toContain('No file defines `NOWHERE`');
});

test('a cluster queue in a value: each instance', () => {
  const content = hover(`
    *- QM1.mqsc
    DEFINE QALIAS(A) TARGET(Q$0)
    *- QM2.mqsc
    DEFINE QLOCAL(Q) CLUSTER(C)
    *- QM3.mqsc
    DEFINE QLOCAL(Q) CLUSTER(C)
  `);
  expect(content).toContain('- `Q`, QLOCAL on QM2 (QM2.mqsc:1)\n- `Q`, QLOCAL on QM3 (QM3.mqsc:1)');
});

test('an alias that leads back to itself ends', () => {
  const content = hover('*- QM1.mqsc\nDEFINE QALIAS(A$0) TARGET(B)\nDEFINE QALIAS(B) TARGET(A)\n');
  expect(content.match(/alias of/g)).toHaveLength(1);
});

test('a channel: its other end, or that there is none', () => {
  const first = path.replace('QM1.QM2) CHLTYPE(SDR', 'QM1.QM2$0) CHLTYPE(SDR');
  expect(hover(first)).toContain('Other end:\n\n- `QM1.QM2`, RCVR on QM2 (QM2.mqsc:1)');
  expect(hover("*- QM1.mqsc\nDEFINE CHANNEL(X$0) CHLTYPE(SDR) CONNAME('h(1)') XMITQ(Q)\n")).toContain(
    'no file here defines an RCVR or RQSTR called `X`',
  );
});

test('a cluster and a queue manager', () => {
  const text = `
    *- QM1.mqsc
    ALTER QMGR REPOS(C)
    DEFINE CHANNEL(C.QM1) CHLTYPE(CLUSRCVR) CONNAME('h(1)') CLUSTER(C$0)
    *- QM2.mqsc
    DEFINE CHANNEL(C.QM2) CHLTYPE(CLUSRCVR) CONNAME('h(1)') CLUSTER(C)
    DEFINE QREMOTE(R) RNAME(Q) RQMNAME(QM1)
  `;
  expect(hover(text)).toContain('Cluster C: QM1 (full repository), QM2; 0 queues.');
  expect(hover(text.replace('$0', '').replace('RQMNAME(QM1', 'RQMNAME(QM1$0'))).toContain('Queue manager QM1');
});

test('a name in mqsc.yaml and in a scenario', () => {
  const text = `
    *- mqsc.yaml
    queueManagers: { QM2: { files: [b.mqsc] } }
    consumers:
      - { application: APP, queueManager: QM2, queue: ORDERS$0 }
    *- b.mqsc
    DEFINE QLOCAL(ORDERS)
    *- run.mqsim.yaml
    version: 1
    estate: mqsc.yaml
    applications:
      - { name: p, kind: producer, queueManager: QM2, queue: ORDERS }
  `;
  expect(hover(text)).toContain('`ORDERS`, QLOCAL on QM2 (b.mqsc:1)');
  const put = 'kind: producer, queueManager: QM2, queue: ORDERS';
  expect(hover(text.replace('$0', '').replace(put, `${put}$0`))).toContain('QLOCAL on QM2');
  expect(hover(text.replace('$0', '').replace('queueManager: QM2', 'queueManager: QM2$0'))).toContain(
    'Queue manager QM2',
  );
});
