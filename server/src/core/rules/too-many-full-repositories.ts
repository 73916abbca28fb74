import { fullRepositoriesOf } from '#core/model/queries.ts';
import { repositoryPlace } from './parts/repository-place.ts';
import { list } from './parts/words.ts';
import type { Rule } from './rule.ts';

export const tooManyFullRepositories: Rule = {
  code: 'too-many-full-repositories',
  group: 'cluster',
  severity: 'warning',
  title: 'A cluster has more than two full repositories.',
  docs: {
    behaviour:
      'Each full repository has to be connected by hand to every other one and is told every change. A member publishes to two of them and takes what it asks for from those it knows, however many there are. IBM recommends two.',
    harm: 'A third one adds channels, traffic and another place where knowledge of the cluster can differ, but no availability that members would use.',
    remedy: 'Keep two, on different machines, and take REPOS from the others.',
    exception: 'Clusters over several continents; and while a repository moves from one queue manager to another.',
    sources: [
      'IBM MQ 9.1, How to choose cluster queue managers to hold full repositories: https://www.ibm.com/docs/en/ibm-mq/9.1?topic=dc-how-choose-cluster-queue-managers-hold-full-repositories',
      'IBM MQ 9.2, Cluster channels: https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.tec.doc/q017230_.html',
    ],
  },
  check: {
    scope: 'cluster',
    *run(cluster) {
      const all = fullRepositoriesOf(cluster);
      const last = all.at(-1);
      if (!last || all.length < 3) return;
      const names = all.map(({ queueManager }) => queueManager.name);
      yield {
        at: repositoryPlace(last),
        message: `${cluster.name} has ${all.length} full repositories (${list(names)}): members use two, and each further one has to be connected to all others and kept alike. Two are recommended.`,
        queueManager: last.queueManager.name,
        related: all.slice(0, -1).map((member) => ({
          at: repositoryPlace(member),
          message: `${member.queueManager.name} is a full repository`,
        })),
        subject: { cluster: cluster.name, queue: undefined, attribute: 'REPOS', queueManagers: names },
      };
    },
  },
};
