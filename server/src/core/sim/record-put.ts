import { idOf, isBound, isPersistent } from './message.ts';
import type { Message } from './message-store.ts';
import type { TraceEvent } from './trace.ts';
import type { World } from './world.ts';

type PutEvent = Extract<TraceEvent, { readonly kind: 'put' }>;

/** Tells of a message that came into being. Ask `world.record` first: where nobody listens its words need not be made. */
export function recordPut(
  world: World,
  message: Message,
  told: Pick<PutEvent, 'application' | 'queueManager' | 'queue' | 'copyOf' | 'decision'> &
    Partial<Pick<PutEvent, 'bound'>>,
): void {
  world.record?.({
    kind: 'put',
    atUs: world.nowUs,
    message: idOf(world, message),
    application: told.application,
    queueManager: told.queueManager,
    queue: told.queue,
    persistent: isPersistent(world, message),
    bound: told.bound ?? isBound(world, message),
    copyOf: told.copyOf,
    decision: told.decision,
  });
}
