import type { Estate } from '#core/model/model.ts';
import type { Finding } from '#core/rules/rule.ts';

/** Counts that close every form of the report. */
export interface FindingsSummary {
  readonly files: number;
  readonly commands: number;
  readonly queueManagers: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly hints: number;
}

export type EstateCounts = Pick<FindingsSummary, 'files' | 'commands' | 'queueManagers'>;

export function findingsSummary(findings: readonly Finding[], counts: EstateCounts): FindingsSummary {
  const of = (severity: Finding['severity']) => findings.filter((f) => f.severity === severity).length;
  return { ...counts, errors: of('error'), warnings: of('warning'), infos: of('info'), hints: of('hint') };
}

/** How much was read: the report says so, because no finding in no file means nothing. */
export function estateCounts(estates: readonly Estate[]): EstateCounts {
  const documents = estates.flatMap((estate) => [...estate.documents.values()]);
  const slices = documents.flatMap((document) => document.slices);
  return {
    files: documents.length,
    commands: slices.reduce((sum, slice) => sum + slice.commands.length, 0),
    queueManagers: estates.reduce((sum, estate) => sum + estate.queueManagers.size, 0),
  };
}
