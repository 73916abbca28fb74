import type { Estate, MqObject, QueueManager } from '#core/model/model.ts';
import { clustersOf } from '#core/model/queries.ts';

/** The objects that a put to this name reaches from this queue manager: what is there, and each instance that clusters offer. */
export function putTargets(at: QueueManager, name: string, estate: Estate): readonly MqObject[] {
  const local = at.objects.get('queue', name);
  const isClustered = local !== undefined && clustersOf(local, at).length > 0;
  if (local && !(isClustered && local.type === 'QLOCAL')) return [local];
  const offered = [...estate.clusters.values()]
    .filter(({ members }) => members.length === 0 || members.some((m) => m.queueManager === at))
    .flatMap((cluster) => (cluster.cloneGroups.get(name)?.instances ?? []).map((instance) => instance.object));
  return [...new Set([...(local ? [local] : []), ...offered])];
}
