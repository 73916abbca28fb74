import type { EstateFile } from '#core/estate/estate-file.ts';
import type { CloneGroup, Cluster, ClusterMember, Instance, MqObject, QueueManager } from './model.ts';
import { clusterChannelsOf, clustersOf } from './queries.ts';

/**
 * The clusters that the queue managers' definitions speak of: their members, as far as channels or REPOS tell, and the
 * clone group of each clustered queue. A name that only a queue mentions is a cluster without members.
 */
export function findClusters(
  queueManagers: Iterable<QueueManager>,
  estateFile: EstateFile | undefined,
): ReadonlyMap<string, Cluster> {
  const drafts = new Map<string, Draft>();
  const draftOf = (name: string): Draft => {
    const draft = drafts.get(name) ?? { members: new Map(), instances: new Map() };
    drafts.set(name, draft);
    return draft;
  };
  const all = [...queueManagers];
  for (const queueManager of all) {
    for (const channel of clusterChannelsOf(queueManager))
      for (const cluster of clustersOf(channel, queueManager))
        memberOf(draftOf(cluster), queueManager)[channel.channelType === 'CLUSRCVR' ? 'receivers' : 'senders'].push(
          channel,
        );
    for (const cluster of clustersOf(queueManager.attributes, queueManager))
      memberOf(draftOf(cluster), queueManager).isFullRepository = true;
    for (const queue of queueManager.objects.all('queue'))
      if (canBeInstance(queue))
        for (const cluster of clustersOf(queue, queueManager)) addInstance(draftOf(cluster), queue, queueManager);
  }
  const uniform = new Map(estateFile?.uniformClusters.map((entry) => [entry.name, entry]));
  for (const entry of uniform.values())
    for (const name of entry.members) {
      const queueManager = all.find((one) => one.name.toUpperCase() === name.toUpperCase());
      if (!queueManager) continue;
      const member = memberOf(draftOf(entry.name), queueManager);
      if (entry.fullRepositories.some((full) => full.toUpperCase() === name.toUpperCase()))
        member.isFullRepository = true;
    }
  return new Map([...drafts].map(([name, draft]) => [name, finish(name, draft, uniform.has(name))]));
}

interface Draft {
  readonly members: Map<QueueManager, DraftMember>;
  readonly instances: Map<string, Instance[]>;
}

interface DraftMember {
  isFullRepository: boolean;
  readonly receivers: MqObject[];
  readonly senders: MqObject[];
}

/** Model queues cannot be clustered, and an open name equals no other. */
const canBeInstance = (queue: MqObject): boolean => queue.type !== 'QMODEL' && !queue.nameIsOpen;

function memberOf(draft: Draft, queueManager: QueueManager): DraftMember {
  const member = draft.members.get(queueManager) ?? { isFullRepository: false, receivers: [], senders: [] };
  draft.members.set(queueManager, member);
  return member;
}

function addInstance(draft: Draft, object: MqObject, queueManager: QueueManager): void {
  const instances = draft.instances.get(object.name) ?? [];
  instances.push({ queueManager, object });
  draft.instances.set(object.name, instances);
}

function finish(name: string, draft: Draft, isUniform: boolean): Cluster {
  const members = [...draft.members].map(
    ([queueManager, member]): ClusterMember => ({
      queueManager,
      ...member,
      isImplied: isUniform && member.receivers.length === 0 && member.senders.length === 0,
    }),
  );
  const groups = [...draft.instances].map(
    ([queue, instances]) => [queue, { cluster: name, queue, instances }] satisfies [string, CloneGroup],
  );
  return { name, members, isUniform, cloneGroups: new Map(groups) };
}
