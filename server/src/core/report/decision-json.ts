import type { Decision } from '#core/sim/trace.ts';
import type { Location } from '#core/text/span.ts';
import { type ReportSources, rangeOf } from './place.ts';

/** The value that `mqsc explain --format json` prints: the decision, its places as file, line and column. */
export function decisionJson(decision: Decision, sources: ReportSources): object {
  const place = (at: Location | undefined): object | undefined =>
    at === undefined ? undefined : { file: sources.nameOf(at.source), ...rangeOf(sources, at.source, at.span) };
  return {
    ...decision,
    candidates: decision.candidates.map((candidate) => ({ ...candidate, definedAt: place(candidate.definedAt) })),
    steps: decision.steps.map((step) => ({
      ...step,
      dropped: step.dropped.map((each) => ({ ...each, at: place(each.at) })),
    })),
  };
}
