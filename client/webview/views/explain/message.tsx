import { useMemo, useState } from 'preact/hooks';
import { messageIn } from '#core/sim/message-book.ts';
import type { PictureMessage } from '#core/sim/picture-types.ts';
import { sequenceDiagram } from '#core/sim/sequence-diagram.ts';
import type { Decision, Trace } from '#core/sim/trace.ts';
import { wayOf, whatMovesIt } from '#core/sim/what-moves-it.ts';
import { describeEvent, eventsOfMessage } from '../../event-text.ts';
import { formatTime } from '../../format.ts';
import { DecisionView } from './decision.tsx';
import type { Selected } from './view.tsx';

export function MessageDetails({ trace, picture, selection, dispatch, reveal }: Selected<'message'>) {
  const life = useMemo(() => eventsOfMessage(trace, selection.message), [trace, selection.message]);
  const decisions = useMemo(() => decisionsOf(trace, selection.message, life), [life]);
  const put = life.find(({ event }) => event.kind === 'put')?.event;
  const now = messageIn(picture.messages, selection.message);
  const past = life.flatMap(({ event, index }) => (index < picture.index ? [event] : []));
  const way = now === undefined ? undefined : whatMovesIt(trace.plan, picture, now, wayOf(trace.plan, past));
  return (
    <>
      <h3>
        Message {selection.message} <span class="pill">{placeOf(now)}</span>
      </h3>
      {put?.kind === 'put' && (
        <p class="facts">
          {put.persistent ? 'Persistent' : 'Not persistent'} ·{' '}
          {put.bound ? 'bound to one queue manager' : 'not bound, may be sent elsewhere'} · for {put.queue}
        </p>
      )}
      {way !== undefined && (
        <p class="facts" data-testid="moves-on">
          <b>What moves it on:</b> {way}
        </p>
      )}
      <h4>Its life</h4>
      <CopyDiagram trace={trace} message={selection.message} />
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
        <DecisionView key={decision.id} decision={decision} reveal={reveal} moment={formatTime(decision.atUs)} />
      ))}
    </>
  );
}

/** Puts the message's life on the clipboard as a sequence diagram, for a ticket or a page. */
function CopyDiagram({ trace, message }: { readonly trace: Trace; readonly message: number }) {
  const [answer, setAnswer] = useState<{ readonly message: number; readonly text: string }>();
  const copy = () =>
    navigator.clipboard.writeText(sequenceDiagram(trace, { messages: [message] })).then(
      () => setAnswer({ message, text: 'Copied.' }),
      () => setAnswer({ message, text: 'The clipboard cannot be written here.' }),
    );
  return (
    <p class="facts">
      <button type="button" class="link" title="Mermaid: code hosts and wikis draw it" onClick={copy}>
        Copy as sequence diagram
      </button>
      <span role="status">{answer?.message === message ? ` ${answer.text}` : ''}</span>
    </p>
  );
}

/** Those of its own, or, for a message put through a bound handle, the one that bound the handle. */
function decisionsOf(trace: Trace, message: number, life: readonly Moment[]): readonly Decision[] {
  const named = new Set(life.map(({ event }) => ('decision' in event ? event.decision : undefined)));
  const own = trace.decisions.filter((decision) => decision.message === message || named.has(decision.id));
  const put = life.find(({ event }) => event.kind === 'put');
  if (own.length > 0 || put?.event.kind !== 'put' || !put.event.bound) return own;
  const { application, queue } = put.event;
  const opened = trace.events
    .slice(0, put.index)
    .findLast((event) => event.kind === 'open' && event.application === application && event.queue === queue);
  return trace.decisions.filter((decision) => opened?.kind === 'open' && decision.id === opened.decision);
}

type Moment = ReturnType<typeof eventsOfMessage>[number];

function placeOf(message: PictureMessage | undefined): string {
  const place = message?.place;
  switch (place?.kind) {
    case undefined:
      return 'not put yet';
    case 'queue':
      return `${message?.inDoubt ? 'in doubt, ' : ''}on ${place.queue} at ${place.queueManager}`;
    case 'wire':
      return `on its way to ${place.to}`;
    case 'application':
      return `with ${place.application}`;
    case 'done':
      return place.how;
  }
}
