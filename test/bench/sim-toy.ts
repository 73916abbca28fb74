import { type EventQueue, makeEventQueue, popEvent, pushEvent } from '#core/sim/event-queue.ts';

/**
 * Toys to hold the engine against, on the engine's own event queue: put, batch, transfer, get as fast as it goes, without MQ.
 * Both count an event for each thing taken from the event queue, as the engine does. A toy needs fewer of them for a message: it
 * looks for work where the engine schedules a pump or a wake, and sends a batch as one thing.
 */
export interface Speed {
  readonly events: number;
  readonly messages: number;
}

const latencyUs = 1000;
const serviceUs = 1000;
const batchSize = 50;
const meanPauseUs = 2000;
const kinds = { put: 0, arrive: 1, confirmed: 2, wake: 3, done: 4 } as const;

/** The same network as the engine's: producers in turns to the two queues they know, a channel to each, a reader at each. */
interface Toy {
  readonly events: EventQueue;
  readonly left: Int32Array;
  /** By producer: where it put last; its channels are the two from its double on. */
  readonly turn: Uint8Array;
  /** Of messages: the one behind on the list, who put it, and its number. */
  readonly next: Int32Array;
  readonly producer: Int32Array;
  readonly number: Int32Array;
  free: number;
  /** Transmission queues, and the batches on the wire. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly onWireFirst: Int32Array;
  readonly onWireLast: Int32Array;
  /** Target queues, and what their readers hold. */
  readonly waitsFirst: Int32Array;
  readonly waitsLast: Int32Array;
  readonly inHand: Int32Array;
  random: number;
}

export function toyNetwork(queueManagers: number, messages: number): Speed {
  const producers = queueManagers / 2;
  const toy = makeToy(producers, Math.round(messages / producers), messages);
  for (let producer = 0; producer < producers; producer++) pushEvent(toy.events, 1, kinds.put, producer, 0, 0);
  let events = 0;
  let consumed = 0;
  while (popEvent(toy.events)) {
    events++;
    const { atUs, kind, a } = toy.events.current;
    if (kind === kinds.put) put(toy, atUs, a);
    else if (kind === kinds.arrive) arrive(toy, atUs, a);
    else if (kind === kinds.confirmed) send(toy, atUs, a);
    else {
      consumed++;
      finish(toy, a);
      get(toy, atUs, a);
    }
  }
  return { events, messages: consumed };
}

function makeToy(producers: number, perProducer: number, messages: number): Toy {
  const numbers = (count: number) => new Int32Array(count);
  return {
    events: makeEventQueue(),
    left: numbers(producers).fill(perProducer),
    turn: new Uint8Array(producers),
    next: Int32Array.from({ length: messages + producers + 1 }, (_, i) => i + 1),
    producer: numbers(messages + producers + 1),
    number: numbers(messages + producers + 1),
    free: 1,
    first: numbers(2 * producers),
    last: numbers(2 * producers),
    onWireFirst: numbers(2 * producers),
    onWireLast: numbers(2 * producers),
    waitsFirst: numbers(producers),
    waitsLast: numbers(producers),
    inHand: numbers(producers),
    random: 1,
  };
}

function put(toy: Toy, atUs: number, producer: number): void {
  const left = toy.left[producer] ?? 0;
  if (left <= 0) return;
  toy.left[producer] = left - 1;
  const message = toy.free;
  toy.free = toy.next[message] ?? 0;
  toy.next[message] = 0;
  toy.producer[message] = producer;
  toy.number[message] = left;
  const turn = 1 - (toy.turn[producer] ?? 0);
  toy.turn[producer] = turn;
  const channel = 2 * producer + turn;
  append(toy.first, toy.last, toy.next, channel, message, message);
  if (toy.onWireFirst[channel] === 0) send(toy, atUs, channel);
  toy.random = (Math.imul(toy.random, 1664525) + 1013904223) | 0;
  const pause = Math.round(-Math.log(1 - (toy.random >>> 0) / 4294967296) * meanPauseUs);
  pushEvent(toy.events, atUs + pause, kinds.put, producer, 0, 0);
}

/** A batch of what waits, if anything does. */
function send(toy: Toy, atUs: number, channel: number): void {
  const { first, last, next } = toy;
  const begin = first[channel] ?? 0;
  toy.onWireFirst[channel] = begin;
  if (begin === 0) return;
  let end = begin;
  for (let count = 1; count < batchSize && next[end] !== 0; count++) end = next[end] ?? 0;
  toy.onWireLast[channel] = end;
  first[channel] = next[end] ?? 0;
  if (first[channel] === 0) last[channel] = 0;
  next[end] = 0;
  pushEvent(toy.events, atUs + latencyUs, kinds.arrive, channel, 0, 0);
}

function arrive(toy: Toy, atUs: number, channel: number): void {
  // The two producers of a group and its two queues have numbers that differ in the last digit; a last one alone has one queue.
  const target = Math.min((channel >> 2) * 2 + (channel & 1), toy.inHand.length - 1);
  const { onWireFirst, onWireLast, waitsFirst, waitsLast, next } = toy;
  append(waitsFirst, waitsLast, next, target, onWireFirst[channel] ?? 0, onWireLast[channel] ?? 0);
  pushEvent(toy.events, atUs + latencyUs, kinds.confirmed, channel, 0, 0);
  if (toy.inHand[target] === 0) get(toy, atUs, target);
}

function get(toy: Toy, atUs: number, queue: number): void {
  const { waitsFirst, waitsLast, next, inHand } = toy;
  const message = waitsFirst[queue] ?? 0;
  inHand[queue] = message;
  if (message === 0) return;
  const second = next[message] ?? 0;
  waitsFirst[queue] = second;
  if (second === 0) waitsLast[queue] = 0;
  pushEvent(toy.events, atUs + serviceUs, kinds.done, queue, 0, 0);
}

function finish(toy: Toy, queue: number): void {
  const message = toy.inHand[queue] ?? 0;
  toy.next[message] = toy.free;
  toy.free = message;
}

function append(
  firsts: Int32Array,
  lasts: Int32Array,
  next: Int32Array,
  list: number,
  begin: number,
  end: number,
): void {
  const before = lasts[list] ?? 0;
  if (before === 0) firsts[list] = begin;
  else next[before] = begin;
  lasts[list] = end;
}

/** Less than the toy: no messages, no batches, no choice; only counters that go from producer to channel to reader. */
export function counters(lines: number, messages: number): Speed {
  const queue = makeEventQueue();
  const left = new Int32Array(lines).fill(Math.round(messages / lines));
  const waits = new Int32Array(lines);
  const isBusy = new Uint8Array(lines);
  let random = 1;
  let consumed = 0;
  let events = 0;
  for (let line = 0; line < lines; line++) pushEvent(queue, 1, kinds.put, line, 0, 0);
  while (popEvent(queue)) {
    events++;
    const { atUs, kind, a } = queue.current;
    if (kind === kinds.put) {
      if ((left[a] ?? 0) <= 0) continue;
      left[a] = (left[a] ?? 0) - 1;
      random = (Math.imul(random, 1664525) + 1013904223) | 0;
      const pause = Math.round(-Math.log(1 - (random >>> 0) / 4294967296) * meanPauseUs);
      pushEvent(queue, atUs + latencyUs, kinds.arrive, a, 0, 0);
      pushEvent(queue, atUs + pause, kinds.put, a, 0, 0);
    } else if (kind === kinds.arrive) {
      waits[a] = (waits[a] ?? 0) + 1;
      if (isBusy[a] === 0) pushEvent(queue, atUs, kinds.wake, a, 0, 0);
    } else if (kind === kinds.wake) {
      if (isBusy[a] === 1 || (waits[a] ?? 0) === 0) continue;
      isBusy[a] = 1;
      waits[a] = (waits[a] ?? 0) - 1;
      pushEvent(queue, atUs + serviceUs, kinds.done, a, 0, 0);
    } else {
      isBusy[a] = 0;
      consumed++;
      if ((waits[a] ?? 0) > 0) pushEvent(queue, atUs, kinds.wake, a, 0, 0);
    }
  }
  return { events, messages: consumed };
}
