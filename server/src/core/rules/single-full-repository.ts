import { fullRepositoriesOf } from '#core/model/queries.ts';
import { isPartlyElsewhere } from './parts/membership.ts';
import { repositoryPlace } from './parts/repository-place.ts';
import type { Rule } from './rule.ts';

export const singleFullRepository: Rule = {
  code: 'single-full-repository',
  group: 'cluster',
  severity: 'warning',
  title: 'A cluster has only one full repository.',
  docs: {
    behaviour:
      'Members publish changes to two full repositories and ask them for what they do not know. IBM recommends two, which is enough for all but exceptional clusters.',
    harm: 'While the only one is down, members go on with what they know already: new queues, queue managers and changes are not learned, and the first open of an unknown queue fails.',
    remedy:
      'Make a second queue manager a full repository, on another machine, and connect the two by cluster senders in both directions.',
    exception:
      'Test clusters. When a cluster sender leads to a queue manager that is not in the files nothing is said: it may be the second one.',
    mqSays: 'AMQ9418: only one repository for the cluster.',
    sources: [
      'IBM MQ 9.1, How to choose cluster queue managers to hold full repositories: https://www.ibm.com/docs/en/ibm-mq/9.1?topic=dc-how-choose-cluster-queue-managers-hold-full-repositories',
      'Perl module MQSeries (Morgan Stanley, CPAN), ErrorLog/descriptions.pl: the text of AMQ9418',
    ],
  },
  check: {
    scope: 'cluster',
    *run(cluster, { ask }) {
      const [only, second] = fullRepositoriesOf(cluster);
      const isSeen = cluster.members.some(({ senders }) => senders.length > 0);
      if (!only || second || !isSeen || ask((estate) => isPartlyElsewhere(cluster, estate))) return;
      const { name } = only.queueManager;
      yield {
        at: repositoryPlace(only),
        message: `${name} is the only full repository of ${cluster.name}: while it is down, no change in the cluster becomes known. Make a second one, on another machine.`,
        queueManager: name,
        subject: { cluster: cluster.name, queue: undefined, attribute: 'REPOS', queueManagers: [name] },
      };
    },
  },
};
