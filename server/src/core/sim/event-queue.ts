/**
 * What is to happen, in the order of its time; equal times in the order they were pushed. A binary heap of slots on
 * typed arrays: no object per event. An event is a kind and three integers whose meaning the kind gives.
 */
export interface EventQueue {
  size: number;
  /** Where the event that `popEvent` took out can be read. */
  readonly current: { atUs: number; kind: number; a: number; b: number; c: number };
  pushed: number;
  heap: Int32Array;
  free: Int32Array;
  atUs: Float64Array;
  order: Float64Array;
  kind: Uint8Array;
  a: Int32Array;
  b: Int32Array;
  c: Int32Array;
}

/** It starts small: a campaign makes thousands of them. */
export function makeEventQueue(capacity = 64): EventQueue {
  return {
    size: 0,
    current: { atUs: 0, kind: 0, a: 0, b: 0, c: 0 },
    pushed: 0,
    heap: new Int32Array(capacity),
    free: Int32Array.from({ length: capacity }, (_, i) => i),
    atUs: new Float64Array(capacity),
    order: new Float64Array(capacity),
    kind: new Uint8Array(capacity),
    a: new Int32Array(capacity),
    b: new Int32Array(capacity),
    c: new Int32Array(capacity),
  };
}

export function pushEvent(queue: EventQueue, atUs: number, kind: number, a: number, b: number, c: number): void {
  if (queue.size === queue.heap.length) grow(queue);
  const slot = queue.free[queue.size] ?? 0;
  queue.atUs[slot] = atUs;
  queue.order[slot] = queue.pushed++;
  queue.kind[slot] = kind;
  queue.a[slot] = a;
  queue.b[slot] = b;
  queue.c[slot] = c;
  siftUp(queue, queue.size++, slot);
}

/** When the next event is due, Infinity when there is none. */
export const nextEventAt = (queue: EventQueue): number =>
  queue.size === 0 ? Infinity : (queue.atUs[queue.heap[0] ?? 0] ?? 0);

/** Takes the next event into `current`; false when there is none. */
export function popEvent(queue: EventQueue): boolean {
  if (queue.size === 0) return false;
  const { heap, current } = queue;
  const slot = heap[0] ?? 0;
  current.atUs = queue.atUs[slot] ?? 0;
  current.kind = queue.kind[slot] ?? 0;
  current.a = queue.a[slot] ?? 0;
  current.b = queue.b[slot] ?? 0;
  current.c = queue.c[slot] ?? 0;
  queue.size--;
  queue.free[queue.size] = slot;
  if (queue.size > 0) siftDown(queue, heap[queue.size] ?? 0);
  return true;
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
  const { heap, size } = queue;
  let at = 0;
  for (;;) {
    let below = 2 * at + 1;
    if (below >= size) break;
    if (below + 1 < size && isBefore(queue, heap[below + 1] ?? 0, heap[below] ?? 0)) below++;
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
  const old = queue.heap.length;
  const bigger = makeEventQueue(old * 2);
  bigger.heap.set(queue.heap);
  bigger.free.set(queue.free);
  bigger.atUs.set(queue.atUs);
  bigger.order.set(queue.order);
  bigger.kind.set(queue.kind);
  bigger.a.set(queue.a);
  bigger.b.set(queue.b);
  bigger.c.set(queue.c);
  queue.heap = bigger.heap;
  queue.free = bigger.free;
  queue.atUs = bigger.atUs;
  queue.order = bigger.order;
  queue.kind = bigger.kind;
  queue.a = bigger.a;
  queue.b = bigger.b;
  queue.c = bigger.c;
}
