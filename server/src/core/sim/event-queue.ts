import { type EventLanes, laneFor, makeEventLanes, popFromLanes, pushIntoLane } from './event-lanes.ts';

/**
 * What is to happen, in the order of its time; equal times in the order they were pushed. No object per event: an event is a
 * kind and three integers whose meaning the kind gives. What is due at once stands in a ring; what comes after a pause that many
 * others come after in a lane; the rest in a heap of slots with four branches a node, whose times stand beside it, so that the
 * four are looked at in one go. Everything in heap and lanes that is due now was pushed earlier than anything in the ring.
 */
export interface EventQueue {
  /** In the heap, in the lanes and in the ring. */
  size: number;
  /** Where the event that `popEvent` took out can be read. */
  readonly current: { atUs: number; kind: number; a: number; b: number; c: number };
  pushed: number;
  inHeap: number;
  /** The event at the root was taken out, and nothing stands there yet: often the next one pushed can. */
  isRootFree: boolean;
  /** By the place in the heap: when it is due, which of equal ones was pushed first, and where the rest of it stands. */
  atUs: Float64Array;
  order: Float64Array;
  heap: Int32Array;
  free: Int32Array;
  /** Four numbers an event: its kind, a, b and c. */
  slots: Int32Array;
  ring: Int32Array;
  ringFirst: number;
  inRing: number;
  readonly lanes: EventLanes;
}

/** It starts small: a campaign makes thousands of them. */
export function makeEventQueue(capacity = 64): EventQueue {
  return {
    size: 0,
    current: { atUs: 0, kind: 0, a: 0, b: 0, c: 0 },
    pushed: 0,
    inHeap: 0,
    isRootFree: false,
    atUs: new Float64Array(capacity),
    order: new Float64Array(capacity),
    heap: new Int32Array(capacity),
    free: Int32Array.from({ length: capacity }, (_, i) => i),
    slots: new Int32Array(capacity * entry),
    ring: new Int32Array(64 * entry),
    ringFirst: 0,
    inRing: 0,
    lanes: makeEventLanes(),
  };
}

export function pushEvent(queue: EventQueue, atUs: number, kind: number, a: number, b: number, c: number): void {
  const pauseUs = atUs - queue.current.atUs;
  if (pauseUs === 0) pushNow(queue, kind, a, b, c);
  else pushLater(queue, pauseUs, kind, a, b, c);
}

/** What is due at once. */
export function pushNow(queue: EventQueue, kind: number, a: number, b: number, c: number): void {
  queue.size++;
  pushIntoRing(queue, kind, a, b, c);
}

/** What is due after a pause that is not 0. */
export function pushLater(queue: EventQueue, pauseUs: number, kind: number, a: number, b: number, c: number): void {
  queue.size++;
  const atUs = queue.current.atUs + pauseUs;
  const lane = laneFor(queue.lanes, pauseUs);
  if (lane < 0) pushIntoHeap(queue, atUs, queue.pushed++, kind, a, b, c);
  else pushIntoLane(queue.lanes, lane, atUs, queue.pushed++, kind, a, b, c);
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
  return Math.min(rootAt(queue), queue.lanes.nextAtUs);
}

const rootAt = ({ inHeap, atUs }: EventQueue): number => (inHeap === 0 ? Infinity : (atUs[0] ?? 0));

/** Takes the next event into `current`; false when there is none, or none by then. */
export function popEvent(queue: EventQueue, byUs = Infinity): boolean {
  if (queue.isRootFree) fillRoot(queue);
  const { current, lanes } = queue;
  const atUs = rootAt(queue);
  if (queue.inRing > 0 && atUs > current.atUs && lanes.nextAtUs > current.atUs) {
    if (current.atUs > byUs) return false;
    popFromRing(queue);
  } else if (queue.size === 0 || (atUs > byUs && lanes.nextAtUs > byUs)) return false;
  else if (lanes.nextAtUs < atUs || (lanes.nextAtUs === atUs && lanes.nextOrder < (queue.order[0] ?? 0)))
    popFromLanes(lanes, current);
  else {
    current.atUs = atUs;
    read(current, queue.slots, (queue.heap[0] ?? 0) * entry);
    queue.isRootFree = true;
  }
  queue.size--;
  return true;
}

/** Takes out all events of a kind that the test does not want to keep. */
export function removeEvents(queue: EventQueue, kind: number, keep: (a: number) => boolean): void {
  if (queue.isRootFree) fillRoot(queue);
  leaveLanes(queue);
  const { heap, atUs, order, slots } = queue;
  const all = Array.from(heap.subarray(0, queue.inHeap), (slot, at) => ({
    slot,
    atUs: atUs[at] ?? 0,
    order: order[at] ?? 0,
    goes: slots[slot * entry] === kind && !keep(slots[slot * entry + 1] ?? 0),
  }));
  const gone = all.filter(({ goes }) => goes);
  if (gone.length === 0) return;
  const kept = all.filter(({ goes }) => !goes);
  gone.forEach(({ slot }, i) => {
    queue.free[kept.length + i] = slot;
  });
  queue.size -= gone.length;
  queue.inHeap = 0;
  for (const each of kept) siftUp(queue, queue.inHeap++, each.atUs, each.order, each.slot);
}

/** What stands in lanes goes into the heap. */
function leaveLanes(queue: EventQueue): void {
  const { lanes } = queue;
  while (lanes.nextAtUs < Infinity) {
    const order = lanes.nextOrder;
    const event = { atUs: 0, kind: 0, a: 0, b: 0, c: 0 };
    popFromLanes(lanes, event);
    pushIntoHeap(queue, event.atUs, order, event.kind, event.a, event.b, event.c);
  }
}

const entry = 4;
/** Ranks come before every number that `pushed` reaches. */
const firstRank = 2 ** 40;
const branches = 4;

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
  write(queue.slots, slot * entry, kind, a, b, c);
  if (!isRootFree) siftUp(queue, queue.inHeap++, atUs, order, slot);
  else {
    queue.isRootFree = false;
    siftDown(queue, atUs, order, slot);
  }
}

function fillRoot(queue: EventQueue): void {
  queue.isRootFree = false;
  const last = --queue.inHeap;
  queue.free[last] = queue.heap[0] ?? 0;
  if (last > 0) siftDown(queue, queue.atUs[last] ?? 0, queue.order[last] ?? 0, queue.heap[last] ?? 0);
}

function pushIntoRing(queue: EventQueue, kind: number, a: number, b: number, c: number): void {
  if (queue.inRing * entry === queue.ring.length) growRing(queue);
  const { ring } = queue;
  write(ring, ((queue.ringFirst + queue.inRing++) * entry) & (ring.length - 1), kind, a, b, c);
}

function popFromRing(queue: EventQueue): void {
  const { ring } = queue;
  read(queue.current, ring, (queue.ringFirst * entry) & (ring.length - 1));
  queue.ringFirst = (queue.ringFirst + 1) & (ring.length / entry - 1);
  queue.inRing--;
}

function write(to: Int32Array, at: number, kind: number, a: number, b: number, c: number): void {
  to[at] = kind;
  to[at + 1] = a;
  to[at + 2] = b;
  to[at + 3] = c;
}

function read(current: EventQueue['current'], from: Int32Array, at: number): void {
  current.kind = from[at] ?? 0;
  current.a = from[at + 1] ?? 0;
  current.b = from[at + 2] ?? 0;
  current.c = from[at + 3] ?? 0;
}

function siftUp(queue: EventQueue, from: number, due: number, number: number, slot: number): void {
  const { heap, atUs, order } = queue;
  let at = from;
  while (at > 0) {
    const above = ((at - 1) / branches) | 0;
    const other = atUs[above] ?? 0;
    if (due > other || (due === other && number > (order[above] ?? 0))) break;
    atUs[at] = other;
    order[at] = order[above] ?? 0;
    heap[at] = heap[above] ?? 0;
    at = above;
  }
  atUs[at] = due;
  order[at] = number;
  heap[at] = slot;
}

function siftDown(queue: EventQueue, due: number, number: number, slot: number): void {
  const { heap, atUs, order, inHeap } = queue;
  let at = 0;
  for (let below = 1; below < inHeap; below = branches * at + 1) {
    const end = Math.min(below + branches, inHeap);
    let first = below;
    let firstAtUs = atUs[below] ?? 0;
    for (let i = below + 1; i < end; i++) {
      const other = atUs[i] ?? 0;
      if (other > firstAtUs || (other === firstAtUs && (order[i] ?? 0) > (order[first] ?? 0))) continue;
      first = i;
      firstAtUs = other;
    }
    if (due < firstAtUs || (due === firstAtUs && number < (order[first] ?? 0))) break;
    atUs[at] = firstAtUs;
    order[at] = order[first] ?? 0;
    heap[at] = heap[first] ?? 0;
    at = first;
  }
  atUs[at] = due;
  order[at] = number;
  heap[at] = slot;
}

function grow(queue: EventQueue): void {
  const bigger = makeEventQueue(queue.heap.length * 2);
  for (const name of ['heap', 'free', 'slots', 'atUs', 'order'] as const) bigger[name].set(queue[name]);
  const { heap, free, slots, atUs, order } = bigger;
  Object.assign(queue, { heap, free, slots, atUs, order });
}

/** Twice as large, the first event in the first place. */
function growRing(queue: EventQueue): void {
  const { ring, ringFirst } = queue;
  const bigger = new Int32Array(ring.length * 2);
  const first = ringFirst * entry;
  bigger.set(ring.subarray(first));
  bigger.set(ring.subarray(0, first), ring.length - first);
  queue.ring = bigger;
  queue.ringFirst = 0;
}
