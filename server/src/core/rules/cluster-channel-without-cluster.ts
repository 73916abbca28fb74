import { effectiveText } from '#core/model/effective.ts';
import type { Estate, MqObject } from '#core/model/model.ts';
import { clusterChannelsOf, clustersOf, hasOpenClusters } from '#core/model/queries.ts';
import { setAttribute } from './parts/set-attribute.ts';
import type { Ask, Fix, Rule } from './rule.ts';

export const clusterChannelWithoutCluster: Rule = {
  code: 'cluster-channel-without-cluster',
  group: 'cluster',
  severity: 'warning',
  title: 'A cluster channel is in no cluster.',
  docs: {
    behaviour:
      'CLUSSDR and CLUSRCVR channels make a queue manager a member of the clusters that CLUSTER or CLUSNL names. Both may be blank, and are by default: the channel is defined and of no use.',
    harm: 'The queue manager does not join, or is not reached by, the cluster, and no command has failed.',
    remedy:
      'Give the channel its cluster: `CLUSTER(name)`. The light bulb does it where the channel at the other end tells which.',
    exception:
      'The cluster is set by a later ALTER that is not in the files, for example to keep a queue manager out of the cluster while it is set up.',
    sources: [
      'IBM MQ 9.2, Cluster channels: https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.tec.doc/q017230_.html',
      'IBM MQ 9.2, DEFINE CHANNEL: https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.ref.adm.doc/q085520_.html',
    ],
  },
  check: {
    scope: 'queue-manager',
    *run(queueManager, { ask }) {
      for (const channel of clusterChannelsOf(queueManager)) {
        const isNamed = effectiveText(channel, 'CLUSNL') !== '' || clustersOf(channel, queueManager).length > 0;
        if (!channel.isDefined || isNamed || hasOpenClusters(channel, queueManager)) continue;
        yield {
          at: channel.nameAt,
          message: `${channel.channelType} ${channel.name} of ${queueManager.name} names no cluster (CLUSTER and CLUSNL are blank), so it is of no use.`,
          queueManager: queueManager.name,
          fixes: fixesFor(channel, ask),
          subject: {
            cluster: undefined,
            queue: undefined,
            attribute: 'CLUSTER',
            queueManagers: [queueManager.name],
          },
        };
      }
    },
  },
};

/** The cluster of the channels of the same name elsewhere, when they agree. */
const fixesFor = (channel: MqObject, ask: Ask): readonly Fix[] => {
  const [cluster, another] = ask((estate) => clustersOfNamesakes(channel, estate));
  if (cluster === undefined || another !== undefined) return [];
  const edit = setAttribute(channel, 'CLUSTER', cluster, channel.written.get('CLUSTER'));
  return edit ? [{ title: `Put ${channel.name} into cluster ${cluster}`, edits: [edit] }] : [];
};

const clustersOfNamesakes = (channel: MqObject, estate: Estate): readonly string[] =>
  [...estate.clusters.values()]
    .filter(({ members }) =>
      members.some(({ receivers, senders }) =>
        [...receivers, ...senders].some(
          (one) => one.name === channel.name && one.queueManager !== channel.queueManager,
        ),
      ),
    )
    .map(({ name }) => name);
