import { type ChannelRow, isPumpDueOn, phaseOf, phases, setPumpDue, stateOf } from './channel-row.ts';
import { producerRowOf } from './handle-row.ts';
import { happening, scheduleNow } from './happening.ts';
import { handleRowOf, idOf, isAside, roleOf, setRole } from './message.ts';
import { addLast } from './message-list.ts';
import { fact, flag, type Message, numberOf, setFlag, setNumber } from './message-store.ts';
import { producerNumberOf } from './producer-row.ts';
import { distribute } from './pubsub/distribute.ts';
import { type QueueManagerRow, queueManagerNumberOf } from './queue-manager-row.ts';
import {
  changeDepth,
  countArrived,
  deepen,
  hasReaders,
  isWakeDueOn,
  type QueueRow,
  queueIn,
  setWakeDue,
} from './queue-row.ts';
import { termsOf } from './queue-terms.ts';
import { countReached } from './reached.ts';
import { noRow } from './rows.ts';
import { streamOn } from './stream.ts';
import { targetIn } from './target-row.ts';
import { triggerOn } from './trigger.ts';
import { watchGroup } from './watch-arrivals.ts';
import type { Placement, World } from './world.ts';

/**
 * Puts a message on a queue without making it visible, as under syncpoint. Every `stage` is followed by one `reveal`
 * (commit) or one `unstage` (back out).
 */
export function stage(world: World, message: Message, placement: Placement): void {
  deepen(world, placement.row);
  if (world.record !== undefined) recordStage(world, message, placement);
}

function recordStage(world: World, message: Message, placement: Placement): void {
  const { queue, channel } = placement;
  const aim = targetIn(world, placement.target);
  const target =
    placement.role === 'transmission'
      ? { queueManager: channel?.to.name ?? aim.queueManager, queue: aim.queue, channel: channel?.name ?? '' }
      : undefined;
  world.record?.({
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
  changeDepth(world, placement.row, -1);
}

/** Commits a staged message: consumers and channels can see it now. */
export function reveal(world: World, message: Message, staged: Placement): void {
  const { messages } = world;
  const isMoved = staged.channel !== undefined && staged.channel.transmissionQueue !== staged.queue;
  const placement = isMoved ? onCurrentQueue(world, message, staged, staged.channel) : staged;
  const { row, channel, role } = placement;
  setFlag(messages, message, flag.isBound, placement.isBound);
  if (role === 'transmission') {
    waitFor(world, message, channel?.row ?? noRow, row, placement.target);
    return;
  }
  setRole(world, message, role);
  const { streamQueue, trigger, distributes } = termsOf(world, row);
  if (distributes) {
    distribute(world, message, placement);
    return;
  }
  arriveOn(world, message, row, placement.at.row);
  if (trigger !== undefined) triggerOn(world, placement.queue, message);
  if (streamQueue !== '') streamOn(world, message, placement);
}

/** It stands on a transmission queue now. */
export function waitFor(world: World, message: Message, channel: ChannelRow, queue: QueueRow, target: number): void {
  setRole(world, message, 'transmission');
  setNumber(world.messages, message, fact.target, target);
  addLast(world, channel === noRow ? queue : channel, message, priorityOn(world, queue, message));
  if (channel !== noRow) pumpSoon(world, channel);
}

/** It stands where programs read it now; `at` is where it was put there. */
export function arriveOn(world: World, message: Message, queue: QueueRow, at: QueueManagerRow): void {
  setNumber(world.messages, message, fact.arrivalOrdinal, countArrived(world, queue));
  if (roleOf(world, message) === 'target' && !isAside(world, message)) countArrival(world, message, queue, at);
  addLast(world, queue, message, priorityOn(world, queue, message));
  wakeSoon(world, queue);
}

/** Its channel has switched to another transmission queue since it was put. */
function onCurrentQueue(
  world: World,
  message: Message,
  staged: Placement,
  { transmissionQueue }: NonNullable<Placement['channel']>,
): Placement {
  const placement = {
    ...staged,
    queue: transmissionQueue,
    row: transmissionQueue.row,
    reason: `moved from ${staged.queue.name}`,
  };
  unstage(world, staged);
  stage(world, message, placement);
  return placement;
}

/** Messages of a queue that delivers first in, first out, share one priority. */
export const priorityOn = (world: World, queue: QueueRow, message: Message): number =>
  termsOf(world, queue).isByPriority ? numberOf(world.messages, message, fact.priority) : 0;

export function pumpSoon(world: World, channel: ChannelRow): void {
  if (isPumpDueOn(world, channel) || !mayPump(world, channel)) return;
  setPumpDue(world, channel, 1);
  scheduleNow(world, happening.pump, channel);
}

/** Whether what waits for it may start it, or go at once. */
function mayPump(world: World, channel: ChannelRow): boolean {
  const state = stateOf(world, channel);
  if (state !== 'RUNNING') return state === 'INACTIVE';
  const phase = phaseOf(world, channel);
  return phase === phases.idle || phase === phases.filling;
}

export function wakeSoon(world: World, queue: QueueRow): void {
  if (isWakeDueOn(world, queue) || !hasReaders(world, queue)) return;
  setWakeDue(world, queue, 1);
  scheduleNow(world, happening.wake, queue);
}

function countArrival(world: World, message: Message, queue: QueueRow, at: QueueManagerRow): void {
  const producer = producerNumberOf(world, producerRowOf(world, handleRowOf(world, message)));
  countReached(world.reached, producer, queueManagerNumberOf(world, at));
  const number = numberOf(world.messages, message, fact.group);
  const group = number === 0 ? undefined : world.groups[number - 1];
  if (group !== undefined) watchGroup(world, message, group, queueIn(world, queue));
}
