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
