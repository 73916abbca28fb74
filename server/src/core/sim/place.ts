import { schedule } from './happening.ts';
import { addLast } from './message-list.ts';
import { watchGroup } from './watch-arrivals.ts';
import type { LocalQueue, Message, Placement, World } from './world.ts';

/**
 * Puts a message on a queue without making it visible, as under syncpoint. Every `stage` is followed by one `reveal`
 * (commit) or one `unstage` (back out).
 */
export function stage(world: World, message: Message, placement: Placement): void {
  const { queue, channel } = placement;
  queue.depth++;
  if (queue.depth > queue.peakDepth) queue.peakDepth = queue.depth;
  if (world.record === undefined) return;
  const target =
    placement.role === 'transmission'
      ? {
          queueManager: channel?.to.name ?? placement.targetQueueManager,
          queue: placement.targetQueue,
          channel: channel?.name ?? '',
        }
      : undefined;
  world.record({
    kind: 'enqueue',
    atUs: world.nowUs,
    message: message.id,
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
export function reveal(world: World, message: Message, placement: Placement): void {
  const { queue, channel, role } = placement;
  message.isBound = placement.isBound;
  message.role = role;
  if (role === 'transmission') {
    message.targetQueue = placement.targetQueue;
    message.targetQueueManager = placement.targetQueueManager;
    if (channel === undefined) addLast(queue.messages, message, priorityOn(queue, message));
    else {
      addLast(channel.waiting, message, priorityOn(queue, message));
      pumpSoon(world, channel);
    }
    return;
  }
  message.arrivalOrdinal = ++queue.arrived;
  if (role === 'target') countArrival(world, message, queue);
  addLast(queue.messages, message, priorityOn(queue, message));
  wakeSoon(world, queue);
}

/** Messages of a queue that delivers first in, first out, share one priority. */
export const priorityOn = (queue: LocalQueue, message: Message): number =>
  queue.definition.isByPriority ? message.priority : 0;

export function pumpSoon(world: World, channel: NonNullable<Placement['channel']>): void {
  if (channel.isPumpDue) return;
  const { state, phase } = channel;
  if (state !== 'INACTIVE' && (state !== 'RUNNING' || (phase !== 'idle' && phase !== 'filling'))) return;
  channel.isPumpDue = true;
  schedule(world, 0, 'pump', channel.id);
}

export function wakeSoon(world: World, queue: LocalQueue): void {
  if (queue.isWakeDue || queue.readers.length === 0) return;
  queue.isWakeDue = true;
  schedule(world, 0, 'wake', queue.id);
}

function countArrival(world: World, message: Message, queue: LocalQueue): void {
  const { reached } = message.handle.producer;
  const at = queue.owner.id;
  reached[at] = (reached[at] ?? 0) + 1;
  if (message.group !== undefined) watchGroup(world, message, message.group, queue);
}
