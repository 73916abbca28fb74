import { describe, expect, test } from 'vitest';
import type { Trace } from '#core/sim/trace.ts';
import { cluster, producer, traceOf } from '../support/scenario.ts';

const q3 = 'DEFINE QLOCAL(Q3) CLUSTER(CL) DEFBIND(NOTFIXED) DEFPSIST(YES)';
const mqsc = (at: string, queueManager: string, command: string): string =>
  `  - { at: ${at}, do: mqsc, queueManager: ${queueManager}, command: ${JSON.stringify(command)} }`;

/** QM1 puts four messages, one a second, to the only instance of Q3, on QM2. */
const inCluster = (events: readonly string[], count = 'count: 4, every: 1s', rest = ''): Trace =>
  traceOf(
    cluster({ QM2: q3 }, `until: 60s\n${rest}\napplications:\n${producer(count)}\nevents:\n${events.join('\n')}`),
  );

/** QM1 sends to QM2 over a sender channel, one message a second. */
const overSender = (events: readonly string[], sender = '', count = 4, rest = ''): Trace =>
  traceOf(`version: 1
until: 60s
${rest}
definitions:
  QM1: |
    DEFINE QLOCAL(QM2) USAGE(XMITQ) DEFPSIST(YES)
    DEFINE CHANNEL(QM1.QM2) CHLTYPE(SDR) TRPTYPE(TCP) CONNAME('qm2') XMITQ(QM2) SHORTTMR(5) ${sender}
  QM2: |
    DEFINE QLOCAL(Q3) DEFPSIST(YES)
    DEFINE CHANNEL(QM1.QM2) CHLTYPE(RCVR) TRPTYPE(TCP)
applications:
  - { name: order-entry, kind: producer, queueManager: QM1, queue: Q3, objectQueueManager: QM2, count: ${count}, every: 1s }
events:
${events.join('\n')}`);

const results = (trace: Trace): readonly string[] =>
  trace.events.flatMap((event) => (event.kind === 'command' ? [event.result] : []));
const statesOf = (trace: Trace, name: string): readonly string[] =>
  trace.events.flatMap((event) => (event.kind === 'channel' && event.channel === name ? [event.state] : []));
const reasonsOf = (trace: Trace, state: string): readonly string[] =>
  trace.events.flatMap((event) => (event.kind === 'channel' && event.state === state ? [event.reason] : []));

describe('STOP CHANNEL', () => {
  test('STATUS(INACTIVE) leaves the channel to its next message', () => {
    const trace = inCluster([mqsc('1500ms', 'QM1', 'STOP CHANNEL(CL.QM2) STATUS(INACTIVE)')]);
    expect(statesOf(trace, 'CL.QM2')).toEqual(['BINDING', 'RUNNING', 'INACTIVE', 'BINDING', 'RUNNING']);
    expect(trace.outcome.queues.QM2?.Q3?.depth).toBe(4);
  });

  test('STATUS(STOPPED), the default, waits for START CHANNEL', () => {
    const stop = mqsc('1500ms', 'QM1', 'STOP CHANNEL(CL.QM2)');
    expect(inCluster([stop]).outcome.totals).toMatchObject({ waiting: 2, inTransit: 2 });
    const started = inCluster([stop, mqsc('10s', 'QM1', 'START CHANNEL(CL.QM2)')]);
    expect(started.outcome.totals).toMatchObject({ waiting: 4, inTransit: 0 });
  });

  test('with QMNAME speaks of one partner only, and cannot hold it', () => {
    const one = inCluster([mqsc('1500ms', 'QM1', 'STOP CHANNEL(CL.QM2) QMNAME(QM2)')]);
    expect(statesOf(one, 'CL.QM2')).toContain('INACTIVE');
    const other = inCluster([mqsc('1500ms', 'QM1', 'STOP CHANNEL(CL.QM2) QMNAME(QM3)')]);
    expect(statesOf(other, 'CL.QM2')).toEqual(['BINDING', 'RUNNING']);
    const held = inCluster([mqsc('1500ms', 'QM1', 'STOP CHANNEL(CL.QM2) QMNAME(QM2) STATUS(STOPPED)')]);
    expect(results(held)).toEqual(['not stopped: with QMNAME or CONNAME the status is INACTIVE']);
  });

  test('with CONNAME looks at where the channel leads', () => {
    const stop = (connection: string) =>
      inCluster([mqsc('1500ms', 'QM1', `STOP CHANNEL(CL.QM2) CONNAME('${connection}')`)]);
    expect(statesOf(stop('elsewhere'), 'CL.QM2')).toEqual(['BINDING', 'RUNNING']);
    expect(statesOf(stop('qm2(1414)'), 'CL.QM2')).toContain('INACTIVE');
  });

  test.each([
    ['QUIESCE', 0],
    ['FORCE', 1],
    ['TERMINATE', 1],
  ])('MODE(%s) at the sender, with a batch under way', (mode, inDoubt) => {
    const trace = inCluster(
      [mqsc('1s', 'QM1', `STOP CHANNEL(CL.QM2) MODE(${mode})`)],
      'count: 1',
      'network: { latency: 1s, channelStart: 0s }',
    );
    expect(trace.outcome.totals).toMatchObject({ inDoubt, waiting: 1 - inDoubt });
    expect(statesOf(trace, 'CL.QM2').at(-1)).toBe('STOPPED');
  });

  test.each([
    ['QUIESCE', 0],
    ['FORCE', 1],
  ])('MODE(%s) at the sender, with a fast message on the wire', (mode, lost) => {
    const trace = inCluster(
      [mqsc('500ms', 'QM1', `STOP CHANNEL(CL.QM2) MODE(${mode})`)],
      'count: 1, message: { persistence: nonpersistent }',
      'network: { latency: 1s, channelStart: 0s }',
    );
    expect(trace.outcome.totals).toMatchObject({ lost, waiting: 1 - lost, inTransit: 0 });
    expect(statesOf(trace, 'CL.QM2').at(-1)).toBe('STOPPED');
  });

  test.each([
    ['QUIESCE', 0],
    ['FORCE', 1],
  ])('MODE(%s) at the receiver, with a batch under way', (mode, inDoubt) => {
    const trace = inCluster(
      [mqsc('500ms', 'QM2', `STOP CHANNEL(CL.QM2) MODE(${mode})`)],
      'count: 1',
      'network: { latency: 1s, channelStart: 0s }',
    );
    expect(trace.outcome.totals).toMatchObject({ inDoubt, waiting: 1 - inDoubt });
    expect(statesOf(trace, 'CL.QM2').at(-1)).toBe('RETRYING');
  });
});

describe('retries', () => {
  const shut = mqsc('1500ms', 'QM2', 'STOP CHANNEL(QM1.QM2)');
  test('are used up one by one, and START CHANNEL counts anew', () => {
    const sender = 'SHORTRTY(2) LONGRTY(1) LONGTMR(7)';
    const trace = overSender([shut, mqsc('40s', 'QM1', 'START CHANNEL(QM1.QM2)')], sender);
    expect(statesOf(trace, 'QM1.QM2')).toEqual([
      'BINDING',
      'RUNNING',
      'RETRYING',
      'STOPPED',
      'BINDING',
      'RETRYING',
      'STOPPED',
    ]);
    expect(trace.outcome.channels[0]).toMatchObject({ retries: 6 });
  });

  test('go on counting until a batch comes through', () => {
    const full = (more: string): Trace =>
      overSender(
        [
          mqsc('0s', 'QM2', 'DEFINE QLOCAL(Q3) MAXDEPTH(1) REPLACE'),
          mqsc('0s', 'QM2', 'ALTER CHANNEL(QM1.QM2) CHLTYPE(RCVR) MRRTY(0)'),
        ],
        `SHORTRTY(3) LONGRTY(0) ${more}`,
      );
    // The second message finds the queue full, and there is no dead-letter queue: the channel ends each time it starts.
    const trace = full('');
    expect(statesOf(trace, 'QM1.QM2').at(-1)).toBe('STOPPED');
    expect(trace.outcome.totals).toMatchObject({ waiting: 1, inTransit: 3 });
  });
});

describe('RESET CHANNEL', () => {
  const stop = mqsc('2500ms', 'QM1', 'STOP CHANNEL(QM1.QM2)');
  const start = mqsc('5s', 'QM1', 'START CHANNEL(QM1.QM2)');
  const atReceiver = mqsc('3s', 'QM2', 'RESET CHANNEL(QM1.QM2) SEQNUM(1)');

  test('at the receiver alone keeps the channel from starting', () => {
    const trace = overSender([stop, atReceiver, start]);
    expect(reasonsOf(trace, 'RETRYING')[0]).toBe(
      'AMQ9526: message sequence number error, QM1 sends 4 and QM2 expects 1',
    );
    expect(trace.outcome.totals).toMatchObject({ waiting: 3, inTransit: 1 });
  });

  test('at the sender sets both ends right', () => {
    const trace = overSender([stop, atReceiver, start, mqsc('8s', 'QM1', 'RESET CHANNEL(QM1.QM2)')]);
    expect(results(trace)).toEqual(['stop accepted', 'reset', 'start accepted', 'reset']);
    expect(trace.outcome.totals).toMatchObject({ waiting: 4, inTransit: 0 });
  });

  test('waits for the channel to end, and means nothing in a cluster', () => {
    expect(results(overSender([mqsc('2s', 'QM1', 'RESET CHANNEL(QM1.QM2)')]))).toEqual([
      'AMQ9514E: the channel is in use',
    ]);
    const trace = inCluster([
      mqsc('1500ms', 'QM1', 'STOP CHANNEL(CL.QM2)'),
      mqsc('3s', 'QM2', 'RESET CHANNEL(CL.QM2) SEQNUM(1)'),
      mqsc('5s', 'QM1', 'START CHANNEL(CL.QM2)'),
    ]);
    expect(results(trace)[1]).toBe('reset, without effect: cluster channels do not check their sequence numbers');
    expect(trace.outcome.totals).toMatchObject({ waiting: 4 });
  });
});

describe('RESOLVE CHANNEL', () => {
  const late = 'network: { latency: 1s, channelStart: 0s }';
  test('needs a channel that has ended, and is in doubt', () => {
    const trace = inCluster(
      [
        mqsc('1s', 'QM1', 'RESOLVE CHANNEL(CL.QM2) ACTION(COMMIT)'),
        mqsc('20s', 'QM1', 'STOP CHANNEL(CL.QM2)'),
        mqsc('30s', 'QM1', 'RESOLVE CHANNEL(CL.QM2) ACTION(COMMIT)'),
        mqsc('31s', 'QM1', 'RESOLVE CHANNEL(NONE) ACTION(COMMIT)'),
      ],
      'count: 1',
      late,
    );
    expect(results(trace).filter((result) => result !== 'stop accepted')).toEqual([
      'AMQ9514E: the channel is in use',
      'not resolved: the channel is not in doubt',
      'AMQ8147E: object NONE not found',
    ]);
  });

  test('sends a copy where the workload algorithm takes it, with the binding of the original', () => {
    const { events, outcome } = traceOf(
      cluster(
        { QM2: `${q3} CLWLPRTY(2)`, QM4: q3 },
        `until: 60s\n${late}\napplications:\n${producer('count: 1, startAt: 1s')}\nevents:\n${[
          '  - { at: 2500ms, do: break-link, from: QM1, to: QM2 }',
          mqsc('3s', 'QM1', 'RESOLVE CHANNEL(CL.QM2) ACTION(BACKOUT)'),
          mqsc('4s', 'QM2', 'ALTER QLOCAL(Q3) PUT(DISABLED)'),
          '  - { at: 5s, do: repair-link, from: QM1, to: QM2 }',
          mqsc('6s', 'QM1', 'START CHANNEL(CL.QM2)'),
        ].join('\n')}`,
      ),
    );
    expect(outcome.totals).toMatchObject({ put: 1, duplicated: 1, waiting: 2 });
    expect([outcome.queues.QM2?.Q3?.depth, outcome.queues.QM4?.Q3?.depth]).toEqual([1, 1]);
    expect(events.find((event) => event.kind === 'put' && event.copyOf === 1)).toMatchObject({
      message: 2,
      bound: false,
    });
  });

  test.each([
    ['BACKOUT', 'AMQ9526: message sequence number error, QM1 sends 1 and QM2 expects 2'],
    ['COMMIT', undefined],
  ])('with %s, outside a cluster, of a batch that the partner has committed', (action, error) => {
    const trace = overSender(
      [
        '  - { at: 700ms, do: break-link, from: QM1, to: QM2 }',
        mqsc('2s', 'QM1', `RESOLVE CHANNEL(QM1.QM2) ACTION(${action})`),
        '  - { at: 3s, do: repair-link, from: QM1, to: QM2 }',
      ],
      '',
      1,
      'network: { latency: 500ms }',
    );
    expect(reasonsOf(trace, 'RETRYING')[1]).toBe(error);
  });
});

describe('a channel in mid-run', () => {
  test('is deleted, and its messages wait for the next one', () => {
    const trace = overSender([
      mqsc('1200ms', 'QM1', 'DELETE CHANNEL(QM1.QM2)'),
      mqsc('1500ms', 'QM1', 'STOP CHANNEL(QM1.QM2)'),
      mqsc('1600ms', 'QM1', 'DELETE CHANNEL(QM1.QM2)'),
      mqsc('8s', 'QM1', "DEFINE CHANNEL(QM1.QM2) CHLTYPE(SDR) CONNAME('qm2') XMITQ(QM2)"),
      mqsc('9s', 'QM1', 'START CHANNEL(QM1.QM2)'),
    ]);
    expect(results(trace)).toEqual([
      'AMQ9514E: channel QM1.QM2 is in use',
      'stop accepted',
      'deleted',
      'defined',
      'start accepted',
    ]);
    expect(trace.outcome.totals).toMatchObject({ waiting: 4, inTransit: 0 });
  });

  test('whose receiver is deleted retries until there is one again', () => {
    const trace = overSender([
      mqsc('1500ms', 'QM1', 'STOP CHANNEL(QM1.QM2)'),
      mqsc('1600ms', 'QM2', 'DELETE CHANNEL(QM1.QM2)'),
      mqsc('2s', 'QM1', 'START CHANNEL(QM1.QM2)'),
      mqsc('11s', 'QM2', 'DEFINE CHANNEL(QM1.QM2) CHLTYPE(RCVR)'),
    ]);
    expect(reasonsOf(trace, 'RETRYING')).toEqual(['AMQ9519: channel QM1.QM2 is not defined at QM2']);
    expect(trace.outcome.totals).toMatchObject({ waiting: 4, inTransit: 0 });
  });

  test('takes a new BATCHSZ when it starts next, a new weight at once', () => {
    const trace = inCluster(
      [
        mqsc('1500ms', 'QM2', 'ALTER CHANNEL(CL.QM2) CHLTYPE(CLUSRCVR) BATCHSZ(1)'),
        mqsc('2500ms', 'QM1', 'STOP CHANNEL(CL.QM2)'),
        mqsc('3500ms', 'QM1', 'START CHANNEL(CL.QM2)'),
      ],
      'count: 20, every: 1s, syncpoint: 4',
    );
    expect(trace.outcome.channels[0]).toMatchObject({ messages: 20, batches: 20 });
  });

  test('of a new cluster-receiver makes a member, and a deleted one unmakes it', () => {
    const receiver = "DEFINE CHANNEL(CL.QM2.B) CHLTYPE(CLUSRCVR) CONNAME('qm2') CLUSTER(CL)";
    const both = inCluster([mqsc('500ms', 'QM2', receiver)], 'count: 8, every: 1s');
    expect(both.outcome.channels.map(({ name, messages }) => [name, messages])).toEqual([
      ['CL.QM2', 5],
      ['CL.QM2.B', 3],
    ]);
    const none = inCluster([mqsc('1500ms', 'QM2', 'DELETE CHANNEL(CL.QM2)')]);
    expect(none.outcome.applications['order-entry']).toMatchObject({ put: 2, rejected: { 2270: 2 } });
  });

  test('that a run has no use for is accepted', () => {
    const trace = inCluster([
      mqsc('1s', 'QM1', "DEFINE CHANNEL(CL.QM4) CHLTYPE(CLUSSDR) CONNAME('qm4') CLUSTER(CL)"),
      mqsc('2s', 'QM1', 'DEFINE CHANNEL(CL.QM1) CHLTYPE(CLUSRCVR)'),
      mqsc('3s', 'QM1', 'DELETE CHANNEL(NONE)'),
      mqsc('4s', 'QM1', 'ALTER CHANNEL(CL.QM2) CHLTYPE(CLUSSDR) BATCHSZ(1)'),
    ]);
    expect(results(trace)).toEqual([
      'defined, without effect on the run',
      'AMQ8150E: object CL.QM1 already exists',
      'AMQ8147E: object NONE not found',
      'altered, without effect: the values of the cluster-receiver channel at the other end count',
    ]);
  });
});

describe('SUSPEND QMGR MODE(FORCE)', () => {
  const suspend = mqsc('1500ms', 'QM2', 'SUSPEND QMGR CLUSTER(CL) MODE(FORCE)');
  const suspended = (events: readonly string[], assume = '{}') =>
    traceOf(
      cluster(
        { QM2: q3 },
        `until: 3min\nassume: ${assume}\napplications:\n${producer('count: 4, every: 1s')}\nevents:\n${[suspend, ...events].join('\n')}`,
      ),
    ).outcome;
  test('stops the channels, and they stay stopped', () => {
    const { channels, totals } = suspended([]);
    expect(channels[0]).toMatchObject({ state: 'RETRYING', retries: 2 });
    expect(totals).toMatchObject({ waiting: 2, inTransit: 2 });
  });
  test('until RESUME QMGR', () => {
    const { totals } = suspended([mqsc('30s', 'QM2', 'RESUME QMGR CLUSTER(CL)')]);
    expect(totals).toMatchObject({ waiting: 4, inTransit: 0 });
  });
  test('or for a moment, if the scenario assumes that', () => {
    expect(suspended([], '{ suspend-force-lasts: "no" }').totals).toMatchObject({ waiting: 4, inTransit: 0 });
  });
  test('stops the channels that lead away as well', () => {
    const { channels } = suspended([
      mqsc('2s', 'QM2', 'RESUME QMGR CLUSTER(CL)'),
      mqsc('3s', 'QM1', 'SUSPEND QMGR CLUSTER(CL) MODE(FORCE)'),
    ]);
    expect(channels[0]).toMatchObject({ name: 'CL.QM2', state: 'STOPPED' });
  });
});

describe('PING CHANNEL', () => {
  test('tries the way to the partner, and not while the channel runs', () => {
    const trace = overSender([
      mqsc('2s', 'QM1', 'PING CHANNEL(QM1.QM2)'),
      mqsc('5s', 'QM1', 'STOP CHANNEL(QM1.QM2)'),
      mqsc('6s', 'QM1', 'PING CHANNEL(QM1.QM2)'),
      '  - { at: 7s, do: fail-queue-manager, queueManager: QM2 }',
      mqsc('8s', 'QM1', 'PING CHANNEL(QM1.QM2)'),
      mqsc('9s', 'QM1', 'PING CHANNEL(NONE)'),
      mqsc('9s', 'QM1', 'PING QMGR'),
    ]);
    expect(results(trace)).toEqual([
      'AMQ9514E: channel QM1.QM2 is in use',
      'stop accepted',
      'AMQ8020I: ping complete',
      'ping failed: queue manager QM2 does not run',
      'AMQ8147E: object NONE not found',
      'AMQ8415I: ping complete',
    ]);
  });
});

describe('SEQWRAP', () => {
  test('keeps a channel from starting whose ends differ in it', () => {
    const alike = mqsc('8s', 'QM2', 'ALTER CHANNEL(QM1.QM2) CHLTYPE(RCVR) SEQWRAP(1000)');
    const trace = overSender([alike], 'SEQWRAP(1000)');
    expect(reasonsOf(trace, 'RETRYING')[0]).toBe('AMQ9505: SEQWRAP is 1000 here and 999999999 at QM2');
    expect(trace.outcome.totals).toMatchObject({ put: 4, waiting: 4 });
  });
});
