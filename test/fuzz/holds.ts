import type { Service } from '#core/service-types.ts';
import type { SourceId } from '#core/text/span.ts';

/** Ends the case when a property is broken. */
export function holds(condition: boolean, otherwise: string): asserts condition {
  if (!condition) throw new Error(otherwise);
}

/** Every span in an answer lies in the text of the source that the answer names nearest to it. */
export function checkAnswer(feature: string, answer: unknown, source: SourceId, service: Service): void {
  if (typeof answer !== 'object' || answer === null) return;
  if ('source' in answer && typeof answer.source === 'string')
    holds(service.text(answer.source) !== undefined, `${feature} points into ${answer.source}, which is not open`);
  const own = sourceOf(answer) ?? ('at' in answer ? sourceOf(answer.at) : undefined) ?? source;
  if ('start' in answer && 'end' in answer && typeof answer.start === 'number' && typeof answer.end === 'number') {
    const length = service.text(own)?.length ?? 0;
    const { start, end } = answer;
    holds(
      Number.isInteger(start) && 0 <= start && start <= end && end <= length,
      `${feature}: ${start} to ${end} is outside of ${own}, which has ${length} characters`,
    );
  }
  for (const part of Object.values(answer)) checkAnswer(feature, part, own, service);
}

const sourceOf = (place: unknown): SourceId | undefined =>
  typeof place === 'object' && place !== null && 'source' in place && typeof place.source === 'string'
    ? place.source
    : undefined;
