import type { Plan, PlanEvent } from '#core/scenario/plan.ts';
import { amend } from '#core/sim/amend.ts';
import { run } from '#core/sim/run.ts';
import type { Outcome } from '#core/sim/trace.ts';
import { type Harm, harmDone, rulesSeen } from '../harms.ts';

/** A failure and its repair, as events. */
export type FaultEvents = readonly PlanEvent[];

/** A plan and what is done to it: what a shrink makes smaller. */
export interface Case {
  readonly base: Plan;
  readonly faults: readonly FaultEvents[];
}

export const planOf = ({ base, faults }: Case): Plan => amend(base, { events: faults.flat() });

/** Whether a case still shows the harm, and for the same reason. */
export type Holds = (candidate: Case) => boolean;

/** A smaller case that holds, or the same one when it gets no smaller in this way. */
export type Reduction = (from: Case, holds: Holds, harm: Harm) => Case;

/**
 * The harm comes with the failure and not without it, of two failures with neither alone, and a violation is still one that
 * the same rules foretold. After so many runs nothing holds any more, so that a large case does not take for ever.
 */
export function holdsFor(harm: Harm, original: Case, mostRuns: number): Holds {
  const outcomeOf = (plan: Plan): Outcome => run(plan, { detail: 'off', mostEvents: mostEventsOfACase }).outcome;
  const first = outcomeOf(planOf(original));
  const rules = rulesSeen(harm, first);
  let runs = 0;
  return (candidate) => {
    runs += 2;
    if (runs > mostRuns) return false;
    const outcome = outcomeOf(planOf(candidate));
    if (harm.amountIn(outcome) === 0 || unheard(outcome) > unheard(first)) return false;
    if (rules.length > 0 && !rulesSeen(harm, outcome).some((rule) => rules.includes(rule))) return false;
    const healthy = outcomeOf(candidate.base);
    if (harmDone(harm, outcome, healthy) === 0) return false;
    if (original.faults.length < 2) return true;
    runs += candidate.faults.length;
    return (
      candidate.faults.length === original.faults.length &&
      candidate.faults.every((_, index) => {
        const others = candidate.faults.filter((_, at) => at !== index);
        return harmDone(harm, outcomeOf(planOf({ ...candidate, faults: others })), healthy) === 0;
      })
    );
  };
}

/** Commands, repairs among them, that came while their queue manager was down. */
const unheard = ({ commands = [] }: Outcome): number =>
  commands.filter(({ result }) => result.startsWith('not run')).length;

const mostEventsOfACase = 2_000_000;
