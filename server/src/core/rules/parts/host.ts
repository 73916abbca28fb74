import type { Estate, QueueManager } from '#core/model/model.ts';

/** The queue manager of that name; for questions, which are kept, and must not keep the queue manager. */
export const hostNamed = (name: string, { queueManagers }: Estate): QueueManager | undefined =>
  queueManagers.get(name.toUpperCase());
