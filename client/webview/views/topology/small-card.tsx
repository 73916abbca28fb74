import { useMemo } from 'preact/hooks';
import { countOf } from '../../format.ts';
import type { Selection } from '../../store.ts';
import { actionsOf, type CardActions, headLabel, stateOf, tabIndexOf } from './card-actions.ts';

export interface SmallCardProps extends CardActions {
  readonly selection: Selection | undefined;
}

/**
 * A queue manager among very many, seen from far away: its name, its state and how many messages stand on its queues. What else a card
 * says could not be read at that size. Zoomed in, the card is there again.
 */
export function SmallCard(props: SmallCardProps) {
  const { card, picture, selection, isTabStop } = props;
  const now = picture.queueManagers.get(card.queueManager);
  const [state, words] = stateOf(now);
  const depth = card.queues.reduce((sum, queue) => sum + (now?.queues.get(queue)?.depth ?? 0), 0);
  const isSelected = selection?.kind === 'queue-manager' && selection.queueManager === card.queueManager;
  return useMemo(() => {
    const { target, onKeyDown, onContextMenu } = actionsOf(props);
    const label = [headLabel(card, now), ...(depth > 0 ? [`${countOf(depth, 'message')} on its queues`] : [])].join(
      ', ',
    );
    const place = {
      left: `${card.x - card.width / 2}px`,
      top: `${card.y - card.height / 2}px`,
      width: `${card.width}px`,
      height: `${card.height}px`,
    };
    return (
      <div
        class="node"
        style={place}
        data-queue-manager={card.queueManager}
        data-testid={`queue-manager-${card.queueManager}`}
      >
        <button
          type="button"
          class={`small-card card-head ${state}${card.members.length > 0 ? ' group' : ''}${card.isFullRepository ? ' full' : ''}${isSelected ? ' selected' : ''}`}
          tabIndex={tabIndexOf(props)}
          aria-pressed={isSelected}
          aria-label={label}
          title={label}
          onClick={() => props.dispatch({ type: 'select', selection: target })}
          onKeyDown={onKeyDown}
          onContextMenu={onContextMenu}
        >
          <span class={`name${card.queueManager.length > SHORT ? ' long' : ''}`}>
            {shortened(card.queueManager, depth > 0 ? TWO_LINES : THREE_LINES)}
          </span>
          {depth > 0 && <span class="depth">{depth}</span>}
        </button>
      </div>
    );
  }, [card, state, words, depth, isSelected, isTabStop]);
}

/** Letters in a line of large ones, and in two or three lines of smaller ones: a number below needs the third. Cut off here: a clip on each of very many cards costs the browser frames. */
const [SHORT, TWO_LINES, THREE_LINES] = [8, 14, 20];

/** Names that are made by a rule tell at their start what they are, and at their end which one. */
const shortened = (name: string, longest: number): string =>
  name.length <= longest ? name : `${name.slice(0, longest / 2 - 1)}…${name.slice(-longest / 2)}`;
