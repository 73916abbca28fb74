import type { Plan } from '#core/scenario/plan.ts';
import { commandAction } from '../command.ts';
import type { ListFailures } from './list-failures.ts';

/** A local queue that messages reach is closed for puts; one that a program reads also for gets. */
export const queueFailures: ListFailures = ({ plan, healthy }) => {
  const reached = new Set<string>();
  for (const event of healthy.events)
    if (event.kind === 'enqueue' && event.role === 'target') reached.add(key(event.queueManager, event.queue));
  const named = new Set(plan.applications.map(({ queue }) => queue));
  const isRead = ({ places, queue }: Held): boolean =>
    plan.applications.some(
      (one) => one.kind === 'consumer' && one.queue === queue && places.includes(one.queueManager),
    );
  return heldQueues(plan)
    .filter(({ owner, queue }) => named.has(queue) || reached.has(key(owner, queue)))
    .flatMap((held) => {
      const { owner, queue, definedAt, isShared } = held;
      const element = { kind: 'queue', queueManager: owner, queue } as const;
      const alter = (attribute: string, value: string) =>
        commandAction(definedAt, 'ALTER', 'QLOCAL', queue, {
          ...(isShared && { QSGDISP: 'SHARED' }),
          [attribute]: value,
        });
      const closed = (attribute: 'PUT' | 'GET') => ({
        title: `${queue} ${isShared ? 'of' : 'on'} ${owner} is closed for ${attribute === 'PUT' ? 'puts' : 'gets'}`,
        element,
        begin: alter(attribute, 'DISABLED'),
        end: alter(attribute, 'ENABLED'),
      });
      return [closed('PUT'), ...(isRead(held) ? [closed('GET')] : [])];
    });
};

interface Held {
  /** The queue manager, or the queue-sharing group of a shared queue. */
  readonly owner: string;
  readonly queue: string;
  readonly isShared: boolean;
  /** Queue managers whose programs read it. */
  readonly places: readonly string[];
  readonly definedAt: string;
}

/** The local queues of a plan: a shared one once, whichever members define it. */
function heldQueues(plan: Plan): readonly Held[] {
  const found = new Map<string, Held>();
  for (const { name, queues } of plan.queueManagers) {
    const group = plan.queueSharingGroups?.find(({ members }) => members.includes(name));
    for (const { type, name: queue, attributes } of queues) {
      if (type !== 'QLOCAL') continue;
      const sharing = attributes.QSGDISP?.value === 'SHARED' ? group : undefined;
      const owner = sharing?.name ?? name;
      const held = {
        owner,
        queue,
        isShared: sharing !== undefined,
        places: sharing?.members ?? [name],
        definedAt: name,
      };
      if (!found.has(key(owner, queue))) found.set(key(owner, queue), held);
    }
  }
  return [...found.values()];
}

const key = (queueManager: string, queue: string): string => `${queueManager}\u0000${queue}`;
