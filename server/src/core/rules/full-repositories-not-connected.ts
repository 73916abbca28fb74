import type { ClusterMember } from '#core/model/model.ts';
import { fullRepositoriesOf, hasOpenMembership } from '#core/model/queries.ts';
import { defineSender } from './parts/define-sender.ts';
import { repositoryPlace } from './parts/repository-place.ts';
import { list } from './parts/words.ts';
import type { Rule } from './rule.ts';

export const fullRepositoriesNotConnected: Rule = {
  code: 'full-repositories-not-connected',
  group: 'cluster',
  severity: 'error',
  title: 'A full repository has no cluster sender to another full repository.',
  docs: {
    behaviour:
      'Full repositories pass what they learn to each other over cluster-sender channels that are defined by hand; each needs one to every other, in both directions.',
    harm:
      'The repositories hold different pictures of the cluster. A queue manager that asks one of them does not find queues that are known to the other only; what fails depends on ' +
      'which repository is up, and shows itself weeks later.',
    remedy: 'Define a CLUSSDR on each full repository for the CLUSRCVR of every other one.',
    exception:
      'In a uniform cluster with automatic configuration MQ makes these channels itself; nothing is said there, nor where channels of a repository are not in the files.',
    sources: [
      'IBM MQ 9.2, Cluster channels: https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.tec.doc/q017230_.html',
      'IBM MQ 9.1, How to choose cluster queue managers to hold full repositories: https://www.ibm.com/docs/en/ibm-mq/9.1?topic=dc-how-choose-cluster-queue-managers-hold-full-repositories',
    ],
  },
  check: {
    scope: 'cluster',
    *run(cluster, { ask }) {
      if (cluster.isUniform) return;
      const known = fullRepositoriesOf(cluster).filter(
        ({ receivers, queueManager }) => receivers.length > 0 && !hasOpenMembership(queueManager),
      );
      for (const member of known) {
        const missing = known.filter((other) => other !== member && !reaches(member, other));
        if (missing.length === 0) continue;
        const { name } = member.queueManager;
        const others = missing.map(({ queueManager }) => queueManager.name);
        yield {
          at: repositoryPlace(member),
          message:
            `${name} and ${list(others)} are full repositories of ${cluster.name}, but ${name} has no CLUSSDR to ${list(others)} ` +
            `(${missing.map(({ receivers }) => receivers[0]?.name).join(', ')}): what ${name} learns of the cluster never gets there.`,
          queueManager: name,
          related: missing.flatMap(({ receivers, queueManager }) =>
            receivers.map(({ nameAt, name: channel }) => ({
              at: nameAt,
              message: `${queueManager.name}: CLUSRCVR ${channel}`,
            })),
          ),
          fixes: missing.flatMap((other) => ask((estate) => defineSender(estate, member.queueManager, other, cluster))),
          subject: {
            cluster: cluster.name,
            queue: undefined,
            attribute: undefined,
            queueManagers: [name, ...others],
          },
        };
      }
    },
  },
};

const reaches = ({ senders }: ClusterMember, { receivers }: ClusterMember): boolean =>
  [...senders, ...receivers].some(({ nameIsOpen }) => nameIsOpen) ||
  senders.some((sender) => receivers.some((receiver) => receiver.name === sender.name));
