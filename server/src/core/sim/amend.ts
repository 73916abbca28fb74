import type { Plan, PlanEvent } from '#core/scenario/plan.ts';

/** The plan with more events, or another seed or end: what a person clicks into a run. */
export function amend(
  plan: Plan,
  changes: { readonly events?: readonly PlanEvent[]; readonly seed?: number; readonly untilUs?: number },
): Plan {
  return {
    ...plan,
    seed: changes.seed ?? plan.seed,
    untilUs: changes.untilUs ?? plan.untilUs,
    events: [...plan.events, ...(changes.events ?? [])],
  };
}
