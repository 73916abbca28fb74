import { addChannelRow, setRetired } from './channel-row.ts';
import { defineChannel } from './channel-terms.ts';
import { addChannelTimes } from './channel-times.ts';
import { type ChannelDefinition, makeTransmissionQueue, type QueueDefinition } from './definitions.ts';
import { makeFifo } from './fifo.ts';
import { addLast, takeAll } from './message-list.ts';
import { linkBetween } from './network.ts';
import { priorityOn, pumpSoon } from './place.ts';
import { outdateDefinitions, takeSequence } from './queue-manager-row.ts';
import { addQueueRow } from './queue-row.ts';
import { define } from './queue-terms.ts';
import { addRouteUse } from './routing/route-uses.ts';
import type { Channel, LocalQueue, QueueManager, World } from './world.ts';

/** The cluster channel from one queue manager to another's CLUSRCVR; made when it is first thought of, as MQ defines it automatically. */
export function clusterChannel(
  world: World,
  from: QueueManager,
  to: QueueManager,
  receiver: ChannelDefinition,
): Channel {
  const key = `${receiver.name}\u0000${to.name}`;
  const known = from.outbound.get(key);
  if (known !== undefined) return known;
  return addChannel(world, from, to, receiver, clusterTransmissionQueue(world, from, receiver.name), key, 'cluster');
}

/** The SDR or SVR that empties this transmission queue, if its partner is part of the run. */
export function senderOf(world: World, from: QueueManager, transmissionQueue: LocalQueue): Channel | undefined {
  const sender = from.senders.find((s) => s.transmissionQueue === transmissionQueue.name);
  if (sender === undefined) return undefined;
  const partners = world.queueManagers.filter(
    (qm) => qm !== from && qm.pointReceivers.some((receiver) => receiver.name === sender.name),
  );
  const to = partners.find((qm) => qm.name === transmissionQueue.name) ?? partners[0];
  if (to === undefined) return undefined;
  const key = `${sender.name}\u0000${to.name}`;
  const known = from.outbound.get(key);
  if (known !== undefined) return known;
  const receiving = to.pointReceivers.find((receiver) => receiver.name === sender.name);
  const both = receiving === undefined ? sender : pointDefinition(sender, receiving);
  return addChannel(world, from, to, both, transmissionQueue, key, 'point-to-point');
}

/** A sender's definition with what its receiver decides. */
export const pointDefinition = (sender: ChannelDefinition, receiving: ChannelDefinition): ChannelDefinition => ({
  ...sender,
  messageRetries: receiving.messageRetries,
  messageRetryUs: receiving.messageRetryUs,
  usesDeadLetterQueue: receiving.usesDeadLetterQueue,
  maxMessageLength: Math.min(sender.maxMessageLength, receiving.maxMessageLength),
});

/** A sender channel was defined or altered in mid-run: what waits on its transmission queue is its own. */
export function attachSender(world: World, from: QueueManager, definition: ChannelDefinition): void {
  const queue = from.locals.get(definition.transmissionQueue);
  const channel = queue === undefined ? undefined : senderOf(world, from, queue);
  if (queue === undefined || channel === undefined) return;
  const receiving = channel.to.pointReceivers.find((receiver) => receiver.name === channel.name);
  channel.nextDefinition = receiving === undefined ? definition : pointDefinition(definition, receiving);
  setRetired(world, channel.row, 0);
  for (const message of takeAll(world, queue.row))
    addLast(world, channel.row, message, priorityOn(world, queue.row, message));
  pumpSoon(world, channel.row);
}

/** A sender channel was deleted: its messages wait on their queue for another one. */
export function detachSender(world: World, from: QueueManager, definition: ChannelDefinition): void {
  for (const channel of from.outbound.values()) {
    if (channel.isCluster || channel.name !== definition.name) continue;
    const queue = channel.transmissionQueue;
    for (const message of takeAll(world, channel.row))
      addLast(world, queue.row, message, priorityOn(world, queue.row, message));
    setRetired(world, channel.row, 1);
  }
}

export function addLocalQueue(world: World, owner: QueueManager, definition: QueueDefinition): LocalQueue {
  const queue: LocalQueue = {
    row: addQueueRow(world, world.localQueues.length, owner.row),
    owner,
    readers: [],
    name: definition.name,
    definition,
    triggeredAtUs: -Infinity,
  };
  define(world, queue, definition);
  world.localQueues.push(queue);
  owner.locals.set(definition.name, queue);
  outdateDefinitions(world, owner.row);
  return queue;
}

export function addChannel(
  world: World,
  from: QueueManager,
  to: QueueManager,
  definition: ChannelDefinition,
  transmissionQueue: LocalQueue,
  key: string,
  kind: 'cluster' | 'point-to-point',
): Channel {
  const id = world.channels.length;
  const channel: Channel = {
    // What each batch needs comes first, to lie together.
    id,
    row: addChannelRow(world, { id, queue: transmissionQueue.row, partner: to.row }),
    to,
    definition,
    transmissionQueue,
    link: linkBetween(world, from.name, to.name),
    isCluster: kind === 'cluster',
    resetTo: undefined,
    from,
    name: definition.name,
    inbox: makeFifo(),
    use: addRouteUse(world.routeUses, takeSequence(world, from.row)),
    nextDefinition: undefined,
    isDisconnectDue: false,
    wasUnavailable: false,
    retries: 0,
    boundArrivals: new Map(),
  };
  world.channels.push(channel);
  addChannelTimes(world.channelTimes, id);
  defineChannel(world, channel, definition);
  from.outbound.set(key, channel);
  to.inbound.push(channel);
  return channel;
}

/** One queue for all cluster channels, one for each with DEFCLXQ(CHANNEL), or the one whose CLCHNAME fits best. */
export function clusterTransmissionQueue(world: World, owner: QueueManager, channel: string): LocalQueue {
  let best: LocalQueue | undefined;
  for (const queue of owner.locals.values()) {
    const { isTransmission, clusterChannelName } = queue.definition;
    if (!isTransmission || clusterChannelName === '' || !isLike(channel, clusterChannelName)) continue;
    if (best === undefined || clusterChannelName.length > best.definition.clusterChannelName.length) best = queue;
  }
  if (best !== undefined) return best;
  const name = owner.definition.hasQueuePerChannel
    ? `SYSTEM.CLUSTER.TRANSMIT.${channel}`.slice(0, 48)
    : 'SYSTEM.CLUSTER.TRANSMIT.QUEUE';
  return owner.locals.get(name) ?? addLocalQueue(world, owner, makeTransmissionQueue(name));
}

function isLike(name: string, pattern: string): boolean {
  const star = pattern.indexOf('*');
  if (star < 0) return name === pattern;
  return name.startsWith(pattern.slice(0, star)) && name.endsWith(pattern.slice(star + 1));
}
