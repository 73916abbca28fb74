import { expect, test } from 'vitest';
import { open } from '../support/open.ts';

const shown = (marked: string, ask: 'definition' | 'references') => {
  const { service, source, offset } = open(marked);
  return service[ask](source, offset).map(({ target }) => {
    const text = service.text(target.source) ?? '';
    const line = text.slice(0, target.span.start).split('\n').length;
    return `${target.source}:${line} ${text.slice(target.span.start, target.span.end)}`;
  });
};

const alias = `
  *- QM1.mqsc qmgr=QM1
  DEFINE QALIAS(A) TARGET(ORDERS$0)
  DEFINE CHANNEL(SALES.QM1) CHLTYPE(CLUSRCVR) CONNAME('h(1)') CLUSTER(SALES)
  *- QM2.mqsc qmgr=QM2
  DEFINE QLOCAL(ORDERS) CLUSTER(SALES)
  *- QM3.mqsc qmgr=QM3
  DEFINE QLOCAL(ORDERS) CLUSTER(SALES)
`;

test('definition of a cluster queue: every instance, when there is none here', () => {
  expect(shown(alias, 'definition')).toEqual(['QM2.mqsc:2 ORDERS', 'QM3.mqsc:2 ORDERS']);
});

test('definition on the same queue manager comes before the cluster', () => {
  const local = `
    *- QM1.mqsc qmgr=QM1
    DEFINE QLOCAL(DLQ)
    ALTER QMGR DEADQ(DLQ$0)
    *- QM2.mqsc qmgr=QM2
    DEFINE QLOCAL(DLQ) CLUSTER(C)
  `;
  expect(shown(local, 'definition')).toEqual(['QM1.mqsc:2 DLQ']);
});

test('references over the whole estate', () => {
  expect(shown(alias, 'references')).toEqual(['QM1.mqsc:2 ORDERS', 'QM2.mqsc:2 ORDERS', 'QM3.mqsc:2 ORDERS']);
});

test('a cluster name leads to the receivers of its members', () => {
  const cluster = alias.replace('ORDERS$0', 'ORDERS').replace('CLUSTER(SALES)\n  *- QM2', 'CLUSTER(SALES$0)\n  *- QM2');
  expect(shown(cluster, 'definition')).toEqual(['QM1.mqsc:3 SALES.QM1']);
});

test('nothing for a word that is no name', () => {
  expect(shown('DEFINE QLOCAL(A) DEFBIND(OP$0EN)\n', 'definition')).toEqual([]);
});

const yaml = `
  *- mqsc.yaml
  queueManagers:
    QM1: { files: [a.mqsc] }
    QM2: { files: [b.mqsc] }
  consumers:
    - { application: APP, queueManager: QM2, queue: ORDERS }
  *- a.mqsc
  DEFINE QREMOTE(R) RNAME(ORDERS) RQMNAME(QM2)
  *- b.mqsc
  DEFINE QLOCAL(ORDERS)
  *- run.mqsim.yaml
  version: 1
  estate: mqsc.yaml
  applications:
    - { name: p, kind: producer, queueManager: QM1, queue: R }
`;

test('from mqsc.yaml and a scenario to the MQSC, and back', () => {
  expect(shown(yaml.replace('queue: ORDERS', 'queue: ORDERS$0'), 'definition')).toEqual(['b.mqsc:1 ORDERS']);
  expect(shown(yaml.replace('queue: R ', 'queue: R$0 '), 'definition')).toEqual(['a.mqsc:1 R']);
  expect(shown(yaml.replace('QLOCAL(ORDERS)', 'QLOCAL(ORDERS$0)'), 'references')).toEqual([
    'a.mqsc:1 ORDERS',
    'b.mqsc:1 ORDERS',
    'mqsc.yaml:5 ORDERS',
  ]);
});

test('a queue manager leads to the entry that makes it known', () => {
  expect(shown(yaml.replace('RQMNAME(QM2)', 'RQMNAME(QM2$0)'), 'definition')).toEqual(['mqsc.yaml:3 QM2']);
});

test('in a scenario that stands on its own: to its own definitions', () => {
  const alone = `
    *- run.mqsim.yaml
    version: 1
    definitions:
      QM1: |
        DEFINE QLOCAL(Q) CLUSTER(C)
    clusters: { C: { members: [QM1, QM2] } }
    applications:
      - { name: p, kind: producer, queueManager: QM2, queue: Q$0 }
  `;
  expect(shown(alone, 'definition')).toEqual(['run.mqsim.yaml:4 Q']);
  expect(shown(alone.replace('$0', '').replace('CLUSTER(C)', 'CLUSTER(C$0)'), 'definition')).toEqual([
    'run.mqsim.yaml:5 C',
  ]);
});
