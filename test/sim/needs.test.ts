import { describe, expect, test } from 'vitest';
import { cluster, problemsOf, producer, traceOf } from '../support/scenario.ts';

const q3 = 'DEFINE QLOCAL(Q3) CLUSTER(CL) DEFBIND(NOTFIXED)';
const reader = (at: string, time: string, more = '') =>
  `  - { name: reader-${at}, kind: consumer, queueManager: ${at}, queue: Q3, service: { time: ${time} }${more} }`;
const unequal = [reader('QM2', '10ms'), reader('QM4', '300ms')];

/** Two instances, read at different speeds, and what is declared about them. */
const outcomeOf = (ordering: string, puts: string, readers: readonly string[] = unequal, definition = q3) =>
  traceOf(
    cluster(
      { QM2: definition, QM4: q3 },
      [...(ordering === '' ? [] : [`ordering: ${ordering}`]), 'applications:', producer(puts), ...readers].join('\n'),
    ),
  ).outcome;

describe('messages that overtake one another', () => {
  test('are counted, and nobody is alarmed who relies on nothing', () => {
    const { totals, violations } = outcomeOf('', 'count: 12');
    expect(totals.outOfOrder).toBeGreaterThan(0);
    expect(violations).toEqual([]);
  });

  test('break a declared sequence', () => {
    const { totals, violations } = outcomeOf('[{ queue: Q3, needs: sequence, reason: prices }]', 'count: 12');
    expect(violations).toHaveLength(totals.outOfOrder);
    expect(violations[0]).toEqual({
      kind: 'order',
      queue: 'Q3',
      atMs: expect.any(Number),
      message: 2,
      detail: 'Message 2 of order-entry was processed on QM4 after message 5 on QM2: prices.',
      rule: 'ordered-queue-has-clones',
    });
  });

  test('on a shared queue are no matter of clones: every member advertises it, and it is one queue', () => {
    const shared = `${q3} QSGDISP(SHARED) CFSTRUCT(S)`;
    const scenario = (group: string) =>
      cluster(
        { QM2: shared, QM4: shared },
        [
          ...(group === '' ? [] : [`queueSharingGroups: { G: { members: ${group}, structures: [S] } }`]),
          'ordering: [{ queue: Q3, needs: sequence }]',
          'applications:',
          producer('count: 12'),
          ...[reader('QM2', '10ms', ', sessions: 1'), reader('QM4', '300ms')],
        ].join('\n'),
      );
    const rulesOf = (text: string) => new Set(traceOf(text).outcome.violations.map(({ rule }) => rule));
    expect(rulesOf(scenario('[QM2, QM4]'))).toEqual(new Set([undefined]));
    expect(rulesOf(scenario(''))).toEqual(new Set(['ordered-queue-has-clones']));
  });

  test('break one that a comment above the definition declares', () => {
    const { violations } = outcomeOf('', 'count: 12', unequal, `* @ordering sequence: prices\n${q3}`);
    expect(violations[0]).toMatchObject({ kind: 'order', rule: 'ordered-queue-has-clones' });
  });

  test('break it as well when the program opens the queue anew for each message', () => {
    const { violations } = outcomeOf('[{ queue: Q3, needs: sequence }]', 'count: 12, verb: MQPUT1');
    expect(violations[0]).toMatchObject({ kind: 'order' });
  });

  test('break it between the sessions of one reader, which no clone is to blame for', () => {
    const definitions = { QM2: q3 };
    const rest = [
      'ordering: [{ queue: Q3, needs: sequence }]',
      'applications:',
      producer('count: 40, every: 1ms'),
      reader('QM2', '10ms', ', sessions: 3, failureRate: 0.3'),
    ];
    const [violation] = traceOf(cluster(definitions, rest.join('\n'))).outcome.violations;
    expect(violation).toMatchObject({ kind: 'order' });
    expect(violation?.detail).toMatch(/^Message \d+ of order-entry was processed after message \d+, both on QM2\.$/);
    expect(violation).not.toHaveProperty('rule');
  });

  test('are none of the needs of another queue', () => {
    const { violations } = outcomeOf('[{ queue: Q4, needs: sequence }]', 'count: 12');
    expect(violations).toEqual([]);
  });
});

describe('groups that come apart', () => {
  const groupOf = (logicalOrder: boolean) => `count: 6, group: { size: 3, logicalOrder: ${logicalOrder} }`;
  const kinds = (ordering: string, puts: string) => {
    const { totals, violations } = outcomeOf(ordering, puts);
    return { split: totals.groupsSplit, violations: violations.map(({ kind, rule }) => `${kind} ${rule}`) };
  };
  const split = 'group-split groups-without-group-binding';
  const batch = 'group-split ordered-queue-has-clones';

  test.each([
    ['put in logical order', '', true, [split, split]],
    ['that nobody declared', '', false, []],
    ['declared', '[{ queue: Q3, needs: group }]', false, [split, split]],
    ['declared as batches', '[{ queue: Q3, needs: complete-batch }]', false, [batch, batch]],
  ])('%s', (_, ordering, logicalOrder, violations) => {
    expect(kinds(ordering, groupOf(logicalOrder))).toEqual({ split: 2, violations });
  });

  test('are counted from 1, as messages are', () => {
    const { violations } = outcomeOf('', groupOf(true));
    expect(violations[1]?.detail).toMatch(/^Group 2 of order-entry has messages on QM\d and on QM\d\.$/);
  });
});

describe('queues whose messages belong on one queue manager', () => {
  const both = 'DEFINE QLOCAL(ORDERS) CLUSTER(CL)\nDEFINE QLOCAL(PAYMENTS) CLUSTER(CL)';
  const run = (definitions: Parameters<typeof cluster>[0], declared: boolean) => {
    const of = (queue: string) => [
      `  - { name: shop-${queue}, kind: producer, queueManager: QM1, queue: ${queue}, count: 3 }`,
      ...['QM2', 'QM4'].map(
        (at) => `  - { name: ${queue}-${at}, kind: consumer, queueManager: ${at}, queue: ${queue} }`,
      ),
    ];
    const need = '[{ queues: [ORDERS, PAYMENTS], needs: same-queue-manager, reason: one database }]';
    const lines = [`ordering: ${declared ? need : '[]'}`, 'applications:', ...of('ORDERS'), ...of('PAYMENTS')];
    return traceOf(cluster(definitions, lines.join('\n'))).outcome.violations;
  };

  test('are bound to different ones', () => {
    expect(run({ QM2: both, QM4: both }, true)).toMatchObject([
      {
        kind: 'affinity',
        queue: 'PAYMENTS',
        detail: 'A message of shop-PAYMENTS was processed on QM4, one that belongs with it on QM2: one database.',
        rule: 'split-affinity',
      },
    ]);
  });

  test('stay together where there is one', () => {
    expect(run({ QM2: both }, true)).toEqual([]);
  });

  test('may part where nobody declared it', () => {
    expect(run({ QM2: both, QM4: both }, false)).toEqual([]);
  });
});

test('a need without a queue is a mistake', () => {
  expect(problemsOf(cluster({ QM2: q3 }, 'ordering: [{ needs: sequence }]'))).toEqual([
    'error [{ needs: sequence }] An ordering need names a `queue`, or several `queues`.',
  ]);
});

test('names a queue manager alias or a transmission queue as ObjectQMgrName', () => {
  const naming = (name: string) =>
    problemsOf(
      cluster(
        { QM1: "DEFINE QREMOTE(THERE) RNAME(' ') RQMNAME(QM2)\nDEFINE QLOCAL(OUT) USAGE(XMITQ)", QM2: q3 },
        `applications:\n${producer(`count: 1, objectQueueManager: ${name}`)}`,
      ),
    );
  expect(naming('THERE')).toEqual([]);
  expect(naming('OUT')).toEqual([]);
  expect(naming('THEER')).toEqual([
    'error [THEER] No queue manager or alias of one `THEER` here; did you mean `THERE`?',
  ]);
});

describe('a sequence that breaks with one instance names the finding that foretold it', () => {
  const ruleWhen = (change: string, producerKeys: string, more = '') => {
    const { violations } = traceOf(
      cluster(
        { QM2: `DEFINE QLOCAL(Q3) CLUSTER(CL) DEFBIND(NOTFIXED) DEFPSIST(YES)\n${more}` },
        [
          'until: 60s',
          'network: { latency: 100ms }',
          'ordering: [{ queue: Q3, needs: sequence }]',
          `applications:\n${producer(producerKeys)}`,
          '  - { name: reader, kind: consumer, queueManager: QM2, queue: Q3, service: { time: 50ms } }',
          `events:\n  - ${change}`,
        ].join('\n'),
      ),
    ).outcome;
    return [...new Set(violations.map(({ rule }) => rule))];
  };
  const alter = (at: string, command: string) =>
    `{ at: ${at}, do: mqsc, queueManager: QM2, command: "ALTER QLOCAL(Q3) ${command}" }`;
  const often = 'count: 40, every: 10ms, startAt: 1s, reopenAfter: 1';

  test('priority', () => {
    expect(ruleWhen(alter('1200ms', 'DEFPRTY(9)'), often)).toEqual(['priority-delivery-reorders']);
  });
  test('persistence', () => {
    expect(ruleWhen(alter('1200ms', 'DEFPSIST(NO)'), often)).toEqual(['fast-nonpersistent-overtakes']);
  });
  test('two channels', () => {
    const second =
      "DEFINE CHANNEL(CL.QM2) CHLTYPE(CLUSRCVR) CONNAME('qm2') CLUSTER(CL)\nDEFINE CHANNEL(CL.QM2.B) CHLTYPE(CLUSRCVR) CONNAME('qm2b') CLUSTER(CL)";
    const stop = '{ at: 1200ms, do: mqsc, queueManager: QM1, command: "STOP CHANNEL(CL.QM2) MODE(FORCE)" }';
    expect(ruleWhen(stop, 'count: 40, every: 10ms, startAt: 1s', second)).toEqual(['parallel-channels-reorder']);
  });
});
