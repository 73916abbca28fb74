import type { Picture, PictureMessage } from '#core/sim/picture-types.ts';
import { faultsFor } from '../../faults.ts';
import { countOf } from '../../format.ts';
import { Icon } from '../../icons.tsx';
import type { PanelAction, Selection } from '../../store.ts';
import type { Card } from './scene.ts';
import { type Direction, directionOf } from './walk.ts';

export interface CardProps {
  readonly card: Card;
  readonly picture: Picture;
  readonly selection: Selection | undefined;
  readonly dispatch: (action: PanelAction) => void;
  readonly openMenu: (at: { x: number; y: number }, target: Selection) => void;
  readonly walk: (direction: Direction) => void;
}

/** A queue manager with its queues, and the applications that connect to it. */
export function CardView({ card, picture, selection, dispatch, openMenu, walk }: CardProps) {
  const { queueManager } = card;
  const target: Selection = { kind: 'queue-manager', queueManager };
  const state = picture.queueManagers.get(queueManager)?.state ?? 'running';
  const isSelected = selection?.kind === 'queue-manager' && selection.queueManager === queueManager;
  const [fault] = faultsFor(picture, target);
  const inject = (): void => {
    if (fault !== undefined) dispatch({ type: 'inject', action: fault.action, label: fault.label });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const direction = directionOf(event.key);
    if (direction !== undefined) {
      event.preventDefault();
      walk(direction);
    } else if (event.key === 'f' || event.key === 'F') inject();
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
  const place = {
    left: `${card.x - card.width / 2}px`,
    top: `${card.y - card.height / 2}px`,
    width: `${card.width}px`,
  };
  return (
    <div class="node" style={place} data-queue-manager={queueManager} data-testid={`queue-manager-${queueManager}`}>
      <Chips names={card.producers} kind="producer" picture={picture} selection={selection} dispatch={dispatch} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the context menu repeats what the buttons do */}
      <div class={`card ${state}${isSelected ? ' selected' : ''}`} onContextMenu={onContextMenu}>
        <div class="card-title">
          <button
            type="button"
            class="card-head"
            aria-pressed={isSelected}
            aria-label={headLabel(card, state)}
            title={headLabel(card, state)}
            onClick={() => dispatch({ type: 'select', selection: target })}
            onKeyDown={onKeyDown}
          >
            <span class={`lamp ${state}`} />
            <span class="name">{queueManager}</span>
            {state !== 'running' && <span class="state">{state === 'down' ? 'down' : 'ending'}</span>}
            {card.isFullRepository && (
              <span class="repository" title="Full repository">
                <Icon name="repository" />
              </span>
            )}
          </button>
          {fault !== undefined && (
            <button
              type="button"
              class={`power ${fault.isRepair ? 'repair' : 'fail'}`}
              title={`${fault.label} at this moment`}
              aria-label={`${fault.label} at this moment`}
              data-testid={`power-${queueManager}`}
              onClick={inject}
            >
              <Icon name="power" />
            </button>
          )}
        </div>
        {card.queues.map((queue) => (
          <QueueRow
            key={queue}
            queueManager={queueManager}
            queue={queue}
            picture={picture}
            selection={selection}
            dispatch={dispatch}
          />
        ))}
        {card.hiddenQueues.length > 0 && (
          <button
            type="button"
            class="more"
            tabIndex={-1}
            onClick={() => dispatch({ type: 'select', selection: target })}
          >
            {countOf(card.hiddenQueues.length, card.queues.length === 0 ? 'unused queue' : 'more queue')}
          </button>
        )}
      </div>
      <Chips names={card.consumers} kind="consumer" picture={picture} selection={selection} dispatch={dispatch} />
    </div>
  );
}

interface QueueRowProps {
  readonly queueManager: string;
  readonly queue: string;
  readonly picture: Picture;
  readonly selection: Selection | undefined;
  readonly dispatch: (action: PanelAction) => void;
}

function QueueRow({ queueManager, queue, picture, selection, dispatch }: QueueRowProps) {
  const now = picture.queueManagers.get(queueManager)?.queues.get(queue);
  const [depth, role] = [now?.depth ?? 0, now?.role ?? 'target'];
  const isSelected =
    selection?.kind === 'queue' && selection.queue === queue && selection.queueManager === queueManager;
  const title = `${queue} on ${queueManager}: ${countOf(depth, 'message')} now, ${now?.arrived ?? 0} arrived${role === 'target' ? '' : `, ${role} queue`}`;
  return (
    <button
      type="button"
      class={`queue ${role}${depth > 0 ? ' filled' : ''}${isSelected ? ' selected' : ''}`}
      aria-pressed={isSelected}
      aria-label={title}
      title={title}
      onClick={() => dispatch({ type: 'select', selection: { kind: 'queue', queueManager, queue } })}
    >
      <span class="name">{queue}</span>
      <span class="standing" aria-hidden="true">
        {standing(picture, queueManager, queue, depth).map((message) => (
          <span key={message.id} class={`bead${message.inDoubt ? ' in-doubt' : ''}`} />
        ))}
      </span>
      <span class="depth">{depth}</span>
    </button>
  );
}

interface ChipsProps {
  readonly names: readonly string[];
  readonly kind: 'producer' | 'consumer';
  readonly picture: Picture;
  readonly selection: Selection | undefined;
  readonly dispatch: (action: PanelAction) => void;
}

function Chips({ names, kind, picture, selection, dispatch }: ChipsProps) {
  return (
    <>
      {names.map((name) => {
        const now = picture.applications.get(name);
        const [failed, count] = [now?.rejected ?? 0, (kind === 'producer' ? now?.put : now?.consumed) ?? 0];
        const done = `${kind === 'producer' ? 'put' : 'took'} ${count}`;
        const isSelected = selection?.kind === 'application' && selection.application === name;
        const label = `${kind === 'producer' ? 'Producer' : 'Consumer'} ${name}, ${now?.state ?? 'running'}, ${done}${failed > 0 ? `, ${countOf(failed, 'call')} failed` : ''}`;
        return (
          <button
            type="button"
            key={name}
            class={`chip ${kind} ${now?.state ?? 'running'}${isSelected ? ' selected' : ''}`}
            aria-pressed={isSelected}
            aria-label={label}
            title={label}
            onClick={() => dispatch({ type: 'select', selection: { kind: 'application', application: name } })}
          >
            <span class="name">{name}</span>
            {failed === 0 && <span class="done">{now?.state === 'stopped' ? 'stopped' : done}</span>}
            {failed > 0 && <span class="failed">{`${failed} of ${failed + count} failed`}</span>}
          </button>
        );
      })}
    </>
  );
}

const MOST_BEADS = 6;

/** The messages that stand on a queue now, as many as there is room for. */
function standing(picture: Picture, queueManager: string, queue: string, depth: number): readonly PictureMessage[] {
  const found: PictureMessage[] = [];
  if (depth === 0) return found;
  for (const message of picture.messages.values()) {
    const { place } = message;
    if (place.kind !== 'queue' || place.queue !== queue || place.queueManager !== queueManager) continue;
    found.push(message);
    if (found.length === MOST_BEADS) break;
  }
  return found;
}

const headLabel = (card: Card, state: string): string =>
  [
    `Queue manager ${card.queueManager}`,
    state,
    ...(card.isFullRepository ? ['full repository'] : []),
    ...(card.clusters.length > 0 ? [`in ${card.clusters.join(', ')}`] : []),
  ].join(', ');
