import type { Finding, Severity } from '#core/rules/rule.ts';
import { type EstateCounts, findingsSummary } from './findings-summary.ts';
import { type ReportSources, rangeOf } from './place.ts';
import type { Style } from './style.ts';

/** Findings for people: place, message, the line with the span underlined, related places, and a summary. */
export function findingsText(
  findings: readonly Finding[],
  counts: EstateCounts,
  sources: ReportSources,
  style: Style,
): string {
  const blocks = findings.map((finding) => findingBlock(finding, sources, style));
  return [...blocks, summaryLine(findings, counts, style), ''].join('\n');
}

function findingBlock(finding: Finding, sources: ReportSources, style: Style): string {
  const { source, span } = finding.at;
  const range = rangeOf(sources, source, span);
  const paint = painter(finding.severity, style);
  const lines = [
    `${style.bold(`${sources.nameOf(source)}:${range.line}:${range.column}`)} ${paint(finding.severity)} ${style.dim(finding.code)}`,
    `  ${finding.message}`,
    ...frame(finding, sources).map((line) => style.dim('  │ ') + line),
    ...(finding.related ?? []).map((related) => {
      const at = sources.positionOf(related.at.source, related.at.span.start);
      return style.dim(`  → ${sources.nameOf(related.at.source)}:${at.line}:${at.column} ${related.message}`);
    }),
    ...(finding.fixes?.length ? [style.dim(`  fix: ${finding.fixes.map((fix) => fix.title).join(' · ')}`)] : []),
    '',
  ];
  return lines.join('\n');
}

/** The first line of the span, and carets under it. Tabs stay tabs so that both lines align. */
function frame(finding: Finding, sources: ReportSources): readonly string[] {
  const range = rangeOf(sources, finding.at.source, finding.at.span);
  const text = sources.lineText(finding.at.source, range.line);
  const from = range.column - 1;
  const to = range.endLine === range.line ? range.endColumn - 1 : text.length;
  const window = windowAround(text, from, to);
  const pad = text.slice(window.start, from).replace(/[^\t]/g, ' ');
  return [text.slice(window.start, window.end), pad + '^'.repeat(Math.max(1, Math.min(to, window.end) - from))];
}

/** A line of a dump can be thousands of characters long: show what is around the span only. */
function windowAround(text: string, from: number, to: number): { readonly start: number; readonly end: number } {
  const widest = 120;
  if (text.length <= widest) return { start: 0, end: text.length };
  const start = Math.max(0, Math.min(from - 20, text.length - widest));
  return { start, end: Math.min(text.length, Math.max(start + widest, Math.min(to, start + 2 * widest))) };
}

function summaryLine(findings: readonly Finding[], counts: EstateCounts, style: Style): string {
  const s = findingsSummary(findings, counts);
  const parts = [
    count(s.errors, 'error'),
    count(s.warnings, 'warning'),
    count(s.infos, 'info'),
    count(s.hints, 'hint'),
  ].filter((part) => part !== undefined);
  const found = parts.length > 0 ? parts.join(', ') : 'no findings';
  const read = `${plural(s.commands, 'command')} in ${plural(s.files, 'file')} of ${plural(s.queueManagers, 'queue manager')}`;
  const paint = s.errors > 0 ? style.red : s.warnings > 0 ? style.yellow : style.green;
  return `${paint(found)}${style.dim(` — ${read}`)}`;
}

const count = (n: number, what: string): string | undefined => (n > 0 ? plural(n, what) : undefined);
const plural = (n: number, what: string): string => `${n} ${what}${n === 1 || what === 'info' ? '' : 's'}`;

function painter(severity: Severity, style: Style): (text: string) => string {
  if (severity === 'error') return style.red;
  if (severity === 'warning') return style.yellow;
  return severity === 'info' ? style.blue : style.dim;
}
