import type { CommandBody } from '#core/syntax/tree.ts';
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
import { attributesOf, type Command, hasKeyword, textAfter } from './command.ts';

export const alterQueueManager: Command = (world, at, body) => {
  at.definition = readQueueManager({ attributes: { ...at.definition.attributes, ...attributesOf(body) } });
  setLimits(world, at.row, at.definition);
  outdateDefinitions(world, at.row);
  return 'altered';
};

/** A request to the others to avoid this queue manager if they can. MODE(FORCE) also stops its channels in the cluster. (A6.1) */
export const suspend: Command = (world, at, body) => {
  const meant = clustersMeant(at, body);
  if (typeof meant === 'string') return meant;
  const clusters = meant.filter((cluster) => at.clusters.has(cluster));
  for (const cluster of clusters) suspendFrom(world, at, cluster, textAfter(body, 'MODE') === 'FORCE');
  const foreign = meant.filter((cluster) => !at.clusters.has(cluster));
  const refusal = foreign.length === 0 ? [] : [`${at.name} is not a member of ${foreign.join(', ')}`];
  return [...(clusters.length === 0 ? [] : ['suspended']), ...refusal].join('; ');
};

function suspendFrom(world: World, at: QueueManager, cluster: string, isForced: boolean): void {
  at.suspendedIn.add(cluster);
  publishSuspension(world, at, cluster);
  if (isForced) stopChannelsIn(world, at, cluster);
  leaveSuspended(world, at, cluster);
}

export const resume: Command = (world, at, body) => {
  const meant = clustersMeant(at, body);
  if (typeof meant === 'string') return meant;
  const clusters = meant.filter((cluster) => at.suspendedIn.has(cluster));
  if (clusters.length === 0) return `${at.name} was not suspended`;
  for (const cluster of clusters) resumeIn(world, at, cluster);
  balanceSoon(world, at);
  return 'resumed';
};

function resumeIn(world: World, at: QueueManager, cluster: string): void {
  at.suspendedIn.delete(cluster);
  publishSuspension(world, at, cluster);
  const forced = at.forcedBy.get(cluster);
  at.forcedBy.delete(cluster);
  for (const name of forced?.receivers ?? []) releaseReceiver(world, at, name);
  for (const channel of forced?.senders ?? []) {
    if (stateOf(world, channel.row) === 'STOPPED') startByCommand(world, channel);
  }
}

/** The clusters that SUSPEND or RESUME QMGR speaks of, or why nothing is done: it takes CLUSTER or CLUSNL, else, on z/OS, FACILITY or LOG. */
function clustersMeant(at: QueueManager, body: CommandBody): readonly string[] | string {
  const command = `${body.verbName} QMGR`;
  const cluster = textAfter(body, 'CLUSTER');
  const namelist = textAfter(body, 'CLUSNL');
  const other = ['FACILITY', 'LOG'].find((keyword) => hasKeyword(body, keyword));
  const given = [cluster, namelist, other].filter((each) => each !== undefined);
  if (given.length !== 1) return `AMQ8405I: syntax error: ${command} takes one of CLUSTER and CLUSNL`;
  if (other !== undefined) return `not simulated by this version: ${command} ${other}`;
  if (cluster !== undefined) return [cluster];
  const names = at.namelists.get(namelist ?? '');
  if (names === undefined) return `${at.name} has no namelist ${namelist}`;
  return names.length === 0 ? `MQRCCF_NAMELIST_ERROR (3215): ${namelist} names no cluster` : names;
}

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
