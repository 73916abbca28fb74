import { select } from 'd3-selection';
import { type ZoomBehavior, zoom, zoomIdentity } from 'd3-zoom';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Layout } from './layout.ts';

export interface Transform {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface ZoomControl {
  readonly transform: Transform;
  by(factor: number): void;
  showAll(): void;
}

/** Pan and zoom with wheel, drag and touch; shows the whole drawing until a person moves it. */
export function useZoom(room: { readonly current: HTMLElement | null }, world: Layout, size: Size): ZoomControl {
  const [transform, setTransform] = useState<Transform>({ x: 0, y: 0, k: 1 });
  const isMoved = useRef(false);
  const behavior = useMemo<ZoomBehavior<HTMLElement, unknown>>(
    () =>
      zoom<HTMLElement, unknown>()
        .scaleExtent([0.1, 3])
        .filter((event: Event) => mayStart(event))
        .on('zoom', (event: { transform: Transform; sourceEvent: Event | null }) => {
          if (event.sourceEvent !== null) isMoved.current = true;
          const { x, y, k } = event.transform;
          setTransform({ x, y, k });
        }),
    [],
  );

  useLayoutEffect(() => {
    if (room.current === null) return;
    const target = select(room.current);
    target.call(behavior).on('dblclick.zoom', null);
    return () => {
      target.on('.zoom', null);
    };
  }, [behavior]);

  const showAll = (): void => {
    if (room.current === null || size.width === 0) return;
    const { x, y, k } = wholeIn(world, size);
    isMoved.current = false;
    select(room.current).call(behavior.transform, zoomIdentity.translate(x, y).scale(k));
  };

  useLayoutEffect(() => {
    if (!isMoved.current) showAll();
  }, [world.width, world.height, size.width, size.height]);

  const by = (factor: number): void => {
    if (room.current === null) return;
    isMoved.current = true;
    select(room.current).call(behavior.scaleBy, factor);
  };
  return { transform, by, showAll };
}

const LARGEST_FIT = 1.25;

/** What the buttons at the lower right take of the room, in pixels. */
const BUTTONS: Size = { width: 104, height: 36 };

/** The whole drawing in the middle of the room; above the buttons when something would lie under them otherwise. */
function wholeIn(world: Layout, size: Size): Transform {
  const whole = centred(world, size);
  const isUnderButtons = world.boxes.some(
    (box) =>
      whole.x + (box.x + box.width / 2) * whole.k > size.width - BUTTONS.width &&
      whole.y + (box.y + box.height / 2) * whole.k > size.height - BUTTONS.height,
  );
  return isUnderButtons ? centred(world, { ...size, height: size.height - BUTTONS.height }) : whole;
}

function centred(world: Size, size: Size): Transform {
  const k = Math.min(size.width / world.width, size.height / world.height, LARGEST_FIT);
  return { x: (size.width - world.width * k) / 2, y: (size.height - world.height * k) / 2, k };
}

/** A wheel zooms only with Ctrl or a pinch, so that it still scrolls a narrow panel; a drag starts beside the buttons. */
function mayStart(event: Event): boolean {
  if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey || event.altKey;
  if (event instanceof MouseEvent && event.button !== 0) return false;
  return !(event.target instanceof Element && event.target.closest('button') !== null);
}
