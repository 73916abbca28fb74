import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Plan, PlanApplication, PlanEvent, PlanNeed } from '#core/scenario/plan.ts';
import { makeConsumer, makeProducer } from '#core/scenario/plan-parts.ts';
import { printScenario } from '#core/scenario/print-scenario.ts';
import { readCommand } from '#core/scenario/read-command.ts';
import { figure1, planOf, withoutPlaces } from '../support/scenario.ts';

const again = (plan: Plan): Plan => planOf(printScenario(plan));

test('a plan that is printed and read is the same plan', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      expect(withoutPlaces(again(plan))).toEqual(withoutPlaces(plan));
    }),
    { numRuns: 60 },
  );
});

describe('queue managers are printed as MQSC', () => {
  test.each([
    ['an empty one', ''],
    ['flags and texts', "DEFINE QLOCAL('low.case') TRIGGER NOSHARE DESCR('it''s, a (text)') TRIGDATA('+X+')"],
    ['channels', "DEFINE CHANNEL(C) CHLTYPE(SDR) CONNAME('a(1),b(2)') XMITQ(X) COMPHDR(SYSTEM, NONE)"],
    [
      'what is not default',
      'ALTER QMGR CLWLUSEQ(ANY) DEADQ(D)\nDEFINE QLOCAL(D)\nDEFINE QLOCAL(Q) DEFPRTY(5) PUT(DISABLED)',
    ],
    [
      'the queue that DEADQ names',
      'ALTER QMGR DEADQ(SYSTEM.DEAD.LETTER.QUEUE)\nDEFINE QLOCAL(SYSTEM.DEAD.LETTER.QUEUE)',
    ],
    ['what is blank against the default', "ALTER QMGR CONNAUTH(' ')"],
    [
      'namelists of clusters',
      "DEFINE NAMELIST(N) NAMES(A, B)\nALTER QMGR REPOSNL(N)\nDEFINE CHANNEL(T) CHLTYPE(CLUSRCVR) CLUSNL(N) CONNAME('t')\nDEFINE QLOCAL(Q) CLUSNL(N)",
    ],
    [
      'topics, subscriptions and structures',
      "DEFINE CFSTRUCT(S) RECOVER(NO)\nDEFINE TOPIC(T) TOPICSTR('a/b') CLUSTER(CL) CLROUTE(TOPICHOST)\nDEFINE SUB(S1) TOPICOBJ(T) TOPICSTR('c/#') DEST(Q)\nDEFINE QLOCAL(Q)",
    ],
    [
      'a definition of many lines',
      `DEFINE QLOCAL(Q) DESCR('${'d'.repeat(60)}') MAXDEPTH(7) BOTHRESH(3) BOQNAME(BACK.OUT.QUEUE) INITQ(INIT.QUEUE)`,
    ],
    ['other kinds', 'DEFINE QALIAS(A) TARGET(Q) CLUSTER(C)\nDEFINE QREMOTE(R) RNAME(Q) RQMNAME(X) XMITQ(Y)'],
  ])('%s', (_, mqsc) => {
    const plan = planOf(`version: 1\ndefinitions:\n  QM1: |\n${indented(mqsc)}\n`);
    expect(plan.queueManagers).toHaveLength(1);
    expect(withoutPlaces(again(plan))).toEqual(withoutPlaces(plan));
  });
});

const indented = (text: string): string => text.replace(/^/gm, '    ');

const base = planOf(figure1);
const queueManager = fc.constantFrom('QM1', 'QM2', 'QM3', 'QM4');
const time = fc.nat({ max: 10 ** 10 });
const name = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12 }),
  fc.constantFrom('a b', '1', 'null', '- x', "it's", '#c'),
);
const distribution = fc.constantFrom('constant' as const, 'exponential' as const);

const balancing = fc.option(
  fc.record({
    type: fc.constantFrom('simple' as const, 'request-reply' as const),
    replyUs: time,
    timeoutUs: fc.oneof(fc.constant(-1), time),
    transactions: fc.constantFrom('respected' as const, 'ignored' as const),
  }),
  { nil: undefined },
);

const producer = fc
  .record({
    name,
    queueManager,
    queue: fc.constantFrom('Q3', 'NO.SUCH'),
    objectQueueManager: fc.constantFrom('', 'QM2'),
    verb: fc.constantFrom('MQPUT' as const, 'MQPUT1' as const),
    bind: fc.constantFrom('as-q-def' as const, 'on-open' as const, 'not-fixed' as const, 'on-group' as const),
    count: fc.nat(),
    intervalUs: time,
    arrival: distribution,
    startAtUs: time,
    reopenAfter: fc.nat(),
    message: fc.record({
      size: time,
      sizes: fc.array(fc.nat({ max: 200_000 }), { minLength: 1, maxLength: 3 }),
      persistence: fc.constantFrom('as-q-def' as const, 'persistent' as const, 'nonpersistent' as const),
      priority: fc.oneof(fc.constant('as-q-def' as const), fc.nat(9)),
      expiryUs: time,
    }),
    group: fc.option(fc.record({ size: fc.integer({ min: 1 }), logicalOrder: fc.boolean() }), { nil: undefined }),
    syncpoint: fc.integer({ min: 1 }),
    reconnect: fc.constantFrom('no' as const, 'same-queue-manager' as const),
    balancing,
    instances: fc.integer({ min: 1, max: 3 }),
  })
  .map(makeProducer);

const consumer = fc
  .record({
    name,
    queueManager,
    queue: fc.constant('Q3'),
    sessions: fc.integer({ min: 1 }),
    service: fc.record({ timeUs: time, distribution }),
    poison: fc.array(fc.integer({ min: 1 }), { maxLength: 3 }),
    failureRate: fc.constantFrom(0, 0.01, 0.5, 1),
    maxRetries: fc.integer({ min: -1, max: 9 }),
    listener: fc.constantFrom('activation-specification' as const, 'listener-port' as const),
    xa: fc.record({ decisionUs: time, commitUs: time }),
    reconnect: fc.constantFrom('no' as const, 'any' as const),
    balancing,
    instances: fc.integer({ min: 1, max: 12 }),
    retryIntervalUs: time,
    startAtUs: time,
  })
  .map(makeConsumer);

const applications: fc.Arbitrary<readonly PlanApplication[]> = fc.uniqueArray(fc.oneof(producer, consumer), {
  selector: (each) => each.name,
  maxLength: 4,
});

const commands = [
  'ALTER QLOCAL(Q3) PUT(DISABLED)',
  'STOP CHANNEL(CL.QM2)',
  'ALTER QLOCAL(Q3) DESCR(\'a: "b"\')',
].flatMap((command) => {
  const parsed = readCommand(command);
  return parsed ? [{ command, parsed }] : [];
});

const action: fc.Arbitrary<PlanEvent['action']> = fc.oneof(
  fc.record({
    do: fc.constantFrom('fail-queue-manager' as const, 'stop-queue-manager' as const, 'start-queue-manager' as const),
    queueManager,
  }),
  fc.record({
    do: fc.constantFrom('break-link' as const, 'repair-link' as const),
    from: queueManager,
    to: queueManager,
  }),
  fc
    .tuple(queueManager, fc.constantFrom(...commands))
    .map(([at, it]) => ({ do: 'mqsc' as const, queueManager: at, ...it })),
);

const event: fc.Arbitrary<PlanEvent> = fc.oneof(
  fc.record({ atUs: time, action }),
  fc.record({
    when: fc.record({
      channel: fc.constant('CL.QM2'),
      from: queueManager,
      is: fc.constantFrom('in-doubt', 'RETRYING'),
    }),
    action,
  }),
);

const need: fc.Arbitrary<PlanNeed> = fc.record(
  {
    need: fc.constantFrom('sequence' as const, 'complete-batch' as const, 'same-queue-manager' as const),
    queues: fc.uniqueArray(fc.constantFrom('Q3', 'Q4', 'Q5'), { minLength: 1 }),
    reason: fc.constantFrom('', 'it says: so'),
    rule: fc.constant('exclusive-consumer-on-clones'),
  },
  { requiredKeys: ['need', 'queues', 'reason'] },
);

const anyPlan: fc.Arbitrary<Plan> = fc.record({
  name: fc.oneof(fc.string(), fc.constantFrom('a: b', 'two\nlines', '')),
  seed: fc.nat({ max: 0xffff_ffff }),
  untilUs: time,
  mqVersion: fc.constantFrom('7.5', '9.4', '10.0'),
  queueManagers: fc.constant(base.queueManagers),
  hosts: fc.constantFrom(
    [{ name: 'S2', queueManagers: [], applications: [] }],
    [
      { name: 'S1', queueManagers: ['QM1', 'QM2'], applications: [] },
      { name: 'S2', queueManagers: ['QM3'], applications: [] },
    ],
  ),
  takeovers: fc.constantFrom(
    [],
    [{ queueManager: 'QM2', afterUs: 30_000_000 }],
    [{ queueManager: 'QM1', afterUs: 1, host: 'S2', kind: 'native-ha' as const }],
  ),
  uniformClusters: fc.constantFrom([], [{ name: 'CL', members: ['QM1', 'QM2'], balanceUs: 5_000_000 }]),
  queueSharingGroups: fc.constantFrom([], [{ name: 'QSG1', members: ['QM1', 'QM3'], structures: ['APP1'] }]),
  monitors: fc.constantFrom(
    [],
    [{ kind: 'amqsclm' as const, queueManager: 'QM2', queue: 'Q3', everyUs: 5_000_000, resends: true }],
  ),
  network: fc.record({
    latencyUs: time,
    channelStartUs: time,
    bandwidth: time,
    partialRepositories: fc.constantFrom(undefined, 'fresh' as const),
    repositoryDelayUs: time,
    links: fc.array(
      fc.record(
        { between: fc.tuple(queueManager, queueManager), latencyUs: time, bandwidth: time },
        { requiredKeys: ['between'] },
      ),
      { maxLength: 2 },
    ),
  }),
  applications,
  events: fc.array(event, { maxLength: 4 }),
  expectations: fc.array(fc.constantFrom('totals.lost == 0', 'queues["QM2"]["Q3"].depth > 1'), { maxLength: 2 }),
  ordering: fc.array(need, { maxLength: 2 }),
  assume: fc.constantFrom({}, { 'full-queue': 'another-instance' }),
  warnings: fc.constantFrom([], [{ code: 'clone-defbind-differs', detail: 'QM2: it differs' }]),
});
