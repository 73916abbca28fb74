import type { Finding } from '#core/rules/rule.ts';
import { type Fingerprint, fingerprint, fingerprintKey } from './fingerprint.ts';
import type { ReportSources } from './place.ts';

/** Findings that an estate had when it adopted the check, and that are not reported until somebody mends them. */
export interface Baseline {
  readonly version: 1;
  /** In the order of file, queue manager, command, rule and text, so that the file's changes can be read. */
  readonly findings: readonly BaselineEntry[];
}

export interface BaselineEntry extends Fingerprint {
  /** How many findings look like this. */
  readonly count: number;
}

export const baselineOf = (findings: readonly Finding[], sources: ReportSources): Baseline => {
  const alike = Map.groupBy(
    findings.map((finding) => fingerprint(finding, sources)),
    fingerprintKey,
  );
  const entries = [...alike.values()].flatMap((same) => (same[0] ? [{ ...same[0], count: same.length }] : []));
  return { version: 1, findings: entries.toSorted((a, b) => compare(sortKey(a), sortKey(b))) };
};

/** One line for each finding, so that a merge touches what changed and nothing else. */
export const baselineText = ({ version, findings }: Baseline): string =>
  findings.length === 0
    ? `{ "version": ${version}, "findings": [] }\n`
    : `{ "version": ${version}, "findings": [\n${findings.map((entry) => `  ${JSON.stringify(entry)}`).join(',\n')}\n] }\n`;

/** Reads what `baselineText` wrote; says what is wrong otherwise. */
export function readBaseline(text: string): { readonly baseline: Baseline } | { readonly problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: 'is no JSON' };
  }
  if (!isRecord(value) || !Array.isArray(value.findings)) return { problem: 'is no baseline' };
  if (value.version !== 1) return { problem: `has version ${String(value.version)}; this program knows version 1` };
  const entries: readonly unknown[] = value.findings;
  const findings = entries.filter(isEntry);
  if (findings.length < entries.length) return { problem: 'has a finding that lacks rule, file, … or count' };
  return { baseline: { version: 1, findings } };
}

export interface Compared {
  /** Findings that the baseline does not hold, in their order. */
  readonly fresh: readonly Finding[];
  readonly known: number;
  /** What the baseline holds and nothing is like any more, with how many of them are gone. */
  readonly gone: readonly BaselineEntry[];
}

/** Of findings that are alike, the first ones are those of the baseline. */
export function compareToBaseline(findings: readonly Finding[], baseline: Baseline, sources: ReportSources): Compared {
  const left = new Map<string, number>();
  for (const entry of baseline.findings) {
    const key = fingerprintKey(entry);
    left.set(key, (left.get(key) ?? 0) + entry.count);
  }
  const fresh = findings.filter((finding) => {
    const key = fingerprintKey(fingerprint(finding, sources));
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count === 0;
  });
  const gone = baseline.findings.flatMap((entry) => {
    const count = left.get(fingerprintKey(entry)) ?? 0;
    left.delete(fingerprintKey(entry));
    return count > 0 ? [{ ...entry, count }] : [];
  });
  return { fresh, known: findings.length - fresh.length, gone };
}

const sortKey = ({ file, queueManager, command, rule, text }: BaselineEntry): string =>
  [file, queueManager, command, rule, text].join('\u0000');
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isEntry = (value: unknown): value is BaselineEntry =>
  isRecord(value) &&
  [value.rule, value.file, value.queueManager, value.command, value.text].every((part) => typeof part === 'string') &&
  Number.isInteger(value.count);
