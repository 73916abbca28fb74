/**
 * Much of what a run schedules comes after one of a few pauses: a latency, a service time, a disconnect interval. What was pushed
 * with the same pause is due in the order it was pushed, so it stands in a lane of its own, first in, first out, and never meets
 * the heap: however many events wait, the next one of a lane is at hand.
 */
export interface EventLanes {
  readonly lanes: Lane[];
  /** By lane: the pause, when the first event is due (Infinity: there is none), and its order. */
  readonly pauseUs: Float64Array;
  readonly firstAtUs: Float64Array;
  readonly firstOrder: Float64Array;
  /** Lanes that were opened so far. */
  opened: number;
  /** The lane whose first event is next of all lanes, when that is due (Infinity: they are empty), and its order. */
  next: number;
  nextAtUs: number;
  nextOrder: number;
  /** Pauses without a lane, by their last digits, and how often each was met in a row: chance hardly repeats itself so often. */
  readonly missed: Float64Array;
  readonly timesMissed: Uint8Array;
}

interface Lane {
  first: number;
  length: number;
  /** A ring: when each is due, and its order. */
  due: Float64Array;
  /** The same ring: four numbers an event. */
  events: Int32Array;
}

const mostLanes = 6;
const missedPauses = 64;
/** So often a pause is met among its like, one after the other, before it gets a lane. */
const oftenEnough = 4;
const entry = 4;

export const makeEventLanes = (): EventLanes => ({
  lanes: [],
  pauseUs: new Float64Array(mostLanes),
  firstAtUs: new Float64Array(mostLanes).fill(Infinity),
  firstOrder: new Float64Array(mostLanes),
  opened: 0,
  next: 0,
  nextAtUs: Infinity,
  nextOrder: 0,
  missed: new Float64Array(missedPauses),
  timesMissed: new Uint8Array(missedPauses),
});

/** The lane for what is due after so long; -1 when there is none. */
export function laneFor(all: EventLanes, pauseUs: number): number {
  const { pauseUs: pauses, opened } = all;
  for (let i = 0; i < opened; i++) if (pauses[i] === pauseUs) return i;
  return lookForLane(all, pauseUs);
}

/** `order` is higher than that of everything before. */
export function pushIntoLane(
  all: EventLanes,
  number: number,
  atUs: number,
  order: number,
  kind: number,
  a: number,
  b: number,
  c: number,
): void {
  const lane = all.lanes[number];
  if (lane === undefined) return;
  if (lane.length * 2 === lane.due.length) grow(lane);
  const { due, events } = lane;
  const at = (lane.first + lane.length++) & (due.length / 2 - 1);
  due[2 * at] = atUs;
  due[2 * at + 1] = order;
  events[entry * at] = kind;
  events[entry * at + 1] = a;
  events[entry * at + 2] = b;
  events[entry * at + 3] = c;
  if (lane.length > 1) return;
  all.firstAtUs[number] = atUs;
  all.firstOrder[number] = order;
  if (atUs >= all.nextAtUs) return;
  all.next = number;
  all.nextAtUs = atUs;
  all.nextOrder = order;
}

/** Takes the next event of all lanes, of which there is one. */
export function popFromLanes(
  all: EventLanes,
  into: { atUs: number; kind: number; a: number; b: number; c: number },
): void {
  const lane = all.lanes[all.next];
  if (lane === undefined) return;
  const { first, due, events } = lane;
  into.atUs = all.nextAtUs;
  into.kind = events[entry * first] ?? 0;
  into.a = events[entry * first + 1] ?? 0;
  into.b = events[entry * first + 2] ?? 0;
  into.c = events[entry * first + 3] ?? 0;
  const second = (first + 1) & (due.length / 2 - 1);
  lane.first = second;
  lane.length--;
  all.firstAtUs[all.next] = lane.length === 0 ? Infinity : (due[2 * second] ?? 0);
  all.firstOrder[all.next] = due[2 * second + 1] ?? 0;
  findNext(all);
}

function findNext(all: EventLanes): void {
  const { firstAtUs, firstOrder, opened } = all;
  let next = 0;
  let nextAtUs = firstAtUs[0] ?? 0;
  let nextOrder = firstOrder[0] ?? 0;
  for (let i = 1; i < opened; i++) {
    const atUs = firstAtUs[i] ?? 0;
    const order = firstOrder[i] ?? 0;
    if (atUs > nextAtUs || (atUs === nextAtUs && order > nextOrder)) continue;
    next = i;
    nextAtUs = atUs;
    nextOrder = order;
  }
  all.next = next;
  all.nextAtUs = nextAtUs;
  all.nextOrder = nextOrder;
}

function lookForLane(all: EventLanes, pauseUs: number): number {
  const { missed, timesMissed } = all;
  const place = pauseUs & (missedPauses - 1);
  const times = missed[place] === pauseUs ? (timesMissed[place] ?? 0) + 1 : 0;
  missed[place] = pauseUs;
  timesMissed[place] = times % oftenEnough;
  return times < oftenEnough || pauseUs === Infinity ? -1 : giveLane(all, pauseUs);
}

/** An idle one, or none. */
function giveLane(all: EventLanes, pauseUs: number): number {
  const { lanes } = all;
  const idle = lanes.length < mostLanes ? lanes.push(makeLane()) - 1 : lanes.findIndex(({ length }) => length === 0);
  all.opened = lanes.length;
  if (idle >= 0) all.pauseUs[idle] = pauseUs;
  return idle;
}

const makeLane = (): Lane => ({
  first: 0,
  length: 0,
  due: new Float64Array(2 * 16),
  events: new Int32Array(entry * 16),
});

/** Twice as large, the first event in the first place. */
function grow(lane: Lane): void {
  const { due, events, first } = lane;
  lane.due = new Float64Array(due.length * 2);
  lane.due.set(due.subarray(2 * first));
  lane.due.set(due.subarray(0, 2 * first), due.length - 2 * first);
  lane.events = new Int32Array(events.length * 2);
  lane.events.set(events.subarray(entry * first));
  lane.events.set(events.subarray(0, entry * first), events.length - entry * first);
  lane.first = 0;
}
