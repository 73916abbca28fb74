import type { MessageDifferences } from '#core/sim/compare-messages.ts';
import type { Difference } from '#core/sim/compare-traces.ts';
import type { TraceEvent } from '#core/sim/trace.ts';

/** Where two runs part, as lines: the moment, what each does next, the counts that came out differently, and the messages that ended elsewhere. */
export function differenceText({ index, atUs, first, second, counts, messages }: Difference): string {
  const lines = counts
    .slice(0, mostCounts)
    .map(({ name, first: before, second: after }) => `  ${name}: ${before} → ${after}`);
  if (counts.length > mostCounts) lines.push(`  and ${counts.length - mostCounts} more`);
  return `${[
    `The runs are the same for ${index} events, up to ${(atUs / 1000).toFixed(3)} ms. Then`,
    `  before: ${eventText(first)}`,
    `  now:    ${eventText(second)}`,
    ...(lines.length > 0 ? ['Counts that differ:', ...lines] : ['All counts are the same.']),
    ...messageLines(messages),
  ].join('\n')}\n`;
}

function eventText(event: TraceEvent | undefined): string {
  if (event === undefined) return 'nothing more';
  const fields = Object.entries(event).filter(
    ([name, value]) => name !== 'kind' && name !== 'atUs' && value !== undefined,
  );
  const words = fields.map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  return `${(event.atUs / 1000).toFixed(3)} ms ${event.kind} ${words.join(' ')}`;
}

const mostCounts = 40;
const mostMessages = 20;

function messageLines({ elsewhere, otherTime }: MessageDifferences): readonly string[] {
  const lines = elsewhere
    .slice(0, mostMessages)
    .map(
      ({ application, ordinal, first, second }) =>
        `  ${application} ${ordinal}: ${first?.where ?? 'not put'} → ${second?.where ?? 'not put'}`,
    );
  const more = elsewhere.length - lines.length;
  return [
    ...(lines.length > 0 ? ['Messages that end elsewhere:', ...lines] : []),
    ...(more > 0 ? [`  and ${more} more`] : []),
    ...(otherTime > 0 ? [`Messages that end at the same place at another time: ${otherTime}`] : []),
  ];
}
