import type { Plan, PlanObject } from '#core/scenario/plan.ts';

export interface QueueInstance {
  /** The queue-sharing group of a shared queue. */
  readonly queueManager: string;
  readonly object: PlanObject;
}

/** Who has a queue of this name, and as what; a shared queue is one queue of its group, whichever member defines it. */
export function instancesOfQueue(plan: Plan, queue: string): readonly QueueInstance[] {
  const found = new Map<string, QueueInstance>();
  for (const { name, queues } of plan.queueManagers)
    for (const object of queues) {
      if (object.name !== queue) continue;
      const queueManager = (isShared(object) ? groupOf(plan, name) : undefined) ?? name;
      if (!found.has(queueManager)) found.set(queueManager, { queueManager, object });
    }
  return [...found.values()];
}

/** The queues of a queue manager, or of a queue-sharing group: what its members define as shared. */
export function queuesOf({ queueManagers, queueSharingGroups = [] }: Plan, name: string): readonly PlanObject[] {
  const group = queueSharingGroups.find((one) => one.name === name);
  if (group === undefined) return queueManagers.find((one) => one.name === name)?.queues ?? [];
  return queueManagers
    .filter((one) => group.members.includes(one.name))
    .flatMap(({ queues }) => queues.filter(isShared));
}

const isShared = ({ attributes }: PlanObject): boolean => attributes.QSGDISP?.value === 'SHARED';

const groupOf = ({ queueSharingGroups = [] }: Plan, queueManager: string): string | undefined =>
  queueSharingGroups.find(({ members }) => members.includes(queueManager))?.name;
