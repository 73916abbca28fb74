import type { Picture, PictureQueueManager } from '#core/sim/picture-types.ts';
import { type FaultChoice, faultsFor } from '../../faults.ts';
import type { PanelAction, Selection } from '../../store.ts';
import type { Card } from './scene.ts';
import { type Direction, directionOf } from './walk.ts';

export interface CardActions {
  readonly card: Card;
  readonly picture: Picture;
  readonly dispatch: (action: PanelAction) => void;
  readonly openMenu: (at: { x: number; y: number }, target: Selection) => void;
  readonly walk: (direction: Direction) => void;
  /** Whether Tab comes here; to the other cards of a large map lead the arrow keys. */
  readonly isTabStop: boolean;
}

/** For each button of a card. */
export const tabIndexOf = ({ isTabStop }: Pick<CardActions, 'isTabStop'>): -1 | undefined =>
  isTabStop ? undefined : -1;

/** What a person can do with a card, large or small. */
export function actionsOf({
  card: { queueManager },
  picture,
  dispatch,
  openMenu,
  walk,
}: Omit<CardActions, 'isTabStop'>) {
  const target: Selection = { kind: 'queue-manager', queueManager };
  const faults = faultsFor(picture, target);
  const [fault] = faults;
  const switchOver = faults.find(({ action }) => action.do === 'switch-over');
  const inject = (chosen: FaultChoice | undefined): void => {
    if (chosen !== undefined) dispatch({ type: 'inject', action: chosen.action, label: chosen.label });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const direction = directionOf(event.key);
    if (direction !== undefined) {
      event.preventDefault();
      walk(direction);
    } else if (event.key === 'f' || event.key === 'F') inject(fault);
    else if (event.key === 's' || event.key === 'S') inject(switchOver);
  };
  const onContextMenu = (event: MouseEvent): void => {
    event.preventDefault();
    const box = event.currentTarget instanceof Element ? event.currentTarget.getBoundingClientRect() : undefined;
    const isPointer = event.clientX > 0 || event.clientY > 0;
    openMenu(
      isPointer || box === undefined ? { x: event.clientX, y: event.clientY } : { x: box.left + 20, y: box.top + 34 },
      target,
    );
  };
  return { target, fault, switchOver, inject, onKeyDown, onContextMenu };
}

/** The look of a card, and what its head says of it; empty for nothing unusual. */
export function stateOf(now: PictureQueueManager | undefined): readonly [string, string] {
  if (now === undefined) return ['running', ''];
  if (now.group !== undefined)
    return now.group.failedStructures.length > 0 ? ['down', 'structure failed'] : ['running', ''];
  if (now.state !== 'running') return [now.state, now.state === 'down' ? 'down' : 'ending'];
  return ['running', now.host !== undefined && now.host !== now.home ? `on ${now.host}` : ''];
}

/** A card's head for a person who cannot see it. */
export const headLabel = (card: Card, now: PictureQueueManager | undefined): string =>
  [
    card.members.length > 0 ? `Queue-sharing group ${card.queueManager}` : `Queue manager ${card.queueManager}`,
    ...stateWords(now),
    ...(card.isFullRepository ? ['full repository'] : []),
    ...(card.clusters.length > 0 ? [`in ${card.clusters.join(', ')}`] : []),
  ].join(', ');

function stateWords(now: PictureQueueManager | undefined): readonly string[] {
  const [state, words] = stateOf(now);
  if (words === '') return [state];
  return state === 'running' ? [state, words] : [words];
}
