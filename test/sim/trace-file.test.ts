import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amend } from '#core/sim/amend.ts';
import { compareTraces } from '#core/sim/compare-traces.ts';
import { run } from '#core/sim/run.ts';
import { readTrace, traceLines } from '#core/sim/trace-file.ts';
import { randomScenario } from '../support/random-scenario.ts';
import { figure1, planFrom } from '../support/scenario.ts';

const plan = planFrom(`${figure1}until: 10s
applications:
  - { name: orders, kind: producer, queueManager: QM1, queue: Q3, count: 30, every: 100ms }
  - { name: reader, kind: consumer, queueManager: QM2, queue: Q3 }
`);

describe('the trace file', () => {
  test('holds all that happened', () => {
    fc.assert(
      fc.property(randomScenario, (text) => {
        const trace = run(planFrom(text), { detail: 'full', mostEvents: 50_000 });
        const reading = readTrace(traceLines(trace));
        if (reading.kind !== 'read') throw new Error(reading.reason);
        const { events, decisions, outcome } = reading.trace;
        expect(JSON.stringify({ events, decisions, outcome })).toBe(
          JSON.stringify({ events: trace.events, decisions: trace.decisions, outcome: trace.outcome }),
        );
        expect(compareTraces(trace, reading.trace)).toBeUndefined();
      }),
      { numRuns: 20 },
    );
  });

  test('runs again to the same file', () => {
    const lines = [...traceLines(run(plan, { detail: 'full' }))];
    const reading = readTrace(lines);
    if (reading.kind !== 'read') throw new Error(reading.reason);
    expect([...traceLines(run(reading.trace.plan, { detail: 'full' }))]).toEqual(lines);
  });

  test.each([
    ['nothing', [], 'it ends too early'],
    ['no JSON', ['hello'], 'it is no trace of mqsc simulate'],
    ['another format', ['{"format":"csv"}'], 'it is no trace of mqsc simulate'],
    ['a newer version', ['{"format":"mqsc-trace","version":9}'], 'it is of version 9, this program reads version 1'],
    [
      'a damaged row',
      [...traceLines(run(plan, { detail: 'full' }))].map((l, i) => (i === 5 ? '{' : l)),
      'line 6 is no row',
    ],
  ])('is not read when it holds %s', (_, lines, reason) => {
    expect(readTrace(lines)).toEqual({ kind: 'unreadable', reason });
  });
});

test('two runs part at the first event that differs', () => {
  const first = run(plan, { detail: 'full' });
  const failed = amend(plan, {
    events: [{ atUs: 1_000_000, action: { do: 'fail-queue-manager', queueManager: 'QM2' } }],
  });
  const second = run(failed, { detail: 'full' });
  const difference = compareTraces(first, second);
  expect(difference?.atUs).toBe(1_000_000);
  expect(difference?.second).toMatchObject({ kind: 'queue-manager', queueManager: 'QM2', state: 'down' });
  expect(first.events[(difference?.index ?? 0) - 1]).toEqual(second.events[(difference?.index ?? 0) - 1]);
  expect(difference?.counts.map(({ name }) => name)).toContain('consumed');
  const { elsewhere, otherTime, same } = difference?.messages ?? { elsewhere: [], otherTime: 0, same: 0 };
  // Messages are told apart by who put them, whatever numbers they have in the two runs; all of them are accounted for.
  expect(elsewhere.length + otherTime + same).toBe(first.outcome.totals.put);
  expect(same).toBeGreaterThan(0);
  expect(elsewhere[0]).toMatchObject({
    first: { where: expect.stringContaining('on QM2') },
    second: { where: expect.not.stringContaining('processed by') },
  });
});
