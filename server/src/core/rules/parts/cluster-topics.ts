import { effectiveText } from '#core/model/effective.ts';
import type { CloneGroup, Cluster, Estate, Instance } from '#core/model/model.ts';
import { isDefaultObject } from '#core/model/name-spaces.ts';
import { hasOpenClusters } from '#core/model/queries.ts';
import { perEstate } from './per-estate.ts';
import { perQueueManager } from './per-queue-manager.ts';

/** The topic objects of one name in one cluster, in the form of clones; the same group as long as they are the same. */
export const clusterTopicsOf = perEstate((estate): readonly CloneGroup[] => {
  const groups = new Map<string, { cluster: string; queue: string; instances: Instance[] }>();
  for (const queueManager of estate.queueManagers.values())
    for (const { cluster, object, instance } of topicsOf(queueManager)) {
      const key = `${cluster}|${object.name}`;
      const group = groups.get(key) ?? { cluster, queue: object.name, instances: [] };
      group.instances.push(instance);
      groups.set(key, group);
    }
  return [...groups.values()].map(asBefore);
});

/** Those that are of the cluster. */
export const clusterTopicsIn = ({ name }: Cluster, estate: Estate): readonly CloneGroup[] =>
  clusterTopicsOf(estate).filter(({ cluster }) => cluster === name);

const asBefore = (group: CloneGroup): CloneGroup => {
  const [first] = group.instances;
  const before = first && byFirst.get(first);
  const isSame =
    before?.instances.length === group.instances.length &&
    before.instances.every((one, index) => one === group.instances[index]);
  if (isSame) return before;
  if (first) byFirst.set(first, group);
  return group;
};

const byFirst = new WeakMap<Instance, CloneGroup>();

const topicsOf = perQueueManager((queueManager) =>
  [...queueManager.objects.all('topic')].flatMap((object) => {
    const cluster = effectiveText(object, 'CLUSTER');
    const isLeftOut = cluster === '' || object.nameIsOpen || isDefaultObject(object.name);
    return isLeftOut || hasOpenClusters(object, queueManager)
      ? []
      : { cluster, object, instance: { queueManager, object } };
  }),
);
