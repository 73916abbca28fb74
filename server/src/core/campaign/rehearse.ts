import type { Plan, PlanAction, PlanEvent } from '#core/scenario/plan.ts';
import { amend } from '#core/sim/amend.ts';
import { run } from '#core/sim/run.ts';
import type { FaultEvents } from './shrink/case.ts';
import type { CaseSpec, Failure } from './types.ts';

/**
 * The plan that every case of a seed starts from. Its producers put no more than they do until the plan's end; then it goes
 * on for a while, so that what comes late still comes. What the scenario expects is not asked.
 */
export function baseOf(plan: Plan, seed: number, settleUs: number): Plan {
  const seeded = { ...amend(plan, { seed }), expectations: [] };
  const { applications } = run(seeded, { detail: 'off' }).outcome;
  return {
    ...seeded,
    untilUs: plan.untilUs + settleUs,
    applications: plan.applications.map((one) => {
      const known = applications[one.name];
      if (one.kind === 'consumer' || one.instances > 1 || known === undefined) return one;
      const calls = Object.values(known.rejected).reduce((sum, count) => sum + count, known.put);
      return { ...one, count: Math.min(one.count, calls) };
    }),
  };
}

/** What the case adds to the plan. */
export const eventsOf = (spec: CaseSpec, failures: readonly Failure[], outageUs: number): readonly PlanEvent[] =>
  faultEventsOf(spec, failures, outageUs).flat();

/** The same, by failure: how it begins, and its repair. */
export const faultEventsOf = (
  { faults }: CaseSpec,
  failures: readonly Failure[],
  outageUs: number,
): readonly FaultEvents[] =>
  faults.map((fault): FaultEvents => {
    const found = failures[fault.failure];
    if (found === undefined) return [];
    const begin = { atUs: fault.atUs, action: found.begin };
    if (fault.lasting === 'for-good') return [begin];
    const dueUs = fault.atUs + outageUs;
    // A command cannot be given while the other failure keeps its queue manager down: it is given as soon as that is up.
    const startsUs = faults
      .filter((other) => other !== fault && other.atUs <= dueUs && startsAgain(failures[other.failure], found.end))
      .map((other) => other.atUs + outageUs + 1);
    return [begin, { atUs: Math.max(dueUs, ...startsUs), action: found.end }];
  });

function startsAgain(failure: Failure | undefined, repair: PlanAction): boolean {
  if (failure === undefined || repair.do !== 'mqsc') return false;
  const { end } = failure;
  return end.do === 'start-host' || (end.do === 'start-queue-manager' && end.queueManager === repair.queueManager);
}

/** A name for a case that stays the same: `QM2 crashes at 1020001 us for a while, seed 1`. */
export const caseId = ({ seed, faults }: CaseSpec, failures: readonly Failure[]): string =>
  `${faults
    .map(
      ({ failure, atUs, lasting }) =>
        `${failures[failure]?.title} at ${atUs} us ${lasting === 'for-good' ? 'for good' : 'for a while'}`,
    )
    .join(', then ')}, seed ${seed}`;
