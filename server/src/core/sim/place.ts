import { happening, schedule } from './happening.ts';
import { handleOf, idOf, isAside, setRole, targetNumbered } from './message.ts';
import { addLast } from './message-list.ts';
import type { Message } from './message-store.ts';
import { countReached } from './reached.ts';
import { streamOn } from './stream.ts';
import { triggerOn } from './trigger.ts';
import { watchGroup } from './watch-arrivals.ts';
import type { LocalQueue, Placement, World } from './world.ts';

/**
 * Puts a message on a queue without making it visible, as under syncpoint. Every `stage` is followed by one `reveal`
 * (commit) or one `unstage` (back out).
 */
export function stage(world: World, message: Message, placement: Placement): void {
  const { queue, channel } = placement;
  queue.depth++;
  if (queue.depth > queue.peakDepth) queue.peakDepth = queue.depth;
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

export function unstage(placement: Placement): void {
  placement.queue.depth--;
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
    addLast(messages, channel?.waiting ?? queue.messages, message, priorityOn(world, queue, message));
    if (channel !== undefined) pumpSoon(world, channel);
    return;
  }
  messages.arrivalOrdinal[message] = ++queue.arrived;
  if (role === 'target' && !isAside(world, message)) countArrival(world, message, placement);
  addLast(messages, queue.messages, message, priorityOn(world, queue, message));
  wakeSoon(world, queue);
  const { streamQueue, trigger } = queue.terms;
  if (trigger !== undefined) triggerOn(world, queue, message);
  if (streamQueue !== '') streamOn(world, message, placement);
}

/** Its channel may have switched to another transmission queue since it was put. */
function onCurrentQueue(world: World, message: Message, staged: Placement): Placement {
  const { channel, queue } = staged;
  if (channel === undefined || channel.transmissionQueue === queue) return staged;
  const placement = { ...staged, queue: channel.transmissionQueue, reason: `moved from ${queue.name}` };
  unstage(staged);
  stage(world, message, placement);
  return placement;
}

/** Messages of a queue that delivers first in, first out, share one priority. */
export const priorityOn = (world: World, queue: LocalQueue, message: Message): number =>
  queue.terms.isByPriority ? (world.messages.priority[message] ?? 0) : 0;

export function pumpSoon(world: World, channel: NonNullable<Placement['channel']>): void {
  if (channel.isPumpDue) return;
  const { state, phase } = channel;
  if (state !== 'INACTIVE' && (state !== 'RUNNING' || (phase !== 'idle' && phase !== 'filling'))) return;
  channel.isPumpDue = true;
  schedule(world, 0, happening.pump, channel.id);
}

export function wakeSoon(world: World, queue: LocalQueue): void {
  if (queue.isWakeDue || queue.readers.length === 0) return;
  queue.isWakeDue = true;
  schedule(world, 0, happening.wake, queue.id);
}

function countArrival(world: World, message: Message, { at, queue }: Placement): void {
  countReached(world.reached, handleOf(world, message).producer.id, at.id);
  const number = world.messages.group[message] ?? 0;
  const group = number === 0 ? undefined : world.groups[number - 1];
  if (group !== undefined) watchGroup(world, message, group, queue);
}
