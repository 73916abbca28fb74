import type { SourceId } from '#core/text/span.ts';
import type { Assignment, Estate, QueueManager } from './model.ts';

/** The piece of a source that belongs to the same queue managers as the offset; undefined outside of all MQSC. */
export function assignmentAt(estate: Estate, source: SourceId, offset: number): Assignment | undefined {
  const assignments = estate.assignments.get(source) ?? [];
  return (
    assignments.find((a) => a.span.start <= offset && offset < a.span.end) ??
    assignments.findLast((a) => a.span.start <= offset && offset <= a.span.end)
  );
}

/** The queue managers that run the text at the offset. */
export const ownersAt = (estate: Estate, source: SourceId, offset: number): readonly QueueManager[] =>
  (assignmentAt(estate, source, offset)?.queueManagers ?? []).flatMap((name) => estate.queueManagers.get(name) ?? []);
