import type { CloneGroup, Instance, OrderingNeed } from '#core/model/model.ts';
import { isSharedQueue } from '#core/model/sharing-groups.ts';
import { clusteredQueuesOf } from './clone-groups.ts';
import { perEstate } from './per-estate.ts';
import { workloadOf } from './workload.ts';

/** A local queue whose messages are declared to depend on their order. */
export interface OrderedQueue extends Instance {
  readonly need: OrderingNeed;
  /** Undefined when the queue is in no cluster. */
  readonly group: CloneGroup | undefined;
}

/**
 * The queues that a sequence is declared for, with each instance that gets messages. A need from a comment is that of the
 * queue below it and of its clones, one from `mqsc.yaml` that of every queue of the name.
 */
export const orderedQueuesOf = perEstate((estate): readonly OrderedQueue[] => {
  const groups = new Map<Instance['object'], CloneGroup>();
  const needs = estate.ordering.filter(({ need }) => need === 'sequence');
  if (needs.length > 0)
    for (const group of clusteredQueuesOf(estate))
      if (needs.some(({ queues }) => queues.includes(group.queue)))
        for (const { object } of group.instances) groups.set(object, group);
  const found = new Map<Instance['object'], OrderedQueue>();
  for (const need of needs)
    for (const queue of need.queues)
      for (const queueManager of estate.queueManagers.values()) {
        const object = queueManager.objects.get('queue', queue);
        if (object?.type !== 'QLOCAL' || !object.isDefined || found.has(object)) continue;
        // One queue, told where it is defined.
        if (object.sharedFrom !== undefined && isSharedQueue(object, queueManager)) continue;
        const group = groups.get(object);
        const isMeant =
          need.queueManager === undefined ||
          need.queueManager === queueManager.name ||
          group?.instances.some((one) => one.queueManager.name === need.queueManager);
        if (isMeant) found.set(object, { need, group, queueManager, object });
      }
  return [...found.values()];
});

/** Whether the instances of the queue keep a sequence together, so that other causes are what breaks it. */
export const isKeptTogether = ({ group }: OrderedQueue): boolean =>
  group === undefined || group.instances.length < 2 || workloadOf(group) === 'ranked';
