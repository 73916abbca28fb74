import { harmNamed } from '#core/campaign/harms.ts';
import { changeText, rowName } from '#core/campaign/row-text.ts';
import { shownOf } from '#core/campaign/run-campaign.ts';
import type { Cell, Shown } from '#core/campaign/types.ts';
import type { PrintedReport } from './campaign-text.ts';

/** A campaign as JUnit XML: each failure is a test case, which fails when it loses messages or breaks an invariant. */
export function campaignJunit(report: PrintedReport): string {
  const isBad = ({ cells }: { readonly cells: readonly Pick<Cell, 'severity'>[] }) =>
    cells.some(({ severity }) => severity === 'bad');
  const failed = report.rows.filter(isBad).length;
  const suite = `name="${attribute(report.scenario)}" tests="${report.rows.length}" failures="${failed}" errors="0" skipped="0"`;
  const cases = report.rows.flatMap((row) => {
    const head = `    <testcase classname="${attribute(report.scenario)}" name="${attribute(rowName(row, report))}"`;
    const failures = row.cells.flatMap((cell) =>
      cell.severity === 'bad' ? [failureOf(cell, shownOf(report, row, cell))] : [],
    );
    const warnings = row.cells.flatMap((cell) => (cell.severity === 'warning' ? [wordsOf(cell)] : []));
    if (failures.length + warnings.length === 0) return [`${head}/>`];
    return [
      `${head}>`,
      ...failures,
      ...(warnings.length === 0 ? [] : [`      <system-out>${content(warnings.join('\n'))}</system-out>`]),
      '    </testcase>',
    ];
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="mqsc campaign" tests="${report.rows.length}" failures="${failed}">`,
    `  <testsuite ${suite}>`,
    ...cases,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

const wordsOf = ({ harm, most, first }: Cell<string, string>): string =>
  `${harmNamed(harm)?.title}: ${most} (${first.id})`;

function failureOf(cell: Cell<string, string>, shown: Shown<string, string> | undefined): string {
  const lines = [
    ...(shown === undefined ? [] : [shown.because]),
    ...(shown?.remedies ?? []).flatMap(({ advice, changes }) => [
      advice,
      ...changes.map((change) => `  ${change.at ?? ''} ${changeText(change)}`),
    ]),
    ...(shown === undefined ? [] : ['', shown.scenario]),
  ];
  return `      <failure type="${attribute(cell.harm)}" message="${attribute(wordsOf(cell))}">${content(lines.join('\n'))}</failure>`;
}

/** XML 1.0 knows no other control characters, not even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const content = (text: string): string =>
  text.replace(forbidden, '�').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const attribute = (text: string): string => content(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;');
