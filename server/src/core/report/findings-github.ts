import type { Finding } from '#core/rules/rule.ts';
import { type ReportSources, rangeOf } from './place.ts';

/** One workflow command a finding, which GitHub Actions shows beside the line in a pull request. */
export const findingsGithub = (findings: readonly Finding[], sources: ReportSources): string =>
  findings.map((finding) => `${annotation(finding, sources)}\n`).join('');

function annotation(finding: Finding, sources: ReportSources): string {
  const range = rangeOf(sources, finding.at.source, finding.at.span);
  const kind = finding.severity === 'error' ? 'error' : finding.severity === 'warning' ? 'warning' : 'notice';
  const properties = [
    `file=${property(sources.nameOf(finding.at.source))}`,
    `line=${range.line}`,
    `endLine=${range.endLine}`,
    `col=${range.column}`,
    `endColumn=${range.endColumn}`,
    `title=${property(finding.code)}`,
  ].join(',');
  return `::${kind} ${properties}::${data(finding.message)}`;
}

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
