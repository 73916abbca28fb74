import type { Finding } from '#core/rules/rule.ts';
import { type EstateCounts, findingsSummary } from './findings-summary.ts';
import { type ReportSources, rangeOf } from './place.ts';

/** The value that `mqsc check --format json` prints. */
export function findingsJson(findings: readonly Finding[], counts: EstateCounts, sources: ReportSources): object {
  return {
    findings: findings.map((finding) => ({
      code: finding.code,
      severity: finding.severity,
      message: finding.message,
      file: sources.nameOf(finding.at.source),
      ...rangeOf(sources, finding.at.source, finding.at.span),
      queueManager: finding.queueManager ?? null,
      related: (finding.related ?? []).map((related) => ({
        file: sources.nameOf(related.at.source),
        ...sources.positionOf(related.at.source, related.at.span.start),
        message: related.message,
      })),
      fixes: (finding.fixes ?? []).map((fix) => fix.title),
    })),
    summary: findingsSummary(findings, counts),
  };
}
