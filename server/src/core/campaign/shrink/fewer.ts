import type { Plan, PlanAction, PlanApplication, PlanEvent, PlanHost, PlanQueueManager } from '#core/scenario/plan.ts';
import type { Case, FaultEvents, Reduction } from './case.ts';
import { shrinkList, shrinkNumber } from './shrink-list.ts';

const withBase = (from: Case, base: Partial<Plan>): Case => ({ ...from, base: { ...from.base, ...base } });

/** Keeps identity when nothing went, so that who asks sees it. */
function fewer<T>(
  from: Case,
  items: readonly T[],
  make: (kept: readonly T[]) => Case,
  holds: (candidate: Case) => boolean,
): Case {
  const kept = shrinkList(items, (some) => holds(make(some)));
  return kept.length === items.length ? from : make(kept);
}

/** Of the events that the scenario has of its own. */
export const fewerEvents: Reduction = (from, holds) =>
  fewer(from, from.base.events, (events) => withBase(from, { events }), holds);

/**
 * Of the failures, and of their repairs. What only waits for a repair would be no harm without one, so those stay.
 */
export const fewerFaults: Reduction = (from, holds, harm) => {
  const withFaults = (faults: readonly FaultEvents[]): Case => ({ ...from, faults });
  const some = from.faults.length < 2 ? from : fewer(from, from.faults, withFaults, holds);
  if (harm.severity('for-good') === 'note') return some;
  let smallest = some;
  for (const index of some.faults.keys()) {
    const unrepaired = smallest.faults.map((events, at) => (at === index ? events.slice(0, 1) : events));
    const candidate = { ...smallest, faults: unrepaired };
    if ((some.faults[index]?.length ?? 0) > 1 && holds(candidate)) smallest = candidate;
  }
  return smallest;
};

export const fewerApplications: Reduction = (from, holds) =>
  fewer(from, from.base.applications, (applications) => withApplications(from, applications), holds);

function withApplications(from: Case, applications: readonly PlanApplication[]): Case {
  const names = new Set(applications.map(({ name }) => name));
  const hosts = from.base.hosts.map((host) => ({
    ...host,
    applications: host.applications.filter((name) => names.has(name)),
  }));
  return withBase(from, { applications, hosts: inhabited(from, hosts) });
}

export const fewerQueueManagers: Reduction = (from, holds) =>
  fewer(from, from.base.queueManagers, (queueManagers) => withQueueManagers(from, queueManagers), holds);

function withQueueManagers(from: Case, queueManagers: readonly PlanQueueManager[]): Case {
  const names = new Set(queueManagers.map(({ name }) => name));
  const { base } = from;
  return withBase(from, {
    queueManagers,
    applications: base.applications.filter(({ queueManager }) => names.has(queueManager)),
    hosts: inhabited(
      from,
      base.hosts.map((host) => ({ ...host, queueManagers: host.queueManagers.filter((name) => names.has(name)) })),
    ),
    ...arrangementsOf(base, names),
    events: base.events.filter(({ action }) => queueManagersOf(action).every((name) => names.has(name))),
    network: {
      ...base.network,
      links: base.network.links.filter(({ between }) => between.every((name) => names.has(name))),
    },
  });
}

/** What is arranged among queue managers, as far as those take part that are left. */
function arrangementsOf(plan: Plan, names: ReadonlySet<string>): Partial<Plan> {
  const { queueSharingGroups = [], uniformClusters = [], takeovers = [], monitors = [] } = plan;
  const left = <T extends { readonly members: readonly string[] }>(all: readonly T[]): readonly T[] =>
    all
      .map((one) => ({ ...one, members: one.members.filter((name) => names.has(name)) }))
      .filter(({ members }) => members.length > 0);
  return {
    queueSharingGroups: left(queueSharingGroups),
    uniformClusters: left(uniformClusters),
    takeovers: takeovers.filter(({ queueManager }) => names.has(queueManager)),
    monitors: monitors.filter(({ queueManager }) => names.has(queueManager)),
  };
}

/** Hosts that have nothing on them any more go, but not one that fails. */
const inhabited = (from: Case, hosts: readonly PlanHost[]): readonly PlanHost[] =>
  hosts.filter(
    ({ name, queueManagers, applications }) =>
      queueManagers.length + applications.length > 0 ||
      [...from.faults.flat(), ...from.base.events].some(({ action }) => 'host' in action && action.host === name),
  );

function queueManagersOf(action: PlanAction): readonly string[] {
  if ('queueManager' in action) return [action.queueManager];
  return 'from' in action ? [action.from, action.to] : [];
}

/** Of each producer, and as few sessions of each reader. */
export const fewerMessages: Reduction = (from, holds) => {
  let smallest = from;
  for (const [index, application] of from.base.applications.entries()) {
    const number = application.kind === 'producer' ? application.count : application.sessions;
    const withNumber = (value: number): Case => {
      const changed: PlanApplication =
        application.kind === 'producer' ? { ...application, count: value } : { ...application, sessions: value };
      const applications = smallest.base.applications.map((one, at) => (at === index ? changed : one));
      return withBase(smallest, { applications });
    };
    const least = shrinkNumber(number, 1, (value) => holds(withNumber(value)));
    if (least < number) smallest = withNumber(least);
  }
  return smallest;
};

/** The failure comes so many puts earlier, and so many fewer are needed before it. */
export const fewerBefore: Reduction = (from, holds) => {
  let smallest = from;
  for (const [index, { kind }] of from.base.applications.entries()) {
    if (kind === 'consumer') continue;
    const without = (puts: number): Case => ({
      base: {
        ...smallest.base,
        applications: smallest.base.applications.map((one, at) =>
          at === index && one.kind === 'producer' ? { ...one, count: one.count - puts } : one,
        ),
      },
      faults: smallest.faults.map((events) => movedBy(events, -puts * intervalOf(smallest, index))),
    });
    const { length } = smallest.faults;
    for (let puts = countOf(smallest, index) - 1; puts > 0 && length > 0; puts = Math.floor(puts / 2)) {
      while (puts < countOf(smallest, index) && earliest(without(puts)) >= 0 && holds(without(puts)))
        smallest = without(puts);
    }
  }
  return smallest;
};

function countOf({ base }: Case, index: number): number {
  const application = base.applications[index];
  return application?.kind === 'producer' ? application.count : 0;
}

function intervalOf({ base }: Case, index: number): number {
  const application = base.applications[index];
  return application?.kind === 'producer' ? application.intervalUs : 0;
}

const earliest = ({ faults }: Case): number =>
  Math.min(...faults.flat().map((event) => ('atUs' in event ? event.atUs : 0)));

/** Of monitors, standby instances, groups and uniform clusters. */
export const fewerArrangements: Reduction = (from, holds) => {
  let smallest = from;
  for (const kind of ['monitors', 'takeovers', 'uniformClusters', 'queueSharingGroups'] as const) {
    const all: readonly unknown[] = smallest.base[kind] ?? [];
    smallest = fewer(smallest, all, (kept) => withBase(smallest, { [kind]: kept }), holds);
  }
  return smallest;
};

/** Of what the applications rely on. */
export const fewerNeeds: Reduction = (from, holds) =>
  fewer(from, from.base.ordering ?? [], (ordering) => withBase(from, { ordering }), holds);

/** As `PlanEvent`s with another time, if they have one. */
export const movedBy = (events: FaultEvents, byUs: number): readonly PlanEvent[] =>
  events.map((event) => ('atUs' in event ? { ...event, atUs: event.atUs + byUs } : event));
