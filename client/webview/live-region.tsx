import { useRef } from 'preact/hooks';
import type { Trace } from '#core/sim/trace.ts';
import { describeEvent, newsBetween } from './event-text.ts';
import { endOf, type PanelState } from './store.ts';

/** Says what a person who cannot see the panel would miss: each event that is stepped to; failures, repairs and violations as a play passes them. */
export function LiveRegion({ state, trace }: { readonly state: PanelState; readonly trace: Trace }) {
  const { index, isPlaying, announcement } = state;
  // What a play said last stays until there is more to say.
  const said = useRef({ index, text: '' });
  const text = isPlaying
    ? newsBetween(trace, said.current.index, index) || said.current.text
    : state.atUs <= endOf(trace)
      ? textAt(trace, index)
      : '';
  said.current = { index, text };
  return (
    <div class="sr-only" aria-live="polite" data-testid="announcement">
      {announcement === '' ? text : `${announcement}. ${text}`}
    </div>
  );
}

function textAt({ events }: Trace, index: number): string {
  const event = events[index - 1];
  return event === undefined ? '' : describeEvent(event).text;
}
