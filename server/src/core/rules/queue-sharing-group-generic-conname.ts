import { effectiveText } from '#core/model/effective.ts';
import { attributePlace } from './parts/attribute-place.ts';
import { sharedAddressesOf } from './parts/cluster-addresses.ts';
import { oncePerPlace } from './parts/places.ts';
import { sharingGroupOf } from './parts/sharing-groups.ts';
import { list } from './parts/words.ts';
import type { Rule } from './rule.ts';

export const queueSharingGroupGenericConname: Rule = {
  code: 'queue-sharing-group-generic-conname',
  group: 'cluster',
  severity: 'error',
  title: 'Members of a queue-sharing group give a common address in their cluster receivers.',
  docs: {
    behaviour:
      'A generic address, or the group listener’s port, leads to any member of the queue-sharing group. The queues in which a queue manager keeps its knowledge of the cluster are private to it, ' +
      'so a cluster receiver must be reached at its own address.',
    harm: 'Cluster senders connect to another member than they mean, one that perhaps holds no full repository, and to another again at the next attempt: the flow of messages is disrupted.',
    remedy: 'Give each cluster receiver the address of its own queue manager and the port of its private listener.',
    sources: [
      'IBM MQ 8.0, Queue-sharing groups and clusters: https://www.ibm.com/docs/SSFKSJ_8.0.0/com.ibm.mq.pla.doc/q017300_.html',
    ],
  },
  check: {
    scope: 'cluster',
    *run(cluster, { declared }) {
      for (const receivers of sharedAddressesOf(cluster)) {
        for (const [group, members] of Map.groupBy(receivers, (one) => sharingGroupOf(one.queueManager, declared))) {
          const names = [...new Set(members.map((one) => one.queueManager))];
          if (group === undefined || names.length < 2) continue;
          for (const { at, receiver } of oncePerPlace(
            members.map((one) => ({ receiver: one, at: attributePlace(one, 'CONNAME') })),
          )) {
            yield {
              at,
              message: `${list(names)} of queue-sharing group ${group} all give ${effectiveText(receiver, 'CONNAME')} in cluster ${cluster.name}: a sender that means ${receiver.queueManager} may reach any of them. A cluster receiver needs the address of its own queue manager.`,
              queueManager: receiver.queueManager,
              related: members
                .filter((one) => one !== receiver)
                .map((one) => ({
                  at: attributePlace(one, 'CONNAME'),
                  message: `CLUSRCVR ${one.name} of ${one.queueManager}`,
                })),
              subject: { cluster: cluster.name, queue: undefined, attribute: 'CONNAME', queueManagers: names },
            };
          }
        }
      }
    },
  },
};
