import { effectiveText } from '#core/model/effective.ts';
import type { CloneGroup, Estate, Instance } from '#core/model/model.ts';
import { isDefaultObject } from '#core/model/name-spaces.ts';
import { hasOpenClusters } from '#core/model/queries.ts';

/** The topic objects of one name in one cluster, in the form of clones. */
export const clusterTopicsOf = (estate: Estate): readonly CloneGroup[] => {
  const groups = new Map<string, { cluster: string; queue: string; instances: Instance[] }>();
  for (const queueManager of estate.queueManagers.values())
    for (const object of queueManager.objects.all('topic')) {
      const cluster = effectiveText(object, 'CLUSTER');
      if (cluster === '' || object.nameIsOpen || isDefaultObject(object.name)) continue;
      if (hasOpenClusters(object, queueManager)) continue;
      const key = `${cluster}|${object.name}`;
      const group = groups.get(key) ?? { cluster, queue: object.name, instances: [] };
      group.instances.push({ queueManager, object });
      groups.set(key, group);
    }
  return [...groups.values()];
};
