import { compareMessages, type MessageDifferences } from './compare-messages.ts';
import { type EventLog, eventAt, isSameEvent } from './event-log.ts';
import type { TotalName, Trace, TraceEvent } from './trace.ts';

/** Where two runs part, and what came of it. */
export interface Difference {
  /** How many events are the same. */
  readonly index: number;
  readonly atUs: number;
  /** What happens next in the first and in the second; undefined where it has ended. */
  readonly first: TraceEvent | undefined;
  readonly second: TraceEvent | undefined;
  /** Counts of the outcome that differ. */
  readonly totals: readonly { readonly name: string; readonly first: number; readonly second: number }[];
  readonly messages: MessageDifferences;
}

/** The first moment at which two traces differ; undefined when nothing does. */
export function compareTraces(first: Trace, second: Trace): Difference | undefined {
  const index = firstDifference(first.log, second.log);
  const totals = differingTotals(first, second);
  if (index === undefined && totals.length === 0) return undefined;
  const at = index ?? first.log.length;
  const events = { first: eventAt(first.log, at), second: eventAt(second.log, at) };
  const times = [events.first, events.second].flatMap((event) => (event === undefined ? [] : [event.atUs]));
  return {
    index: at,
    atUs: times.length === 0 ? first.outcome.endedAtMs * 1000 : Math.min(...times),
    ...events,
    totals,
    messages: compareMessages(first, second),
  };
}

function firstDifference(first: EventLog, second: EventLog): number | undefined {
  const most = Math.max(first.length, second.length);
  for (let at = 0; at < most; at++) if (!isSameEvent(first, second, at)) return at;
  return undefined;
}

function differingTotals(first: Trace, second: Trace): Difference['totals'] {
  const names = Object.keys(first.outcome.totals) as readonly TotalName[];
  return names.flatMap((name) => {
    const before = first.outcome.totals[name];
    const after = second.outcome.totals[name];
    return before === after ? [] : [{ name, first: before, second: after }];
  });
}
