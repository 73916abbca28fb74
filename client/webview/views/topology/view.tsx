import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Picture } from '#core/sim/picture-types.ts';
import type { Trace } from '#core/sim/trace.ts';
import { faultsFor } from '../../faults.ts';
import { Icon } from '../../icons.tsx';
import type { Pace } from '../../pace.ts';
import type { PanelAction, Selection } from '../../store.ts';
import { channelAt, drawArrows } from './arrows.ts';
import { CardView } from './card.tsx';
import { selectionOf } from './channel-look.ts';
import { ChannelLabels, ChannelLines } from './channels.tsx';
import { dotAt, drawDots, findWires } from './dots.ts';
import { type Card, isSeenSmall, sceneOf } from './scene.ts';
import { SmallCard } from './small-card.tsx';
import { sortMessages } from './sort-messages.ts';
import { type Direction, neighbour } from './walk.ts';
import { useZoom } from './zoom.ts';

export interface TopologyProps {
  readonly trace: Trace;
  readonly picture: Picture;
  /** The picture at the end of the run. */
  readonly last: Picture;
  readonly pace: Pace;
  readonly atUs: number;
  readonly selection: Selection | undefined;
  readonly isPlaying: boolean;
  readonly dispatch: (action: PanelAction) => void;
}

/** The cluster at one moment: cards for queue managers, arrows for channels, and dots for messages on the wire. */
export function TopologyView({ trace, picture, last, pace, atUs, selection, isPlaying, dispatch }: TopologyProps) {
  const room = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const arrows = useRef<HTMLCanvasElement>(null);
  const size = useSize(room);
  const aspect = Math.round((size.width / Math.max(1, size.height)) * 4) / 4 || 1;
  const scene = useMemo(() => sceneOf(trace, last, aspect), [trace, last, aspect]);
  const zoom = useZoom(room, scene.layout, size);
  const isSmall = isSeenSmall(scene, zoom.transform.k);
  const [menu, setMenu] = useState<Menu>();
  const [focused, setFocused] = useState<string>();
  const tabStop = scene.cards.some(({ queueManager }) => queueManager === focused)
    ? focused
    : scene.cards[0]?.queueManager;
  const { wires, standing } = useMemo(() => sortMessages(picture), [picture]);
  const drawnAt = useEveryNth(picture.index, isPlaying && scene.isCompact ? FRAMES_OF_A_CARD : 1);
  const wireOf = useMemo(
    () => findWires(new Map(scene.channels.map(({ key, curve }) => [key, curve])), pace),
    [scene, pace],
  );
  const selectedMessage = selection?.kind === 'message' ? selection.message : undefined;

  useLayoutEffect(() => {
    if (canvas.current === null) return;
    drawDots(canvas.current, {
      wires,
      wireOf,
      now: pace.toSeconds(atUs),
      transform: zoom.transform,
      size,
      selectedMessage,
    });
  });
  useLayoutEffect(() => {
    if (arrows.current !== null)
      drawArrows(arrows.current, { scene, picture, selection, transform: zoom.transform, size });
  }, [scene, drawnAt, selection, zoom.transform, size, isSmall]);

  const select = (next: Selection | undefined): void => {
    setMenu(undefined);
    dispatch({ type: 'select', selection: next });
  };
  const openMenu = (at: { x: number; y: number }, target: Selection): void => {
    const box = room.current?.getBoundingClientRect();
    const x = Math.min(at.x - (box?.left ?? 0), size.width - MENU_ROOM.width);
    const y = Math.min(at.y - (box?.top ?? 0), size.height - MENU_ROOM.height);
    setMenu({ target, x: Math.max(0, x), y: Math.max(0, y) });
  };
  const pointOf = (event: MouseEvent) => {
    const box = room.current?.getBoundingClientRect();
    return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) };
  };
  /** The arrow under the mouse where arrows are no elements of the page. */
  const arrowAt = (event: MouseEvent): Selection | undefined => {
    const isFree = isSmall && event.target instanceof Element && event.target.closest('button') === null;
    const channel = isFree ? channelAt(pointOf(event), { scene, transform: zoom.transform }) : undefined;
    return channel && selectionOf(channel);
  };
  const clickRoom = (event: MouseEvent): void => {
    if (event.target instanceof Element && event.target.closest('.label') !== null) return;
    const point = pointOf(event);
    const arrow = arrowAt(event);
    const message = dotAt(point, { wires, wireOf, now: pace.toSeconds(atUs), transform: zoom.transform });
    if (message !== undefined) {
      event.stopPropagation();
      select({ kind: 'message', message });
    } else if (arrow !== undefined) select(arrow);
    else if (event.target instanceof Element && event.target.closest('button, .channel') === null) select(undefined);
  };
  const openArrowMenu = (event: MouseEvent): void => {
    const arrow = arrowAt(event);
    if (arrow === undefined) return;
    event.preventDefault();
    openMenu({ x: event.clientX, y: event.clientY }, arrow);
  };
  const noteFocus = ({ target }: FocusEvent): void => {
    const card = target instanceof Element ? target.closest<HTMLElement>('[data-queue-manager]') : null;
    if (card !== null) setFocused(card.dataset.queueManager);
  };
  const letGo = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') select(undefined);
  };
  /** Very many cards would be very many stops on the way from the buttons above to the details. */
  const isTabStop = ({ queueManager }: Card): boolean => !scene.isCompact || queueManager === tabStop;
  const walkFrom = (card: Card) => (direction: Direction) =>
    focusCard(room.current, neighbour(scene.cards, card, direction)?.queueManager);

  const { transform } = zoom;
  const worldStyle = {
    width: `${scene.layout.width}px`,
    height: `${scene.layout.height}px`,
    transform: `translate(${transform.x}px, ${transform.y}px) scale(${transform.k})`,
  };
  const content = useMemo(() => {
    const shared = { picture, selection, dispatch, openMenu };
    if (isSmall)
      return scene.cards.map((card) => (
        <SmallCard key={card.queueManager} card={card} walk={walkFrom(card)} isTabStop={isTabStop(card)} {...shared} />
      ));
    return (
      <>
        <ChannelLines scene={scene} picture={picture} selection={selection} select={select} openMenu={openMenu} />
        {scene.cards.map((card) => (
          <CardView
            key={card.queueManager}
            card={card}
            standing={standing}
            walk={walkFrom(card)}
            isTabStop={isTabStop(card)}
            {...shared}
          />
        ))}
      </>
    );
  }, [scene, drawnAt, selection, size, isSmall, tabStop]);
  const labels = useMemo(
    () =>
      isSmall ? null : (
        <ChannelLabels scene={scene} picture={picture} selection={selection} select={select} openMenu={openMenu} />
      ),
    [scene, drawnAt, selection, size, isSmall],
  );

  return (
    <section class="topology" aria-label="Topology of the cluster" aria-describedby="map-keys">
      <p class="sr-only" id="map-keys">
        Arrow keys go from queue manager to queue manager.
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the details list all channels, with what the menu offers */}
      <div
        class="room"
        ref={room}
        onClickCapture={clickRoom}
        onContextMenu={openArrowMenu}
        onFocusIn={noteFocus}
        onKeyDown={letGo}
      >
        {isSmall && <canvas class="arrows" ref={arrows} />}
        <div class={`world${scene.isCompact ? ' compact' : ''}`} style={worldStyle}>
          {content}
        </div>
        <canvas class="dots" ref={canvas} />
        {/* Over the dots: what waits or is in doubt must be read while messages go by. */}
        <div class="world labels" style={worldStyle}>
          {labels}
        </div>
      </div>
      <div class="zoom-buttons" role="toolbar" aria-label="Zoom">
        <button type="button" title="Zoom in" aria-label="Zoom in" onClick={() => zoom.by(1.3)}>
          <Icon name="plus" />
        </button>
        <button type="button" title="Zoom out" aria-label="Zoom out" onClick={() => zoom.by(1 / 1.3)}>
          <Icon name="minus" />
        </button>
        <button type="button" title="Show the whole cluster" aria-label="Show the whole cluster" onClick={zoom.showAll}>
          <Icon name="fit" />
        </button>
      </div>
      {menu !== undefined && (
        <FaultMenu menu={menu} picture={picture} dispatch={dispatch} close={() => setMenu(undefined)} />
      )}
    </section>
  );
}

/** Cards and arrows of very many queue managers follow a play with every so many frames only; the dots move with each. */
const FRAMES_OF_A_CARD = 8;

/** The value of every n-th time it is asked for; 1 follows at once. */
function useEveryNth(value: number, times: number): number {
  const held = useRef({ value, age: 0 });
  held.current.age++;
  if (held.current.age >= times) held.current = { value, age: 0 };
  return held.current.value;
}

/** Pixels that the menu may need: it opens further left or up when there is less. */
const MENU_ROOM = { width: 240, height: 145 };

interface Menu {
  readonly target: Selection;
  readonly x: number;
  readonly y: number;
}

interface FaultMenuProps {
  readonly menu: Menu;
  readonly picture: Picture;
  readonly dispatch: (action: PanelAction) => void;
  readonly close: () => void;
}

function FaultMenu({ menu, picture, dispatch, close }: FaultMenuProps) {
  const list = useRef<HTMLDivElement>(null);
  // At once: a key that is pressed as soon as the menu is there goes to the menu.
  useLayoutEffect(() => {
    const before = document.activeElement;
    list.current?.querySelector('button')?.focus();
    const away = (event: PointerEvent): void => {
      if (!(event.target instanceof Node && list.current?.contains(event.target))) close();
    };
    document.addEventListener('pointerdown', away);
    return () => {
      document.removeEventListener('pointerdown', away);
      if (before instanceof HTMLElement) before.focus();
    };
  }, [menu]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close();
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const items = [...(list.current?.querySelectorAll('button') ?? [])];
    const now = items.findIndex((item) => item.matches(':focus'));
    items[(now + (event.key === 'ArrowDown' ? 1 : items.length - 1)) % items.length]?.focus();
  };
  return (
    <div
      class="menu"
      role="menu"
      tabIndex={-1}
      ref={list}
      style={{ left: `${menu.x}px`, top: `${menu.y}px` }}
      onKeyDown={onKeyDown}
    >
      {faultsFor(picture, menu.target).map(({ label, action }) => (
        <button
          type="button"
          role="menuitem"
          key={label}
          onClick={() => {
            close();
            dispatch({ type: 'inject', action, label });
          }}
        >
          {label} now
        </button>
      ))}
      <button
        type="button"
        role="menuitem"
        onClick={() => {
          close();
          dispatch({ type: 'select', selection: menu.target });
        }}
      >
        Show details
      </button>
    </div>
  );
}

const focusCard = (room: HTMLElement | null, queueManager: string | undefined): void =>
  queueManager === undefined
    ? undefined
    : room?.querySelector<HTMLElement>(`[data-queue-manager="${CSS.escape(queueManager)}"] .card-head`)?.focus();

function useSize(element: { readonly current: HTMLElement | null }): {
  readonly width: number;
  readonly height: number;
} {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const target = element.current;
    if (target === null) return;
    const measure = (): void => setSize({ width: target.clientWidth, height: target.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    return () => observer.disconnect();
  }, []);
  return size;
}
