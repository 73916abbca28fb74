import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cursorOf } from '#core/sim/picture.ts';
import { run } from '#core/sim/run.ts';
import type { Decision, Trace } from '#core/sim/trace.ts';
import { randomScenario } from '../support/random-scenario.ts';
import { cluster, planFrom, producer } from '../support/scenario.ts';

const runs = { numRuns: Number(process.env.SIM_RUNS ?? 1000) };
/** Time goes round for ever only where nothing takes any: such a run ends early, and still has to add up. */
const full = { detail: 'full', mostEvents: 200_000 } as const;

describe('whatever happens', { timeout: 300_000 * Math.max(1, runs.numRuns / 1000) }, () => {
  test(`in ${runs.numRuns} runs every message is in exactly one place, the trace adds up to the outcome, and each decision accounts for each candidate`, () => {
    fc.assert(
      fc.property(randomScenario, (text) => {
        const trace = run(planFrom(text), full);
        checkPlaces(trace);
        checkCounts(trace);
        for (const decision of trace.decisions) checkDecision(decision);
      }),
      runs,
    );
  });

  test('the same seed gives the same trace, and the trace does not change the outcome', () => {
    fc.assert(
      fc.property(randomScenario, (text) => {
        const first = run(planFrom(text), full);
        expect(JSON.stringify(run(planFrom(text), full))).toBe(JSON.stringify(first));
        expect(run(planFrom(text), { ...full, detail: 'off' }).outcome).toEqual(first.outcome);
      }),
      { numRuns: Math.ceil(runs.numRuns / 10) },
    );
  });

  test('one bound handle and one reader keep the order', () => {
    const bound = fc.record({
      count: fc.integer({ min: 2, max: 60 }),
      every: fc.constantFrom('0ms', '7ms', '100ms'),
      batch: fc.integer({ min: 1, max: 10 }),
      faults: fc.array(fc.tuple(fc.integer({ min: 0, max: 8000 }), fc.constantFrom('link', 'QM1', 'QM2')), {
        maxLength: 4,
      }),
    });
    fc.assert(
      fc.property(bound, ({ count, every, batch, faults }) => {
        const queue = 'DEFINE QLOCAL(Q3) CLUSTER(CL) DEFBIND(OPEN) DEFPSIST(YES)';
        const receiver = `DEFINE CHANNEL(CL.QM2) CHLTYPE(CLUSRCVR) TRPTYPE(TCP) CONNAME('qm2') CLUSTER(CL) BATCHSZ(${batch}) SHORTTMR(1)`;
        const events = faults.flatMap(([at, what]) =>
          what === 'link'
            ? [
                `  - { at: ${at}ms, do: break-link, from: QM1, to: QM2 }`,
                `  - { at: ${at + 900}ms, do: repair-link, from: QM1, to: QM2 }`,
              ]
            : [
                `  - { at: ${at}ms, do: fail-queue-manager, queueManager: ${what} }`,
                `  - { at: ${at + 1500}ms, do: start-queue-manager, queueManager: ${what} }`,
              ],
        );
        const text = cluster(
          { QM2: `${queue}\n${receiver}` },
          `until: 10min\nnetwork: { latency: 30ms }\napplications:\n${producer(`count: ${count}, every: ${every}`)}\n  - { name: reader, kind: consumer, queueManager: QM2, queue: Q3 }\nevents: ${events.length === 0 ? '[]' : ''}\n${events.join('\n')}`,
        );
        const { totals } = run(planFrom(text), { detail: 'off' }).outcome;
        expect({ outOfOrder: totals.outOfOrder, consumed: totals.consumed }).toEqual({
          outOfOrder: 0,
          consumed: count,
        });
      }),
      { numRuns: Math.ceil(runs.numRuns / 5) },
    );
  });
});

function checkPlaces({ outcome: { totals, violations, queues } }: Trace): void {
  // Nobody declares a need here, so nothing but groups can be broken, least of all what MQ promises. Only RESOLVE CHANNEL duplicates.
  const expected = totals.duplicated > 0 ? ['group-split', 'duplicate'] : ['group-split'];
  expect(violations.filter(({ kind }) => !expected.includes(kind))).toEqual([]);
  const { consumed, waiting, marooned, inTransit, inDoubt, deadLettered, backedOut, expired, lost } = totals;
  const places = consumed + waiting + marooned + inTransit + inDoubt + deadLettered + backedOut + expired + lost;
  expect(places).toBe(totals.put + totals.duplicated + totals.streamed);
  for (const [, all] of Object.entries(queues)) {
    for (const [name, queue] of Object.entries(all)) expect(queue.depth, name).toBeGreaterThanOrEqual(0);
  }
}

function checkCounts(trace: Trace): void {
  const { put, duplicated, streamed, consumed, lost } = trace.outcome.totals;
  expect(countedInTrace(trace)).toEqual({
    put: put + duplicated + streamed,
    consumed,
    lost,
    depths: depthsOf(trace),
  });
}

function checkDecision({ candidates, steps, chosen, reason }: Decision): void {
  let left = candidates.map((_, index) => index);
  for (const { step, kept, dropped } of steps) {
    expect([...kept, ...dropped.map(({ candidate }) => candidate)].sort(), step).toEqual([...left].sort());
    // Only the steps that look at membership may leave nothing.
    if (left.length > 0 && !step.endsWith('-cluster')) expect(kept.length, step).toBeGreaterThan(0);
    for (const each of dropped) expect(each.reason).not.toBe('');
    left = [...kept];
  }
  if (reason === 0) expect(left).toEqual([chosen]);
  else expect(chosen).toBeUndefined();
}

/** Counted from the events alone, by the code that draws pictures. */
function countedInTrace(trace: Trace) {
  const picture = cursorOf(trace).at(trace.events.length);
  const done = [...picture.messages.values()].flatMap(({ place }) => (place.kind === 'done' ? [place.how] : []));
  const depths: Record<string, number> = {};
  for (const [name, { queues }] of picture.queueManagers) {
    for (const [queue, { depth }] of queues) if (depth !== 0) depths[`${name}/${queue}`] = depth;
  }
  return {
    put: picture.messages.size - done.filter((how) => how === 'backed out').length,
    consumed: done.filter((how) => how === 'consumed').length,
    lost: done.filter((how) => how === 'lost' || how === 'discarded').length,
    depths,
  };
}

function depthsOf({ outcome }: Trace): Record<string, number> {
  const depths: Record<string, number> = {};
  for (const [name, queues] of Object.entries(outcome.queues)) {
    for (const [queue, { depth }] of Object.entries(queues)) if (depth !== 0) depths[`${name}/${queue}`] = depth;
  }
  return depths;
}
