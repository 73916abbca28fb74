import { useMemo } from 'preact/hooks';
import type { Picture } from '#core/sim/picture-types.ts';
import type { Trace } from '#core/sim/trace.ts';
import type { Location } from '#core/text/span.ts';
import { describeEvent } from '../../event-text.ts';
import { faultsFor } from '../../faults.ts';
import { formatTime } from '../../format.ts';
import { Icon } from '../../icons.tsx';
import type { PanelAction, Selection } from '../../store.ts';
import { ApplicationDetails } from './application.tsx';
import { ChannelDetails } from './channel.tsx';
import { DecisionView } from './decision.tsx';
import { MessageDetails } from './message.tsx';
import { QueueDetails } from './queue.tsx';
import { QueueManagerDetails } from './queue-manager.tsx';

export interface DetailsProps {
  readonly trace: Trace;
  readonly picture: Picture;
  readonly selection: Selection | undefined;
  readonly dispatch: (action: PanelAction) => void;
  readonly reveal: (at: Location) => void;
}

/** What is selected, in words, and what can be done to it at this moment. */
export function DetailsView(props: DetailsProps) {
  const { selection, picture, dispatch } = props;
  if (selection === undefined) return <Welcome {...props} />;
  const faults = selection.kind === 'queue' ? [] : faultsFor(picture, selection);
  return (
    <div class="details" data-testid="details">
      <Body {...props} selection={selection} />
      {faults.length > 0 && (
        <div class="actions" data-focus-home>
          {faults.map(({ label, action, isRepair }) => (
            <button
              type="button"
              key={label}
              class={isRepair ? 'primary' : 'danger'}
              onClick={() => dispatch({ type: 'inject', action, label })}
            >
              <Icon name={action.do === 'switch-over' ? 'swap' : 'power'} />
              <span>{label} now</span>
            </button>
          ))}
          <p class="quiet">The run starts again with this at the moment shown, and with the same seed.</p>
        </div>
      )}
    </div>
  );
}

export type Selected<K extends Selection['kind']> = Omit<DetailsProps, 'selection'> & {
  readonly selection: Extract<Selection, { kind: K }>;
};

function Body(props: DetailsProps & { readonly selection: Selection }) {
  const { selection, trace } = props;
  switch (selection.kind) {
    case 'queue-manager':
      return <QueueManagerDetails {...props} selection={selection} />;
    case 'queue':
      return <QueueDetails {...props} selection={selection} />;
    case 'channel':
      return <ChannelDetails {...props} selection={selection} />;
    case 'application':
      return <ApplicationDetails {...props} selection={selection} />;
    case 'message':
      return <MessageDetails {...props} selection={selection} />;
    case 'decision': {
      const decision = trace.decisions.find((one) => one.id === selection.decision);
      return decision === undefined ? (
        <p class="quiet">This run made too many decisions to keep them all. A shorter run keeps this one.</p>
      ) : (
        <DecisionView decision={decision} reveal={props.reveal} moment={formatTime(decision.atUs)} />
      );
    }
  }
}

/** What there is to look at, while nothing is selected. */
function Welcome({ trace, picture, dispatch }: DetailsProps) {
  const [first] = trace.decisions;
  const moments = useMemo(() => momentsOf(trace), [trace]);
  return (
    <div class="details welcome">
      <h3>Nothing selected</h3>
      <ul class="hints">
        <li>Select a queue manager, a channel or an application to see it, fail it or repair it at this moment.</li>
        <li>Select a moving message to read its life and why it went where it went.</li>
        <li>With a queue manager focused, arrow keys go to its neighbours, F fails or starts it, Escape lets go.</li>
        <li>On the time line, arrow keys go from event to event, and a mark leads to what happened there.</li>
      </ul>
      {first !== undefined && (
        <button
          type="button"
          class="link"
          onClick={() => dispatch({ type: 'select', selection: { kind: 'decision', decision: first.id } })}
        >
          Read the first routing decision
        </button>
      )}
      {moments.length > 0 && (
        <>
          <h4>Moments of this run</h4>
          <ol class="life">
            {moments.slice(0, MOST_MOMENTS).map(({ index, atUs, tone, text }) => (
              <li key={index} class={`${tone}${index < picture.index ? '' : ' future'}`}>
                <button type="button" class="moment" onClick={() => dispatch({ type: 'seek-index', index: index + 1 })}>
                  <span class="when">{formatTime(atUs)}</span>
                  <span class="what">{text}</span>
                </button>
              </li>
            ))}
          </ol>
          {moments.length > MOST_MOMENTS && <p class="quiet">and {moments.length - MOST_MOMENTS} more, under Events</p>}
        </>
      )}
    </div>
  );
}

const MOST_MOMENTS = 12;

const momentsOf = (trace: Trace) =>
  trace.events.flatMap((event, index) => {
    const line = describeEvent(event);
    return line.isImportant ? [{ index, atUs: event.atUs, ...line }] : [];
  });
