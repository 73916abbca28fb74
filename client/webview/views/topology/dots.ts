import { channelKey, type PictureMessage } from '#core/sim/picture-types.ts';
import type { Pace } from '../../pace.ts';
import { type Curve, type Point, pointOn } from './curves.ts';
import type { Size, Transform } from './zoom.ts';

export interface Wires {
  readonly wires: readonly PictureMessage[];
  /** By channel key. */
  readonly curves: ReadonlyMap<string, Curve>;
  readonly pace: Pace;
  readonly atUs: number;
  readonly transform: Transform;
}

export interface Drawing extends Wires {
  readonly size: Size;
  readonly selectedMessage: number | undefined;
}

/** Draws the messages on the wire over the cards; one canvas, cleared and drawn again for each frame. */
export function drawDots(canvas: HTMLCanvasElement, drawing: Drawing): void {
  const { size, selectedMessage } = drawing;
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
  brush.lineWidth = 1.5;
  brush.strokeStyle = colours.edge;
  const dots = { plain: new Path2D(), inDoubt: new Path2D(), selected: new Path2D() };
  const draw = drawing.wires.length > MANY ? addSquare : addCircle;
  const now = drawing.pace.toSeconds(drawing.atUs);
  for (const message of drawing.wires) {
    const point = placeOf(message, drawing, now);
    if (point === undefined) continue;
    const isSelected = message.id === selectedMessage;
    const path = message.inDoubt ? dots.inDoubt : isSelected ? dots.selected : dots.plain;
    draw(path, point, isSelected ? radius + 2 : radius);
  }
  const layers = [
    [dots.plain, colours.dot],
    [dots.inDoubt, colours.inDoubt],
    [dots.selected, colours.selected],
  ] as const;
  for (const [path, colour] of layers) {
    brush.fillStyle = colour;
    brush.fill(path);
    if (drawing.wires.length <= MANY) brush.stroke(path);
  }
}

/** From so many on, dots are squares without an edge: circles one by one would cost frames. */
const MANY = 2000;

function addCircle(path: Path2D, { x, y }: Point, radius: number): void {
  path.moveTo(x + radius, y);
  path.arc(x, y, radius, 0, 2 * Math.PI);
}

const addSquare = (path: Path2D, { x, y }: Point, radius: number): void =>
  path.rect(x - radius / 2, y - radius / 2, radius, radius);

/** The message whose dot is at a point of the drawing, if any. */
export function dotAt(point: Point, wires: Wires): number | undefined {
  let best: { readonly id: number; readonly distance: number } | undefined;
  const now = wires.pace.toSeconds(wires.atUs);
  for (const message of wires.wires) {
    const place = placeOf(message, wires, now);
    if (place === undefined) continue;
    const distance = Math.hypot(place.x - point.x, place.y - point.y);
    if (distance <= 10 && (best === undefined || distance < best.distance)) best = { id: message.id, distance };
  }
  return best?.id;
}

function placeOf({ place }: PictureMessage, { curves, pace, transform }: Wires, now: number): Point | undefined {
  if (place.kind !== 'wire') return undefined;
  const curve = curves.get(channelKey(place.from, place.channel));
  if (curve === undefined) return undefined;
  const [since, until] = [pace.toSeconds(place.sinceUs), pace.toSeconds(place.untilUs)];
  const share = until > since ? (now - since) / (until - since) : 1;
  const { x, y } = pointOn(curve, Math.min(1, Math.max(0, share)));
  return { x: x * transform.k + transform.x, y: y * transform.k + transform.y };
}

/** The theme's colours; a canvas does not follow CSS by itself, and some themes leave variables unset. */
function coloursOf(canvas: HTMLCanvasElement): { dot: string; edge: string; inDoubt: string; selected: string } {
  const style = getComputedStyle(canvas);
  const read = (name: string, fallback: string): string => style.getPropertyValue(name).trim() || fallback;
  return {
    dot: read('--message', '#2a7de1'),
    edge: read('--surface', '#ffffff'),
    inDoubt: read('--warn', '#b58900'),
    selected: read('--select', '#e06c00'),
  };
}
