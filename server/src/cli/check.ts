import { writeFileSync } from 'node:fs';
import { type Baseline, compareToBaseline } from '#core/report/baseline.ts';
import { findingsGithub } from '#core/report/findings-github.ts';
import { findingsJson } from '#core/report/findings-json.ts';
import { findingsSarif } from '#core/report/findings-sarif.ts';
import { estateCounts } from '#core/report/findings-summary.ts';
import { findingsText } from '#core/report/findings-text.ts';
import { colourStyle, plainStyle } from '#core/report/style.ts';
import type { Finding } from '#core/rules/rule.ts';
import { rules } from '#core/service.ts';
import { parseArguments } from './arguments.ts';
import { openBaseline, tellOfBaseline, writeBaseline } from './baseline.ts';
import { type CliCommand, exitCodes, Misuse, type Terminal } from './command.ts';
import { applyFixes } from './fix.ts';
import { version } from './version.ts';
import { openWorkspace, standardInput, type Workspace } from './workspace.ts';

export const check: CliCommand = {
  name: 'check',
  summary: 'findings of the whole estate below PATH',
  usage: `mqsc check [PATH…] [--format text|json|sarif|github] [--fix] [--max-warnings N] [--baseline FILE [--write-baseline]]

Reads every MQSC file below PATH (default: here; - is standard input) as one estate and prints what it finds.
  --format F        text (default), json, sarif (2.1.0) or github (annotations)
  --fix             applies the fixes that are certain, writes the files, and reports what is left
  --max-warnings N  exit 1 when there are more than N warnings
  --baseline FILE   leaves out the findings that FILE holds, and names those of FILE that are gone
  --write-baseline  writes all findings of now into FILE instead of reporting them
Exit: 0 no errors, 1 errors (or too many warnings), 2 the command line is wrong.`,
  run: async (argv, terminal) => {
    const options = parseArguments(argv, {
      format: ['text', 'json', 'sarif', 'github'],
      fix: 'flag',
      'max-warnings': 'number',
      baseline: 'text',
      'write-baseline': 'flag',
    });
    const path = options.text('baseline');
    const isWritten = options.flag('write-baseline');
    if (isWritten && path === undefined) throw new Misuse('--write-baseline needs --baseline FILE');
    const baseline = path !== undefined && !isWritten ? openBaseline(path, terminal) : emptyBaseline;
    const workspace = openWorkspace(options.paths, terminal);
    const compared = () => compareToBaseline(askedFindings(workspace), baseline, workspace.sources);
    if (options.flag('fix')) writeFixes(workspace, () => compared().fresh, terminal);
    const result = compared();
    if (path !== undefined && isWritten) {
      writeBaseline(path, result.fresh, workspace, terminal);
      return exitCodes.fine;
    }
    terminal.out(render(result.fresh, options.text('format') ?? 'text', workspace, terminal));
    if (path !== undefined) tellOfBaseline(path, result, workspace, terminal);
    const errors = result.fresh.filter((f) => f.severity === 'error').length;
    const warnings = result.fresh.filter((f) => f.severity === 'warning').length;
    return errors > 0 || warnings > (options.number('max-warnings') ?? Infinity) ? exitCodes.found : exitCodes.fine;
  },
};

const emptyBaseline: Baseline = { version: 1, findings: [] };

const askedFindings = ({ service, isAsked }: Workspace): readonly Finding[] =>
  [...service.allFindings()]
    .filter(([source]) => isAsked(source) || source.endsWith('mqsc.yaml'))
    .flatMap(([, own]) => own);

function render(findings: readonly Finding[], format: string, workspace: Workspace, terminal: Terminal): string {
  const { sources } = workspace;
  const counts = estateCounts(workspace.service.estates());
  if (format === 'json') return `${JSON.stringify(findingsJson(findings, counts, sources), undefined, 2)}\n`;
  if (format === 'sarif') return `${JSON.stringify(findingsSarif(findings, rules, version, sources), undefined, 2)}\n`;
  if (format === 'github') return findingsGithub(findings, sources);
  return findingsText(findings, counts, sources, terminal.hasColours ? colourStyle : plainStyle);
}

function writeFixes(workspace: Workspace, findings: () => readonly Finding[], terminal: Terminal): void {
  const { service, sources } = workspace;
  const changed = applyFixes(service, findings);
  for (const source of changed) {
    if (source === standardInput) continue;
    writeFileSync(source, service.text(source) ?? '');
    terminal.err(`fixed ${sources.nameOf(source)}\n`);
  }
}
