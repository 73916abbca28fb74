import type { Picture } from '#core/sim/picture-types.ts';
import type { Selection } from '../../store.ts';
import { clearedBrush } from './canvas.ts';
import { type Emphasis, emphasisOf, type Look, lookOf } from './channel-look.ts';
import { type Curve, type Point, pointOn } from './curves.ts';
import type { Scene, SceneChannel } from './scene.ts';
import type { Size, Transform } from './zoom.ts';

export interface ArrowDrawing {
  readonly scene: Scene;
  readonly picture: Picture;
  readonly selection: Selection | undefined;
  readonly transform: Transform;
  readonly size: Size;
}

/** The arrows of very many channels, on a canvas under the cards: as elements of the page each would cost in every frame. */
export function drawArrows(
  canvas: HTMLCanvasElement,
  { scene, picture, selection, transform, size }: ArrowDrawing,
): void {
  const brush = clearedBrush(canvas, size);
  if (brush === undefined) return;
  const tones = tonesOf(canvas);
  const { k } = transform;
  for (const [style, channels] of groupsOf(scene, picture, selection)) {
    const [look, emphasis] = style.split(' ') as [Look, Emphasis];
    brush.strokeStyle = tones[look];
    brush.fillStyle = tones[look];
    brush.globalAlpha = emphasis === 'faint' ? 0.25 : 1;
    brush.lineWidth = emphasis === 'selected' ? 3 : Math.max(0.7, 1.6 * k);
    brush.setLineDash((dashes[look] ?? []).map((length) => Math.max(1.5, length * k)));
    const [lines, tips] = [new Path2D(), new Path2D()];
    for (const { curve } of channels) {
      const [from, bend, to] = [
        placed(curve.from, transform),
        placed(curve.bend, transform),
        placed(curve.to, transform),
      ];
      lines.moveTo(from.x, from.y);
      lines.quadraticCurveTo(bend.x, bend.y, to.x, to.y);
      addTip(tips, bend, to, Math.max(4, 8 * k));
    }
    brush.stroke(lines);
    brush.fill(tips);
  }
}

/** Alike ones are drawn in one stroke, those that tell most last, over the others. */
function groupsOf(
  { channels }: Scene,
  picture: Picture,
  selection: Selection | undefined,
): readonly (readonly [string, readonly SceneChannel[]])[] {
  const groups = new Map<string, SceneChannel[]>();
  for (const channel of channels) {
    const style = `${lookOf(channel, picture.channels.get(channel.key), picture)} ${emphasisOf(selection, channel, picture)}`;
    const group = groups.get(style);
    if (group === undefined) groups.set(style, [channel]);
    else group.push(channel);
  }
  const rank = (style: string): number => drawnInOrder.indexOf(style.split(' ')[0] as Look);
  return [...groups].sort(([one], [other]) => rank(one) - rank(other));
}

const drawnInOrder: readonly Look[] = ['unused', 'idle', 'running', 'starting', 'retrying', 'stopped'];

const dashes: Partial<Record<Look, readonly number[]>> = { starting: [5, 4], retrying: [7, 4], stopped: [2, 4] };

const placed = ({ x, y }: Point, { x: left, y: top, k }: Transform): Point => ({ x: x * k + left, y: y * k + top });

function addTip(path: Path2D, bend: Point, to: Point, length: number): void {
  const angle = Math.atan2(to.y - bend.y, to.x - bend.x);
  const corner = (turn: number): [number, number] => [
    to.x - length * Math.cos(angle + turn),
    to.y - length * Math.sin(angle + turn),
  ];
  path.moveTo(to.x, to.y);
  path.lineTo(...corner(0.4));
  path.lineTo(...corner(-0.4));
  path.closePath();
}

/** The channel whose arrow is at a point of the drawing, if any. */
export function channelAt(
  point: Point,
  { scene, transform }: Pick<ArrowDrawing, 'scene' | 'transform'>,
): SceneChannel | undefined {
  let best: { readonly channel: SceneChannel; readonly distance: number } | undefined;
  for (const channel of scene.channels) {
    const distance = distanceTo(channel.curve, point, transform);
    if (distance <= REACH && (best === undefined || distance < best.distance)) best = { channel, distance };
  }
  return best?.channel;
}

/** Pixels beside an arrow that still hit it, as the wide invisible lines of fewer channels have them. */
const REACH = 8;
const STEPS = 24;

function distanceTo(curve: Curve, { x, y }: Point, transform: Transform): number {
  let least = Number.POSITIVE_INFINITY;
  let before = placed(curve.from, transform);
  for (let step = 1; step <= STEPS; step++) {
    const next = placed(pointOn(curve, step / STEPS), transform);
    const [dx, dy] = [next.x - before.x, next.y - before.y];
    const along = ((x - before.x) * dx + (y - before.y) * dy) / (dx * dx + dy * dy || 1);
    const share = Math.min(1, Math.max(0, along));
    least = Math.min(least, Math.hypot(x - before.x - share * dx, y - before.y - share * dy));
    before = next;
  }
  return least;
}

/** Colours of the theme, which the style sheet gives to properties of the canvas; see `dots.ts`. */
function tonesOf(canvas: HTMLCanvasElement): Readonly<Record<Look, string>> {
  const { color, outlineColor, caretColor, columnRuleColor, textDecorationColor } = getComputedStyle(canvas);
  return {
    unused: outlineColor,
    idle: textDecorationColor,
    running: color,
    starting: color,
    retrying: caretColor,
    stopped: columnRuleColor,
  };
}
