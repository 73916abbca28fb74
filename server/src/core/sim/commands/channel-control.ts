import { failChannel, startByCommand, stopChannel } from '../channel-life.ts';
import { batchCountOf, setSequenceReceived, stateOf } from '../channel-row.ts';
import { clusterChannel } from '../channels.ts';
import { holdReceiver, releaseReceiver } from '../held-receivers.ts';
import { goOnWithRepositories } from '../repository/contact.ts';
import type { Channel, QueueManager, World } from '../world.ts';
import { type Command, nameOf, textAfter } from './command.ts';

const notFound = (name: string): string => `AMQ8147E: object ${name} not found`;

export const startNamedChannel: Command = (world, at, body) => {
  const name = nameOf(body);
  const wasHeld = releaseReceiver(world, at, name);
  const senders = outboundNamed(world, at, name);
  for (const channel of senders) startByCommand(world, channel);
  goOnWithRepositories(world);
  return senders.length > 0 || wasHeld || receives(at, name) ? 'start accepted' : notFound(name);
};

/**
 * QUIESCE lets the batch end, FORCE and TERMINATE may leave it in doubt. STATUS(INACTIVE) leaves the channel to its next
 * message; with QMNAME or CONNAME it is the only status: nobody can be shut out alone. (IBM: STOP CHANNEL)
 */
export const stopNamedChannel: Command = (world, at, body) => {
  const name = nameOf(body);
  const mode = ['FORCE', 'TERMINATE'].includes(textAfter(body, 'MODE') ?? '') ? 'force' : 'quiesce';
  const partner = textAfter(body, 'QMNAME');
  const connection = textAfter(body, 'CONNAME');
  const isSelective = partner !== undefined || connection !== undefined;
  const status = textAfter(body, 'STATUS') ?? (isSelective ? 'INACTIVE' : 'STOPPED');
  if (isSelective && status === 'STOPPED') return 'not stopped: with QMNAME or CONNAME the status is INACTIVE';
  const stopsAs = status === 'INACTIVE' ? 'INACTIVE' : 'STOPPED';
  const senders = outboundNamed(world, at, name);
  for (const channel of senders) {
    if (partner !== undefined && channel.to.name !== partner) continue;
    if (connection !== undefined && connectionOf(channel) !== connection) continue;
    stopChannel(world, channel, mode, stopsAs, 'STOP CHANNEL');
  }
  const isReceiver = receives(at, name) && connection === undefined;
  if (isReceiver) stopReceiving(world, at, name, { mode, partner, stopsAs });
  return senders.length > 0 || isReceiver ? 'stop accepted' : notFound(name);
};

/** A sender's RESET reaches the partner when the channel starts next; a receiver's changes its own end only. (IBM: RESET CHANNEL) */
export const resetChannel: Command = (world, at, body) => {
  const name = nameOf(body);
  const number = Number(textAfter(body, 'SEQNUM') ?? 1);
  const senders = outboundNamed(world, at, name);
  const inbound = at.inbound.filter((channel) => channel.name === name);
  if (senders.length === 0 && !receives(at, name)) return notFound(name);
  if (senders.some(({ row }) => ['RUNNING', 'STOPPING'].includes(stateOf(world, row)))) {
    return 'AMQ9514E: the channel is in use';
  }
  for (const channel of senders) channel.resetTo = number;
  for (const { row } of senders.length > 0 ? [] : inbound) setSequenceReceived(world, row, number - 1);
  const isCluster = [...senders, ...inbound].some((channel) => channel.isCluster);
  return isCluster ? 'reset, without effect: cluster channels do not check their sequence numbers' : 'reset';
};

function stopReceiving(
  world: World,
  at: QueueManager,
  name: string,
  how: {
    readonly mode: 'quiesce' | 'force';
    readonly partner: string | undefined;
    readonly stopsAs: 'STOPPED' | 'INACTIVE';
  },
): void {
  if (how.stopsAs === 'STOPPED') holdReceiver(world, at, name);
  for (const channel of at.inbound) {
    if (channel.name !== name || (how.partner !== undefined && channel.from.name !== how.partner)) continue;
    // A batch that is under way ends first; the sender ends with it.
    if (how.mode === 'quiesce' && batchCountOf(world, channel.row) > 0 && how.stopsAs === 'STOPPED') continue;
    failChannel(world, channel, `${name} was stopped at ${at.name}`);
  }
}

const connectionOf = ({ definition }: Channel): string => definition.attributes.CONNAME?.value.trim() ?? '';

const receives = (at: QueueManager, name: string): boolean =>
  at.receivers.some((receiver) => receiver.name === name) ||
  at.pointReceivers.some((receiver) => receiver.name === name);

/** Sending channels of this name, those that the cluster would define automatically included. */
export function outboundNamed(world: World, at: QueueManager, name: string): Channel[] {
  for (const other of world.queueManagers) {
    if (other === at) continue;
    for (const receiver of other.receivers) {
      if (receiver.name === name && receiver.clusters.some((cluster) => at.clusters.has(cluster))) {
        clusterChannel(world, at, other, receiver);
      }
    }
  }
  return [...at.outbound.values()].filter((channel) => channel.name === name);
}
