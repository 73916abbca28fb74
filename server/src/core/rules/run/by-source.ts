import { kept } from '#core/text/kept.ts';
import type { SourceId } from '#core/text/span.ts';
import type { RawFinding } from './raw-finding.ts';

type BySource = ReadonlyMap<SourceId, readonly RawFinding[]>;

/** Findings by their source; the same lists for the same list, so that a source of which nothing new is said is known by its lists. */
export const bySource = (findings: readonly RawFinding[]): BySource =>
  findings.length === 0 ? none : kept(split, findings, () => Map.groupBy(findings, ({ finding }) => finding.at.source));

const none: BySource = new Map();
const split = new WeakMap<readonly RawFinding[], BySource>();
