import { channelKey, type PictureMessage } from '#core/sim/picture-types.ts';
import type { Pace } from '../../pace.ts';
import { clearedBrush, pixelRatio } from './canvas.ts';
import { type Curve, moveOn, type Point } from './curves.ts';
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
  readonly place: PictureMessage['place'];
  readonly curve: Curve;
  readonly since: number;
  readonly until: number;
}

/** A long play goes through millions of messages; those that are long done need not be kept. */
const MANY_MORE = 200_000;

/** Looks a wire up once for each message: there may be ten thousand of them in every frame. `curves` by channel key. */
export function findWires(curves: ReadonlyMap<string, Curve>, pace: Pace): WireFinder {
  // By number: a map of the messages themselves would have to be asked for ten thousand hashes a frame.
  const found = new Map<number, Wire>();
  return (message) => {
    const { id, place } = message;
    const known = found.get(id);
    if (known?.place === place) return known;
    if (place.kind !== 'wire') return undefined;
    const curve = curves.get(channelKey(place.from, place.channel));
    if (curve === undefined) return undefined;
    const wire = { place, curve, since: pace.toSeconds(place.sinceUs), until: pace.toSeconds(place.untilUs) };
    if (found.size > MANY_MORE) found.clear();
    found.set(id, wire);
    return wire;
  };
}

/** Draws the messages on the wire over the cards; one canvas, cleared and drawn again for each frame. */
export function drawDots(canvas: HTMLCanvasElement, drawing: Drawing): void {
  const brush = clearedBrush(canvas, drawing.size);
  if (brush === undefined || drawing.wires.length === 0) return;
  const colours = coloursOf(canvas);
  const radius = Math.min(7, Math.max(3, 5.5 * drawing.transform.k));
  if (drawing.wires.length > MANY) drawPixels(brush, drawing, colours, radius);
  else drawCircles(brush, drawing, colours, radius);
}

/** From so many on, dots are squares of pixels: a path for each would cost frames. */
const MANY = 2000;

function drawCircles(brush: CanvasRenderingContext2D, drawing: Drawing, colours: Colours, radius: number): void {
  brush.lineWidth = 1.5;
  brush.strokeStyle = colours.edge;
  for (const look of looks) {
    brush.fillStyle = colours[look];
    for (const message of drawing.wires) {
      if (lookOf(message, drawing) !== look) continue;
      const point = placeOf(message, drawing);
      if (point === undefined) continue;
      brush.beginPath();
      brush.arc(point.x, point.y, look === 'selected' ? radius + 2 : radius, 0, 2 * Math.PI);
      brush.fill();
      brush.stroke();
    }
  }
}

/** Those that tell most lie over the others. */
const looks = ['plain', 'inDoubt', 'selected'] as const;

function drawPixels(brush: CanvasRenderingContext2D, drawing: Drawing, colours: Colours, radius: number): void {
  const image = emptyImage(brush);
  const ratio = pixelRatio();
  const side = Math.round(radius * ratio);
  const special: PictureMessage[] = [];
  const plain = { side, ratio, pixel: pixelOf(colours.plain) };
  for (const message of drawing.wires)
    if (lookOf(message, drawing) === 'plain') addSquare(image, placeOf(message, drawing, scratch), plain);
    else special.push(message);
  for (const look of looks)
    for (const message of special)
      if (lookOf(message, drawing) === look) {
        const square = { side: look === 'selected' ? side + 2 : side, ratio, pixel: pixelOf(colours[look]) };
        addSquare(image, placeOf(message, drawing, scratch), square);
      }
  brush.putImageData(image.data, 0, 0);
}

/** One point for all: ten thousand new ones a frame would keep the garbage collector busy. */
const scratch = { x: 0, y: 0 };

/** Pixels, as bytes for the canvas and as whole numbers to write. */
interface Image {
  readonly data: ImageData;
  readonly pixels: Uint32Array;
}

const images = new WeakMap<HTMLCanvasElement, Image>();

/** Kept for a canvas while its size is the same: millions of bytes for each frame would keep the browser busy. */
function emptyImage(brush: CanvasRenderingContext2D): Image {
  const { canvas } = brush;
  const known = images.get(canvas);
  if (known !== undefined && known.data.width === canvas.width && known.data.height === canvas.height) {
    known.pixels.fill(0);
    return known;
  }
  const data = brush.createImageData(canvas.width, canvas.height);
  const image = { data, pixels: new Uint32Array(data.data.buffer) };
  images.set(canvas, image);
  return image;
}

interface Square {
  readonly side: number;
  readonly ratio: number;
  readonly pixel: number;
}

/** Written pixel by pixel: the squares are so small that a call for each row would cost more. */
function addSquare({ data, pixels }: Image, middle: Point | undefined, { side, ratio, pixel }: Square): void {
  if (middle === undefined) return;
  const left = Math.round(middle.x * ratio - side / 2);
  const top = Math.round(middle.y * ratio - side / 2);
  const [first, last] = [Math.max(0, left), Math.min(data.width, left + side)];
  const bottom = Math.min(data.height, top + side);
  for (let y = Math.max(0, top); y < bottom; y++) for (let x = first; x < last; x++) pixels[y * data.width + x] = pixel;
}

const pixelsOfColours = new Map<string, number>();

/** A colour as the four bytes of a pixel, as the browser itself reads it. */
function pixelOf(colour: string): number {
  const known = pixelsOfColours.get(colour);
  if (known !== undefined) return known;
  const brush = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (brush === null) return 0;
  brush.fillStyle = colour;
  brush.fillRect(0, 0, 1, 1);
  const pixel = new Uint32Array(brush.getImageData(0, 0, 1, 1).data.buffer)[0] ?? 0;
  pixelsOfColours.set(colour, pixel);
  return pixel;
}

const lookOf = ({ inDoubt, id }: PictureMessage, { selectedMessage }: Drawing): 'plain' | 'inDoubt' | 'selected' =>
  inDoubt ? 'inDoubt' : id === selectedMessage ? 'selected' : 'plain';

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

/** Where a message is now; written to `into`, so that a caller with very many needs one point only. */
function placeOf(
  message: PictureMessage,
  { wireOf, now, transform }: Wires,
  into: { x: number; y: number } = { x: 0, y: 0 },
): Point | undefined {
  const wire = wireOf(message);
  if (wire === undefined) return undefined;
  const { curve, since, until } = wire;
  const share = until > since ? (now - since) / (until - since) : 1;
  moveOn(curve, Math.min(1, Math.max(0, share)), into);
  into.x = into.x * transform.k + transform.x;
  into.y = into.y * transform.k + transform.y;
  return into;
}

/**
 * The theme's colours. A canvas does not follow CSS by itself and takes colours only, not `light-dark(…)`, so the style sheet
 * gives them to properties of the canvas that the browser works out.
 */
function coloursOf(canvas: HTMLCanvasElement): Colours {
  const { color, outlineColor, caretColor, columnRuleColor } = getComputedStyle(canvas);
  return { plain: color, edge: outlineColor, inDoubt: caretColor, selected: columnRuleColor };
}

type Colours = Readonly<Record<'plain' | 'edge' | 'inDoubt' | 'selected', string>>;
