import type { QueueManager } from '#core/model/model.ts';

/** What one queue manager's commands alone decide; looked for once, because an edit leaves most queue managers as they are. */
export const perQueueManager = <T extends object>(find: (queueManager: QueueManager) => T) => {
  const found = new WeakMap<QueueManager, T>();
  return (queueManager: QueueManager): T => {
    const known = found.get(queueManager) ?? find(queueManager);
    found.set(queueManager, known);
    return known;
  };
};

/** The same for what several rules use that look at one queue manager after the other, and nobody afterwards: only the last is kept. */
export const forQueueManagerInTurn = <T>(find: (queueManager: QueueManager) => T) => {
  let last: { readonly queueManager: WeakRef<QueueManager>; readonly found: T } | undefined;
  return (queueManager: QueueManager): T => {
    if (last?.queueManager.deref() !== queueManager)
      last = { queueManager: new WeakRef(queueManager), found: find(queueManager) };
    return last.found;
  };
};
