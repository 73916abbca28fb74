import { clusterPartsOf } from '#core/model/clusters.ts';
import type { MqObject, QueueManager } from '#core/model/model.ts';

/** Each clustered queue object of a queue manager that fits, with its clusters; SYSTEM queues too. */
export function* clusteredObjectsOf(
  queueManager: QueueManager,
  fits: (object: MqObject) => boolean,
): Iterable<{ readonly object: MqObject; readonly cluster: string }> {
  for (const [cluster, { instances }] of clusterPartsOf(queueManager))
    for (const { object } of instances.values()) if (fits(object)) yield { object, cluster };
}
