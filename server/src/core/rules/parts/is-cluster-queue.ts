import type { Estate } from '#core/model/model.ts';
import { perPartsOfEstate } from './per-estate.ts';

/** Whether any queue manager of the files advertises a queue of this name in a cluster. */
export const isClusterQueue = (name: string, estate: Estate): boolean => clusterQueueNames(estate).has(name);

const clusterQueueNames = perPartsOfEstate(
  (estate) => Array.from(estate.clusters.values(), ({ queueNames }) => queueNames),
  (names): ReadonlySet<string> => new Set(names.flatMap((own) => [...own])),
);
