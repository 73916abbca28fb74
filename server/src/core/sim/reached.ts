/**
 * How many messages of each producer reached a target queue of each queue manager. A producer reaches few of many queue managers:
 * its counts are a list in columns, so that a message touches little memory however many there are of both.
 */
export interface Reached {
  /** The first count of each producer; 0 is none. */
  first: Int32Array;
  queueManager: Int32Array;
  count: Uint32Array;
  /** The producer's next count. */
  next: Int32Array;
  used: number;
}

export const makeReached = (producers: number): Reached => ({
  first: new Int32Array(producers),
  queueManager: new Int32Array(64),
  count: new Uint32Array(64),
  next: new Int32Array(64),
  used: 1,
});

export function countReached(reached: Reached, producer: number, queueManager: number): void {
  let at = reached.first[producer] ?? 0;
  while (at !== 0 && reached.queueManager[at] !== queueManager) at = reached.next[at] ?? 0;
  if (at === 0) at = addCount(reached, producer, queueManager);
  reached.count[at] = (reached.count[at] ?? 0) + 1;
}

/** The counts of a producer, in the order of the queue managers' ids. */
export function reachedBy(
  reached: Reached,
  producer: number,
): readonly { readonly id: number; readonly count: number }[] {
  const counts: { id: number; count: number }[] = [];
  for (let at = reached.first[producer] ?? 0; at !== 0; at = reached.next[at] ?? 0)
    counts.push({ id: reached.queueManager[at] ?? 0, count: reached.count[at] ?? 0 });
  return counts.sort((a, b) => a.id - b.id);
}

function addCount(reached: Reached, producer: number, queueManager: number): number {
  if (reached.used === reached.next.length) grow(reached);
  const at = reached.used++;
  reached.queueManager[at] = queueManager;
  reached.next[at] = reached.first[producer] ?? 0;
  reached.first[producer] = at;
  return at;
}

function grow(reached: Reached): void {
  const { queueManager, count, next } = reached;
  const capacity = next.length * 2;
  reached.queueManager = new Int32Array(capacity);
  reached.queueManager.set(queueManager);
  reached.count = new Uint32Array(capacity);
  reached.count.set(count);
  reached.next = new Int32Array(capacity);
  reached.next.set(next);
}
