import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amend } from '#core/sim/amend.ts';
import { messageIn } from '#core/sim/message-book.ts';
import { cursorOf, indexAfter, pictureAt } from '#core/sim/picture.ts';
import { channelKey, type Picture } from '#core/sim/picture-types.ts';
import { run } from '#core/sim/run.ts';
import { storyOf } from '#core/sim/story.ts';
import { cluster, planFrom, producer, traceOf } from '../support/scenario.ts';

const q3 = 'DEFINE QLOCAL(Q3) CLUSTER(CL) DEFBIND(NOTFIXED) DEFPSIST(YES)';
const text = cluster(
  { QM2: q3, QM4: q3 },
  [
    'network: { latency: 10ms }',
    'applications:',
    producer('count: 200, every: 100ms'),
    '  - { name: reader, kind: consumer, queueManager: QM2, queue: Q3, service: { time: 30ms } }',
    'events:',
    '  - { at: 5s, do: fail-queue-manager, queueManager: QM2 }',
    '  - { at: 9s, do: break-link, from: QM1, to: QM4 }',
    '  - { at: 12s, do: start-queue-manager, queueManager: QM2 }',
  ].join('\n'),
);
const trace = traceOf(text);
const plain = (picture: Picture) =>
  JSON.stringify(picture, (_, value) => (value instanceof Map || value instanceof Set ? [...value] : value));

describe('a picture', () => {
  test('is the same whichever way the cursor came', () => {
    const cursor = cursorOf(trace);
    const index = fc.integer({ min: -5, max: trace.events.length + 5 });
    fc.assert(
      fc.property(fc.array(index, { maxLength: 12 }), (path) => {
        for (const at of path) expect(plain(cursor.at(at))).toBe(plain(cursorOf(trace).at(at)));
      }),
      { numRuns: 20 },
    );
  });

  test('shows where things are at a moment', () => {
    const picture = pictureAt(trace, 5_000_000);
    expect(picture.atUs).toBe(5_000_000);
    expect(picture.index).toBe(indexAfter(trace, 5_000_000));
    expect(picture.queueManagers.get('QM2')?.state).toBe('down');
    expect(picture.channels.get(channelKey('QM1', 'CL.QM2'))).toMatchObject({ to: 'QM2', state: 'RETRYING' });
    expect(pictureAt(trace, 9_000_000).brokenLinks).toEqual(new Set(['QM1 QM4']));
    const end = cursorOf(trace).at(trace.events.length);
    const { queues, totals } = trace.outcome;
    expect(end.queueManagers.get('QM4')?.queues.get('Q3')).toMatchObject({
      depth: queues.QM4?.Q3?.depth,
      role: 'target',
    });
    expect(end.applications.get('order-entry')?.put).toBe(totals.put);
    expect(end.applications.get('reader')).toMatchObject({ state: 'running', consumed: totals.consumed });
    const waiting = [...end.channels.values()].map((channel) => channel.waiting).reduce((a, b) => a + b, 0);
    expect(waiting).toBe(totals.inTransit + totals.inDoubt);
  });

  test('shows a message on its way', () => {
    const send = trace.events.find((event) => event.kind === 'send');
    const place = messageIn(pictureAt(trace, (send?.atUs ?? 0) + 5000).messages, 1)?.place;
    expect(place).toMatchObject({ kind: 'wire', channel: 'CL.QM2', from: 'QM1', to: 'QM2', sinceUs: send?.atUs });
  });

  test('an event leaves the pieces it does not touch as they are', () => {
    const cursor = cursorOf(trace);
    const before = new Map(cursor.at(40).channels);
    const after = cursor.at(41).channels;
    expect(
      [...after.values()].filter((channel) => before.get(channelKey(channel.from, channel.name)) !== channel).length,
    ).toBeLessThan(2);
  });
});

describe('a run can be amended', () => {
  test('with a failure and another seed', () => {
    const plan = planFrom(text);
    const amended = amend(plan, {
      seed: 7,
      events: [{ atUs: 1_000_000, action: { do: 'stop-application', application: 'reader' } }],
    });
    expect(plan.seed).toBe(1);
    const { outcome } = run(amended, { detail: 'off' });
    expect(outcome.seed).toBe(7);
    expect(outcome.totals.consumed).toBeLessThan(trace.outcome.totals.consumed);
  });

  test('and called off', () => {
    const endless = planFrom(
      cluster({ QM2: q3 }, `until: 30d\napplications:\n${producer('count: 1000000, every: 1ms')}`),
    );
    const { outcome } = run(endless, { detail: 'off', isCancelled: () => true });
    expect(outcome.events).toBeLessThan(20_000);
    expect(outcome.endedAtMs).toBeLessThan(60_000);
    expect(outcome.warnings.map(({ code }) => code)).toEqual(['run-cut-short']);
  });
});

test('the story of a message is told in order', () => {
  expect(storyOf(trace, 1)).toEqual([
    '0.000 ms  order-entry puts it to Q3 at QM1 (persistent, not bound)',
    '0.000 ms  on transmission queue SYSTEM.CLUSTER.TRANSMIT.QUEUE at QM1, for Q3 at QM2 over CL.QM2: chosen: QM2',
    '20.000 ms  CL.QM2 sends it from QM1 to QM2',
    '20.010 ms  CL.QM2 asks for confirmation and is in doubt',
    '30.010 ms  on Q3 at QM2: local queue',
    '30.010 ms  reader gets it from Q3 at QM2',
    '40.010 ms  CL.QM2 is no longer in doubt',
    '60.010 ms  reader has processed it',
  ]);
});
