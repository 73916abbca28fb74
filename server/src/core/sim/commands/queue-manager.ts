import { assumes } from '../assumptions.ts';
import { failChannel, startByCommand, stopChannel } from '../channel-life.ts';
import { stateOf } from '../channel-row.ts';
import { balanceSoon } from '../clients.ts';
import { readQueueManager } from '../definitions.ts';
import { holdReceiver, isHeld, releaseReceiver } from '../held-receivers.ts';
import { outdateDefinitions, setLimits } from '../queue-manager-row.ts';
import { publishSuspension } from '../repository/news.ts';
import { leaveSuspended } from '../uniform-cluster.ts';
import type { QueueManager, World } from '../world.ts';
import { attributesOf, type Command, textAfter } from './command.ts';

export const alterQueueManager: Command = (world, at, body) => {
  at.definition = readQueueManager({ attributes: { ...at.definition.attributes, ...attributesOf(body) } });
  setLimits(world, at.row, at.definition);
  outdateDefinitions(world, at.row);
  return 'altered';
};

/** A request to the others to avoid this queue manager if they can. MODE(FORCE) also stops its channels in the cluster. (A6.1) */
export const suspend: Command = (world, at, body) => {
  const cluster = textAfter(body, 'CLUSTER');
  if (cluster === undefined || !at.clusters.has(cluster))
    return `${at.name} is not a member of ${cluster ?? 'that cluster'}`;
  at.suspendedIn.add(cluster);
  publishSuspension(world, at, cluster);
  if (textAfter(body, 'MODE') === 'FORCE') stopChannelsIn(world, at, cluster);
  leaveSuspended(world, at, cluster);
  return 'suspended';
};

export const resume: Command = (world, at, body) => {
  const cluster = textAfter(body, 'CLUSTER');
  if (cluster === undefined || !at.suspendedIn.delete(cluster)) return `${at.name} was not suspended`;
  publishSuspension(world, at, cluster);
  const forced = at.forcedBy.get(cluster);
  at.forcedBy.delete(cluster);
  for (const name of forced?.receivers ?? []) releaseReceiver(world, at, name);
  for (const channel of forced?.senders ?? []) {
    if (stateOf(world, channel.row) === 'STOPPED') startByCommand(world, channel);
  }
  balanceSoon(world, at);
  return 'resumed';
};

function stopChannelsIn(world: World, at: QueueManager, cluster: string): void {
  const reason = `SUSPEND QMGR MODE(FORCE) at ${at.name}`;
  const lasts = assumes(world, 'suspend-force-lasts', 'until-resume');
  const receivers = at.receivers.filter(
    (receiver) => receiver.clusters.includes(cluster) && !isHeld(world, at, receiver.name),
  );
  const names = receivers.map(({ name }) => name);
  const senders = [...at.outbound.values()].filter(
    (channel) =>
      channel.isCluster && channel.definition.clusters.includes(cluster) && stateOf(world, channel.row) !== 'STOPPED',
  );
  if (lasts) {
    for (const name of names) holdReceiver(world, at, name);
    at.forcedBy.set(cluster, { receivers: names, senders });
  }
  for (const channel of senders) stopChannel(world, channel, 'force', lasts ? 'STOPPED' : 'INACTIVE', reason);
  for (const channel of at.inbound) if (names.includes(channel.name)) failChannel(world, channel, reason);
}
