import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { run } from '#core/sim/run.ts';
import { checkRun } from '../support/holds-in-run.ts';
import { randomScenario } from '../support/random-scenario.ts';
import { cluster, planFrom, producer } from '../support/scenario.ts';

const runs = { numRuns: Number(process.env.SIM_RUNS ?? 1000) };
/** Time goes round for ever only where nothing takes any: such a run ends early, and still has to add up. */
const full = { detail: 'full', mostEvents: 16_384 } as const;

describe('whatever happens', { timeout: 300_000 * Math.max(1, runs.numRuns / 1000) }, () => {
  test(`in ${runs.numRuns} runs every message is in exactly one place, the trace adds up to the outcome, and each decision accounts for each candidate`, () => {
    fc.assert(
      fc.property(randomScenario, (text) => {
        checkRun(run(planFrom(text), full));
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
