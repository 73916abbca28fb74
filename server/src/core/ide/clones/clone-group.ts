import type { CloneGroup, Estate, Instance } from '#core/model/model.ts';
import { clustersOf } from '#core/model/queries.ts';
import type { CloneName } from './comparison.ts';

/** The instances of a cluster queue or cluster topic; undefined when there are none. */
export function cloneGroup({ kind, name, cluster }: CloneName, estate: Estate): CloneGroup | undefined {
  if (kind === 'queue') return estate.clusters.get(cluster)?.cloneGroups.get(name);
  return topicGroups(estate).find((group) => group.queue === name && group.cluster === cluster);
}

/** The topics that several queue managers (or one) advertise in a cluster, by name. */
export function topicGroups(estate: Estate): readonly CloneGroup[] {
  const known = topics.get(estate);
  if (known) return known;
  const found = [...estate.queueManagers.values()].flatMap((queueManager) =>
    [...queueManager.objects.all('topic')].flatMap((object) =>
      object.nameIsOpen
        ? []
        : clustersOf(object, queueManager).map((cluster) => ({ cluster, instance: { queueManager, object } })),
    ),
  );
  const groups = [...Map.groupBy(found, ({ cluster, instance }) => `${cluster} ${instance.object.name}`).values()].map(
    (members) =>
      toGroup(
        members.map(({ instance }) => instance),
        members[0]?.cluster ?? '',
      ),
  );
  topics.set(estate, groups);
  return groups;
}

const toGroup = (instances: readonly Instance[], cluster: string): CloneGroup => ({
  cluster,
  queue: instances[0]?.object.name ?? '',
  instances,
});

const topics = new WeakMap<Estate, readonly CloneGroup[]>();
