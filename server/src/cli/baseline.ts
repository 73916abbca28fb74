import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Baseline, baselineOf, baselineText, type Compared, readBaseline } from '#core/report/baseline.ts';
import type { Finding } from '#core/rules/rule.ts';
import { Misuse, type Terminal } from './command.ts';
import type { Workspace } from './workspace.ts';

/** @throws {Misuse} when the file is not there or holds something else. */
export function openBaseline(path: string, terminal: Terminal): Baseline {
  const full = resolve(terminal.directory, path);
  if (!existsSync(full)) throw new Misuse(`no such baseline: ${path}; --write-baseline makes it`);
  const read = readBaseline(readFileSync(full, 'utf8'));
  if ('problem' in read) throw new Misuse(`${path} ${read.problem}`);
  return read.baseline;
}

export function writeBaseline(path: string, findings: readonly Finding[], workspace: Workspace, terminal: Terminal) {
  writeFileSync(resolve(terminal.directory, path), baselineText(baselineOf(findings, workspace.sources)));
  terminal.err(`${path} holds ${plural(findings.length)} now\n`);
}

/**
 * Says how many findings the baseline hides, and which of its are mended. Of files that were not looked at nothing is
 * known, unless they are no more.
 */
export function tellOfBaseline(path: string, { known, gone }: Compared, workspace: Workspace, terminal: Terminal) {
  const seen = new Set(
    workspace.service
      .sources()
      .filter(workspace.isAsked)
      .map((one) => workspace.sources.nameOf(one)),
  );
  const mended = gone.filter(({ file }) => seen.has(file) || !existsSync(resolve(terminal.directory, file)));
  if (known > 0) terminal.err(`${plural(known)} of ${path} not shown\n`);
  if (mended.length === 0) return;
  const count = mended.reduce((sum, entry) => sum + entry.count, 0);
  terminal.err(`${plural(count)} of ${path} gone; --write-baseline takes them out:\n`);
  for (const { file, rule, command } of mended) terminal.err(`  ${[file, rule, command].join(' ').trimEnd()}\n`);
}

const plural = (count: number): string => `${count} finding${count === 1 ? '' : 's'}`;
