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
