import { countInDoubt, epochOf, setQueueOf } from './channel-row.ts';
import { setChannelState } from './channel-state.ts';
import { clusterTransmissionQueue } from './channels.ts';
import { happening, schedule } from './happening.ts';
import { cargoOf, isBound } from './message.ts';
import { addLast, lengthOf, messagesOf, takeAll } from './message-list.ts';
import { fact, numberOf } from './message-store.ts';
import { note } from './notes.ts';
import { priorityOn, stage } from './place.ts';
import { refusalOf } from './put-checks.ts';
import { changeDepth, depthOf } from './queue-row.ts';
import type { Channel, LocalQueue, World } from './world.ts';

/**
 * A cluster channel that starts looks up its transmission queue again. When DEFCLXQ or a CLCHNAME has changed it takes its
 * messages along: it is SWITCHING for a while, new messages still go to the old queue, and then all are moved in their order.
 * Messages in doubt hold it back until they are resolved. (C1.1; IBM: Monitoring transmission queue switching)
 */
export function beginSwitch(world: World, channel: Channel): boolean {
  if (!channel.isCluster || countInDoubt(world, channel.row) > 0) return false;
  const wanted = clusterTransmissionQueue(world, channel.from, channel.name);
  if (wanted === channel.transmissionQueue) return false;
  const { transmissionQueue } = channel;
  setChannelState(world, channel, 'SWITCHING', `from ${transmissionQueue.name} to ${wanted.name}`);
  schedule(world, world.plan.network.channelStartUs, happening.switched, channel.row, epochOf(world, channel.row));
  return true;
}

/** Moves what waits; a queue that cannot take all of it takes nothing. */
export function moveToWanted(world: World, channel: Channel): void {
  const { from, row: waiting, transmissionQueue } = channel;
  const wanted = clusterTransmissionQueue(world, from, channel.name);
  if (wanted === transmissionQueue) return;
  if (!hasRoom(world, channel, wanted)) {
    const text = `${channel.name} stays with ${transmissionQueue.name}: ${wanted.name} cannot take its messages.`;
    note(world, from.name, text);
    return;
  }
  channel.transmissionQueue = wanted;
  setQueueOf(world, channel.row, wanted.row);
  for (const message of takeAll(world, waiting)) {
    changeDepth(world, transmissionQueue.row, -1);
    stage(world, message, {
      kind: 'placed',
      at: from,
      queue: wanted,
      row: wanted.row,
      role: 'transmission',
      channel,
      target: numberOf(world.messages, message, fact.target),
      isBound: isBound(world, message),
      reason: `moved from ${transmissionQueue.name}: the channel switches`,
      route: undefined,
      decision: undefined,
    });
    addLast(world, waiting, message, priorityOn(world, wanted.row, message));
  }
}

function hasRoom(world: World, { row: waiting }: Channel, wanted: LocalQueue): boolean {
  if (lengthOf(world, waiting) === 0) return true;
  if (depthOf(world, wanted.row) + lengthOf(world, waiting) > wanted.definition.maxDepth) return false;
  for (const message of messagesOf(world, waiting)) {
    if (refusalOf(world, wanted.row, cargoOf(world, message)) !== 0) return false;
  }
  return true;
}
