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
  /** Counts of the outcome that differ: totals by their names, those of a queue as `queues.QM2.Q3.arrived`. */
  readonly counts: readonly { readonly name: string; readonly first: number; readonly second: number }[];
  readonly messages: MessageDifferences;
}

/** The first moment at which two traces differ; undefined when nothing does. */
export function compareTraces(first: Trace, second: Trace): Difference | undefined {
  const index = firstDifference(first.log, second.log);
  const counts = [...differingTotals(first, second), ...differingQueues(first, second)];
  if (index === undefined && counts.length === 0) return undefined;
  const at = index ?? first.log.length;
  const events = { first: eventAt(first.log, at), second: eventAt(second.log, at) };
  const times = [events.first, events.second].flatMap((event) => (event === undefined ? [] : [event.atUs]));
  return {
    index: at,
    atUs: times.length === 0 ? first.outcome.endedAtMs * 1000 : Math.min(...times),
    ...events,
    counts,
    messages: compareMessages(first, second),
  };
}

function firstDifference(first: EventLog, second: EventLog): number | undefined {
  const most = Math.max(first.length, second.length);
  for (let at = 0; at < most; at++) if (!isSameEvent(first, second, at)) return at;
  return undefined;
}

function differingTotals(first: Trace, second: Trace): Difference['counts'] {
  const names = Object.keys(first.outcome.totals) as readonly TotalName[];
  return names.flatMap((name) => {
    const before = first.outcome.totals[name];
    const after = second.outcome.totals[name];
    return before === after ? [] : [{ name, first: before, second: after }];
  });
}

function differingQueues(first: Trace, second: Trace): Difference['counts'] {
  const before = queueCounts(first);
  const after = queueCounts(second);
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const counts = { name, first: before.get(name) ?? 0, second: after.get(name) ?? 0 };
    return counts.first === counts.second ? [] : [counts];
  });
}

const queueCounts = ({ outcome }: Trace): ReadonlyMap<string, number> =>
  new Map(
    Object.entries(outcome.queues).flatMap(([queueManager, queues]) =>
      Object.entries(queues).flatMap(([queue, { arrived, consumed, depth }]) =>
        Object.entries({ arrived, consumed, depth }).map(
          ([what, count]) => [`queues.${queueManager}.${queue}.${what}`, count] as const,
        ),
      ),
    ),
  );
