import { channelKey, type PictureMessage } from '#core/sim/picture-types.ts';
import type { Pace } from '../../pace.ts';
import { type Curve, type Point, pointOn } from './curves.ts';
import type { Size, Transform } from './zoom.ts';

export interface Wires {
  readonly wires: readonly PictureMessage[];
  readonly wireOf: WireFinder;
  /** Seconds of the play. */
  readonly now: number;
  readonly transform: Transform;
}

export interface Drawing extends Wires {
  readonly size: Size;
  readonly selectedMessage: number | undefined;
}

/** The way of a message over its channel, and when in the play it is under way; undefined for a channel that is not drawn. */
export type WireFinder = (message: PictureMessage) => Wire | undefined;

interface Wire {
  readonly curve: Curve;
  readonly since: number;
  readonly until: number;
}

/** Looks a wire up once for each message: there may be ten thousand of them in every frame. `curves` by channel key. */
export function findWires(curves: ReadonlyMap<string, Curve>, pace: Pace): WireFinder {
  const found = new WeakMap<PictureMessage, Wire>();
  return (message) => {
    const known = found.get(message);
    const { place } = message;
    if (known !== undefined || place.kind !== 'wire') return known;
    const curve = curves.get(channelKey(place.from, place.channel));
    if (curve === undefined) return undefined;
    const wire = { curve, since: pace.toSeconds(place.sinceUs), until: pace.toSeconds(place.untilUs) };
    found.set(message, wire);
    return wire;
  };
}

/** Draws the messages on the wire over the cards; one canvas, cleared and drawn again for each frame. */
export function drawDots(canvas: HTMLCanvasElement, drawing: Drawing): void {
  const { size, wires } = drawing;
  const ratio = window.devicePixelRatio || 1;
  const [width, height] = [Math.round(size.width * ratio), Math.round(size.height * ratio)];
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  const brush = canvas.getContext('2d');
  if (brush === null) return;
  brush.setTransform(ratio, 0, 0, ratio, 0, 0);
  brush.clearRect(0, 0, size.width, size.height);
  const colours = coloursOf(canvas);
  const radius = Math.min(7, Math.max(3, 5.5 * drawing.transform.k));
  const draw = wires.length > MANY ? addSquare : addCircle;
  brush.lineWidth = 1.5;
  brush.strokeStyle = colours.edge;
  for (const look of ['plain', 'inDoubt', 'selected'] as const) {
    brush.fillStyle = colours[look];
    for (const message of wires) {
      if (lookOf(message, drawing) !== look) continue;
      const point = placeOf(message, drawing);
      if (point !== undefined) draw(brush, point, look === 'selected' ? radius + 2 : radius);
    }
  }
}

const lookOf = ({ inDoubt, id }: PictureMessage, { selectedMessage }: Drawing): 'plain' | 'inDoubt' | 'selected' =>
  inDoubt ? 'inDoubt' : id === selectedMessage ? 'selected' : 'plain';

/** From so many on, dots are squares on whole pixels without an edge: one path of all circles would cost frames. */
const MANY = 2000;

function addCircle(brush: CanvasRenderingContext2D, { x, y }: Point, radius: number): void {
  brush.beginPath();
  brush.arc(x, y, radius, 0, 2 * Math.PI);
  brush.fill();
  brush.stroke();
}

const addSquare = (brush: CanvasRenderingContext2D, { x, y }: Point, radius: number): void =>
  brush.fillRect(Math.round(x - radius / 2), Math.round(y - radius / 2), Math.round(radius), Math.round(radius));

/** The message whose dot is at a point of the drawing, if any. */
export function dotAt(point: Point, wires: Wires): number | undefined {
  let best: { readonly id: number; readonly distance: number } | undefined;
  for (const message of wires.wires) {
    const place = placeOf(message, wires);
    if (place === undefined) continue;
    const distance = Math.hypot(place.x - point.x, place.y - point.y);
    if (distance <= 10 && (best === undefined || distance < best.distance)) best = { id: message.id, distance };
  }
  return best?.id;
}

function placeOf(message: PictureMessage, { wireOf, now, transform }: Wires): Point | undefined {
  const wire = wireOf(message);
  if (wire === undefined) return undefined;
  const { curve, since, until } = wire;
  const share = until > since ? (now - since) / (until - since) : 1;
  const { x, y } = pointOn(curve, Math.min(1, Math.max(0, share)));
  return { x: x * transform.k + transform.x, y: y * transform.k + transform.y };
}

/**
 * The theme's colours. A canvas does not follow CSS by itself and takes colours only, not `light-dark(…)`, so the style sheet
 * gives them to properties of the canvas that the browser works out.
 */
function coloursOf(canvas: HTMLCanvasElement): { plain: string; edge: string; inDoubt: string; selected: string } {
  const { color, outlineColor, caretColor, columnRuleColor } = getComputedStyle(canvas);
  return { plain: color, edge: outlineColor, inDoubt: caretColor, selected: columnRuleColor };
}
