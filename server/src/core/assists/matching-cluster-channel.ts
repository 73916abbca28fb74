import { appendCommand } from '#core/model/append-command.ts';
import { clusterChannelTexts } from '#core/model/cluster-channel-texts.ts';
import type { ClusterMember, MqObject, QueueManager } from '#core/model/model.ts';
import { clusterChannelsOf, clustersOf, fullRepositoriesOf } from '#core/model/queries.ts';
import { inCaseOfCommand } from '#core/syntax/add-parameters.ts';
import { type Assist, type AssistPlace, type Offer, offer } from './assist.ts';

/**
 * The other end of a cluster channel: to a full repository's receiver the senders that other members lack, to a sender
 * without receiver the receiver on a queue manager that has none in the cluster. Defines a channel, and says so.
 */
export const matchingClusterChannel: Assist = {
  name: 'matching-cluster-channel',
  offers: (place) => {
    const { object, owners, command } = place;
    const [owner] = owners;
    if (!object || !owner || command.body.verbName !== 'DEFINE' || object.nameIsOpen) return [];
    const cluster = clustersOf(object, owner)[0];
    if (cluster === undefined) return [];
    if (object.channelType === 'CLUSRCVR') return senders(place, object, owner, cluster);
    return object.channelType === 'CLUSSDR' ? receivers(place, object, owner, cluster) : [];
  },
};

function senders(place: AssistPlace, receiver: MqObject, owner: QueueManager, cluster: string): readonly Offer[] {
  const members = place.estate.clusters.get(cluster)?.members ?? [];
  const isRepository = (member: ClusterMember) => member.queueManager === owner && member.isFullRepository;
  if (!members.some(isRepository)) return [];
  return members
    .filter(({ queueManager }) => queueManager !== owner && !has(queueManager, receiver.name))
    .flatMap(({ queueManager }) => define(place, queueManager, receiver, 'CLUSSDR', cluster));
}

function receivers(place: AssistPlace, sender: MqObject, owner: QueueManager, cluster: string): readonly Offer[] {
  const queueManagers = [...place.estate.queueManagers.values()];
  if (queueManagers.some((one) => one !== owner && hasReceiver(one, ({ name }) => name === sender.name))) return [];
  const repositories = new Set(
    [...place.estate.clusters.values()]
      .filter(({ name }) => name === cluster)
      .flatMap((one) => fullRepositoriesOf(one).map(({ queueManager }) => queueManager)),
  );
  return queueManagers
    .filter((one) => one !== owner && !has(one, sender.name))
    .filter((one) => !hasReceiver(one, (channel) => clustersOf(channel, one).includes(cluster)))
    .sort((a, b) => Number(repositories.has(b)) - Number(repositories.has(a)))
    .flatMap((queueManager) => define(place, queueManager, sender, 'CLUSRCVR', cluster));
}

const has = (queueManager: QueueManager, name: string): boolean =>
  queueManager.objects.get('channel', name)?.isDefined === true;

const hasReceiver = (queueManager: QueueManager, wanted: (channel: MqObject) => boolean): boolean =>
  clusterChannelsOf(queueManager).some((channel) => channel.channelType === 'CLUSRCVR' && wanted(channel));

function define(
  { estate, command }: AssistPlace,
  queueManager: QueueManager,
  partner: MqObject,
  channelType: 'CLUSSDR' | 'CLUSRCVR',
  cluster: string,
): readonly Offer[] {
  const texts = clusterChannelTexts(partner, channelType, cluster);
  if (!texts) return [];
  return offer(`Define the ${channelType} ${partner.name} on ${queueManager.name}`, [
    appendCommand(
      estate,
      queueManager,
      texts.map((text) => inCaseOfCommand(command.body, text)),
    ),
  ]);
}
