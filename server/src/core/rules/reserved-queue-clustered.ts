import { attributePlace } from './parts/attribute-place.ts';
import { clusteredObjectsOf } from './parts/clustered-queues.ts';
import { takeOutOfCluster } from './parts/take-out-of-cluster.ts';
import type { Rule } from './rule.ts';

export const reservedQueueClustered: Rule = {
  code: 'reserved-queue-clustered',
  group: 'cluster',
  severity: 'error',
  title: 'A queue that MQ keeps for itself is put into a cluster.',
  docs: {
    behaviour:
      'The queues of the channel initiator, the command server, the cluster repository and intra-group queuing cannot be cluster queues: MQ rejects the command.',
    harm: 'The command fails and the queue stays as it was.',
    remedy: 'Leave these queues out of clusters; the light bulb blanks CLUSTER.',
    mqSays: '3090 (MQRCCF_CLUSTER_Q_USAGE_ERROR)',
    sources: [
      'IBM MQ, 3090 MQRCCF_CLUSTER_Q_USAGE_ERROR: https://www.ibm.com/docs/en/SSFKSJ_latest/reference/q046870_.html',
    ],
  },
  check: {
    scope: 'queue-manager',
    *run(queueManager) {
      for (const { object, cluster } of clusteredObjectsOf(queueManager, ({ name }) => reserved.has(name))) {
        yield {
          at: attributePlace(object, 'CLUSTER', 'CLUSNL'),
          message: `${object.name} is one of the queues that MQ keeps for itself and cannot be in cluster ${cluster}: MQ rejects this with 3090 (MQRCCF_CLUSTER_Q_USAGE_ERROR).`,
          queueManager: queueManager.name,
          fixes: takeOutOfCluster(object),
          subject: {
            cluster,
            queue: object.name,
            attribute: 'CLUSTER',
            queueManagers: [queueManager.name],
          },
        };
      }
    },
  },
};

/** The list of IBM's page on 3090. */
const reserved: ReadonlySet<string> = new Set([
  'SYSTEM.CHANNEL.INITQ',
  'SYSTEM.CHANNEL.SYNCQ',
  'SYSTEM.CLUSTER.COMMAND.QUEUE',
  'SYSTEM.CLUSTER.REPOSITORY.QUEUE',
  'SYSTEM.COMMAND.INPUT',
  'SYSTEM.QSG.CHANNEL.SYNCQ',
  'SYSTEM.QSG.TRANSMIT.QUEUE',
]);
