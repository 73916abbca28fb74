import { stateOf } from '../channel-row.ts';
import { attachSender, detachSender, pointDefinition } from '../channels.ts';
import { type ChannelDefinition, readChannel } from '../definitions.ts';
import { publishReceivers } from '../repository/news.ts';
import type { QueueManager, World } from '../world.ts';
import { outboundNamed } from './channel-control.ts';
import { attributesOf, type Command, clustersAfter, clustersIn, hasKeyword, nameOf, textAfter } from './command.ts';

/** Cluster-receivers, and both ends of a channel to outside the cluster. Others are accepted, and change nothing in a run. */
export const defineChannel: Command = (world, at, body) => {
  const name = nameOf(body);
  const type = textAfter(body, 'CHLTYPE') ?? '';
  const before = definedHere(at, name);
  if (before !== undefined && !hasKeyword(body, 'REPLACE')) return `AMQ8150E: object ${name} already exists`;
  const model = definedHere(at, textAfter(body, 'LIKE') ?? '');
  const attributes = { ...model?.attributes, ...attributesOf(body) };
  const definition = readChannel({
    name,
    type,
    clusters: clustersAfter(at, body, attributes, model?.clusters ?? []),
    attributes,
    definedAt: undefined,
  });
  return install(world, at, before, definition) ? 'defined' : 'defined, without effect on the run';
};

/** Workload attributes reach the cluster at once, the others when the channel starts next. (C1.4) */
export const alterChannel: Command = (world, at, body) => {
  const name = nameOf(body);
  const before = definedHere(at, name);
  if (before === undefined) {
    return outboundNamed(world, at, name).length === 0
      ? `AMQ8147E: object ${name} not found`
      : 'altered, without effect: the values of the cluster-receiver channel at the other end count';
  }
  const attributes = { ...before.attributes, ...attributesOf(body) };
  const clusters = clustersAfter(at, body, attributes, before.clusters);
  install(world, at, before, readChannel({ ...before, clusters, attributes }));
  return 'altered';
};

export const deleteChannel: Command = (world, at, body) => {
  const name = nameOf(body);
  const before = definedHere(at, name);
  if (before === undefined) return `AMQ8147E: object ${name} not found`;
  const isInUse = [...at.outbound.values()].some(
    (channel) =>
      !channel.isCluster &&
      channel.name === name &&
      stateOf(world, channel.row) !== 'INACTIVE' &&
      stateOf(world, channel.row) !== 'STOPPED',
  );
  if (isInUse) return `AMQ9514E: channel ${name} is in use`;
  install(world, at, before, undefined);
  return 'deleted';
};

const definedHere = (at: QueueManager, name: string): ChannelDefinition | undefined =>
  [...at.receivers, ...at.senders, ...at.pointReceivers].find((channel) => channel.name === name);

/** A namelist was changed: cluster-receivers that name it are in other clusters now. */
export function readReceiversAnew(world: World, at: QueueManager, namelist: string): void {
  for (const receiver of at.receivers)
    if (receiver.attributes.CLUSNL?.value.trim() === namelist)
      install(world, at, receiver, readChannel({ ...receiver, clusters: clustersIn(at, receiver.attributes) }));
}

/** Takes the definition in the place of the one before; false when a run has no use for its type. */
function install(
  world: World,
  at: QueueManager,
  before: ChannelDefinition | undefined,
  after: ChannelDefinition | undefined,
): boolean {
  switch (after?.type ?? before?.type) {
    case 'CLUSRCVR':
      setReceivers(world, at, replaced(at.receivers, before, after));
      return true;
    case 'SDR':
    case 'SVR':
      at.senders = replaced(at.senders, before, after);
      if (after === undefined && before !== undefined) detachSender(world, at, before);
      if (after !== undefined) attachSender(world, at, after);
      return true;
    case 'RCVR':
    case 'RQSTR':
      at.pointReceivers = replaced(at.pointReceivers, before, after);
      for (const sender of world.queueManagers) {
        for (const definition of sender.senders) {
          if (definition.name === (after ?? before)?.name) attachSender(world, sender, definition);
        }
      }
      for (const channel of at.inbound) {
        if (!channel.isCluster && after !== undefined && channel.name === after.name)
          channel.nextDefinition = pointDefinition(channel.nextDefinition ?? channel.definition, after);
      }
      return true;
    default:
      return false;
  }
}

const replaced = (
  all: readonly ChannelDefinition[],
  before: ChannelDefinition | undefined,
  after: ChannelDefinition | undefined,
): ChannelDefinition[] =>
  before === undefined
    ? [...all, ...(after === undefined ? [] : [after])]
    : all.flatMap((each) => (each === before ? (after === undefined ? [] : [after]) : [each]));

/** A queue manager is in the clusters of its cluster-receivers, and in those whose repository it holds. */
function setReceivers(world: World, at: QueueManager, receivers: ChannelDefinition[]): void {
  const clusters = new Set([...at.clusters, ...receivers.flatMap((receiver) => receiver.clusters)]);
  const before = at.receivers;
  if (at.clusters.size === 0) world.directory.newMembers.add(at.id);
  at.receivers = receivers;
  const stays = new Set([...at.fullRepositoryOf, ...receivers.flatMap((receiver) => receiver.clusters)]);
  for (const cluster of before.flatMap((receiver) => receiver.clusters)) {
    if (!stays.has(cluster)) at.clusters.delete(cluster);
  }
  for (const cluster of stays) at.clusters.add(cluster);
  publishReceivers(world, at, [...clusters]);
}
