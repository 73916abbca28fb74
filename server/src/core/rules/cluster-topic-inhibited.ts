import { effective } from '#core/model/effective.ts';
import type { CloneGroup, QueueManager } from '#core/model/model.ts';
import { attributePlace } from './parts/attribute-place.ts';
import { clusterTopicsIn } from './parts/cluster-topics.ts';
import { list } from './parts/words.ts';
import type { EstateFinding, Rule } from './rule.ts';

export const clusterTopicInhibited: Rule = {
  code: 'cluster-topic-inhibited',
  group: 'cluster',
  severity: 'warning',
  title: 'A member of a cluster with cluster topics has PSCLUS(DISABLED).',
  docs: {
    behaviour:
      'With PSCLUS(DISABLED) a queue manager takes no part in publish/subscribe clusters: no topic can be defined there as a cluster topic, and the topics and proxy subscriptions of other members are rejected with a warning in the error log. ' +
      'IBM means it for all queue managers of a cluster or for none.',
    harm: 'The topic cannot be defined on that queue manager, and what the others publish does not reach its subscribers, nor the other way round. The error logs fill with warnings.',
    remedy:
      'Set PSCLUS(ENABLED) on every member of the cluster (the light bulb does it here), or take the topics out of the cluster and disable it on all.',
    exception: 'While a cluster is being changed from one to the other.',
    sources: [
      'IBM WebSphere MQ 7.5, Inhibiting clustered publish/subscribe in a cluster: http://www-01.ibm.com/support/knowledgecenter/SSFKSJ_7.5.0/com.ibm.mq.pla.doc/q005250_.html',
      'IBM MQ 9.2, Inhibiting clustered publish/subscribe: https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.pla.doc/q005250_.html',
    ],
  },
  check: {
    scope: 'cluster',
    perPlace: 'once',
    *run(cluster, { ask }) {
      const inhibited = cluster.members.flatMap(({ queueManager }) => (isInhibited(queueManager) ? queueManager : []));
      if (inhibited.length === 0) return;
      const topics = ask((estate) => clusterTopicsIn(cluster, estate));
      if (topics.length > 0) yield* inhibited.map((queueManager) => tell(queueManager, topics, cluster.name));
    },
  },
};

const isInhibited = ({ attributes }: QueueManager): boolean => {
  const value = effective(attributes, 'PSCLUS');
  return value !== undefined && !value.isOpen && value.value === 'DISABLED';
};

function tell({ attributes, name }: QueueManager, topics: readonly CloneGroup[], cluster: string): EstateFinding {
  const own = topics.filter(({ instances }) => instances.some(({ queueManager }) => queueManager.name === name));
  const origin = effective(attributes, 'PSCLUS')?.origin;
  return {
    at: attributePlace(attributes, 'PSCLUS'),
    message:
      own.length > 0
        ? `${name} has PSCLUS(DISABLED), so ${list(own.map(({ queue }) => queue))} cannot be defined as a cluster topic there.`
        : `${name} has PSCLUS(DISABLED), but cluster ${cluster} has cluster topics (${list(topics.map(({ queue }) => queue))}): ${name} rejects them, and publications do not pass between it and the others.`,
    queueManager: name,
    related: topics.flatMap(({ instances, queue }) =>
      instances.map(({ object, queueManager }) => ({ at: object.nameAt, message: `${queue} on ${queueManager.name}` })),
    ),
    fixes:
      origin?.kind === 'written' && origin.valueAt
        ? [{ title: 'Make PSCLUS(ENABLED)', edits: [{ ...origin.valueAt, newText: 'ENABLED' }] }]
        : [],
    subject: { cluster, queue: undefined, attribute: 'PSCLUS', queueManagers: [name] },
  };
}
