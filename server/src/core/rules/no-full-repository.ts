import type { Cluster } from '#core/model/model.ts';
import { fullRepositoriesOf } from '#core/model/queries.ts';
import { hostsOf, isPartlyElsewhere } from './parts/membership.ts';
import { list } from './parts/words.ts';
import type { Rule } from './rule.ts';

export const noFullRepository: Rule = {
  code: 'no-full-repository',
  group: 'cluster',
  severity: 'error',
  title: 'A cluster has no full repository.',
  docs: {
    behaviour:
      'Queue managers of a cluster learn of queues and of each other from full repositories: queue managers whose REPOS or REPOSNL names the cluster. Each cluster needs at least one.',
    harm: 'The cluster does not form: no queue manager learns of another one, and puts to cluster queues fail with 2085 or 2189.',
    remedy: 'Make two members full repositories: `ALTER QMGR REPOS(cluster)`, and connect them by cluster senders.',
    exception:
      'The repositories are on queue managers whose files are not here: as soon as one cluster sender leads out of the files, nothing is said. Without any cluster ' +
      'sender this is a warning only, because automatic clusters get by without them; declare those under `uniformClusters` in `mqsc.yaml`.',
    mqSays: 'AMQ9420: no repositories for the cluster.',
    sources: [
      'IBM MQ 9.1, How to choose cluster queue managers to hold full repositories: https://www.ibm.com/docs/en/ibm-mq/9.1?topic=dc-how-choose-cluster-queue-managers-hold-full-repositories',
      'Perl module MQSeries (Morgan Stanley, CPAN), ErrorLog/descriptions.pl: the text of AMQ9420',
    ],
  },
  check: {
    scope: 'cluster',
    *run(cluster, { ask }) {
      const hosts = hostsOf(cluster);
      if (
        hosts.length < 2 ||
        fullRepositoriesOf(cluster).length > 0 ||
        ask((estate) => isPartlyElsewhere(cluster, estate))
      )
        return;
      const senders = cluster.members.flatMap((member) => member.senders);
      const [receiver] = hosts
        .flatMap(({ receivers }) => receivers)
        .sort((a, b) => calls(b.name, cluster) - calls(a.name, cluster));
      if (!receiver) return;
      const names = hosts.map(({ queueManager }) => queueManager.name);
      yield {
        at: receiver.nameAt,
        message:
          `Cluster ${cluster.name} has no full repository: none of ${list(names)} has REPOS(${cluster.name}). ` +
          'They do not learn of each other. Make two of them full repositories.',
        ...(senders.length === 0 && { severity: 'warning' }),
        queueManager: receiver.queueManager,
        related: senders.map(({ nameAt, name, queueManager }) => ({
          at: nameAt,
          message: `${queueManager}: CLUSSDR ${name}`,
        })),
        subject: { cluster: cluster.name, queue: undefined, attribute: 'REPOS', queueManagers: names },
      };
    },
  },
};

/** How many cluster senders lead to the receiver: the one that most point at was probably meant as the repository. */
const calls = (receiver: string, { members }: Cluster): number =>
  members.flatMap(({ senders }) => senders).filter(({ name }) => name === receiver).length;
