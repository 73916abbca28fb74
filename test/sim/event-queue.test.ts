import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type EventQueue,
  makeEventQueue,
  nextEventAt,
  popEvent,
  pushEvent,
  pushRanked,
  removeEvents,
} from '#core/sim/event-queue.ts';

interface Due {
  readonly atUs: number;
  /** Ranked events come first of those that are due together. */
  readonly isRanked: 0 | 1;
  readonly number: number;
}

test('whatever is pushed and taken in between, events leave by their time, ranked ones first, then as they came', () => {
  const pushes = fc.array(fc.record({ afterUs: fc.nat(5), isRanked: fc.boolean(), takes: fc.nat(3) }), {
    maxLength: 300,
  });
  fc.assert(
    fc.property(pushes, (all) => {
      const queue = makeEventQueue(2);
      let waiting: readonly Due[] = [];
      for (const [number, { afterUs, isRanked, takes }] of all.entries()) {
        const atUs = queue.current.atUs + afterUs + (isRanked ? 1 : 0);
        if (isRanked) pushRanked(queue, atUs, number, 1, number);
        else pushEvent(queue, atUs, 0, number, -number, 7);
        waiting = [...waiting, { atUs, isRanked: isRanked ? 1 : 0, number }];
        for (let i = 0; i < takes; i++) waiting = takeNext(queue, waiting);
        expect(queue.size).toBe(waiting.length);
      }
      while (waiting.length > 0) waiting = takeNext(queue, waiting);
      expect(popEvent(queue)).toBe(false);
    }),
  );
});

test('events of a kind can be taken back, the others stay in their order', () => {
  const times = fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 100 });
  fc.assert(
    fc.property(times, (all) => {
      const queue = makeEventQueue();
      for (const [number, atUs] of all.entries()) pushEvent(queue, atUs, number % 2, number, 0, 0);
      removeEvents(queue, 1, (number) => number % 3 === 0);
      let waiting: readonly Due[] = all
        .map((atUs, number) => ({ atUs, isRanked: 0 as const, number }))
        .filter(({ number }) => number % 2 === 0 || number % 3 === 0);
      expect(queue.size).toBe(waiting.length);
      while (waiting.length > 0) waiting = takeNext(queue, waiting);
      expect(popEvent(queue)).toBe(false);
    }),
  );
});

/** Takes one event out of both, and compares. */
function takeNext(queue: EventQueue, waiting: readonly Due[]): readonly Due[] {
  const [next, ...rest] = waiting.toSorted((a, b) => a.atUs - b.atUs || b.isRanked - a.isRanked || a.number - b.number);
  expect(nextEventAt(queue)).toBe(next?.atUs ?? Infinity);
  expect(popEvent(queue)).toBe(next !== undefined);
  if (next === undefined) return [];
  expect([queue.current.atUs, queue.current.a]).toEqual([next.atUs, next.number]);
  return rest;
}
