import { crossCheck } from '#core/campaign/cross-check.ts';
import { harmNamed } from '#core/campaign/harms.ts';
import { type Lesson, lessonsOf } from '#core/campaign/lessons.ts';
import {
  changeText,
  columnsOf,
  cutShortText,
  rowName,
  secondsText,
  severityOf,
  summaryText,
} from '#core/campaign/row-text.ts';
import type { Report, Row } from '#core/campaign/types.ts';
import type { Style } from './style.ts';

/** A report whose scenarios are texts and whose places are `file:line:column`. */
export type PrintedReport = Report<string, string>;

/** A campaign for people: the matrix, what to do about it, and what the rules had said. */
export function campaignText(
  report: PrintedReport,
  style: Style,
  fileOf: (lesson: Lesson<string, string>) => string | undefined,
): string {
  const parts = [
    `${style.bold(`Failure campaign: ${report.scenario}`)}\n${effortText(report)}`,
    summaryText(report),
    matrix(report, style),
    lessonsOf(report)
      .map((lesson) => lessonText(lesson, report, style, fileOf(lesson)))
      .join('\n\n'),
    rulesText(report, style),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** What was done. */
export function effortText(report: Report<unknown, unknown>): string {
  const { counts, seed, seeds, units, done, healthy } = report;
  const seedText = seeds === 1 ? `seed ${seed}` : `seeds ${seed} to ${seed + seeds - 1}`;
  const pairs = report.failures === 2 ? `, ${counts.pairs} cases of two failures` : '';
  const part = done < units ? `; ${done} of ${units} units of work are done` : '';
  // Each moment is tried twice: repaired, and for good.
  return `${counts.tried} cases at ${counts.moments} moments${pairs}, ${seedText}${part}. Without a failure: put ${healthy.put}, consumed ${healthy.consumed}, violations ${healthy.violations}.${cutShortText(report)}`;
}

function matrix(report: PrintedReport, style: Style): string {
  const columns = columnsOf(report.rows);
  const head = ['', 'failure', ...columns.map(({ title }) => title), 'recovers in', 'cases'];
  const lines = report.rows.map((row) => [
    { bad: '✗', warning: '!', note: ' ', none: '✓' }[severityOf(row) ?? 'none'],
    rowName(row, report),
    ...columns.map(({ name }) => String(row.cells.find(({ harm }) => harm === name)?.most ?? '')),
    row.recoveryUs === 0 ? '' : secondsText(row.recoveryUs),
    String(row.cases),
  ]);
  const widths = head.map((title, at) => Math.max(title.length, ...lines.map((line) => line[at]?.length ?? 0)));
  const laid = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => (at === 1 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd();
  return [
    style.bold(laid(head)),
    ...report.rows.map((row, index) => colourOf(row, style)(laid(lines[index] ?? []))),
  ].join('\n');
}

function colourOf(row: Row<string, string>, style: Style): (text: string) => string {
  const severity = severityOf(row);
  return severity === 'bad' ? style.red : severity === 'warning' ? style.yellow : (text) => text;
}

function lessonText(
  lesson: Lesson<string, string>,
  report: PrintedReport,
  style: Style,
  file: string | undefined,
): string {
  const { harm, severity, most, rows, shown, remedies } = lesson;
  const [first, ...others] = rows;
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  const name = `${severity === 'bad' ? '✗' : '!'} ${harmNamed(harm)?.title}, up to ${most}: ${first === undefined ? '' : rowName(first, report)}${more}`;
  return [
    (severity === 'bad' ? style.red : style.yellow)(name),
    ...(shown.because === '' ? [] : [`  ${shown.because}`]),
    ...remedies.flatMap(({ advice, rule, changes }) => [
      `  ${style.green('→')} ${advice}${rule === undefined ? '' : ` (${rule})`}`,
      ...changes.map((change) => `      ${change.at === undefined ? '' : `${change.at}  `}${changeText(change)}`),
    ]),
    ...(remedies.length === 0 ? ['  No single change of a definition that was tried prevents it.'] : []),
    ...(file === undefined ? [] : [`  mqsc simulate ${file}`]),
  ].join('\n');
}

/** Words for how a rule and what happened go together. */
export const verdictText = {
  foretold: 'foretold, and it happens',
  'not-foretold': 'happens, and no finding foretold it',
  'did-not-happen': 'foretold, but it did not happen here',
} as const;

function rulesText(report: PrintedReport, style: Style): string {
  const checks = crossCheck(report);
  if (checks.length === 0) return '';
  return [
    style.bold('Rules and what happened'),
    ...checks.map(
      ({ rule, verdict, rows }) =>
        `  ${rule}: ${verdictText[verdict]}${rows[0] === undefined ? '' : ` (${rows[0]}${rows.length > 1 ? ` and ${rows.length - 1} more` : ''})`}`,
    ),
  ].join('\n');
}
