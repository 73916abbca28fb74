import type { Plan, PlanConsumer, PlanNetwork, PlanProducer } from './plan.ts';

/** What a scenario means where it says nothing; times in microseconds, sizes in bytes. */
export const defaults = {
  seed: 1,
  untilUs: 60_000_000,
  mqVersion: '9.4',
  count: 10,
  intervalUs: 100_000,
  messageSize: 1024,
  serviceTimeUs: 10_000,
  network: {
    latencyUs: 1_000,
    channelStartUs: 20_000,
    bandwidth: 100 * 1024 * 1024,
    repositoryDelayUs: 5_000,
    links: [],
  } satisfies PlanNetwork,
  balanceUs: 10_000_000,
  /** MQ's own: BALTIMEOUT(DEFAULT). */
  balanceTimeoutUs: 10_000_000,
  replyUs: 100_000,
  monitorUs: 300_000_000,
  xaStepUs: 5_000,
} as const;

/** A plan in which nothing happens yet. */
export const makePlan = (given: Pick<Plan, 'name' | 'queueManagers'> & Partial<Plan>): Plan => ({
  seed: defaults.seed,
  untilUs: defaults.untilUs,
  mqVersion: defaults.mqVersion,
  hosts: [],
  takeovers: [],
  uniformClusters: [],
  queueSharingGroups: [],
  monitors: [],
  network: defaults.network,
  applications: [],
  events: [],
  expectations: [],
  ordering: [],
  assume: {},
  warnings: [],
  ...given,
});

type Where = Pick<PlanProducer, 'name' | 'queueManager' | 'queue'>;

export const makeProducer = (given: Where & Partial<PlanProducer>): PlanProducer => ({
  objectQueueManager: '',
  verb: 'MQPUT',
  bind: 'as-q-def',
  count: defaults.count,
  intervalUs: defaults.intervalUs,
  arrival: 'constant',
  startAtUs: 0,
  reopenAfter: 0,
  message: { size: defaults.messageSize, persistence: 'as-q-def', priority: 'as-q-def', expiryUs: 0 },
  group: undefined,
  syncpoint: 1,
  reconnect: 'no',
  instances: 1,
  ...given,
  kind: 'producer',
});

export const makeConsumer = (given: Where & Partial<PlanConsumer>): PlanConsumer => ({
  sessions: 1,
  service: { timeUs: defaults.serviceTimeUs, distribution: 'constant' },
  poison: [],
  failureRate: 0,
  maxRetries: -1,
  reconnect: 'no',
  instances: 1,
  retryIntervalUs: 0,
  startAtUs: 0,
  ...given,
  kind: 'consumer',
});

/** `wanted`, or with a number behind it when another application has that name. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let i = 2; ; i++) if (!taken.has(`${wanted}-${i}`)) return `${wanted}-${i}`;
}
