import { useMemo } from 'preact/hooks';
import type { Picture, PictureMessage } from '#core/sim/picture-types.ts';
import type { FaultChoice } from '../../faults.ts';
import { countOf } from '../../format.ts';
import { Icon } from '../../icons.tsx';
import { instancesOf } from '../../instances.ts';
import type { PanelAction, Selection } from '../../store.ts';
import { actionsOf, type CardActions, headLabel, stateOf, tabIndexOf } from './card-actions.ts';
import { type SortedMessages, standingKey } from './sort-messages.ts';

export interface CardProps extends CardActions {
  readonly standing: SortedMessages['standing'];
  readonly selection: Selection | undefined;
}

/** A queue manager with its queues, and the applications that connect to it; drawn again only when one of them changed. */
export function CardView(props: CardProps) {
  return useMemo(() => <CardBody {...props} />, [props.card, contentOf(props)]);
}

/** All that the card shows, as one text. */
function contentOf({ card, picture, standing, selection, isTabStop }: CardProps): string {
  const now = picture.queueManagers.get(card.queueManager);
  const queues = card.queues.map((queue) => {
    const { depth = 0, arrived = 0, role = '' } = now?.queues.get(queue) ?? {};
    const beads = standing.get(standingKey(card.queueManager, queue)) ?? [];
    return `${depth} ${arrived} ${role} ${beads.map((one) => (one.inDoubt ? '?' : '.')).join('')}`;
  });
  const applications = [...card.producers, ...card.consumers].map((name) => {
    const { count, state, put, consumed, rejected } = instancesOf(picture, name, card.queueManager);
    return `${count} ${state} ${put} ${consumed} ${rejected}`;
  });
  return [
    isTabStop,
    now?.state,
    now?.host,
    now?.group?.failedStructures.join(),
    selectedPart(card, selection),
    ...queues,
    ...applications,
  ].join('|');
}

/** What of the card is selected, if anything. */
function selectedPart(card: CardProps['card'], selection: Selection | undefined): string {
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

function CardBody({ card, picture, standing, selection, dispatch, openMenu, walk, isTabStop }: CardProps) {
  const { queueManager } = card;
  const now = picture.queueManagers.get(queueManager);
  const [state, words] = stateOf(now);
  const isSelected = selection?.kind === 'queue-manager' && selection.queueManager === queueManager;
  const tabIndex = tabIndexOf({ isTabStop });
  const actions = actionsOf({ card, picture, dispatch, openMenu, walk });
  const { target, fault, switchOver, inject, onKeyDown, onContextMenu } = actions;
  const place = {
    left: `${card.x - card.width / 2}px`,
    top: `${card.y - card.height / 2}px`,
    width: `${card.width}px`,
  };
  return (
    <div class="node" style={place} data-queue-manager={queueManager} data-testid={`queue-manager-${queueManager}`}>
      <Chips
        at={queueManager}
        names={card.producers}
        kind="producer"
        tabIndex={tabIndex}
        picture={picture}
        selection={selection}
        dispatch={dispatch}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the context menu repeats what the buttons do */}
      <div
        class={`card ${state}${card.members.length > 0 ? ' group' : ''}${isSelected ? ' selected' : ''}`}
        onContextMenu={onContextMenu}
      >
        <div class="card-title">
          <button
            type="button"
            class="card-head"
            tabIndex={tabIndex}
            aria-pressed={isSelected}
            aria-label={headLabel(card, now)}
            title={headLabel(card, now)}
            onClick={() => dispatch({ type: 'select', selection: target })}
            onKeyDown={onKeyDown}
          >
            <span class={`lamp ${state}`} />
            <span class="name">{queueManager}</span>
            {words !== '' && <span class={`state${state === 'running' ? ' moved' : ''}`}>{words}</span>}
            {card.members.length > 0 && (
              <span class="repository" title="Queue-sharing group">
                <Icon name="shared" />
              </span>
            )}
            {card.isFullRepository && (
              <span class="repository" title="Full repository">
                <Icon name="repository" />
              </span>
            )}
          </button>
          {switchOver !== undefined && <Power choice={switchOver} tabIndex={tabIndex} inject={inject} />}
          {fault !== undefined && (
            <Power choice={fault} tabIndex={tabIndex} inject={inject} testId={`power-${queueManager}`} />
          )}
        </div>
        {card.queues.map((queue) => (
          <QueueRow
            key={queue}
            queueManager={queueManager}
            queue={queue}
            tabIndex={tabIndex}
            messages={standing.get(standingKey(queueManager, queue)) ?? []}
            picture={picture}
            selection={selection}
            dispatch={dispatch}
          />
        ))}
        {card.members.length > 0 && <div class="members">{`shared by ${membersText(card.members)}`}</div>}
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
      <Chips
        at={queueManager}
        names={card.consumers}
        kind="consumer"
        tabIndex={tabIndex}
        picture={picture}
        selection={selection}
        dispatch={dispatch}
      />
    </div>
  );
}

interface PowerProps {
  readonly choice: FaultChoice;
  readonly tabIndex: number | undefined;
  readonly inject: (choice: FaultChoice) => void;
  readonly testId?: string;
}

/** One click does it; the key is for who has the card's head in focus. */
function Power({ choice, tabIndex, inject, testId }: PowerProps) {
  const { label, action, isRepair } = choice;
  const isSwitch = action.do === 'switch-over';
  return (
    <button
      type="button"
      class={`power ${isRepair ? 'repair' : isSwitch ? 'switch' : 'fail'}`}
      tabIndex={tabIndex}
      title={`${label} at this moment (${isSwitch ? 'S' : 'F'})`}
      aria-label={`${label} at this moment`}
      aria-keyshortcuts={isSwitch ? 'S' : 'F'}
      data-testid={testId}
      onClick={() => inject(choice)}
    >
      <Icon name={isSwitch ? 'swap' : 'power'} />
    </button>
  );
}

interface QueueRowProps {
  readonly queueManager: string;
  readonly queue: string;
  readonly tabIndex: number | undefined;
  /** The first few that stand on it now. */
  readonly messages: readonly PictureMessage[];
  readonly picture: Picture;
  readonly selection: Selection | undefined;
  readonly dispatch: (action: PanelAction) => void;
}

function QueueRow({ queueManager, queue, tabIndex, messages, picture, selection, dispatch }: QueueRowProps) {
  const now = picture.queueManagers.get(queueManager)?.queues.get(queue);
  const [depth, role] = [now?.depth ?? 0, now?.role ?? 'target'];
  const isSelected =
    selection?.kind === 'queue' && selection.queue === queue && selection.queueManager === queueManager;
  const title = `${queue} on ${queueManager}: ${countOf(depth, 'message')} now, ${now?.arrived ?? 0} arrived${role === 'target' ? '' : `, ${role} queue`}`;
  return (
    <button
      type="button"
      class={`queue ${role}${depth > 0 ? ' filled' : ''}${isSelected ? ' selected' : ''}`}
      tabIndex={tabIndex}
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
  readonly at: string;
  readonly names: readonly string[];
  readonly kind: 'producer' | 'consumer';
  readonly tabIndex: number | undefined;
  readonly picture: Picture;
  readonly selection: Selection | undefined;
  readonly dispatch: (action: PanelAction) => void;
}

function Chips({ at, names, kind, tabIndex, picture, selection, dispatch }: ChipsProps) {
  return (
    <>
      {names.map((name) => {
        const now = instancesOf(picture, name, at);
        const [failed, count] = [now.rejected, kind === 'producer' ? now.put : now.consumed];
        const several = instancesOf(picture, name).count > 1;
        const here = several ? `${name} ×${now.count}` : name;
        const state = now.count === 0 ? 'away' : now.state;
        const done = `${kind === 'producer' ? 'put' : 'took'} ${count}`;
        const isSelected = selection?.kind === 'application' && selection.application === name;
        const label = `${kind === 'producer' ? 'Producer' : 'Consumer'} ${name}, ${several ? `${now.running} of ${now.count} here running` : state === 'away' ? 'connected elsewhere' : state}, ${done}${failed > 0 ? `, ${countOf(failed, 'call')} failed` : ''}`;
        return (
          <button
            type="button"
            key={name}
            class={`chip ${kind} ${state}${isSelected ? ' selected' : ''}`}
            tabIndex={tabIndex}
            aria-pressed={isSelected}
            aria-label={label}
            title={label}
            onClick={() => dispatch({ type: 'select', selection: { kind: 'application', application: name } })}
          >
            <span class="name">{here}</span>
            {(failed === 0 || state === 'away') && <span class="done">{doneWords[state] ?? done}</span>}
            {failed > 0 && state !== 'away' && <span class="failed">{`${failed} of ${failed + count} failed`}</span>}
          </button>
        );
      })}
    </>
  );
}

const doneWords: Readonly<Record<string, string>> = { stopped: 'stopped', away: 'elsewhere' };

const membersText = (members: readonly string[]): string =>
  members.length <= 4 ? members.join(', ') : `${members.slice(0, 3).join(', ')} and ${members.length - 3} more`;
