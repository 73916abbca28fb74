import { assumes } from './assumptions.ts';
import { handleOf, idOf, isBound, isPersistent, sizeOf, targetOf } from './message.ts';
import { fact, type Message, numberOf } from './message-store.ts';
import { reasonText } from './put-checks.ts';
import { clusterQueue } from './resolve-name.ts';
import { chooseRoute } from './routing/choose-route.ts';
import { along, type Settled, type SettleRequest } from './settle.ts';
import type { Channel, Placement, QueueManager, Route, World } from './world.ts';

/**
 * Another instance for a message whose local queue is gone or closed, if it is not bound (B1.3). A full queue is no such reason
 * unless the plan assumes it. A group that is bound is moved as well, full or closed, with all that is still to come of it: so
 * the receiver splits it (A5.4).
 */
export function elsewhere(world: World, channel: Channel, message: Message, reason: number): Placement | undefined {
  const isOfGroup = isBoundByGroup(world, message);
  const isMovable =
    reason === 2085 ||
    reason === 2051 ||
    reason === 2052 ||
    (reason === 2053 && (isOfGroup || assumes(world, 'full-queue', 'another-instance')));
  if (!channel.isCluster || !isMovable || (isBound(world, message) && !isOfGroup)) return undefined;
  const at = channel.to;
  const name = targetOf(world, message).queue;
  const type = at.queues.get(name)?.type;
  // A remote queue or an alias that became unavailable sends its messages straight to the dead-letter queue.
  if (type === 'QALIAS' || type === 'QREMOTE') return undefined;
  const answer = chooseRoute(world, at, clusterQueue(name), {
    occasion: 'arrival',
    bind: isOfGroup ? 'on-group' : 'not-fixed',
    arrivedOver: 'cluster-channel',
    message: idOf(world, message),
    meets: reason === 2053 ? 'full-queue' : undefined,
  });
  if (answer.route?.channel === undefined) return undefined;
  const settled = take(world, at, message, answer.route, answer.decision);
  if (settled.kind === 'refused') return undefined;
  if (isOfGroup) at.movedGroups.set(groupOf(world, message), answer.route);
  return { ...settled, reason: `forwarded: ${name} at ${at.name} gave ${reasonText(reason)}` };
}

/** The rest of a group that the receiver has begun to send elsewhere. */
export function withItsGroup(world: World, at: QueueManager, message: Message): Settled | undefined {
  if (groupOf(world, message) === 0 || at.movedGroups.size === 0 || !isBoundByGroup(world, message)) return undefined;
  const route = at.movedGroups.get(groupOf(world, message));
  if (route === undefined) return undefined;
  const settled = take(world, at, message, route, undefined);
  if (settled.kind === 'refused') return undefined;
  const reason = `forwarded with its group to ${route.owner.name}`;
  return { ...settled, reason };
}

const take = (world: World, at: QueueManager, message: Message, route: Route, decision: number | undefined): Settled =>
  along(
    world,
    at,
    clusterQueue(targetOf(world, message).queue),
    route,
    arrivalRequest(world, message, 'cluster-channel'),
    decision,
  );

const groupOf = (world: World, message: Message): number => numberOf(world.messages, message, fact.group);

function isBoundByGroup(world: World, message: Message): boolean {
  if (groupOf(world, message) === 0 || !isBound(world, message)) return false;
  const { bind, producer } = handleOf(world, message);
  return bind === 'on-group' && producer.plan.group?.logicalOrder === true;
}

export const arrivalRequest = (
  world: World,
  message: Message,
  arrivedOver: SettleRequest['arrivedOver'],
): SettleRequest => ({
  occasion: 'arrival',
  bind: 'not-fixed',
  arrivedOver,
  message: idOf(world, message),
  size: sizeOf(world, message),
  isPersistent: isPersistent(world, message),
  boundTo: undefined,
  isBound: isBound(world, message),
});
