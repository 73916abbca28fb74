import { effectiveText } from '#core/model/effective.ts';
import type { MqObject } from '#core/model/model.ts';
import { attributePlace } from './parts/attribute-place.ts';
import { clusteredObjectsOf } from './parts/clustered-queues.ts';
import { takeOutOfCluster } from './parts/take-out-of-cluster.ts';
import type { Rule } from './rule.ts';

export const transmissionQueueClustered: Rule = {
  code: 'transmission-queue-clustered',
  group: 'cluster',
  severity: 'error',
  title: 'A transmission queue is put into a cluster.',
  docs: {
    behaviour:
      'A queue cannot be a transmission queue (`USAGE(XMITQ)`) and a cluster queue at once: MQ rejects the command that would make it both.',
    harm: 'The command fails: the queue is not defined, or stays as it was, and a script that goes on works with another queue than it seems.',
    remedy:
      'Remove CLUSTER and CLUSNL from the transmission queue (the light bulb does it), or make it `USAGE(NORMAL)`. For a transmission queue of cluster channels use CLCHNAME.',
    mqSays: '3090 (MQRCCF_CLUSTER_Q_USAGE_ERROR)',
    sources: [
      'IBM MQ, 3090 MQRCCF_CLUSTER_Q_USAGE_ERROR: https://www.ibm.com/docs/en/SSFKSJ_latest/reference/q046870_.html',
    ],
  },
  check: {
    scope: 'queue-manager',
    *run(queueManager) {
      for (const { object, cluster } of clusteredObjectsOf(queueManager, isTransmissionQueue)) {
        yield {
          at: attributePlace(object, 'CLUSTER', 'CLUSNL'),
          message: `${object.name} is a transmission queue (USAGE(XMITQ)) and cannot be in cluster ${cluster}: MQ rejects this with 3090 (MQRCCF_CLUSTER_Q_USAGE_ERROR).`,
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

const isTransmissionQueue = (object: MqObject): boolean =>
  object.type === 'QLOCAL' && effectiveText(object, 'USAGE') === 'XMITQ';
