import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curveBetween, type Label, placeLabels, pointOn } from '../../client/webview/views/topology/curves.ts';
import { type Box, type Placed, placeBoxes } from '../../client/webview/views/topology/layout.ts';
import { neighbour } from '../../client/webview/views/topology/walk.ts';

const boxes = fc
  .array(
    fc.record({
      width: fc.constantFrom(156, 204),
      height: fc.integer({ min: 50, max: 320 }),
      head: fc.constantFrom(0, 30, 60),
      isHub: fc.boolean(),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((sizes) => sizes.map((size, i): Box => ({ id: `QM${i}`, ...size })));
const aspects = fc.double({ min: 0.3, max: 3, noNaN: true });

const meet = (one: Placed, other: Placed): boolean =>
  Math.abs(one.x - other.x) < (one.width + other.width) / 2 &&
  Math.abs(one.y - other.y) < (one.height + other.height) / 2;

describe('places of queue managers', () => {
  it('never overlap, lie inside the drawing, and keep their order', () => {
    fc.assert(
      fc.property(boxes, aspects, (given, aspect) => {
        const { boxes: placed, width, height } = placeBoxes(given, aspect);
        expect(placed.map((box) => box.id)).toEqual(given.map((box) => box.id));
        placed.forEach((box, i) => {
          expect(placed.slice(i + 1).some((other) => meet(box, other))).toBe(false);
          expect(box.x - box.width / 2).toBeGreaterThanOrEqual(0);
          expect(box.y - box.height / 2).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width / 2).toBeLessThanOrEqual(width);
          expect(box.y + box.height / 2).toBeLessThanOrEqual(height);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('are the same for the same boxes', () => {
    fc.assert(
      fc.property(boxes, aspects, (given, aspect) => {
        expect(placeBoxes(given, aspect)).toEqual(placeBoxes(given, aspect));
      }),
      { numRuns: 20 },
    );
  });

  it('use the room of a narrow panel: what is on cards can be read', () => {
    const scale = (count: number, aspect: number): number => {
      const given = Array.from({ length: count }, (_, i): Box => ({ id: `QM${i}`, width: 204, height: 120 }));
      const { width, height } = placeBoxes(given, aspect);
      return 400 * Math.min(1 / width, 1 / aspect / height);
    };
    expect(scale(2, 1)).toBeGreaterThan(0.9);
    expect(scale(4, 1)).toBeGreaterThan(0.7);
    expect(scale(6, 0.5)).toBeGreaterThan(0.7);
    expect(scale(6, 1)).toBeGreaterThan(0.45);
  });

  it('put hubs of a large cluster in the middle', () => {
    const given = Array.from({ length: 50 }, (_, i): Box => ({ id: `QM${i}`, width: 156, height: 80, isHub: i < 2 }));
    const { boxes: placed, width, height } = placeBoxes(given, 1.4);
    for (const hub of placed.slice(0, 2)) {
      expect(Math.abs(hub.x - width / 2)).toBeLessThan(width / 4);
      expect(Math.abs(hub.y - height / 2)).toBeLessThan(height / 4);
    }
  });
});

describe('arrows', () => {
  const from: Placed = { id: 'A', x: 100, y: 100, width: 200, height: 80 };
  const to: Placed = { id: 'B', x: 600, y: 100, width: 200, height: 80 };

  it('start and end at the edges of the cards, apart for each direction and lane', () => {
    const there = curveBetween(from, to, 0);
    expect(there.from.x).toBeCloseTo(202, 0);
    expect(there.to.x).toBeCloseTo(493, 0);
    const back = curveBetween(to, from, 0);
    const second = curveBetween(from, to, 1);
    expect(pointOn(there, 0.5).y).toBeGreaterThan(100);
    expect(pointOn(back, 0.5).y).toBeLessThan(100);
    expect(pointOn(second, 0.5).y).toBeGreaterThan(pointOn(there, 0.5).y);
  });

  it('carry labels that cover neither cards nor each other where there is room', () => {
    const label = (id: string, lane: number): Label => ({
      id,
      curve: curveBetween(from, to, lane),
      width: 80,
      height: 22,
    });
    const places = placeLabels([label('one', 0), label('two', 0), label('three', 1)], [from, to]);
    const placed = [...places].map(([id, point]): Placed => ({ id, width: 80, height: 22, ...point }));
    expect(placed).toHaveLength(3);
    [...placed, from, to].forEach((one, i, all) => {
      expect(all.slice(i + 1).some((other) => meet(one, other))).toBe(false);
    });
  });
});

describe('arrow keys', () => {
  const at = (x: number, y: number) => ({ x, y });
  const [a, b, c] = [at(0, 0), at(300, 20), at(0, 300)];

  it('go to the nearest card in the direction, or nowhere', () => {
    expect(neighbour([a, b, c], a, 'right')).toBe(b);
    expect(neighbour([a, b, c], a, 'down')).toBe(c);
    expect(neighbour([a, b, c], a, 'left')).toBeUndefined();
    expect(neighbour([a, b, c], c, 'up')).toBe(a);
  });
});
