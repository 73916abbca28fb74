import type { ClusterMember } from '#core/model/model.ts';
import { fullRepositoriesOf } from '#core/model/queries.ts';
import { membershipOf } from './parts/membership.ts';
import { repositoryPlace } from './parts/repository-place.ts';
import type { Rule } from './rule.ts';

export const repositoryWithoutReceiver: Rule = {
  code: 'repository-without-receiver',
  group: 'cluster',
  severity: 'warning',
  title: 'A queue manager holds the full repository of a cluster that it has no cluster receiver in.',
  docs: {
    behaviour:
      'REPOS or REPOSNL makes a queue manager a full repository of a cluster. Members send their definitions to it through its cluster receiver in that cluster; MQ takes the command without one.',
    harm: 'Nobody can reach the repository. The cluster has one repository less than it seems, or none.',
    remedy: 'Define the CLUSRCVR in the cluster, or correct the name in REPOS or in the namelist.',
    exception:
      'Other files define the channel. Nothing is said where the files define no cluster channel of the queue manager at all.',
    mqSays: 'AMQ9419 (known from memory): no cluster-receiver channels for the cluster.',
    sources: [
      'IBM MQ 9.2, Cluster channels (on every full repository a cluster receiver is defined): https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.tec.doc/q017230_.html',
    ],
  },
  check: {
    scope: 'cluster',
    perPlace: 'once',
    *run(cluster, { ask }) {
      for (const member of fullRepositoriesOf(cluster)) {
        const membership = ask((estate) => membershipOf(member.queueManager, cluster.name, estate));
        if (membership !== 'not-a-member') continue;
        yield {
          at: repositoryPlace(member),
          message: `${nameOf(member)} is to hold the full repository of ${cluster.name}, but has no CLUSRCVR in it: no member can reach it.`,
          queueManager: nameOf(member),
          subject: { cluster: cluster.name, queue: undefined, attribute: 'REPOS', queueManagers: [nameOf(member)] },
        };
      }
    },
  },
};

const nameOf = ({ queueManager }: ClusterMember): string => queueManager.name;
