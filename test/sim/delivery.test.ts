import { describe, expect, test } from 'vitest';
import { storyOf } from '#core/sim/story.ts';
import { cluster, producer, traceOf } from '../support/scenario.ts';

const q3 = (more = '') => `DEFINE QLOCAL(Q3) CLUSTER(CL) DEFBIND(NOTFIXED) DEFPSIST(YES) ${more}`;
const reader = (more = '') => `  - { name: reader, kind: consumer, queueManager: QM1, queue: Q3, ${more} }`;

/** A queue at QM1 with a reader that fails on the 2nd message. */
const poisoned = (attributes: string, more: string, count = 4, every = '10ms') =>
  traceOf(
    cluster(
      { QM1: `${q3(attributes)}\nDEFINE QLOCAL(BO)\nDEFINE QLOCAL(DLQ)\nALTER QMGR DEADQ(DLQ)` },
      `until: 20s\napplications:\n${producer(`count: ${count}, every: ${every}`)}\n${reader(`poison: [2], service: { time: 1ms }, ${more}`)}`,
    ),
  ).outcome;

describe('a message that cannot be processed', () => {
  test('goes to the backout queue at the threshold', () => {
    const { totals, queues } = poisoned('BOTHRESH(3) BOQNAME(BO)', 'maxRetries: -1');
    expect(totals).toMatchObject({ consumed: 3, backedOut: 1, deadLettered: 0 });
    expect(queues.QM1?.BO?.depth).toBe(1);
  });
  test('goes to the dead-letter queue when there is no backout queue', () => {
    expect(poisoned('BOTHRESH(3)', 'maxRetries: -1').totals).toMatchObject({ consumed: 3, deadLettered: 1 });
  });
  test('blocks one session for ever without a threshold', () => {
    expect(poisoned('BOTHRESH(0)', 'maxRetries: -1').totals).toMatchObject({ consumed: 1, waiting: 3 });
  });
  test('stops a listener after its retries, and maroons what is behind it', () => {
    const { totals, applications } = poisoned('BOTHRESH(0)', 'maxRetries: 2');
    expect(totals).toMatchObject({ consumed: 1, marooned: 3 });
    expect(applications.reader?.consumed).toBe(1);
  });
  test('fails as often as the threshold says', () => {
    const { events } = traceOf(
      cluster(
        { QM1: `${q3('BOTHRESH(3) BOQNAME(BO)')}\nDEFINE QLOCAL(BO)` },
        `applications:\n${producer('count: 1')}\n${reader('poison: [1]')}`,
      ),
    );
    expect(events.filter(({ kind }) => kind === 'backout')).toHaveLength(3);
  });
  test('may fail as often as the listener retries, and once more', () => {
    const failures = (maxRetries: number) =>
      traceOf(
        cluster(
          { QM1: q3() },
          `applications:\n${producer('count: 1')}\n${reader(`poison: [1], maxRetries: ${maxRetries}`)}`,
        ),
      ).events.filter(({ kind }) => kind === 'backout').length;
    expect([0, 1, 4].map(failures)).toEqual([1, 2, 5]);
  });
  test('is overtaken when there are several sessions', () => {
    const { totals, violations } = poisoned('BOTHRESH(0)', 'sessions: 3, failureRate: 0.3', 40, '0ms');
    expect(totals.outOfOrder).toBeGreaterThan(0);
    expect(violations).toEqual([]);
  });
});

describe('a queue', () => {
  test('delivers by priority, or first in first out', () => {
    const applications = (sequence: string) =>
      traceOf(
        cluster(
          { QM1: q3(`MSGDLVSQ(${sequence})`) },
          `applications:\n${producer('count: 2, every: 1ms, message: { priority: 1 }')}\n  - { name: urgent, kind: producer, queueManager: QM1, queue: Q3, count: 2, every: 1ms, startAt: 5ms, message: { priority: 8 } }\n${reader('startAt: 1s')}`,
        ),
      ).events.flatMap((event) => (event.kind === 'consumed' ? [event.message] : []));
    expect(applications('PRIORITY')).toEqual([3, 4, 1, 2]);
    expect(applications('FIFO')).toEqual([1, 2, 3, 4]);
  });
  test('lets messages expire', () => {
    const { totals } = traceOf(
      cluster(
        { QM1: q3() },
        `applications:\n${producer('count: 5, every: 1s, message: { expiry: 2500ms }')}\n${reader('startAt: 4s')}`,
      ),
    ).outcome;
    expect(totals).toMatchObject({ put: 5, expired: 2, consumed: 3 });
  });
  test('with GET(DISABLED) keeps what it has until it is enabled', () => {
    const { totals } = traceOf(
      cluster(
        { QM1: q3('GET(DISABLED)') },
        `applications:\n${producer('count: 3')}\n${reader()}\nevents:\n  - { at: 5s, do: mqsc, queueManager: QM1, command: "ALTER QLOCAL(Q3) GET(ENABLED)" }`,
      ),
    ).outcome;
    expect(totals.consumed).toBe(3);
  });
  test('that is defined later is read by who waited for it', () => {
    const { totals, applications } = traceOf(
      cluster(
        {},
        `applications:\n${producer('count: 3, startAt: 2s')}\n${reader()}\nevents:\n  - { at: 1s, do: mqsc, queueManager: QM1, command: "DEFINE QLOCAL(Q3)" }`,
      ),
    ).outcome;
    expect(applications.reader?.rejected).toEqual({ 2085: 1 });
    expect(totals.consumed).toBe(3);
  });
});

describe('a channel', () => {
  const fast = (persistence: string, speed: string) =>
    traceOf(
      cluster(
        {
          QM2: `${q3()}\nDEFINE CHANNEL(CL.QM2) CHLTYPE(CLUSRCVR) TRPTYPE(TCP) CONNAME('a') CLUSTER(CL) NPMSPEED(${speed}) SHORTTMR(1)`,
        },
        `network: { latency: 1s, channelStart: 0s }\napplications:\n${producer(`count: 4, every: 10ms, message: { persistence: ${persistence} }`)}\nevents:\n  - { at: 500ms, do: break-link, from: QM1, to: QM2 }\n  - { at: 3s, do: repair-link, from: QM1, to: QM2 }`,
      ),
    ).outcome;

  test('that fails loses fast nonpersistent messages in flight, and nothing else', () => {
    expect(fast('nonpersistent', 'FAST').totals).toMatchObject({ lost: 4, waiting: 0 });
    expect(fast('nonpersistent', 'NORMAL').totals).toMatchObject({ lost: 0, waiting: 4 });
    expect(fast('persistent', 'FAST').totals).toMatchObject({ lost: 0, waiting: 4 });
  });

  test('gives up after all its retries, and is then started by command', () => {
    const receiver = `DEFINE CHANNEL(CL.QM2) CHLTYPE(CLUSRCVR) TRPTYPE(TCP) CONNAME('a') CLUSTER(CL) SHORTRTY(2) SHORTTMR(5) LONGRTY(1) LONGTMR(20)`;
    const { events, outcome } = traceOf(
      cluster(
        { QM2: `${q3()}\n${receiver}` },
        `until: 2min\napplications:\n${producer('count: 1, startAt: 1s')}\nevents:\n  - { at: 0s, do: break-link, from: QM1, to: QM2 }\n  - { at: 50s, do: repair-link, from: QM1, to: QM2 }`,
      ),
    );
    const { channels, totals } = outcome;
    expect(channels).toContainEqual(expect.objectContaining({ name: 'CL.QM2', state: 'STOPPED', retries: 3 }));
    expect(totals.inTransit).toBe(1);
    const stopped = events.find((event) => event.kind === 'channel' && event.state === 'STOPPED');
    expect(stopped?.atUs).toBe((1.02 + 5 + 5 + 20) * 1_000_000);
  });

  test('with nothing to do disconnects, and starts again', () => {
    const receiver = `DEFINE CHANNEL(CL.QM2) CHLTYPE(CLUSRCVR) TRPTYPE(TCP) CONNAME('a') CLUSTER(CL) DISCINT(10)`;
    const { events } = traceOf(
      cluster({ QM2: `${q3()}\n${receiver}` }, `applications:\n${producer('count: 2, every: 20s')}`),
    );
    const states = events.flatMap((event) => (event.kind === 'channel' ? [event.state] : []));
    expect(states).toEqual(['BINDING', 'RUNNING', 'INACTIVE', 'BINDING', 'RUNNING', 'INACTIVE']);
  });

  test('that is stopped at its receiving end retries', () => {
    const { channels } = traceOf(
      cluster(
        { QM2: q3() },
        `applications:\n${producer('count: 1, startAt: 1s')}\nevents:\n  - { at: 0s, do: mqsc, queueManager: QM2, command: "STOP CHANNEL(CL.QM2)" }`,
      ),
    ).outcome;
    expect(channels).toContainEqual(expect.objectContaining({ name: 'CL.QM2', state: 'RETRYING' }));
  });

  test('ends its batch at BATCHSZ', () => {
    const receiver = `DEFINE CHANNEL(CL.QM2) CHLTYPE(CLUSRCVR) TRPTYPE(TCP) CONNAME('a') CLUSTER(CL) BATCHSZ(4)`;
    const { channels } = traceOf(
      cluster({ QM2: `${q3()}\n${receiver}` }, `applications:\n${producer('count: 10, every: 0s')}`),
    ).outcome;
    expect(channels[0]).toMatchObject({ messages: 10, batches: 3 });
  });
});

test('a clustered alias that becomes unavailable sends its messages straight to the dead-letter queue', () => {
  const alias = 'DEFINE QALIAS(A) TARGET(B) CLUSTER(CL) DEFBIND(NOTFIXED)\nDEFINE QLOCAL(B)';
  const { totals, queues, endedAtMs } = traceOf(
    cluster(
      { QM2: `${alias}\nALTER QALIAS(A) CLWLPRTY(5)\nDEFINE QLOCAL(DLQ)\nALTER QMGR DEADQ(DLQ)`, QM4: alias },
      `until: 3s\nnetwork: { latency: 500ms }\napplications:\n  - { name: app, kind: producer, queueManager: QM1, queue: A, count: 1 }\nevents:\n  - { at: 200ms, do: mqsc, queueManager: QM2, command: "ALTER QALIAS(A) PUT(DISABLED)" }`,
    ),
  ).outcome;
  expect(queues.QM2?.DLQ?.depth).toBe(1);
  expect(totals).toMatchObject({ rerouted: 0, deadLettered: 1 });
  expect(endedAtMs).toBe(3000);
});

test('a channel that comes back is not made to catch up on its share', () => {
  const receiver = (name: string, weight: number) =>
    `${q3()}\nDEFINE CHANNEL(CL.${name}) CHLTYPE(CLUSRCVR) TRPTYPE(TCP) CONNAME('a') CLUSTER(CL) CLWLWGHT(${weight}) SHORTTMR(1)`;
  const { routes } = traceOf(
    cluster(
      { QM2: receiver('QM2', 10), QM4: receiver('QM4', 20) },
      `until: 60s\napplications:\n${producer('count: 3')}\n${producer('count: 20, startAt: 5s').replace('order-entry', 'during')}\n${producer('count: 9, startAt: 20s').replace('order-entry', 'after')}\nevents:\n  - { at: 3s, do: break-link, from: QM1, to: QM2 }\n  - { at: 10s, do: repair-link, from: QM1, to: QM2 }`,
    ),
  ).outcome;
  expect(routes.during?.Q3).toEqual({ QM4: 20 });
  expect(routes.after?.Q3).toEqual({ QM2: 3, QM4: 6 });
});

describe('a transmission queue that is closed for gets', () => {
  const run = (events: readonly string[], until = '30s') =>
    traceOf(`version: 1
until: ${until}
definitions:
  A: |
    DEFINE QLOCAL(B) USAGE(XMITQ)
    DEFINE CHANNEL(A.B) CHLTYPE(SDR) CONNAME('b(1414)') XMITQ(B)
    DEFINE QREMOTE(Q) RNAME(Q) RQMNAME(B) XMITQ(B)
  B: |
    DEFINE CHANNEL(A.B) CHLTYPE(RCVR)
    DEFINE QLOCAL(Q)
applications:
  - { name: in, kind: producer, queueManager: A, queue: Q, count: 5, every: 1s }
events:
${events.map((event) => `  - { at: ${event.split(' ')[0]}, do: mqsc, queueManager: A, command: "ALTER QLOCAL(B) GET(${event.split(' ')[1]})" }`).join('\n')}
`);

  test('keeps its messages, until it is open again', () => {
    expect(run(['1500ms DISABLED']).outcome).toMatchObject({ totals: { waiting: 2, inTransit: 3 } });
    expect(run(['1500ms DISABLED', '10s ENABLED']).outcome).toMatchObject({ totals: { waiting: 5, inTransit: 0 } });
  });

  test('says what would move them on', () => {
    expect(storyOf(run(['1500ms DISABLED']), 5).at(-1)).toBe(
      'what moves it on: A.B sends it when its turn comes; ALTER QLOCAL(B) GET(ENABLED) at A if the transmission queue is closed for gets.',
    );
  });
});

describe('while a channel fails', () => {
  const rerouted = (more: string, bind: string) =>
    traceOf(
      cluster(
        { QM2: q3('CLWLPRTY(2)').replace('NOTFIXED', bind), QM4: q3().replace('NOTFIXED', bind) },
        `network: { channelStart: 10s }\napplications:\n${producer(`count: 3, every: 0s, ${more}`)}\nevents:\n  - { at: 5s, do: break-link, from: QM1, to: QM2 }`,
      ),
    ).outcome.totals.rerouted;

  test('only bound messages stay with it', () => {
    expect(rerouted('syncpoint: 3', 'OPEN')).toBe(0);
    expect(rerouted('syncpoint: 3', 'NOTFIXED')).toBe(3);
    expect(rerouted('syncpoint: 3, verb: MQPUT1', 'OPEN')).toBe(3);
    expect(rerouted('syncpoint: 3, group: { size: 3, logicalOrder: true }', 'GROUP')).toBe(0);
    expect(rerouted('syncpoint: 3, group: { size: 3, logicalOrder: false }', 'GROUP')).toBe(3);
    expect(rerouted('syncpoint: 3, objectQueueManager: QM2', 'NOTFIXED')).toBe(0);
  });
});

describe('a queue manager that is down', () => {
  test('lets its producer wait and go on', () => {
    const { totals, endedAtMs } = traceOf(
      cluster(
        { QM2: q3() },
        `until: 90s\napplications:\n${producer('count: 10, every: 1s')}\nevents:\n  - { at: 3500ms, do: fail-queue-manager, queueManager: QM1 }\n  - { at: 30s, do: start-queue-manager, queueManager: QM1 }`,
      ),
    ).outcome;
    expect(totals).toMatchObject({ put: 10, rejected: 0, waiting: 10 });
    expect(endedAtMs).toBe(90_000);
  });
});

describe('news', () => {
  const disable = '{ at: 1s, do: mqsc, queueManager: QM2, command: "ALTER QLOCAL(Q3) PUT(DISABLED)" }';
  const DLQ = 'DEFINE QLOCAL(DLQ)\nALTER QMGR DEADQ(DLQ)';
  const routes = (delay: string, events: string) =>
    traceOf(
      cluster(
        { QM2: `${q3('CLWLPRTY(5)')}\n${DLQ}`, QM4: q3() },
        `network: { repositoryDelay: ${delay} }\napplications:\n${producer('count: 4, every: 100ms, startAt: 1100ms, bind: on-open, reopenAfter: 1')}\nevents:\n  - ${disable}\n${events}`,
      ),
    ).outcome;

  test('travels at its own speed', () => {
    expect(routes('5ms', '').routes['order-entry']?.Q3).toEqual({ QM4: 4 });
    expect(routes('450ms', '').totals.deadLettered).toBe(2);
  });
  test('does not travel while no full repository runs', () => {
    const down = ['QM1', 'QM3'].map(
      (name) => `  - { at: 900ms, do: mqsc, queueManager: ${name}, command: "ALTER QMGR DEADQ(X)" }`,
    );
    expect(routes('5ms', down.join('\n')).totals.deadLettered).toBe(0);
    const { totals } = traceOf(
      cluster(
        { QM2: `${q3('CLWLPRTY(5)')}\n${DLQ}`, QM4: q3() },
        `applications:\n  - { name: app, kind: producer, queueManager: QM4, queue: Q3, objectQueueManager: QM2, count: 1 }\n  - { name: late, kind: producer, queueManager: QM4, queue: Q4, count: 2, startAt: 2s, every: 10s }\nevents:\n  - { at: 500ms, do: fail-queue-manager, queueManager: QM1 }\n  - { at: 500ms, do: fail-queue-manager, queueManager: QM3 }\n  - { at: 1s, do: mqsc, queueManager: QM2, command: "DEFINE QLOCAL(Q4) CLUSTER(CL)" }\n  - { at: 20s, do: start-queue-manager, queueManager: QM1 }`,
      ),
    ).outcome;
    expect(totals).toMatchObject({ put: 2, rejected: 1, waiting: 2 });
  });
});
