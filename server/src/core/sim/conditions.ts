import { happening, scheduleNow } from './happening.ts';
import { putBy } from './producer-row.ts';
import type { Channel, Consumer, Producer, World } from './world.ts';

/** Fires the plan's events that wait for this channel to come into this state (`in-doubt` counts as one). Each fires once. */
export function checkChannelConditions(world: World, channel: Channel, state: string): void {
  if (world.waitingConditions.size === 0) return;
  for (const index of world.waitingConditions) {
    const event = world.plan.events[index];
    if (event === undefined || !('when' in event) || !('channel' in event.when)) continue;
    const { when } = event;
    if (when.channel === channel.name && when.from === channel.from.name && sameState(when.is, state))
      fire(world, index);
  }
}

/** Fires the plan's events that wait for so many puts. */
export function checkPutConditions(world: World, producer: Producer): void {
  for (const index of world.waitingConditions) {
    const event = world.plan.events[index];
    if (event === undefined || !('when' in event) || !('application' in event.when)) continue;
    const { application, hasPut } = event.when;
    if (application === producer.plan.name && putBy(world, producer.row) >= hasPut) fire(world, index);
  }
}

/** Fires the plan's events that wait for a transaction of this reader to come so far. */
export function checkTransactionConditions(world: World, consumer: Consumer, phase: string): void {
  for (const index of world.waitingConditions) {
    const event = world.plan.events[index];
    if (event === undefined || !('when' in event) || !('transaction' in event.when)) continue;
    const { transaction, is } = event.when;
    if (transaction === consumer.plan.name && is === phase) fire(world, index);
  }
}

function fire(world: World, index: number): void {
  world.waitingConditions.delete(index);
  scheduleNow(world, happening.action, index);
}

const sameState = (a: string, b: string): boolean => a.toLowerCase().replace('_', '-') === b.toLowerCase();
