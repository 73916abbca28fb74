import type { Trace, TraceEvent } from '#core/sim/trace.ts';

/** A trace as lines for a golden file: time in milliseconds, what, and the fields that say something. */
export const traceText = ({ events, outcome }: Trace): string =>
  [
    ...events.map(
      (event) => `${(event.atUs / 1000).toFixed(3).padStart(10)} ${event.kind.padEnd(13)} ${fields(event)}`,
    ),
    '',
    ...Object.entries(outcome.totals).flatMap(([name, count]) => (count === 0 ? [] : [`${name}: ${count}`])),
    '',
  ].join('\n');

function fields(event: TraceEvent): string {
  return Object.entries(event)
    .filter(([name, value]) => name !== 'atUs' && name !== 'kind' && name !== 'decision' && value !== undefined)
    .map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' ');
}
