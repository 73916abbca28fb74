import { isBound, targetOf } from './message.ts';
import { addLast, lengthOf, messagesOf, takeAll } from './message-list.ts';
import type { Message } from './message-store.ts';
import { priorityOn, reveal, stage } from './place.ts';
import { changeDepth } from './queue-row.ts';
import { clusterQueue } from './resolve-name.ts';
import { chooseRoute } from './routing/choose-route.ts';
import { along, freeRequest } from './settle.ts';
import type { Channel, World } from './world.ts';

/** Messages that wait for a failing channel and are not bound get another choice, in their order. The rest waits on. */
export function reallocate(world: World, channel: Channel): void {
  if (!channel.isCluster || lengthOf(world, channel.row) === 0) return;
  for (const message of takeAll(world, channel.row)) {
    if (!isBound(world, message) && isMoved(world, channel, message)) continue;
    addLast(world, channel.row, message, priorityOn(world, channel.transmissionQueue.row, message));
  }
}

/** Whether anything waits that another choice could move. */
export function mayReroute(world: World, channel: Channel): boolean {
  if (!channel.isCluster) return false;
  for (const message of messagesOf(world, channel.row)) if (!isBound(world, message)) return true;
  return false;
}

function isMoved(world: World, channel: Channel, message: Message): boolean {
  const choice = clusterQueue(targetOf(world, message).queue);
  const request = freeRequest(world, message, 'channel-failing');
  const answer = chooseRoute(world, channel.from, choice, request);
  if (answer.route === undefined || answer.route.channel === channel) return false;
  const settled = along(world, channel.from, choice, answer.route, request, answer.decision);
  if (settled.kind === 'refused') return false;
  changeDepth(world, channel.transmissionQueue.row, -1);
  world.totals.rerouted++;
  const placement = { ...settled, reason: `rerouted: channel ${channel.name} is failing` };
  stage(world, message, placement);
  reveal(world, message, placement);
  return true;
}
