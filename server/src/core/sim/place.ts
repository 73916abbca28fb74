import { happening, schedule } from './happening.ts';
import { handleOf, idOf, isAside, setRole, targetNumbered } from './message.ts';
import { addLast } from './message-list.ts';
import type { Message } from './message-store.ts';
import { distribute } from './pubsub/distribute.ts';
import { changeDepth, countArrived, deepen, hasReaders, isWakeDueOn, type QueueRow, setWakeDue } from './queue-row.ts';
import { termsOf } from './queue-terms.ts';
import { countReached } from './reached.ts';
import { streamOn } from './stream.ts';
import { triggerOn } from './trigger.ts';
import { watchGroup } from './watch-arrivals.ts';
import type { Placement, World } from './world.ts';

/**
 * Puts a message on a queue without making it visible, as under syncpoint. Every `stage` is followed by one `reveal`
 * (commit) or one `unstage` (back out).
 */
export function stage(world: World, message: Message, placement: Placement): void {
  const { queue, channel } = placement;
  deepen(world, queue.row);
  if (world.record === undefined) return;
  const aim = targetNumbered(world, placement.target);
  const target =
    placement.role === 'transmission'
      ? { queueManager: channel?.to.name ?? aim.queueManager, queue: aim.queue, channel: channel?.name ?? '' }
      : undefined;
  world.record({
    kind: 'enqueue',
    atUs: world.nowUs,
    message: idOf(world, message),
    queueManager: queue.owner.name,
    queue: queue.name,
    role: placement.role,
    target,
    reason: placement.reason,
    decision: placement.decision,
  });
}

export function unstage(world: World, placement: Placement): void {
  changeDepth(world, placement.queue.row, -1);
}

/** Commits a staged message: consumers and channels can see it now. */
export function reveal(world: World, message: Message, staged: Placement): void {
  const { messages } = world;
  const placement = onCurrentQueue(world, message, staged);
  const { queue, channel, role } = placement;
  messages.isBound[message] = placement.isBound ? 1 : 0;
  setRole(world, message, role);
  if (role === 'transmission') {
    messages.target[message] = placement.target;
    addLast(world, channel?.waiting ?? queue.row, message, priorityOn(world, queue.row, message));
    if (channel !== undefined) pumpSoon(world, channel);
    return;
  }
  if (termsOf(world, queue.row).distributes) {
    distribute(world, message, placement);
    return;
  }
  messages.arrivalOrdinal[message] = countArrived(world, queue.row);
  if (role === 'target' && !isAside(world, message)) countArrival(world, message, placement);
  addLast(world, queue.row, message, priorityOn(world, queue.row, message));
  wakeSoon(world, queue.row);
  const { streamQueue, trigger } = termsOf(world, queue.row);
  if (trigger !== undefined) triggerOn(world, queue, message);
  if (streamQueue !== '') streamOn(world, message, placement);
}

/** Its channel may have switched to another transmission queue since it was put. */
function onCurrentQueue(world: World, message: Message, staged: Placement): Placement {
  const { channel, queue } = staged;
  if (channel === undefined || channel.transmissionQueue === queue) return staged;
  const placement = { ...staged, queue: channel.transmissionQueue, reason: `moved from ${queue.name}` };
  unstage(world, staged);
  stage(world, message, placement);
  return placement;
}

/** Messages of a queue that delivers first in, first out, share one priority. */
export const priorityOn = (world: World, queue: QueueRow, message: Message): number =>
  termsOf(world, queue).isByPriority ? (world.messages.priority[message] ?? 0) : 0;

export function pumpSoon(world: World, channel: NonNullable<Placement['channel']>): void {
  if (channel.isPumpDue) return;
  const { state, phase } = channel;
  if (state !== 'INACTIVE' && (state !== 'RUNNING' || (phase !== 'idle' && phase !== 'filling'))) return;
  channel.isPumpDue = true;
  schedule(world, 0, happening.pump, channel.id);
}

export function wakeSoon(world: World, queue: QueueRow): void {
  if (isWakeDueOn(world, queue) || !hasReaders(world, queue)) return;
  setWakeDue(world, queue, 1);
  schedule(world, 0, happening.wake, queue);
}

function countArrival(world: World, message: Message, { at, queue }: Placement): void {
  countReached(world.reached, handleOf(world, message).producer.id, at.id);
  const number = world.messages.group[message] ?? 0;
  const group = number === 0 ? undefined : world.groups[number - 1];
  if (group !== undefined) watchGroup(world, message, group, queue);
}
