import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { makeShell, type Shell } from '../support/shell.ts';

/** The recipes of docs/campaigns.md for many machines, as they stand there, in fewer parts and on this one. */
const root = path.resolve(import.meta.dirname, '../..');
const docs = readFileSync(path.join(root, 'docs/campaigns.md'), 'utf8');
const blocks = [...docs.matchAll(/^```(yaml|sh)\n([\s\S]*?)^```$/gm)].map(([, kind, text]) => ({
  kind,
  text: text ?? '',
}));
const blockWith = (words: string): string => blocks.find(({ text }) => text.includes(words))?.text ?? '';

const parts = 3;
let shell: Shell;
let whole = '';

beforeAll(() => {
  shell = makeShell({
    'orders.mqsim.yaml': [
      'version: 1',
      'name: two orders',
      'until: 2s',
      'definitions: { QM2: "DEFINE QLOCAL(Q3) CLUSTER(CL)" }',
      'clusters: { CL: { members: [QM1, QM2], fullRepositories: [QM1] } }',
      'applications: [{ name: orders, kind: producer, queueManager: QM1, queue: Q3, count: 1 }]',
      '',
    ].join('\n'),
  });
  mkdirSync(path.join(shell.directory, 'bin'));
  program('mqsc', `exec "${process.execPath}" "${path.join(root, 'server/src/cli/bin.ts')}" "$@"`);
  // GNU parallel, as far as the recipe goes: options first, one call for each argument behind `:::`, what it says in a file of its own.
  program(
    'parallel',
    '[ "$1 $3 $6" = "--sshloginfile --results :::" ] || exit 2\nresults=$4 command=$5; shift 6\nfor one; do mkdir -p "$results/1/$one"; sh -c "$(echo "$command" | sed "s/{}/$one/")" > "$results/1/$one/stdout"; done',
  );
  bash(`mqsc campaign orders.mqsim.yaml --failures 2 --workers 2 --format json > whole.json`);
  whole = shell.read('whole.json');
}, 120_000);
afterAll(() => shell.remove());

function program(name: string, text: string): void {
  const file = path.join(shell.directory, 'bin', name);
  writeFileSync(file, `#!/bin/sh\n${text}\n`);
  chmodSync(file, 0o755);
}

function bash(script: string, environment: Readonly<Record<string, string>> = {}): void {
  spawnSync('bash', ['--norc', '-c', script], {
    cwd: shell.directory,
    env: {
      ...environment,
      PATH: `${path.join(shell.directory, 'bin')}:${path.dirname(process.execPath)}:${process.env.PATH}`,
    },
  });
}

const merged = (files: string): string => {
  bash(`mqsc campaign merge ${files} --format json > merged.json`);
  return shell.read('merged.json');
};

describe('the recipes for many machines come to the same as one', { timeout: 240_000 }, () => {
  test('the matrix of GitHub', () => {
    const { jobs } = parse(blockWith('matrix:'));
    expect(jobs.shard.strategy.matrix.part).toEqual([1, 2, 3, 4]);
    const step = jobs.shard.steps.map(({ run }: { run?: string }) => run ?? '').find((run: string) => run !== '');
    for (let part = 1; part <= parts; part++)
      bash(
        `set -e\n${step.replaceAll('${{ matrix.part }}', String(part)).replace('/4', `/${parts}`).replace('scenarios/', '')}`,
      );
    const join = jobs.report.steps.at(-1).run;
    expect(join).toContain('part-*.json');
    bash(join);
    expect(shell.read('campaign.xml')).toContain('<testsuite');
    expect(merged('part-*.json')).toBe(whole);
  });

  test('GNU parallel', () => {
    const script = blockWith('parallel --sshloginfile').replaceAll('64', String(parts));
    bash(script);
    expect(shell.read('campaign.md')).toContain('# Failure campaign: two orders');
    expect(merged('$(find parts -name stdout)')).toBe(whole);
  });

  test('an indexed Job of Kubernetes', () => {
    const manifest = readFileSync(path.join(root, 'docs/campaign-job.yaml'), 'utf8');
    const [job, cron] = parseAllDocuments(manifest).map((document) => document.toJS());
    expect(manifest).toContain('/64');
    expect(job.spec.completions).toBe(64);
    const here = (text: string): string => text.replaceAll('/scenario/', '').replaceAll('/parts/', 'pods/');
    const script = here(job.spec.template.spec.containers[0].args[0]).replace('/64', `/${parts}`);
    mkdirSync(path.join(shell.directory, 'pods'));
    for (let index = 0; index < parts; index++) bash(`set -e\n${script}`, { JOB_COMPLETION_INDEX: String(index) });
    const container = cron.spec.jobTemplate.spec.template.spec.containers[0];
    bash(`${here(container.command.at(-1))} > pods.md`);
    expect(shell.read('pods.md')).toContain('# Failure campaign: two orders');
    expect(merged('pods/*.json')).toBe(whole);
  });
});
