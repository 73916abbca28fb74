import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amend } from '#core/sim/amend.ts';
import { recordRun, run } from '#core/sim/run.ts';
import type { Trace } from '#core/sim/trace.ts';
import { randomScenario } from '../support/random-scenario.ts';
import { figure1, planFrom } from '../support/scenario.ts';

/** All of it, short enough to be shown when it is not what it should be. */
const told = ({ events, decisions, outcome }: Trace) =>
  createHash('sha256').update(JSON.stringify({ events, decisions, outcome })).digest('hex');

const busy = planFrom(`${figure1}until: 60s
applications:
  - { name: orders, kind: producer, queueManager: QM1, queue: Q3, count: 1200, every: 10ms, arrival: exponential, message: { persistence: persistent } }
  - { name: r2, kind: consumer, queueManager: QM2, queue: Q3, service: { time: 2ms } }
  - { name: r4, kind: consumer, queueManager: QM4, queue: Q3, service: { time: 2ms, distribution: exponential } }
events:
  - { when: { application: orders, hasPut: 500 }, do: break-link, from: QM1, to: QM4 }
  - { at: 4s, do: repair-link, from: QM1, to: QM4 }
`);
const fails = (queueManager: string, atUs: number) =>
  ({ atUs, action: { do: 'fail-queue-manager', queueManager } }) as const;

describe('a run that is taken up again', { timeout: 120_000 }, () => {
  test('is the run from the start, byte for byte, whatever was clicked into it', () => {
    const first = recordRun(busy, undefined, { spacing: 512 });
    expect(first.checkpoints.length).toBeGreaterThan(3);
    expect(told(first.trace)).toBe(told(run(busy, { detail: 'full' })));
    const failed = amend(busy, { events: [fails('QM2', 8_000_000)] });
    const second = recordRun(failed, first);
    expect(second.checkpoints[0]).toBe(first.checkpoints[0]);
    expect(told(second.trace)).toBe(told(run(failed, { detail: 'full' })));
    // The first run's checkpoints are as they were, and what was clicked in can be withdrawn.
    expect(told(recordRun(busy, second).trace)).toBe(told(first.trace));
    const twice = amend(failed, { events: [fails('QM4', 8_000_001), fails('QM1', 9_500_000)] });
    expect(told(recordRun(twice, second).trace)).toBe(told(run(twice, { detail: 'full' })));
  });

  test('begins at the start where the plans differ from there', () => {
    const first = recordRun(busy);
    const seeded = amend(busy, { seed: 99 });
    expect(told(recordRun(seeded, first).trace)).toBe(told(run(seeded, { detail: 'full' })));
  });

  test('is the same for random scenarios and a failure at any moment', () => {
    let takenUp = 0;
    fc.assert(
      fc.property(randomScenario, fc.integer({ min: 1, max: 20_000_000 }), (text, atUs) => {
        const plan = planFrom(text);
        const options = { mostEvents: 50_000, spacing: 16 };
        const first = recordRun(plan, undefined, options);
        const name = plan.queueManagers[0]?.name ?? '';
        const failed = amend(plan, { events: [fails(name, atUs)] });
        const straight = run(failed, { detail: 'full', ...options });
        const second = recordRun(failed, first, options);
        expect(told(second.trace)).toBe(told(straight));
        const [checkpoint] = second.checkpoints;
        if (checkpoint !== undefined && checkpoint === first.checkpoints[0]) takenUp++;
      }),
      { numRuns: Number(process.env.SIM_RUNS ?? 20) },
    );
    expect(takenUp).toBeGreaterThan(2);
  });
});
