/**
 * What is to happen, in the order of its time; equal times in the order they were pushed. No object per event: an event is a
 * kind and three integers whose meaning the kind gives. What is due at once stands in a ring; the rest in a binary heap
 * of slots on typed arrays. Everything in the heap that is due now was pushed earlier than anything in the ring.
 */
export interface EventQueue {
  /** In the heap and in the ring. */
  size: number;
  /** Where the event that `popEvent` took out can be read. */
  readonly current: { atUs: number; kind: number; a: number; b: number; c: number };
  pushed: number;
  inHeap: number;
  /** The event at the root was taken out, and nothing stands there yet: often the next one pushed can. */
  isRootFree: boolean;
  heap: Int32Array;
  free: Int32Array;
  atUs: Float64Array;
  order: Float64Array;
  kind: Uint8Array;
  a: Int32Array;
  b: Int32Array;
  c: Int32Array;
  /** Four numbers an event. */
  ring: Int32Array;
  ringFirst: number;
  inRing: number;
}

/** It starts small: a campaign makes thousands of them. */
export function makeEventQueue(capacity = 64): EventQueue {
  return {
    size: 0,
    current: { atUs: 0, kind: 0, a: 0, b: 0, c: 0 },
    pushed: 0,
    inHeap: 0,
    isRootFree: false,
    heap: new Int32Array(capacity),
    free: Int32Array.from({ length: capacity }, (_, i) => i),
    atUs: new Float64Array(capacity),
    order: new Float64Array(capacity),
    kind: new Uint8Array(capacity),
    a: new Int32Array(capacity),
    b: new Int32Array(capacity),
    c: new Int32Array(capacity),
    ring: new Int32Array(64 * ringEntry),
    ringFirst: 0,
    inRing: 0,
  };
}

export function pushEvent(queue: EventQueue, atUs: number, kind: number, a: number, b: number, c: number): void {
  queue.size++;
  if (atUs === queue.current.atUs) pushIntoRing(queue, kind, a, b, c);
  else pushIntoHeap(queue, atUs, queue.pushed++, kind, a, b, c);
}

/** Before all that is pushed without a rank, and by its rank among its like; not for what is due at once. */
export function pushRanked(queue: EventQueue, atUs: number, rank: number, kind: number, a: number): void {
  queue.size++;
  pushIntoHeap(queue, atUs, rank - firstRank, kind, a, 0, 0);
}

/** When the next event is due, Infinity when there is none. */
export function nextEventAt(queue: EventQueue): number {
  if (queue.inRing > 0) return queue.current.atUs;
  if (queue.isRootFree) fillRoot(queue);
  return queue.inHeap === 0 ? Infinity : (queue.atUs[queue.heap[0] ?? 0] ?? 0);
}

/** Takes the next event into `current`; false when there is none. */
export function popEvent(queue: EventQueue): boolean {
  if (queue.isRootFree) fillRoot(queue);
  const { current } = queue;
  const slot = queue.heap[0] ?? 0;
  if (queue.inRing > 0 && (queue.inHeap === 0 || (queue.atUs[slot] ?? 0) > current.atUs)) {
    popFromRing(queue);
    return true;
  }
  if (queue.inHeap === 0) return false;
  current.atUs = queue.atUs[slot] ?? 0;
  current.kind = queue.kind[slot] ?? 0;
  current.a = queue.a[slot] ?? 0;
  current.b = queue.b[slot] ?? 0;
  current.c = queue.c[slot] ?? 0;
  queue.size--;
  queue.isRootFree = true;
  return true;
}

/** Takes out all events of a kind that the test does not want to keep. */
export function removeEvents(queue: EventQueue, kind: number, keep: (a: number) => boolean): void {
  if (queue.isRootFree) fillRoot(queue);
  const all = Array.from(queue.heap.subarray(0, queue.inHeap));
  const goes = (slot: number) => queue.kind[slot] === kind && !keep(queue.a[slot] ?? 0);
  const gone = all.filter(goes);
  if (gone.length === 0) return;
  const kept = all.filter((slot) => !goes(slot));
  gone.forEach((slot, i) => {
    queue.free[kept.length + i] = slot;
  });
  queue.size -= gone.length;
  queue.inHeap = 0;
  for (const slot of kept) siftUp(queue, queue.inHeap++, slot);
}

const ringEntry = 4;
/** Ranks come before every number that `pushed` reaches. */
const firstRank = 2 ** 40;

function pushIntoHeap(
  queue: EventQueue,
  atUs: number,
  order: number,
  kind: number,
  a: number,
  b: number,
  c: number,
): void {
  const { isRootFree } = queue;
  if (!isRootFree && queue.inHeap === queue.heap.length) grow(queue);
  const slot = (isRootFree ? queue.heap[0] : queue.free[queue.inHeap]) ?? 0;
  queue.atUs[slot] = atUs;
  queue.order[slot] = order;
  queue.kind[slot] = kind;
  queue.a[slot] = a;
  queue.b[slot] = b;
  queue.c[slot] = c;
  if (!isRootFree) siftUp(queue, queue.inHeap++, slot);
  else {
    queue.isRootFree = false;
    siftDown(queue, slot);
  }
}

function fillRoot(queue: EventQueue): void {
  queue.isRootFree = false;
  queue.inHeap--;
  queue.free[queue.inHeap] = queue.heap[0] ?? 0;
  if (queue.inHeap > 0) siftDown(queue, queue.heap[queue.inHeap] ?? 0);
}

function pushIntoRing(queue: EventQueue, kind: number, a: number, b: number, c: number): void {
  if (queue.inRing * ringEntry === queue.ring.length) growRing(queue);
  const { ring } = queue;
  const at = ((queue.ringFirst + queue.inRing++) * ringEntry) & (ring.length - 1);
  ring[at] = kind;
  ring[at + 1] = a;
  ring[at + 2] = b;
  ring[at + 3] = c;
}

function popFromRing(queue: EventQueue): void {
  const { ring, current } = queue;
  const at = (queue.ringFirst * ringEntry) & (ring.length - 1);
  current.kind = ring[at] ?? 0;
  current.a = ring[at + 1] ?? 0;
  current.b = ring[at + 2] ?? 0;
  current.c = ring[at + 3] ?? 0;
  queue.ringFirst = (queue.ringFirst + 1) & (ring.length / ringEntry - 1);
  queue.inRing--;
  queue.size--;
}

function siftUp(queue: EventQueue, from: number, slot: number): void {
  const { heap } = queue;
  let at = from;
  while (at > 0) {
    const above = (at - 1) >> 1;
    const other = heap[above] ?? 0;
    if (!isBefore(queue, slot, other)) break;
    heap[at] = other;
    at = above;
  }
  heap[at] = slot;
}

function siftDown(queue: EventQueue, slot: number): void {
  const { heap, inHeap } = queue;
  let at = 0;
  for (;;) {
    let below = 2 * at + 1;
    if (below >= inHeap) break;
    if (below + 1 < inHeap && isBefore(queue, heap[below + 1] ?? 0, heap[below] ?? 0)) below++;
    const other = heap[below] ?? 0;
    if (!isBefore(queue, other, slot)) break;
    heap[at] = other;
    at = below;
  }
  heap[at] = slot;
}

function isBefore(queue: EventQueue, left: number, right: number): boolean {
  const difference = (queue.atUs[left] ?? 0) - (queue.atUs[right] ?? 0);
  return difference < 0 || (difference === 0 && (queue.order[left] ?? 0) < (queue.order[right] ?? 0));
}

function grow(queue: EventQueue): void {
  const bigger = makeEventQueue(queue.heap.length * 2);
  for (const name of ['heap', 'free', 'kind', 'a', 'b', 'c', 'atUs', 'order'] as const) bigger[name].set(queue[name]);
  const { heap, free, atUs, order, kind, a, b, c } = bigger;
  Object.assign(queue, { heap, free, atUs, order, kind, a, b, c });
}

/** Twice as large, the first event in the first place. */
function growRing(queue: EventQueue): void {
  const { ring, ringFirst } = queue;
  const bigger = new Int32Array(ring.length * 2);
  const first = ringFirst * ringEntry;
  bigger.set(ring.subarray(first));
  bigger.set(ring.subarray(0, first), ring.length - first);
  queue.ring = bigger;
  queue.ringFirst = 0;
}
