import { arrivalRequest } from './arrive-elsewhere.ts';
import { handleOf, idOf } from './message.ts';
import type { Message } from './message-store.ts';
import { resolveName } from './resolve-name.ts';
import { settle } from './settle.ts';
import type { Placement, QueueManager, World } from './world.ts';

/**
 * A message that asks for it (MQRO_EXCEPTION_WITH_FULL_DATA, MQRO_DISCARD_MSG and a reply-to queue) goes back to who put it,
 * instead of to the dead-letter queue; once. (C6)
 */
export function returnToSender(world: World, at: QueueManager, message: Message, why: string): Placement | undefined {
  const { plan } = handleOf(world, message).producer;
  const queue = plan.message.returnTo ?? '';
  if (queue === '' || world.asides.has(idOf(world, message))) return undefined;
  const resolution = resolveName(world, at, queue, plan.queueManager);
  const settled = settle(world, at, resolution, { ...arrivalRequest(world, message, 'application'), isBound: true });
  if (settled.kind === 'refused') return undefined;
  world.asides.set(idOf(world, message), 'returned');
  return { ...settled, reason: `returned to its sender: ${why}` };
}
