import type { Cluster, ClusterMember, MqObject } from '#core/model/model.ts';
import { fullRepositoriesOf, hasOpenClusters } from '#core/model/queries.ts';
import { oncePerPlace } from './parts/places.ts';
import { list } from './parts/words.ts';
import type { Rule } from './rule.ts';

export const clusterSenderToPartialRepository: Rule = {
  code: 'cluster-sender-to-partial-repository',
  group: 'cluster',
  severity: 'warning',
  title: 'A cluster sender leads to a queue manager that holds no full repository.',
  docs: {
    behaviour:
      'A CLUSSDR that is defined by hand tells the queue manager where to find a full repository: it introduces itself there and asks there for what it does not know. ' +
      'All channels to other members are made by MQ itself.',
    harm: 'The queue manager sends its news and its questions to a member that cannot answer them; if it has no other way, it never joins the cluster.',
    remedy:
      'Name the CLUSRCVR of a full repository instead, or delete the channel: it is not needed to reach that member.',
    exception:
      'The member becomes a full repository by files that are not in the workspace. Nothing is said as long as no full repository of the cluster is known.',
    mqSays:
      'AMQ9427 (the number stands in public notes about such senders; the text is known from memory): CLUSSDR channel does not point to a repository queue manager.',
    sources: [
      'IBM MQ 9.2, Cluster channels: https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.tec.doc/q017230_.html',
      'IBM MQ, Clustering best practices and useful commands (developer.ibm.com, 2017).',
    ],
  },
  check: {
    scope: 'cluster',
    *run(cluster) {
      const full = fullRepositoriesOf(cluster);
      if (full.length === 0 || cluster.isUniform) return;
      const found = cluster.members.flatMap((member) =>
        member.senders.flatMap((sender) => {
          const target = partialTargetOf(sender, cluster);
          return target ? { member, sender, target, at: sender.nameAt } : [];
        }),
      );
      for (const { at, sender, member, target } of oncePerPlace(found)) {
        const known = full.filter((one) => one !== member).flatMap(({ receivers }) => receivers);
        yield {
          at,
          message:
            `${sender.name} leads from ${member.queueManager.name} to ${target.queueManager.name}, which holds no full repository of ${cluster.name} (AMQ9427).` +
            (known.length > 0
              ? ` Full repositories are reached by ${list(known.map(({ name }) => name))}.`
              : ' MQ makes senders to other members itself.'),
          queueManager: member.queueManager.name,
          related: known.map(({ nameAt, queueManager }) => ({
            at: nameAt,
            message: `${queueManager} is a full repository`,
          })),
          subject: {
            cluster: cluster.name,
            queue: undefined,
            attribute: undefined,
            queueManagers: [member.queueManager.name, target.queueManager.name],
          },
        };
      }
    },
  },
};

/** The member that the sender leads to, when it is known and surely no full repository. */
const partialTargetOf = (sender: MqObject, { members }: Cluster): ClusterMember | undefined => {
  if (sender.nameIsOpen) return undefined;
  const targets = members.filter(({ receivers }) => receivers.some(({ name }) => name === sender.name));
  const isPartial = targets.every(
    ({ isFullRepository, queueManager }) =>
      !isFullRepository &&
      !hasOpenClusters(queueManager.attributes, queueManager) &&
      queueManager.name !== sender.queueManager,
  );
  return isPartial ? targets[0] : undefined;
};
