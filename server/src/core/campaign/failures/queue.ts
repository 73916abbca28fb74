import { commandAction } from '../command.ts';
import type { ListFailures } from './list-failures.ts';

/** A local queue that messages reach is closed for puts; one that a program reads also for gets. */
export const queueFailures: ListFailures = ({ plan, healthy }) => {
  const reached = new Set<string>();
  for (const event of healthy.events)
    if (event.kind === 'enqueue' && event.role === 'target') reached.add(key(event.queueManager, event.queue));
  const named = new Set(plan.applications.map(({ queue }) => queue));
  const read = new Set(
    plan.applications.flatMap((one) => (one.kind === 'consumer' ? [key(one.queueManager, one.queue)] : [])),
  );
  return plan.queueManagers.flatMap(({ name: queueManager, queues }) =>
    queues
      .filter(({ type, name }) => type === 'QLOCAL' && (named.has(name) || reached.has(key(queueManager, name))))
      .flatMap(({ name: queue }) => {
        const element = { kind: 'queue', queueManager, queue } as const;
        const alter = (attribute: string, value: string) =>
          commandAction(queueManager, 'ALTER', 'QLOCAL', queue, { [attribute]: value });
        const closed = (attribute: 'PUT' | 'GET') => ({
          title: `${queue} on ${queueManager} is closed for ${attribute === 'PUT' ? 'puts' : 'gets'}`,
          element,
          begin: alter(attribute, 'DISABLED'),
          end: alter(attribute, 'ENABLED'),
        });
        return [closed('PUT'), ...(read.has(key(queueManager, queue)) ? [closed('GET')] : [])];
      }),
  );
};

const key = (queueManager: string, queue: string): string => `${queueManager}\u0000${queue}`;
