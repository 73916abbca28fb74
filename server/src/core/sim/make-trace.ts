import { eventsOf } from './event-log.ts';
import type { Trace, TraceEvent } from './trace.ts';

/** A trace from what is kept and posted of it; the event objects are made when somebody asks for them. */
export function makeTrace(kept: Omit<Trace, 'events'>): Trace {
  let events: readonly TraceEvent[] | undefined;
  return {
    ...kept,
    get events() {
      events ??= eventsOf(kept.log);
      return events;
    },
  };
}
