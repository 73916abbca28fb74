import { failChannel, startChannel, stopChannel } from '../channel-life.ts';
import { clusterChannel } from '../channels.ts';
import { readChannel } from '../definitions.ts';
import { publishReceivers } from '../directory.ts';
import { note } from '../notes.ts';
import type { Channel, QueueManager, World } from '../world.ts';
import { attributesOf, type Command, clustersSet, nameOf, textAfter } from './command.ts';

export const alterChannel: Command = (world, at, body) => {
  const name = nameOf(body);
  const receiver = at.receivers.find((channel) => channel.name === name);
  if (receiver !== undefined) {
    if (clustersSet(body) !== undefined)
      note(world, at.name, `${at.name} stays a member of the clusters it was in at the start.`);
    const altered = readChannel({
      ...receiver,
      clusters: clustersSet(body) ?? receiver.clusters,
      attributes: { ...receiver.attributes, ...attributesOf(body) },
    });
    at.receivers = at.receivers.map((channel) => (channel === receiver ? altered : channel));
    publishReceivers(world, at);
    return 'altered';
  }
  const senders = outboundNamed(world, at, name);
  if (senders.length === 0) return `AMQ8147E: object ${name} not found`;
  if (senders.some((channel) => channel.isCluster)) {
    return 'altered, without effect: the values of the cluster-receiver channel at the other end count';
  }
  for (const channel of senders) {
    const attributes = { ...channel.definition.attributes, ...attributesOf(body) };
    channel.definition = readChannel({ ...channel.definition, attributes });
  }
  return 'altered';
};

export const startNamedChannel: Command = (world, at, body) => {
  const name = nameOf(body);
  const wasHeld = at.stoppedReceivers.delete(name);
  const senders = outboundNamed(world, at, name);
  for (const channel of senders) startChannel(world, channel, 'START CHANNEL');
  return senders.length > 0 || wasHeld ? 'start accepted' : `AMQ8147E: object ${name} not found`;
};

export const stopNamedChannel: Command = (world, at, body) => {
  const name = nameOf(body);
  const mode = textAfter(body, 'MODE') === 'FORCE' || textAfter(body, 'MODE') === 'TERMINATE' ? 'force' : 'quiesce';
  const partner = textAfter(body, 'QMNAME');
  const senders = outboundNamed(world, at, name).filter(({ to }) => partner === undefined || to.name === partner);
  for (const channel of senders) stopChannel(world, channel, mode, 'STOP CHANNEL');
  const receives = at.receivers.some((r) => r.name === name) || at.pointReceivers.some((r) => r.name === name);
  if (receives) {
    at.stoppedReceivers.add(name);
    for (const channel of at.inbound) {
      if (channel.name === name) failChannel(world, channel, `${name} was stopped at ${at.name}`);
    }
  }
  return senders.length > 0 || receives ? 'stop accepted' : `AMQ8147E: object ${name} not found`;
};

/** Sending channels of this name, those that the cluster would define automatically included. */
function outboundNamed(world: World, at: QueueManager, name: string): Channel[] {
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
