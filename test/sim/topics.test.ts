import { describe, expect, test } from 'vitest';
import type { Subscription } from '#core/sim/pubsub/topics.ts';
import { isMatch } from '#core/sim/pubsub/topics.ts';
import { traceOf } from '../support/scenario.ts';

const subscription = (topicString: string, isByCharacter: boolean): Subscription => ({
  name: 'S',
  topicString,
  isByCharacter,
  queue: 'Q',
  queueManager: '',
  isLocal: false,
});

describe('wildcards', () => {
  test.each([
    ['sport', 'sport', true],
    ['sport', 'sport/football', false],
    ['sport/#', 'sport', true],
    ['sport/#', 'sport/football/cup', true],
    ['#/cup', 'sport/football/cup', true],
    ['#', 'anything/at/all', true],
    ['sport/+', 'sport/football', true],
    ['sport/+', 'sport/football/cup', false],
    ['sport/+/cup', 'sport/football/cup', true],
    ['sp#', 'sport', false],
    ['+', 'sport/football', false],
  ])('by level, %s and %s: %s', (pattern, published, expected) => {
    expect(isMatch(subscription(pattern, false), published)).toBe(expected);
  });

  test.each([
    ['sp*', 'sport/football', true],
    ['sp?rt', 'sport', true],
    ['sp?', 'sport', false],
    ['*ball', 'sport/football', true],
    ['sport/+', 'sport/football', false],
  ])('by character, %s and %s: %s', (pattern, published, expected) => {
    expect(isMatch(subscription(pattern, true), published)).toBe(expected);
  });
});

/** T is defined on QM1 as persistent and on QM2 not; SUB subscribes, and is restarted once all is there. */
const run = (seed: number, more = '', published = 't/x') =>
  traceOf(`version: 1
seed: ${seed}
until: 30s
definitions:
  QM1: DEFINE TOPIC(T) TOPICSTR('t') CLUSTER(CL) DEFPSIST(YES)
  QM2: DEFINE TOPIC(T) TOPICSTR('t') CLUSTER(CL) DEFPSIST(NO) ${more}
  SUB: |
    DEFINE QLOCAL(Q)
    DEFINE SUB(S) TOPICSTR('t/#') DEST(Q)
clusters: { CL: { members: [QM1, QM2, SUB, PUB], fullRepositories: [QM1] } }
applications:
  - { name: app, kind: producer, queueManager: PUB, topic: ${published}, count: 4, reopenAfter: 2 }
  - { name: at-QM2, kind: producer, queueManager: QM2, topic: ${published}, count: 1 }
events:
  - { at: 5s, do: fail-queue-manager, queueManager: SUB }
  - { at: 6s, do: start-queue-manager, queueManager: SUB }
`);

test('definitions of one topic that differ: which one counts changes from one open to the next', () => {
  const lost = new Set([1, 2, 3, 4, 5, 6].map((seed) => run(seed).outcome.totals.lost));
  // QM2 uses its own, so that one is always lost.
  expect(Math.min(...lost)).toBeGreaterThanOrEqual(1);
  expect(lost.size).toBeGreaterThan(1);
});

test('where publishing is inhibited by all that is known of the topic it fails with 2051', () => {
  const { applications } = run(1, 'PUB(DISABLED)').outcome;
  expect(applications['at-QM2']?.rejected).toEqual({ 2051: 1 });
  expect(applications.app?.put).toBe(4);
});

test('a queue that a subscription cannot put to leaves the publication on the dead-letter queue, or nowhere', () => {
  const text = (deadLetters: string) => `version: 1
definitions:
  QM1: |
    DEFINE QLOCAL(FULL) MAXDEPTH(1)
    DEFINE SUB(S) TOPICSTR('t') DEST(FULL)
    DEFINE SUB(N) TOPICSTR('t') DEST(NONE)
${deadLetters}
applications:
  - { name: app, kind: producer, queueManager: QM1, topic: t, count: 3 }
`;
  expect(traceOf(text('    DEFINE QLOCAL(DLQ)\n    ALTER QMGR DEADQ(DLQ)')).outcome.totals).toMatchObject({
    put: 3,
    streamed: 3,
    waiting: 1,
    deadLettered: 5,
  });
  const { totals, applications } = traceOf(text('')).outcome;
  expect(totals).toMatchObject({ put: 1, waiting: 1 });
  expect(applications.app?.put).toBe(3);
});

describe('scopes', () => {
  /** Publishes twice at PUB and once at SUB, below a cluster topic; what Q and, at home, OWN got. */
  const reached = ({ topic = '', below = '', subscription = '', own = '' }) => {
    const { queues } = traceOf(`version: 1
until: 30s
definitions:
  FR: DEFINE TOPIC(T) TOPICSTR('t') CLUSTER(CL) ${topic}
  PUB: |
    DEFINE QLOCAL(OWN)
    DEFINE SUB(OWN) TOPICSTR('t/x') DEST(OWN) SUBSCOPE(QMGR)
    ${own}
  SUB: |
    DEFINE QLOCAL(Q)
    DEFINE SUB(S) TOPICSTR('t/x') DEST(Q) ${subscription}
    ${below}
clusters: { CL: { members: [FR, SUB, PUB], fullRepositories: [FR] } }
applications:
  - { name: far, kind: producer, queueManager: PUB, topic: t/x, count: 2 }
  - { name: near, kind: producer, queueManager: SUB, topic: t/x, count: 1 }
`).outcome;
    return [queues.SUB?.Q?.arrived ?? 0, queues.PUB?.OWN?.arrived ?? 0];
  };

  test.each([
    ['nothing', {}, [3, 2]],
    ['PUBSCOPE(QMGR) of the cluster topic', { topic: 'PUBSCOPE(QMGR)' }, [1, 2]],
    ['SUBSCOPE(QMGR) of the cluster topic', { topic: 'SUBSCOPE(QMGR)' }, [1, 2]],
    ['SUBSCOPE(QMGR) of the subscription', { subscription: 'SUBSCOPE(QMGR)' }, [1, 2]],
    [
      'a topic below that only its queue manager knows',
      { below: "DEFINE TOPIC(X) TOPICSTR('t/x') SUBSCOPE(QMGR)" },
      [1, 2],
    ],
    [
      'a topic below that says ALL again',
      { topic: 'SUBSCOPE(QMGR) CLROUTE(DIRECT)', below: "DEFINE TOPIC(X) TOPICSTR('t/x') SUBSCOPE(ALL)" },
      [3, 2],
    ],
    [
      'a topic below that leaves it to its parent',
      { topic: 'PUBSCOPE(QMGR)', own: "DEFINE TOPIC(X) TOPICSTR('t/x') PUBSCOPE(ASPARENT)" },
      [1, 2],
    ],
    ['SUBSCOPE(QMGR) with topic hosts', { topic: 'CLROUTE(TOPICHOST)', subscription: 'SUBSCOPE(QMGR)' }, [1, 2]],
    ['PUBSCOPE(QMGR) with topic hosts', { topic: 'CLROUTE(TOPICHOST) PUBSCOPE(QMGR)' }, [1, 2]],
    ['nothing, with topic hosts', { topic: 'CLROUTE(TOPICHOST)' }, [3, 2]],
  ])('%s', (_what, estate, expected) => {
    expect(reached(estate)).toEqual(expected);
  });
});

describe('subscriptions in mid-run', () => {
  /** Publishes each second at PUB from 0.5 s on, ten times; what the command says, and what arrived at SUB. */
  const run = (commands: readonly string[], more = '') => {
    const { outcome, events } = traceOf(`version: 1
until: 1min
definitions:
  FR: DEFINE TOPIC(T) TOPICSTR('t') CLUSTER(CL)
  PUB: ''
  SUB: |
    DEFINE QLOCAL(Q)
    DEFINE QLOCAL(R)
    DEFINE SUB(S) TOPICSTR('t/x') DEST(Q)
clusters: { CL: { members: [FR, SUB, PUB], fullRepositories: [FR] } }
network: { latency: 1s }
applications:
  - { name: far, kind: producer, queueManager: PUB, topic: t/x, count: 10, every: 1s, startAt: 500ms }
${more}
events:
${commands.map((command) => `  - { at: 4s, do: mqsc, queueManager: SUB, command: ${JSON.stringify(command)} }`).join('\n')}
`);
    return {
      results: events.flatMap((event) => (event.kind === 'command' ? [event.result] : [])),
      arrived: [outcome.queues.SUB?.Q?.arrived ?? 0, outcome.queues.SUB?.R?.arrived ?? 0],
      totals: outcome.totals,
    };
  };

  test('a new one gets what is published once the others have heard of it', () => {
    const { results, arrived } = run(["DEFINE SUB(N) TOPICSTR('t/#') DEST(R)"]);
    expect(results).toEqual(['defined']);
    // What is on its way to S at 4 s, published at 3.5 s, is there for both.
    expect(arrived).toEqual([10, 7]);
  });

  test('at home a new one gets the next publication, where nobody subscribed before', () => {
    const { arrived } = run(
      ['DELETE SUB(S)', "DEFINE SUB(N) TOPICSTR('t/y') DEST(R)"],
      '  - { name: near, kind: producer, queueManager: SUB, topic: t/y, count: 10, every: 1s, startAt: 500ms }',
    );
    expect(arrived[1]).toBe(6);
  });

  test('a deleted one gets nothing more, and what others send before they hear of it is discarded', () => {
    const { results, arrived, totals } = run(['DELETE SUB(S)']);
    expect(results).toEqual(['deleted']);
    // What was published at 2.5 s and before is there at 4 s.
    expect(arrived).toEqual([3, 0]);
    expect(totals).toMatchObject({ put: 5, lost: 2 });
  });

  test('ALTER SUB leads it to another queue', () => {
    expect(run(['ALTER SUB(S) DEST(R)'])).toMatchObject({ results: ['altered'], arrived: [3, 7] });
  });

  test('REPLACE subscribes to something else', () => {
    const { results, arrived } = run([
      "DEFINE SUB(S) TOPICSTR('t/+') DEST(R) REPLACE",
      "DEFINE SUB(S) TOPICSTR('t') DEST(R)",
    ]);
    expect(results).toEqual(['defined', 'refused: subscription S already exists']);
    expect(arrived).toEqual([3, 7]);
  });

  test.each([
    ['DELETE SUB(NONE)', 'refused: subscription NONE does not exist'],
    ['ALTER SUB(NONE) DEST(R)', 'refused: subscription NONE does not exist'],
    ["DEFINE SUB(N) TOPICSTR('t') DESTCLAS(MANAGED)", 'not simulated by this version: a subscription without DEST'],
  ])('%s: %s', (command, result) => {
    expect(run([command]).results).toEqual([result]);
  });
});
