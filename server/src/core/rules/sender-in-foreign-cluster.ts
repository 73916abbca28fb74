import { effective, effectiveText } from '#core/model/effective.ts';
import type { Cluster, Estate, MqObject, QueueManager } from '#core/model/model.ts';
import { clusterChannelsOf, clustersOf, hasOpenClusters } from '#core/model/queries.ts';
import { attributePlace } from './parts/attribute-place.ts';
import { clustersByReceiver, isAnyMembershipOpen } from './parts/membership.ts';
import { setAttribute } from './parts/set-attribute.ts';
import { list, verb } from './parts/words.ts';
import type { EstateFinding, Rule, UnitContext } from './rule.ts';

export const senderInForeignCluster: Rule = {
  code: 'sender-in-foreign-cluster',
  group: 'cluster',
  severity: 'error',
  title: 'A cluster sender is in another cluster than the receiver it leads to.',
  docs: {
    behaviour:
      'A CLUSSDR and the CLUSRCVR of the same name at its other end have to be in the same cluster: through the pair a queue manager gets to know a full repository of that cluster.',
    harm: 'The queue manager asks for a cluster that the other end is not in: it gets no answer and joins neither the one nor the other.',
    remedy: 'Give both ends the same cluster; the light bulb takes the one of the receiver.',
    exception:
      'Another queue manager that is not in the files has a receiver of this name too. When a receiver elsewhere may be in more clusters than the files tell, nothing is said.',
    mqSays: 'AMQ9433 (known from memory): CLUSRCVR must be in the same cluster as its CLUSSDR.',
    sources: [
      'IBM MQ 9.2, Cluster channels: https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.tec.doc/q017230_.html',
      'IBM MQ 10.0, Troubleshooting queue manager cluster problems: https://www.ibm.com/docs/en/ibm-mq/10.0.x?topic=troubleshooting-queue-manager-cluster-problems',
    ],
  },
  check: { scope: 'queue-manager', run: strays },
};

function* strays(queueManager: QueueManager, { ask }: UnitContext): Iterable<EstateFinding> {
  const senders = clusterChannelsOf(queueManager).filter(({ channelType }) => channelType === 'CLUSSDR');
  if (senders.length === 0 || ask(isAnyMembershipOpen)) return;
  for (const sender of senders) {
    const own = clustersOf(sender, queueManager);
    if (own.length === 0 || sender.nameIsOpen || hasOpenClusters(sender, queueManager)) continue;
    const meant = ask((estate) => foreignClustersOf(sender, own, estate));
    if (meant.length > 0) yield report(sender, queueManager, own, meant);
  }
}

/** The clusters that the sender leads into, when its own are not among them. */
const foreignClustersOf = (sender: MqObject, own: readonly string[], estate: Estate): readonly Cluster[] => {
  const meant = clustersByReceiver(sender.name, estate);
  return meant.some(({ name }) => own.includes(name)) ? [] : meant;
};

const report = (
  sender: MqObject,
  queueManager: QueueManager,
  own: readonly string[],
  meant: readonly Cluster[],
): EstateFinding => {
  const receivers = meant.flatMap(({ members }) =>
    members.flatMap((member) => member.receivers.filter(({ name }) => name === sender.name)),
  );
  const names = meant.map(({ name }) => name);
  const [target] = names;
  const isPlain = target !== undefined && names.length === 1 && effectiveText(sender, 'CLUSNL') === '';
  const edit = isPlain ? setAttribute(sender, 'CLUSTER', target, effective(sender, 'CLUSTER')) : undefined;
  return {
    at: attributePlace(sender, 'CLUSTER', 'CLUSNL'),
    message:
      `CLUSSDR ${sender.name} of ${queueManager.name} is in ${list(own)}, but the CLUSRCVR of that name (${list(receivers.map((one) => one.queueManager))}) ` +
      `is in ${list(names)}: both ends must be in one cluster, ${queueManager.name} ${verb(own.length, 'does not join it', 'joins none of them')} by this channel.`,
    queueManager: queueManager.name,
    related: receivers.map((one) => ({ at: one.nameAt, message: `CLUSRCVR ${one.name} of ${one.queueManager}` })),
    fixes: edit ? [{ title: `Change the cluster to ${target}`, edits: [edit] }] : [],
    subject: { cluster: own[0], queue: undefined, attribute: 'CLUSTER', queueManagers: [queueManager.name] },
  };
};
