import type { Plan, PlanApplication, PlanAttributes, PlanObject, PlanQueueManager } from '#core/scenario/plan.ts';
import type { Location } from '#core/text/span.ts';

/** A plan to look at the panel with, outside the editor: `count` queue managers, orders on every second one of them. */
export function devPlan(count: number): Plan {
  const names = Array.from({ length: count }, (_, i) => `QM${i + 1}`);
  const hosts = names.filter((_, i) => i % 2 === 1);
  return {
    name: `Orders over ${count} queue managers`,
    seed: 1,
    untilUs: 60_000_000,
    mqVersion: '9.4',
    queueManagers: names.map((name, i) => queueManager(name, i < 2, hosts.includes(name))),
    hosts: [],
    network: { latencyUs: 1000, channelStartUs: 20_000, bandwidth: 100_000_000, repositoryDelayUs: 5000, links: [] },
    applications: [
      producer('order-entry', 'QM1', 'ORDERS', 12),
      ...hosts.slice(0, 6).map((host, i) => consumer(`worker-${i + 1}`, host, 'ORDERS')),
    ],
    events: [],
    expectations: ['totals.lost == 0', 'queues.QM2.ORDERS.arrived == 12'],
    assume: {},
    warnings: [{ code: 'clone-defbind-differs', detail: 'ORDERS is bound on open on QM2 and not on QM4' }],
  };
}

const place = (source: string, start: number): Location => ({
  source: `${source}.mqsc`,
  span: { start, end: start + 12 },
});

const written = (source: string, values: Readonly<Record<string, string>>): PlanAttributes =>
  Object.fromEntries(
    Object.entries(values).map(([name, value], i) => [name, { value, at: place(source, 40 + i * 20) }]),
  );

function queueManager(name: string, isFullRepository: boolean, isHost: boolean): PlanQueueManager {
  const queue = (queueName: string, values: Readonly<Record<string, string>>): PlanObject => ({
    name: queueName,
    type: 'QLOCAL',
    clusters: values.CLUSTER === undefined ? [] : [values.CLUSTER],
    attributes: { PUT: { value: 'ENABLED', at: undefined }, ...written(name, values) },
    definedAt: place(name, 10),
  });
  const channel = (to: string, type: string): PlanObject => ({
    name: `SALES.${to}`,
    type,
    clusters: ['SALES'],
    attributes: written(name, { CLUSTER: 'SALES', CONNAME: `host-${to.toLowerCase()}(1414)` }),
    definedAt: place(name, 120),
  });
  return {
    name,
    clusterMemberships: [{ cluster: 'SALES', isFullRepository }],
    attributes: written(name, { DEADQ: 'DEAD.LETTERS' }),
    queues: [
      queue('DEAD.LETTERS', {}),
      ...(isHost ? [queue('ORDERS', { CLUSTER: 'SALES', DEFBIND: 'NOTFIXED', DEFPSIST: 'YES' })] : []),
    ],
    channels: [channel(name, 'CLUSRCVR'), channel(name === 'QM1' ? 'QM2' : 'QM1', 'CLUSSDR')],
  };
}

const producer = (name: string, queueManager: string, queue: string, count: number): PlanApplication => ({
  kind: 'producer',
  name,
  queueManager,
  queue,
  objectQueueManager: '',
  verb: 'MQPUT',
  bind: 'as-q-def',
  count,
  intervalUs: 100_000,
  arrival: 'constant',
  startAtUs: 0,
  reopenAfter: 0,
  message: { size: 1024, persistence: 'as-q-def', priority: 'as-q-def', expiryUs: 0 },
  group: undefined,
  syncpoint: 1,
  reconnect: 'no',
  instances: 1,
});

const consumer = (name: string, queueManager: string, queue: string): PlanApplication => ({
  kind: 'consumer',
  name,
  queueManager,
  queue,
  sessions: 1,
  service: { timeUs: 120_000, distribution: 'constant' },
  poison: [],
  failureRate: 0,
  maxRetries: -1,
  reconnect: 'no',
  instances: 1,
  retryIntervalUs: 0,
  startAtUs: 0,
});
