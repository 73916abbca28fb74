import type { Estate } from '#core/model/model.ts';

/** Whether any queue manager of the files advertises a queue of this name in a cluster. */
export const isClusterQueue = (name: string, estate: Estate): boolean =>
  [...estate.clusters.values()].some(({ cloneGroups }) => cloneGroups.has(name));
