import type { Placed } from './layout.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A channel's arrow: a quadratic curve from one card's edge to another's, bent to its right so that both directions show. */
export interface Curve {
  readonly from: Point;
  readonly bend: Point;
  readonly to: Point;
}

/** A card with what is attached to it: an arrow ends where it meets the outermost. */
export interface Port extends Placed {
  readonly attached?: readonly Placed[];
}

/** `lane` separates several channels between the same two queue managers: 0, 1, 2 … */
export function curveBetween(from: Port, to: Port, lane: number): Curve {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.hypot(dx, dy) || 1;
  const away = Math.min(length * 0.1, 26) + lane * 26;
  const normal = { x: -dy / length, y: dx / length };
  const bend = { x: (from.x + to.x) / 2 + normal.x * away * 2, y: (from.y + to.y) / 2 + normal.y * away * 2 };
  return { from: edgeTowards(from, bend, 2), bend, to: edgeTowards(to, bend, 7) };
}

export function pointOn(curve: Curve, share: number): Point {
  const point = { x: 0, y: 0 };
  moveOn(curve, share, point);
  return point;
}

/** Moves a point to its place on the curve. */
export function moveOn({ from, bend, to }: Curve, share: number, point: { x: number; y: number }): void {
  const rest = 1 - share;
  point.x = rest * rest * from.x + 2 * rest * share * bend.x + share * share * to.x;
  point.y = rest * rest * from.y + 2 * rest * share * bend.y + share * share * to.y;
}

export const pathOf = ({ from, bend, to }: Curve): string =>
  `M${round(from.x)} ${round(from.y)}Q${round(bend.x)} ${round(bend.y)} ${round(to.x)} ${round(to.y)}`;

export interface Label {
  readonly id: string;
  readonly curve: Curve;
  readonly width: number;
  readonly height: number;
}

/** Finds a place on its own curve for each label where it covers no card and no label before it, if there is one. */
export function placeLabels(labels: readonly Label[], cards: readonly Placed[]): ReadonlyMap<string, Point> {
  const taken: Placed[] = [...cards];
  const places = new Map<string, Point>();
  for (const { id, curve, width, height } of labels) {
    let best: { point: Point; covered: number } | undefined;
    const near = taken.filter((box) => isNear(box, curve, width, height));
    for (const share of SHARES) {
      const point = pointOn(curve, share);
      const covered = near.reduce((sum, box) => sum + coverage({ id, width, height, ...point }, box), 0);
      if (best === undefined || covered < best.covered) best = { point, covered };
      if (covered === 0) break;
    }
    if (best === undefined) continue;
    places.set(id, best.point);
    taken.push({ id, width: width + 6, height: height + 4, ...best.point });
  }
  return places;
}

const SHARES = [0.42, 0.5, 0.34, 0.58, 0.27, 0.66, 0.2, 0.74, 0.82, 0.14];

/** Whether a label somewhere on the curve could meet the box. */
function isNear(box: Placed, { from, bend, to }: Curve, width: number, height: number): boolean {
  const [reachX, reachY] = [(box.width + width) / 2, (box.height + height) / 2];
  return (
    box.x + reachX > Math.min(from.x, bend.x, to.x) &&
    box.x - reachX < Math.max(from.x, bend.x, to.x) &&
    box.y + reachY > Math.min(from.y, bend.y, to.y) &&
    box.y - reachY < Math.max(from.y, bend.y, to.y)
  );
}

/** Common area of two boxes. */
function coverage(one: Placed, other: Placed): number {
  const width = (one.width + other.width) / 2 - Math.abs(one.x - other.x);
  const height = (one.height + other.height) / 2 - Math.abs(one.y - other.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** Where the line from the middle of the card to `target` leaves card and attachments, `gap` further out. */
function edgeTowards(port: Port, target: Point, gap: number): Point {
  const dx = target.x - port.x;
  const dy = target.y - port.y;
  const exits = [port, ...(port.attached ?? [])].map((box) => exitOf(port, { x: dx, y: dy }, box, gap));
  const share = Math.max(0, ...exits);
  return { x: port.x + dx * share, y: port.y + dy * share };
}

/** How far along `way` the line from `start` leaves the box, as a share of `way`; 0 when it does not meet it. */
function exitOf(start: Point, way: Point, box: Placed, gap: number): number {
  const slab = (from: number, along: number, middle: number, half: number): readonly [number, number] => {
    if (along === 0)
      return Math.abs(middle - from) <= half ? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] : [1, 0];
    const one = (middle - half - from) / along;
    const other = (middle + half - from) / along;
    return [Math.min(one, other), Math.max(one, other)];
  };
  const [inX, outX] = slab(start.x, way.x, box.x, box.width / 2 + gap);
  const [inY, outY] = slab(start.y, way.y, box.y, box.height / 2 + gap);
  const [entry, exit] = [Math.max(inX, inY), Math.min(outX, outY)];
  return entry <= exit && Number.isFinite(exit) ? exit : 0;
}

const round = (value: number): number => Math.round(value * 10) / 10;
