import type { Cluster, ClusterMember } from '#core/model/model.ts';
import { fullRepositoriesOf, hasOpenClusters, hasOpenMembership } from '#core/model/queries.ts';
import { defineSender } from './parts/define-sender.ts';
import { hostsOf } from './parts/membership.ts';
import { list } from './parts/words.ts';
import type { EstateFinding, Rule, UnitContext } from './rule.ts';

export const clusterMemberWithoutSender: Rule = {
  code: 'cluster-member-without-sender',
  group: 'cluster',
  severity: 'warning',
  title: 'A queue manager has a cluster receiver, but no cluster sender to a full repository.',
  docs: {
    behaviour:
      'A queue manager joins a cluster through one cluster sender, defined by hand, to one of the full repositories; MQ makes all other senders itself. With a cluster receiver alone it tells nobody that it is there.',
    harm: 'The queue manager never joins: it learns of no queue, nobody learns of its own, and applications get 2085 (MQRC_UNKNOWN_OBJECT_NAME). No channel is in error, as there is none.',
    remedy: 'Define a CLUSSDR with the name and the CONNAME of a full repository’s CLUSRCVR; the light bulb does it.',
    exception:
      'Automatic clustering makes the channel (a uniform cluster of `mqsc.yaml`, the inserts `+AUTOCL+` and `+CONNAME+`), or a file that is not here does. ' +
      'Nothing is said unless other members of the cluster are in the files and have their senders there.',
    mqSays: '2085 (MQRC_UNKNOWN_OBJECT_NAME)',
    sources: [
      'IBM MQ 9.2, Cluster channels (a partial repository has one cluster sender, defined by hand): https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.tec.doc/q017230_.html',
      'IBM MQ 10.0, Adding a queue manager that hosts a queue: https://www.ibm.com/docs/en/ibm-mq/10.0.x?topic=cluster-adding-queue-manager-that-hosts-queue',
    ],
  },
  check: { scope: 'cluster', perPlace: 'once', run: strandedMembers },
};

function* strandedMembers(cluster: Cluster, { ask }: UnitContext): Iterable<EstateFinding> {
  const full = fullRepositoriesOf(cluster);
  const isShown = hostsOf(cluster).some(({ senders }) => senders.length > 0);
  if (cluster.isUniform || !isShown) return;
  for (const member of cluster.members) {
    const { queueManager, receivers, senders } = member;
    const [receiver] = receivers;
    if (!receiver || senders.length > 0 || member.isFullRepository || leavesOpen(member)) continue;
    yield {
      at: receiver.nameAt,
      message:
        `${queueManager.name} has a CLUSRCVR in ${cluster.name}, but no CLUSSDR to a full repository, so it never joins: nobody learns of its queues, and it of nobody’s.` +
        (full.length > 0 ? ` Full repositories are ${list(full.map((one) => one.queueManager.name))}.` : ''),
      queueManager: queueManager.name,
      related: full.flatMap((one) =>
        one.receivers.map(({ nameAt, name }) => ({
          at: nameAt,
          message: `${one.queueManager.name}: CLUSRCVR ${name}`,
        })),
      ),
      fixes: full.flatMap((one) => ask((estate) => defineSender(estate, queueManager, one, cluster))),
      subject: {
        cluster: cluster.name,
        queue: undefined,
        attribute: undefined,
        queueManagers: [queueManager.name],
      },
    };
  }
}

const leavesOpen = ({ queueManager, receivers }: ClusterMember): boolean =>
  hasOpenMembership(queueManager) ||
  hasOpenClusters(queueManager.attributes, queueManager) ||
  receivers.some(({ nameIsOpen, isDefined, written }) => nameIsOpen || !isDefined || written.get('CONNAME')?.isOpen);
