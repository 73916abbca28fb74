/** Places queue managers: the members of a small cluster on an ellipse, a large one in a grid with staggered rows. */
export interface Box {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Distance from the top to what should stand in one line in a row of boxes; 0 when left out. */
  readonly head?: number;
  /** Many arrows start or end here. */
  readonly isHub?: boolean;
}

/** `x` and `y` are the middle. */
export interface Placed extends Box {
  readonly x: number;
  readonly y: number;
}

export interface Layout {
  readonly boxes: readonly Placed[];
  readonly width: number;
  readonly height: number;
}

/** `aspect` is the width of the room through its height. Deterministic: the same boxes in the same order, the same places. */
export function placeBoxes(boxes: readonly Box[], aspect: number): Layout {
  if (boxes.length === 0) return { boxes: [], width: 1, height: 1 };
  return normalize(boxes.length <= LARGEST_RING ? onEllipse(boxes, aspect) : inGrid(boxes, aspect));
}

const LARGEST_RING = 8;
/** Room between cards: arrows and their labels must fit. */
const GAP_X = 160;
const NARROW_GAP_X = 90;
const GAP_Y = 64;
/** In a grid: there is no room for labels on every arrow anyway. */
const CELL_GAP_X = 34;
const CELL_GAP_Y = 30;
const MARGIN = 28;
/** About half a card: what of it is hung up in its middle. */
const HALF_CARD = 50;

/** The ellipse with a pair or a single one on top, whichever can be shown larger. */
function onEllipse(boxes: readonly Box[], aspect: number): readonly Placed[] {
  const usual = firstAngle(boxes.length, aspect);
  const [best, turned] = [usual, usual + Math.PI / boxes.length].map((start) => largestEllipse(boxes, aspect, start));
  const isBetter = boxes.length > 2 && turned !== undefined && turned.scale > (best?.scale ?? 0) * WORTH_TURNING;
  return (isBetter ? turned : best)?.placed ?? inGrid(boxes, aspect);
}

/** In rows of two arrows run straight, so a little more size is not worth leaving them. */
const WORTH_TURNING = 1.1;

interface Scaled {
  readonly placed: readonly Placed[];
  readonly scale: number;
}

/** Tries flat and tall ellipses. */
function largestEllipse(boxes: readonly Box[], aspect: number, start: number): Scaled | undefined {
  let best: Scaled | undefined;
  for (let tall = 0; tall <= 600; tall += 20) {
    let wide = 0;
    while (wide < WIDEST && overlaps(ellipse(boxes, wide, tall, start), aspect)) wide += 10;
    const placed = ellipse(boxes, wide, tall, start);
    const scale = scaleOf(placed, aspect);
    if (wide < WIDEST && (best === undefined || scale > best.scale * 1.001)) best = { placed, scale };
  }
  return best;
}

function scaleOf(placed: readonly Placed[], aspect: number): number {
  const { width, height } = normalize(placed);
  return Math.min(aspect / width, 1 / height);
}

const WIDEST = 2000;

/** Also for a room that is about as high as wide: cards are wider than high. */
const isNarrow = (aspect: number): boolean => aspect < 1.25;

function ellipse(boxes: readonly Box[], wide: number, tall: number, start: number): readonly Placed[] {
  return boxes.map((box, i) => {
    const angle = start + (2 * Math.PI * i) / boxes.length;
    const hang = box.height / 2 - (box.head ?? 0) - HALF_CARD;
    return { ...box, x: Math.cos(angle) * wide, y: Math.sin(angle) * tall + hang };
  });
}

/** Two stand side by side or one over the other; four and more even ones start with a row of two. */
function firstAngle(count: number, aspect: number): number {
  if (count === 2) return isNarrow(aspect) ? -Math.PI / 2 : Math.PI;
  return -Math.PI / 2 - (count % 2 === 0 ? Math.PI / count : 0);
}

function overlaps(placed: readonly Placed[], aspect: number): boolean {
  const gap = isNarrow(aspect) ? NARROW_GAP_X : GAP_X;
  return placed.some((one, i) =>
    placed
      .slice(i + 1)
      .some(
        (other) =>
          Math.abs(one.x - other.x) < (one.width + other.width) / 2 + gap &&
          Math.abs(one.y - other.y) < (one.height + other.height) / 2 + GAP_Y,
      ),
  );
}

/** As many columns as show the grid largest. */
function inGrid(boxes: readonly Box[], aspect: number): readonly Placed[] {
  let best: Scaled | undefined;
  for (let columns = 1; columns <= Math.min(boxes.length, 60); columns++) {
    const placed = inColumns(boxes, columns);
    const scale = scaleOf(placed, aspect);
    if (best === undefined || scale > best.scale) best = { placed, scale };
  }
  return best?.placed ?? [];
}

function inColumns(boxes: readonly Box[], columns: number): readonly Placed[] {
  const cellWidth = Math.max(...boxes.map((box) => box.width)) + CELL_GAP_X;
  const ordered = hubsInTheMiddle(boxes, columns);
  const placed: Placed[] = [];
  let top = 0;
  for (let row = 0; row * columns < ordered.length; row++) {
    const line = ordered.slice(row * columns, (row + 1) * columns);
    const head = Math.max(...line.map((box) => box.head ?? 0));
    const below = Math.max(...line.map((box) => box.height - (box.head ?? 0)));
    line.forEach((box, i) => {
      const y = top + head - (box.head ?? 0) + box.height / 2;
      placed.push({ ...box, x: (i + (row % 2) * 0.4) * cellWidth, y });
    });
    top += head + below + CELL_GAP_Y;
  }
  const places = new Map(placed.map((box) => [box.id, box]));
  return boxes.flatMap((box) => places.get(box.id) ?? []);
}

/** Most arrows lead to a hub: in the middle they are shortest. The others keep their order. */
function hubsInTheMiddle(boxes: readonly Box[], columns: number): readonly Box[] {
  const others = boxes.filter((box) => box.isHub !== true);
  const middle = Math.floor(Math.floor((boxes.length - 1) / columns / 2) * columns + (columns - 1) / 2);
  return [...others.slice(0, middle), ...boxes.filter((box) => box.isHub === true), ...others.slice(middle)];
}

/** Moves all so that the drawing starts at 0, 0 with a margin. */
function normalize(placed: readonly Placed[]): Layout {
  const left = Math.min(...placed.map((box) => box.x - box.width / 2)) - MARGIN;
  const top = Math.min(...placed.map((box) => box.y - box.height / 2)) - MARGIN;
  const right = Math.max(...placed.map((box) => box.x + box.width / 2)) + MARGIN;
  const bottom = Math.max(...placed.map((box) => box.y + box.height / 2)) + MARGIN;
  return {
    boxes: placed.map((box) => ({ ...box, x: box.x - left, y: box.y - top })),
    width: right - left,
    height: bottom - top,
  };
}
