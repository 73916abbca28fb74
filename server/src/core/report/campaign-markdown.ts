import { crossCheck } from '#core/campaign/cross-check.ts';
import { harmNamed } from '#core/campaign/harms.ts';
import { type Lesson, lessonsOf } from '#core/campaign/lessons.ts';
import { changeText, columnsOf, rowName, secondsText, severityOf, summaryText } from '#core/campaign/row-text.ts';
import { effortText, type PrintedReport, verdictText } from './campaign-text.ts';
import { markdownTable, titledPart } from './markdown-table.ts';

/** A campaign as Markdown, for a pull request or a wiki page. */
export function campaignMarkdown(report: PrintedReport): string {
  const columns = columnsOf(report.rows);
  const matrix = markdownTable(
    ['', 'failure', ...columns.map(({ title }) => title), 'recovers in'],
    report.rows.map((row) => [
      { bad: '❌', warning: '⚠️', note: '', none: '✅' }[severityOf(row) ?? 'none'],
      rowName(row, report),
      ...columns.map(({ name }) => row.cells.find(({ harm }) => harm === name)?.most ?? ''),
      row.recoveryUs === 0 ? '' : secondsText(row.recoveryUs),
    ]),
  );
  const rules = markdownTable(
    ['rule', 'verdict', 'failures that show it'],
    crossCheck(report).map(({ rule, verdict, rows }) => [rule, verdictText[verdict], rows.slice(0, 3).join(', ')]),
  );
  const parts = [
    `# Failure campaign: ${report.scenario}`,
    summaryText(report),
    effortText(report),
    matrix,
    titledPart(
      'What to do',
      lessonsOf(report)
        .map((lesson) => lessonPart(lesson, report))
        .join('\n\n'),
    ),
    titledPart('Rules and what happened', rules),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function lessonPart({ harm, most, rows, shown, remedies: all }: Lesson<string, string>, report: PrintedReport): string {
  const remedies = all.flatMap(({ advice, rule, changes }) => [
    `- ${advice}${rule === undefined ? '' : ` (\`${rule}\`)`}`,
    ...changes.map((change) => `  - ${changeText(change)}${change.at === undefined ? '' : ` (${change.at})`}`),
  ]);
  return [
    `### ${harmNamed(harm)?.title}, up to ${most}`,
    rows.map((row) => rowName(row, report)).join(' · '),
    shown.because,
    remedies.length === 0 ? 'No single change of a definition that was tried prevents it.' : remedies.join('\n'),
    `<details><summary>The smallest scenario that shows it</summary>\n\n\`\`\`yaml\n${shown.scenario}\`\`\`\n\n</details>`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
