import * as fc from 'fast-check';
import type { Plan } from '#core/scenario/plan.ts';
import { run } from '#core/sim/run.ts';
import type { Trace } from '#core/sim/trace.ts';
import { checkRun } from '../support/holds-in-run.ts';
import { randomPlans } from '../support/random-plan.ts';

export interface RandomRunsOptions {
  readonly runs: number;
  readonly seed: number;
  readonly check?: (trace: Trace) => void;
  /** Told after each batch. */
  readonly progress?: (done: RandomRuns) => void;
}

export interface RandomRuns {
  readonly runs: number;
  /** Events of all runs. */
  readonly events: number;
  readonly puts: number;
  /** Runs in which somebody's need was broken, and reported, by what it was. */
  readonly violations: Readonly<Record<string, number>>;
  /** The first run in which something did not hold, made as small as it goes. */
  readonly failure: { readonly plan: Plan; readonly message: string } | undefined;
}

/**
 * Runs random plans in full detail and checks each; one in 4 is done without a trace too, for the
 * same outcome, and one in 64 once more, for the same trace.
 */
export function randomRuns({ runs, seed, check = checkRun, progress }: RandomRunsOptions): RandomRuns {
  const violations: Record<string, number> = {};
  const sum = { runs: 0, events: 0, puts: 0 };
  while (sum.runs < runs) {
    const numRuns = Math.min(batch, runs - sum.runs);
    const own = seed + sum.runs / batch;
    const plans = randomPlans(Math.min(scenariosRead, Math.ceil(numRuns / 10)), own);
    let failed = false;
    const property = fc.property(plans, (plan) => {
      const trace = run(plan, full);
      if (!failed) count(trace);
      try {
        check(trace);
        if (plan.seed % 4 === 0) checkWithoutTrace(plan, trace);
        if (plan.seed % 64 === 0) checkAgain(plan, trace);
      } catch (failure) {
        failed = true;
        throw failure;
      }
    });
    const result = fc.check(property, { numRuns, seed: own });
    sum.runs += failed ? result.numRuns : numRuns;
    const failure = result.failed && result.counterexample;
    if (failure) {
      const message =
        result.errorInstance instanceof Error ? result.errorInstance.message : String(result.errorInstance);
      return { ...sum, violations, failure: { plan: failure[0], message } };
    }
    progress?.({ ...sum, violations, failure: undefined });
  }
  return { ...sum, violations, failure: undefined };

  function count({ outcome }: Trace): void {
    sum.events += outcome.events;
    sum.puts += outcome.totals.put;
    for (const kind of new Set(outcome.violations.map((each) => each.kind)))
      violations[kind] = (violations[kind] ?? 0) + 1;
  }
}

const batch = 20_000;
/** For each batch; one of them gives a plan a dozenth of its parts or so. */
const scenariosRead = 400;

/** Time goes round for ever only where nothing takes any: such a run ends early, and still has to add up. */
const full = { detail: 'full', mostEvents: 16_384 } as const;

function checkAgain(plan: Plan, { log, decisions, outcome }: Trace): void {
  const again = run(plan, full);
  same(
    { log: again.log, decisions: again.decisions, outcome: again.outcome },
    { log, decisions, outcome },
    'the trace',
  );
}

/** What goes the worn way there is looked at in full here. */
function checkWithoutTrace(plan: Plan, { outcome }: Trace): void {
  same(run(plan, { ...full, detail: 'off' }).outcome, outcome, 'the outcome without a trace');
}

function same(now: unknown, before: unknown, what: string): void {
  if (JSON.stringify(now) !== JSON.stringify(before)) throw new Error(`${what} is another the second time`);
}
