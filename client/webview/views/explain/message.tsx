import type { PictureMessage } from '#core/sim/picture-types.ts';
import { describeEvent, eventsOfMessage } from '../../event-text.ts';
import { formatTime } from '../../format.ts';
import { DecisionView } from './decision.tsx';
import type { Selected } from './view.tsx';

export function MessageDetails({ trace, picture, selection, dispatch, reveal }: Selected<'message'>) {
  const life = eventsOfMessage(trace, selection.message);
  const put = life.find(({ event }) => event.kind === 'put')?.event;
  const decisions = trace.decisions.filter(
    (decision) =>
      decision.message === selection.message ||
      life.some(({ event }) => 'decision' in event && event.decision === decision.id),
  );
  return (
    <>
      <h3>
        Message {selection.message} <span class="pill">{placeOf(picture.messages.get(selection.message))}</span>
      </h3>
      {put?.kind === 'put' && (
        <p class="facts">
          {put.persistent ? 'Persistent' : 'Not persistent'} ·{' '}
          {put.bound ? 'bound to one queue manager' : 'not bound, may be sent elsewhere'} · for {put.queue}
        </p>
      )}
      <h4>Its life</h4>
      <ol class="life" data-testid="life">
        {life.map(({ event, index }) => {
          const line = describeEvent(event);
          const isPast = index < picture.index;
          return (
            <li key={index} class={`${line.tone}${isPast ? '' : ' future'}`}>
              <button type="button" class="moment" onClick={() => dispatch({ type: 'seek-index', index: index + 1 })}>
                <span class="when">{formatTime(event.atUs)}</span>
                <span class="what">{line.text}</span>
              </button>
            </li>
          );
        })}
      </ol>
      {decisions.map((decision) => (
        <DecisionView key={decision.id} decision={decision} reveal={reveal} />
      ))}
    </>
  );
}

function placeOf(message: PictureMessage | undefined): string {
  const place = message?.place;
  switch (place?.kind) {
    case undefined:
      return 'not put yet';
    case 'queue':
      return `${message?.inDoubt ? 'in doubt, ' : ''}on ${place.queue}, ${place.queueManager}`;
    case 'wire':
      return `on its way to ${place.to}`;
    case 'application':
      return `with ${place.application}`;
    case 'done':
      return place.how;
  }
}
