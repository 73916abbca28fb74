import { effective, effectiveText, isDefault } from '#core/model/effective.ts';
import { cloneHostsOf } from './parts/clone-hosts.ts';
import { list } from './parts/words.ts';
import { workloadOf } from './parts/workload.ts';
import type { Rule } from './rule.ts';

export const weightSharedByQueues: Rule = {
  code: 'weight-shared-by-queues',
  group: 'cluster',
  severity: 'info',
  title: 'Several queues share the weights of the same channels.',
  docs: {
    behaviour:
      'CLWLWGHT belongs to the channel. As soon as one weight is not 50, messages are dealt out so that the totals of the channels, over all queues, come to the weights; ' +
      'what one queue sends over a channel counts for the next queue.',
    harm: 'Each single queue can look unbalanced: a queue with many messages shifts those of another to the other host, perhaps all of them.',
    remedy:
      'Put the queues that are to be weighted into a cluster of their own, with cluster receivers of its own; or leave all weights at 50.',
    exception:
      'Only the totals matter. It is told once for each cluster, and not where one queue only has several instances.',
    sources: [
      'IBM MQ 8.0, CLWLWGHT channel attribute: https://www.ibm.com/support/knowledgecenter/SSFKSJ_8.0.0/com.ibm.mq.ref.con.doc/q082470_.html',
    ],
  },
  check: {
    scope: 'cluster',
    *run(cluster, { ask }) {
      for (const { queueManagers, groups } of ask((estate) => cloneHostsOf(cluster, estate))) {
        const receivers = cluster.members
          .filter((member) => queueManagers.includes(member.queueManager))
          .flatMap((member) => member.receivers);
        const weighted = receivers.flatMap((receiver) => {
          const value = effective(receiver, 'CLWLWGHT');
          const isSet = value?.origin.kind === 'written' && !value.isOpen && !isDefault(receiver, 'CLWLWGHT');
          return isSet && value.origin.kind === 'written' ? { receiver, at: value.origin.at } : [];
        });
        const [first] = weighted;
        if (!first) continue;
        const shared = groups.filter((group) => workloadOf(group) === 'shared').map(({ queue }) => queue);
        if (shared.length < 2) continue;
        yield {
          at: first.at,
          message: `The weights of the channels of ${cluster.name} hold over all queues together: ${list(shared)} share them, so that each of them alone can be spread quite differently.`,
          queueManager: first.receiver.queueManager,
          related: weighted.slice(1).map(({ at, receiver }) => ({
            at,
            message: `${receiver.name}: CLWLWGHT(${effectiveText(receiver, 'CLWLWGHT')})`,
          })),
          subject: {
            cluster: cluster.name,
            queue: shared[0],
            attribute: 'CLWLWGHT',
            queueManagers: queueManagers.map(({ name }) => name),
          },
        };
      }
    },
  },
};
