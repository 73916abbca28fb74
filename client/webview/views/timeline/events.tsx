import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Trace, TraceEvent } from '#core/sim/trace.ts';
import { concerns, describeEvent } from '../../event-text.ts';
import { formatTime } from '../../format.ts';
import type { PanelAction, Selection } from '../../store.ts';

export interface EventsProps {
  readonly trace: Trace;
  readonly index: number;
  readonly selection: Selection | undefined;
  readonly dispatch: (action: PanelAction) => void;
}

type Filter = 'all' | 'important' | 'selected';

/** What happened around now, one line an event; a line leads to its moment. */
export function EventsView({ trace, index, selection, dispatch }: EventsProps) {
  const [filter, setFilter] = useState<Filter>('all');
  const list = useRef<HTMLOListElement>(null);
  const matching = useMemo(() => indexesOf(trace, filter, selection), [trace, filter, selection]);
  const shown = around(matching, index).flatMap((at) => {
    const event = trace.events[at];
    return event === undefined ? [] : [{ event, at }];
  });
  useLayoutEffect(() => {
    if (list.current !== null) showNow(list.current);
  }, [index, filter]);
  return (
    <div class="events">
      <fieldset class="filter">
        <legend class="sr-only">Which events</legend>
        {(['all', 'important', ...(selection === undefined ? [] : ['selected' as const])] as const).map((one) => (
          <label key={one}>
            <input type="radio" name="event-filter" checked={filter === one} onChange={() => setFilter(one)} />
            <span>{{ all: 'All', important: 'Important', selected: 'Of the selection' }[one]}</span>
          </label>
        ))}
      </fieldset>
      <ol class="event-list" ref={list}>
        {shown.map(({ event, at }) => {
          const line = describeEvent(event);
          return (
            <li key={at} class={`event ${line.tone}${at === index - 1 ? ' now' : at >= index ? ' future' : ''}`}>
              <button
                type="button"
                aria-current={at === index - 1 ? 'step' : undefined}
                onClick={() => dispatch({ type: 'seek-index', index: at + 1 })}
              >
                <span class="when">{formatTime(event.atUs)}</span>
                <span class="what">{line.text}</span>
              </button>
              {line.decision !== undefined && (
                <button
                  type="button"
                  class="link why"
                  aria-label={`why? ${line.text}`}
                  onClick={() =>
                    dispatch({ type: 'select', selection: { kind: 'decision', decision: line.decision ?? 0 } })
                  }
                >
                  why?
                </button>
              )}
            </li>
          );
        })}
      </ol>
      {shown.length === 0 && <p class="quiet">Nothing of this kind happened.</p>}
    </div>
  );
}

const EACH_WAY = 60;

/** The places in the trace of all events that pass. */
function indexesOf(trace: Trace, filter: Filter, selection: Selection | undefined): readonly number[] {
  const indexes: number[] = [];
  trace.events.forEach((event, at) => {
    const passes =
      filter === 'all' ||
      (filter === 'important'
        ? describeEvent(event).isImportant
        : selection !== undefined && belongs(event, selection));
    if (passes) indexes.push(at);
  });
  return indexes;
}

/** Those of the rising `indexes` that are near `index`. */
function around(indexes: readonly number[], index: number): readonly number[] {
  let low = 0;
  let high = indexes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((indexes[middle] ?? Number.POSITIVE_INFINITY) < index) low = middle + 1;
    else high = middle;
  }
  return indexes.slice(Math.max(0, low - EACH_WAY), low + EACH_WAY);
}

function belongs(event: TraceEvent, selection: Selection): boolean {
  switch (selection.kind) {
    case 'queue-manager':
      return concerns(event, selection.queueManager);
    case 'queue':
      return concerns(event, selection.queue) && concerns(event, selection.queueManager);
    case 'channel':
      return concerns(event, selection.channel);
    case 'application':
      return concerns(event, selection.application);
    case 'message':
      return 'message' in event && event.message === selection.message;
    case 'decision':
      return 'decision' in event && event.decision === selection.decision;
  }
}

/** Scrolls the list to the event shown, but never the page: in a narrow panel a play would carry the map out of sight. */
function showNow(list: HTMLElement): void {
  const now = list.querySelector('.now')?.getBoundingClientRect();
  const room = list.closest('.tab-content');
  if (now === undefined || room === null || room.scrollHeight <= room.clientHeight) return;
  const { top, bottom } = room.getBoundingClientRect();
  if (now.top < top) room.scrollTop -= top - now.top;
  else if (now.bottom > bottom) room.scrollTop += now.bottom - bottom;
}
