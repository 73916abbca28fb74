import { describe, expect, test } from 'vitest';
import { run } from '#core/sim/run.ts';
import { cluster, planFrom, producer, traceOf } from '../support/scenario.ts';

const q3 = (more = '') => `DEFINE QLOCAL(Q3) CLUSTER(CL) DEFBIND(NOTFIXED) DEFPSIST(YES) ${more}`;

function outcome(definitions: Parameters<typeof cluster>[0], put: string, rest = '') {
  return traceOf(cluster(definitions, `until: 20s\napplications:\n  - { name: app, kind: producer, ${put} }\n${rest}`))
    .outcome;
}

describe('a put that fails has the reason MQ gives', () => {
  const at = 'queueManager: QM1, count: 2';
  test.each([
    ['no such queue', {}, 'queue: NONE', 2085],
    ['an alias of nothing', { QM1: 'DEFINE QALIAS(A) TARGET(NONE)' }, 'queue: A', 2082],
    ['an alias of an alias', { QM1: 'DEFINE QALIAS(A) TARGET(B)\nDEFINE QALIAS(B) TARGET(C)' }, 'queue: A', 2001],
    ['a disabled alias', { QM1: 'DEFINE QALIAS(A) TARGET(B) PUT(DISABLED)\nDEFINE QLOCAL(B)' }, 'queue: A', 2051],
    ['a disabled queue', { QM1: 'DEFINE QLOCAL(B) PUT(DISABLED)' }, 'queue: B', 2051],
    ['a full queue', { QM1: 'DEFINE QLOCAL(B) MAXDEPTH(0)' }, 'queue: B', 2053],
    ['a message too long for the queue', { QM1: 'DEFINE QLOCAL(B) MAXMSGL(100)' }, 'queue: B', 2030],
    [
      'a message too long for the queue manager',
      { QM1: 'ALTER QMGR MAXMSGL(32768)\nDEFINE QLOCAL(B)' },
      'queue: B, message: { size: 1MB }',
      2031,
    ],
    ['an unknown transmission queue', { QM1: 'DEFINE QREMOTE(R) RNAME(X) RQMNAME(Y) XMITQ(NONE)' }, 'queue: R', 2196],
    [
      'a transmission queue that is none',
      { QM1: 'DEFINE QREMOTE(R) RNAME(X) RQMNAME(Y) XMITQ(B)\nDEFINE QLOCAL(B)' },
      'queue: R',
      2092,
    ],
    [
      'a transmission queue that is no local queue',
      { QM1: 'DEFINE QREMOTE(R) RNAME(X) RQMNAME(Y) XMITQ(A)\nDEFINE QALIAS(A) TARGET(B)' },
      'queue: R',
      2091,
    ],
    [
      'a queue called like the queue manager that is no transmission queue',
      { QM1: 'DEFINE QREMOTE(R) RNAME(X) RQMNAME(Y)\nDEFINE QLOCAL(Y)' },
      'queue: R',
      2092,
    ],
    [
      'a remote queue of this queue manager',
      { QM1: 'DEFINE QREMOTE(R) RNAME(B) RQMNAME(QM1)\nDEFINE QLOCAL(B)' },
      'queue: R',
      2087,
    ],
    ['a remote queue of nowhere', { QM1: 'DEFINE QREMOTE(R) RNAME(B)\nDEFINE QLOCAL(B)' }, 'queue: R', 2087],
    [
      'a remote queue in place of an alias of a queue manager',
      { QM1: 'DEFINE QREMOTE(R) RNAME(X) RQMNAME(Y)\nDEFINE QREMOTE(Y) RNAME(B) RQMNAME(QM2)' },
      'queue: R',
      2087,
    ],
    [
      'an unknown default transmission queue',
      { QM1: 'DEFINE QREMOTE(R) RNAME(X) RQMNAME(Y)\nALTER QMGR DEFXMITQ(D)' },
      'queue: R',
      2197,
    ],
    [
      'a default transmission queue that is no local queue',
      { QM1: 'DEFINE QREMOTE(R) RNAME(X) RQMNAME(Y)\nALTER QMGR DEFXMITQ(D)\nDEFINE QALIAS(D) TARGET(B)' },
      'queue: R',
      2198,
    ],
    [
      'a default transmission queue that is none',
      { QM1: 'DEFINE QREMOTE(R) RNAME(X) RQMNAME(Y)\nALTER QMGR DEFXMITQ(D)\nDEFINE QLOCAL(D)' },
      'queue: R',
      2199,
    ],
    [
      "the cluster's transmission queue as the default one",
      { QM1: 'DEFINE QREMOTE(R) RNAME(X) RQMNAME(Y)\nALTER QMGR DEFXMITQ(SYSTEM.CLUSTER.TRANSMIT.QUEUE)' },
      'queue: R',
      2199,
    ],
    ['all instances disabled, not bound', { QM2: q3('PUT(DISABLED)') }, 'queue: Q3', 2051],
    ['all instances disabled, bound on open', { QM2: q3('PUT(DISABLED)') }, 'queue: Q3, bind: on-open', 2268],
    ['all instances disabled, one local', { QM1: q3('PUT(DISABLED)') }, 'queue: Q3, bind: on-open', 2051],
  ] as const)('%s', (_, definitions, put, reason) => {
    const { applications, totals } = outcome(definitions, `${at}, ${put}`);
    expect(applications.app).toEqual({ put: 0, rejected: { [reason]: 2 }, consumed: 0 });
    expect(totals.rejected).toBe(2);
  });

  test('an open handle whose last instance leaves', () => {
    const leave = `events:\n  - { at: 3s, do: mqsc, queueManager: QM2, command: "ALTER QLOCAL(Q3) CLUSTER(' ')" }`;
    const { applications } = outcome({ QM2: q3() }, 'queueManager: QM1, queue: Q3, count: 6, every: 1s', leave);
    expect(applications.app?.rejected).toEqual({ 2270: 2 });
  });

  test('an unknown cluster queue while no full repository answers', () => {
    const down =
      'events:\n  - { at: 0s, do: fail-queue-manager, queueManager: QM1 }\n  - { at: 0s, do: fail-queue-manager, queueManager: QM3 }';
    const { applications } = outcome({}, 'queueManager: QM2, queue: NONE, count: 1, startAt: 1s', down);
    expect(applications.app?.rejected).toEqual({ 2189: 1 });
  });
});

describe('a name leads to its queue', () => {
  test.each([
    [
      'a local queue that is in no cluster hides the cluster',
      { QM1: 'DEFINE QLOCAL(Q3)', QM2: q3() },
      'queue: Q3',
      'QM1/Q3',
    ],
    [
      'a remote queue over the cluster',
      { QM1: 'DEFINE QREMOTE(R) RNAME(Q3) RQMNAME(QM4)', QM2: q3(), QM4: q3() },
      'queue: R',
      'QM4/Q3',
    ],
    [
      'the local queue manager named',
      { QM1: q3('CLWLUSEQ(ANY) CLWLPRTY(0)'), QM4: q3('CLWLPRTY(9)') },
      'queue: Q3, objectQueueManager: QM1',
      'QM1/Q3',
    ],
    [
      'a clustered alias at another queue manager',
      { QM2: 'DEFINE QALIAS(A) TARGET(B) CLUSTER(CL)\nDEFINE QLOCAL(B)' },
      'queue: A',
      'QM2/B',
    ],
  ] as const)('%s', (_, definitions, put, expected) => {
    const { queues } = outcome(definitions, `queueManager: QM1, count: 4, ${put}`);
    const [queueManager = '', queue = ''] = expected.split('/');
    expect(queues[queueManager]?.[queue]?.arrived).toBe(4);
  });
});

test('a message from a cluster channel stays at the local instance that an alias leads to', () => {
  const any = q3('CLWLUSEQ(ANY)');
  const { queues } = outcome(
    { QM2: `DEFINE QALIAS(A) TARGET(Q3) CLUSTER(CL) DEFBIND(NOTFIXED)\n${any}`, QM4: any },
    'queueManager: QM1, count: 6, queue: A',
  );
  expect(queues.QM2?.Q3?.arrived).toBe(6);
});

test('a queue manager alias, or an unknown queue manager, named at the open', () => {
  const plan = planFrom(
    cluster(
      { QM1: "DEFINE QREMOTE(THERE) RNAME(' ') RQMNAME(QM4)", QM2: q3(), QM4: q3() },
      `applications:\n${producer('count: 4')}`,
    ),
  );
  const naming = (objectQueueManager: string) =>
    run({ ...plan, applications: plan.applications.map((a) => ({ ...a, objectQueueManager })) }, { detail: 'off' })
      .outcome;
  expect(naming('THERE').queues.QM4?.Q3?.arrived).toBe(4);
  expect(naming('QM9').applications['order-entry']?.rejected).toEqual({ 2087: 4 });
});

test('the only instance is no choice once its channel has left the cluster, with a trace and without one', () => {
  const plan = planFrom(
    cluster(
      { QM4: 'DEFINE QLOCAL(Q3) CLUSTER(CL) PUT(DISABLED)' },
      `until: 15s
applications:
${producer('count: 1, bind: on-open, startAt: 1s')}
events:
  - { at: 0s, do: mqsc, queueManager: QM4, command: ALTER CHANNEL(CL.QM4) CHLTYPE(CLUSRCVR) CLUSTER(' ') }`,
    ),
  );
  for (const detail of ['full', 'off'] as const)
    expect(run(plan, { detail }).outcome.applications['order-entry']?.rejected).toEqual({ 2085: 1 });
});

describe('binding', () => {
  const groups = (more: string) =>
    traceOf(
      cluster(
        { QM2: q3(), QM4: q3() },
        `applications:\n${producer(`count: 12, group: { size: 3, logicalOrder: true }, ${more}`)}`,
      ),
    ).outcome;

  test('to a group keeps groups together and spreads them', () => {
    const { totals, routes } = groups('bind: on-group');
    expect(totals.groupsSplit).toBe(0);
    expect(routes['order-entry']?.Q3).toEqual({ QM2: 6, QM4: 6 });
  });

  test('to nothing splits groups', () => {
    const { totals, violations } = groups('bind: not-fixed');
    expect(totals.groupsSplit).toBe(4);
    expect(violations.map(({ kind }) => kind)).toEqual(['group-split', 'group-split', 'group-split', 'group-split']);
  });

  test('on open starts anew with each open', () => {
    const { routes } = traceOf(
      cluster({ QM2: q3(), QM4: q3() }, `applications:\n${producer('count: 12, bind: on-open, reopenAfter: 3')}`),
    ).outcome;
    expect(routes['order-entry']?.Q3).toEqual({ QM2: 6, QM4: 6 });
  });

  test('follows whichever instance answers when they differ', () => {
    const seeds = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => {
      const definitions = { QM2: q3().replace('NOTFIXED', 'OPEN'), QM4: q3() };
      const trace = traceOf(cluster(definitions, `seed: ${seed}\napplications:\n${producer('count: 4')}`));
      expect(
        trace.events.some(
          (event) => event.kind === 'note' && event.text.startsWith('The instances of Q3 differ in DEFBIND;'),
        ),
      ).toBe(true);
      return Object.keys(trace.outcome.routes['order-entry']?.Q3 ?? {}).length;
    });
    expect(new Set(seeds)).toEqual(new Set([1, 2]));
  });
});
