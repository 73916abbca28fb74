import { describe, expect, test } from 'vitest';
import type { EstateNode } from '#core/ide/estate-tree/estate-node.ts';
import type { Service } from '#core/service-types.ts';
import { open } from '../support/open.ts';

/** The tree as lines, indented; objects only of those kinds that are asked for. */
const lines = (service: Service, id?: string, depth = 0): readonly string[] =>
  service
    .estateChildren(id)
    .flatMap((node) => [
      `${'  '.repeat(depth)}${told(node)}`,
      ...(node.hasChildren ? lines(service, node.id, depth + 1) : []),
    ]);

const told = ({ kind, label, description, findings: { count, worst } }: EstateNode): string =>
  `${kind} ${label}${description === '' ? '' : ` (${description})`}${worst ? ` ${count} ${worst}` : ''}`;

const sales = `
  *- mqsc.yaml
  queueManagers:
    QM1: { files: [QM1.mqsc], host: S1 }
    QM2: { files: [QM2.mqsc] }
    QM9: { files: [QM9.mqsc] }
  *- QM1.mqsc
  ALTER QMGR REPOS(SALES)
  DEFINE CHANNEL(SALES.QM1) CHLTYPE(CLUSRCVR) CONNAME('h1(1414)') CLUSTER(SALES)
  DEFINE QLOCAL(ORDERS) CLUSTER(SALES) DEFBIND(OPEN) DESCR('Orders of the shops')
  DEFINE TOPIC(PRICES/EU) TOPICSTR('/prices') CLUSTER(SALES)
  *- QM2.mqsc
  DEFINE CHANNEL(SALES.QM1) CHLTYPE(CLUSSDR) CONNAME('h1(1414)') CLUSTER(SALES)
  DEFINE CHANNEL(SALES.QM2) CHLTYPE(CLUSRCVR) CONNAME('h2(1414)') CLUSTER(SALES)
  DEFINE QLOCAL(ORDERS) CLUSTER(SALES) DEFBIND(NOTFIXED)
  *- QM9.mqsc
  DEFINE QLOCAL(LOCAL) MAXDEPTH(99999999999)
  *- setup.mqsc
  DEFINE QLOCAL(A)
`;

test('clusters, their queue managers with objects by kind, their queues with instances, and what is in no cluster', () => {
  const { service } = open(sales);
  expect(lines(service)).toMatchInlineSnapshot(`
    [
      "cluster SALES (2 queue managers) 5 error",
      "  folder Queue managers (2)",
      "    queue-manager QM1 (full repository · S1) 3 error",
      "      folder Queues (1) 1 error",
      "        instance ORDERS (QLOCAL · SALES) 1 error",
      "      folder Channels (1)",
      "        object SALES.QM1 (CLUSRCVR · SALES)",
      "      folder Topics (1)",
      "        object PRICES/EU (TOPIC · SALES)",
      "    queue-manager QM2 2 error",
      "      folder Queues (1) 1 error",
      "        instance ORDERS (QLOCAL · SALES) 1 error",
      "      folder Channels (2) 1 warning",
      "        object SALES.QM1 (CLUSSDR · SALES) 1 warning",
      "        object SALES.QM2 (CLUSRCVR · SALES)",
      "  folder Cluster queues and topics (2)",
      "    clone-group ORDERS (2 instances, 2 differ) 2 error",
      "      instance QM1 (QLOCAL, differs) 1 error",
      "      instance QM2 (QLOCAL, differs) 1 error",
      "    clone-group PRICES/EU (1 instance)",
      "      instance QM1 (TOPIC)",
      "folder Queue managers in no cluster (1)",
      "  queue-manager QM9 1 error",
      "    folder Queues (1) 1 error",
      "      object LOCAL (QLOCAL) 1 error",
      "folder Files of no queue manager (1)",
      "  file setup.mqsc",
    ]
  `);
});

test('leads to the definitions, and says what commands on a node are about', () => {
  const { service } = open(sales);
  const find = (id: string | undefined, label: string) =>
    service.estateChildren(id).find((node) => node.label === label);
  const cluster = find(undefined, 'SALES');
  const members = find(cluster?.id, 'Queue managers');
  const qm2 = find(members?.id, 'QM2');
  expect(qm2).toMatchObject({ at: { source: 'QM2.mqsc', span: { start: 0 } }, queueManager: 'QM2' });
  expect(find(members?.id, 'QM1')?.tooltip).toBe('Queue manager QM1 (mqsc.yaml), multi, MQ 9.4, host S1');
  const orders = find(find(qm2?.id, 'Queues')?.id, 'ORDERS');
  const text = service.text('QM2.mqsc') ?? '';
  expect(text.slice(orders?.at?.span.start, orders?.at?.span.end)).toBe('ORDERS');
  const clones = find(cluster?.id, 'Cluster queues and topics');
  expect(find(clones?.id, 'PRICES/EU')?.clone).toEqual({ kind: 'topic', name: 'PRICES/EU', cluster: 'SALES' });
  expect(service.estateChildren(find(clones?.id, 'PRICES/EU')?.id).map(({ label }) => label)).toEqual(['QM1']);
});

describe('what there is', () => {
  test('nothing without definitions', () => {
    expect(open('*- mqsc.yaml\nversion: 1\n').service.estateChildren()).toEqual([]);
  });

  test('queue managers at once where there is no cluster', () => {
    expect(lines(open('*- QM1.mqsc\nDEFINE QLOCAL(A)\n').service)).toEqual([
      'queue-manager QM1',
      '  folder Queues (1)',
      '    object A (QLOCAL)',
    ]);
  });

  test('each estate of its own where there are several', () => {
    const { service } = open(`
      *- one/mqsc.yaml
      version: 1
      *- one/QM1.mqsc
      DEFINE QLOCAL(A)
      *- two/mqsc.yaml
      version: 1
      *- two/QM1.mqsc
      DEFINE QLOCAL(A)
    `);
    expect(lines(service).filter((line) => !line.startsWith('    '))).toEqual([
      'estate one/mqsc.yaml (1 queue manager)',
      '  queue-manager QM1',
      'estate two/mqsc.yaml (1 queue manager)',
      '  queue-manager QM1',
    ]);
  });

  test('ids stay as they are while definitions change, and old ones lead to nothing', () => {
    const { service } = open(sales);
    const [cluster] = service.estateChildren();
    const before = service.estateChildren(cluster?.id).map(({ id }) => id);
    service.open('QM2.mqsc', `${service.text('QM2.mqsc')}DEFINE QLOCAL(MORE) CLUSTER(SALES)\n`);
    expect(service.estateChildren(cluster?.id).map(({ id }) => id)).toEqual(before);
    for (const source of ['QM1.mqsc', 'QM2.mqsc']) service.close(source);
    expect(service.estateChildren(cluster?.id)).toEqual([]);
    expect(service.estateChildren('%')).toEqual([]);
  });
});
