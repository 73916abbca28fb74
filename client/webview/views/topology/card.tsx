import { useMemo } from 'preact/hooks';
import type { Picture, PictureMessage } from '#core/sim/picture-types.ts';
import { faultsFor } from '../../faults.ts';
import { countOf } from '../../format.ts';
import { Icon } from '../../icons.tsx';
import type { PanelAction, Selection } from '../../store.ts';
import type { Card } from './scene.ts';
import { type SortedMessages, standingKey } from './sort-messages.ts';
import { type Direction, directionOf } from './walk.ts';

export interface CardProps {
  readonly card: Card;
  readonly picture: Picture;
  readonly standing: SortedMessages['standing'];
  readonly selection: Selection | undefined;
  readonly dispatch: (action: PanelAction) => void;
  readonly openMenu: (at: { x: number; y: number }, target: Selection) => void;
  readonly walk: (direction: Direction) => void;
}

/** A queue manager with its queues, and the applications that connect to it; drawn again only when one of them changed. */
export function CardView(props: CardProps) {
  return useMemo(() => <CardBody {...props} />, [props.card, contentOf(props)]);
}

/** All that the card shows, as one text. */
function contentOf({ card, picture, standing, selection }: CardProps): string {
  const now = picture.queueManagers.get(card.queueManager);
  const queues = card.queues.map((queue) => {
    const { depth = 0, arrived = 0, role = '' } = now?.queues.get(queue) ?? {};
    const beads = standing.get(standingKey(card.queueManager, queue)) ?? [];
    return `${depth} ${arrived} ${role} ${beads.map((one) => (one.inDoubt ? '?' : '.')).join('')}`;
  });
  const applications = [...card.producers, ...card.consumers].map((name) => {
    const { state = '', put = 0, consumed = 0, rejected = 0 } = picture.applications.get(name) ?? {};
    return `${state} ${put} ${consumed} ${rejected}`;
  });
  return [now?.state, selectedPart(card, selection), ...queues, ...applications].join('|');
}

/** What of the card is selected, if anything. */
function selectedPart(card: Card, selection: Selection | undefined): string {
  switch (selection?.kind) {
    case 'queue-manager':
    case 'queue':
      return selection.queueManager === card.queueManager ? JSON.stringify(selection) : '';
    case 'application':
      return [...card.producers, ...card.consumers].includes(selection.application) ? selection.application : '';
    default:
      return '';
  }
}

function CardBody({ card, picture, standing, selection, dispatch, openMenu, walk }: CardProps) {
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
            messages={standing.get(standingKey(queueManager, queue)) ?? []}
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
  /** The first few that stand on it now. */
  readonly messages: readonly PictureMessage[];
  readonly picture: Picture;
  readonly selection: Selection | undefined;
  readonly dispatch: (action: PanelAction) => void;
}

function QueueRow({ queueManager, queue, messages, picture, selection, dispatch }: QueueRowProps) {
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
        {messages.map((message) => (
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

const headLabel = (card: Card, state: string): string =>
  [
    `Queue manager ${card.queueManager}`,
    state,
    ...(card.isFullRepository ? ['full repository'] : []),
    ...(card.clusters.length > 0 ? [`in ${card.clusters.join(', ')}`] : []),
  ].join(', ');
