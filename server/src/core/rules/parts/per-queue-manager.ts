import type { Estate, QueueManager } from '#core/model/model.ts';

/** What one queue manager's commands alone decide; looked for once, because an edit leaves most queue managers as they are. */
export const perQueueManager = <T>(find: (queueManager: QueueManager) => Iterable<T>) => {
  const kept = new WeakMap<QueueManager, readonly T[]>();
  return (queueManager: QueueManager): readonly T[] => {
    const known = kept.get(queueManager);
    if (known) return known;
    const found = [...find(queueManager)];
    kept.set(queueManager, found);
    return found;
  };
};

/** All of an estate, of what `perQueueManager` looks for. */
export function* inAll<T>(estate: Estate, find: (queueManager: QueueManager) => readonly T[]): Iterable<T> {
  for (const queueManager of estate.queueManagers.values()) yield* find(queueManager);
}
