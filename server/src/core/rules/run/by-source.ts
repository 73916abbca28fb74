import type { SourceId } from '#core/text/span.ts';
import type { RawFinding } from './raw-finding.ts';

/** Findings that are all of one source. */
export interface SourceFindings {
  readonly source: SourceId;
  readonly findings: readonly RawFinding[];
}

/** Findings by their source; the same lists for the same list, so that a source of which nothing new is said is known by its lists. */
export function bySource(findings: readonly RawFinding[]): readonly SourceFindings[] {
  if (findings.length === 0) return none;
  const known = kept.get(findings);
  if (known) return known;
  const split = Array.from(
    Map.groupBy(findings, ({ finding }) => finding.at.source),
    ([source, own]) => ({ source, findings: own }),
  );
  kept.set(findings, split);
  return split;
}

const none: readonly SourceFindings[] = [];
const kept = new WeakMap<readonly RawFinding[], readonly SourceFindings[]>();
