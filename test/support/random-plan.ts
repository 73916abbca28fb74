import * as fc from 'fast-check';
import type { Plan, PlanConsumer, PlanNeed } from '#core/scenario/plan.ts';
import { randomScenario } from './random-scenario.ts';
import { planFrom } from './scenario.ts';

/**
 * Plans in great number: reading a scenario takes ten times as long as its run, so some hundred scenarios are read, and each
 * plan takes its parts from any of them: each queue manager's definitions, each application, each event, the network with
 * the version and the options, and the groups, hosts and monitors. Times, counts, seeds and declared needs are drawn anew.
 */
export function randomPlans(scenarios: number, seed: number): fc.Arbitrary<Plan> {
  const read = fc.sample(randomScenario, { numRuns: scenarios, seed }).map(planFrom);
  const any = fc.constantFrom(...read);
  const anyEvent = fc.constantFrom(...read.flatMap(({ events }) => events));
  return fc
    .record({
      seed: fc.nat(1_000_000),
      definitions: fc.tuple(any, any, any, any),
      applications: fc.tuple(any, any, any),
      frames: fc.tuple(any, any),
      events: fc.array(fc.tuple(anyEvent, fc.integer({ min: 0, max: 20_000_000 })), { maxLength: 6 }),
      counts: fc.tuple(fc.integer({ min: 1, max: 24 }), fc.integer({ min: 1, max: 12 })),
      starts: fc.tuple(start, start, start),
      /** Microseconds. Where all is full, messages go round for ever: that takes no time in the scenarios read, here it does. */
      latencyUs: fc.constantFrom(20_000, 100_000, 700_000),
      untilUs: fc.constantFrom(15_000_000, 40_000_000, 40_000_000),
      ordering: fc.constantFrom<readonly PlanNeed[]>([], [], ...needs),
    })
    .map((parts) => combine(parts));
}

/** Microseconds; often all at once. */
const start = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 20_000_000 }));

const need = (what: PlanNeed['need']): PlanNeed => ({ need: what, queues: ['Q3'], reason: '' });
const needs = [
  [need('sequence')],
  [need('group')],
  [need('complete-batch')],
  [need('same-queue-manager')],
  [need('sequence'), need('same-queue-manager'), need('group')],
];

interface Parts {
  readonly seed: number;
  readonly definitions: readonly Plan[];
  readonly applications: readonly Plan[];
  readonly frames: readonly [Plan, Plan];
  readonly events: readonly (readonly [Plan['events'][number], number])[];
  readonly counts: readonly number[];
  readonly starts: readonly number[];
  readonly latencyUs: number;
  readonly untilUs: number;
  readonly ordering: readonly PlanNeed[];
}

function combine({ definitions, applications, frames, starts, counts, ...parts }: Parts): Plan {
  const [base, machines] = frames;
  const { hosts, takeovers, uniformClusters, queueSharingGroups, monitors } = machines;
  return {
    ...base,
    hosts,
    ...(takeovers && { takeovers }),
    ...(uniformClusters && { uniformClusters }),
    ...(queueSharingGroups && { queueSharingGroups }),
    ...(monitors && { monitors }),
    seed: parts.seed,
    untilUs: parts.untilUs,
    network: { ...base.network, latencyUs: parts.latencyUs },
    queueManagers: definitions.flatMap(({ queueManagers }, i) => queueManagers[i] ?? []),
    applications: applications.flatMap(({ applications: all }, i) => {
      const one = all[i];
      if (one === undefined) return [];
      const startAtUs = starts[i] ?? 0;
      return one.kind === 'producer' ? { ...one, startAtUs, count: counts[i] ?? 1 } : slowToFail({ ...one, startAtUs });
    }),
    events: parts.events.map(([event, atUs]) => ('when' in event ? event : { ...event, atUs })),
    ordering: parts.ordering,
  };
}

/** What fails for ever would take nearly all of the time; here it takes a while each time. */
const slowToFail = (one: PlanConsumer): PlanConsumer =>
  one.poison.length === 0
    ? one
    : { ...one, service: { ...one.service, timeUs: Math.max(500_000, one.service.timeUs) } };
