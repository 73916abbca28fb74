import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { makeShell, type Shell } from '../support/shell.ts';

const root = path.resolve(import.meta.dirname, '../..');
const readYaml = (file: string) => parse(readFileSync(path.join(root, file), 'utf8'));

let shell: Shell;
beforeEach(() => {
  shell = makeShell({ 'a b/QM1.mqsc': 'DEFINE QLOCAL(A) DEFBND(OPEN)\n', 'QM2.mqsc': 'DEFINE QLOCAL(A)\n' });
});
afterEach(() => shell.remove());

describe('the GitHub Action', () => {
  const step = readYaml('action.yml').runs.steps.at(-1);

  /** Runs the last step's script with a program that writes down how it was called. */
  function called(inputs: Readonly<Record<string, string>>): readonly string[] {
    const cli = path.join(shell.directory, 'recorder.cjs');
    writeFileSync(cli, 'console.log(JSON.stringify(process.argv.slice(2)))');
    const { stdout, status } = spawnSync('bash', ['--norc', '-e', '-c', step.run], {
      cwd: shell.directory,
      encoding: 'utf8',
      env: {
        PATH: `${path.dirname(process.execPath)}:${process.env.PATH}`,
        ACTION: root,
        CLI: cli,
        PATHS: '.',
        FORMAT: 'github',
        OUTPUT: '',
        MAX_WARNINGS: '',
        BASELINE: '',
        ...inputs,
      },
    });
    expect(status).toBe(0);
    return JSON.parse(inputs.OUTPUT ? shell.read(inputs.OUTPUT) : stdout);
  }

  test('calls the program with what its inputs say, paths with blanks and dashes too', async () => {
    expect(called({})).toEqual(['check', '--format', 'github', '--', '.']);
    const all = called({
      PATHS: 'a b\n-c\n',
      FORMAT: 'sarif',
      OUTPUT: 'o.sarif',
      MAX_WARNINGS: '3',
      BASELINE: 'b.json',
    });
    expect(all).toEqual([
      'check',
      '--format',
      'sarif',
      '--max-warnings',
      '3',
      '--baseline',
      'b.json',
      '--',
      'a b',
      '-c',
    ]);
  });

  test('hands every input to the script by the environment, never by pasting it into the text', () => {
    expect(step.run).not.toContain('${{');
    const inputs = Object.keys(readYaml('action.yml').inputs).filter((name) => name !== 'working-directory');
    for (const name of inputs) expect(JSON.stringify(step.env)).toContain(`inputs.${name} }}`);
  });
});

describe('the pre-commit hooks', () => {
  const hooks: readonly { id: string; entry: string; files: string }[] = readYaml('.pre-commit-hooks.yaml');

  test.each(hooks)('$id names a command that there is, and wants MQSC files', async ({ entry, files }) => {
    const [program, ...words] = entry.split(' ');
    expect(program).toBe('scripts/mqsc');
    expect((await shell.run([...words, 'QM2.mqsc'].join(' '))).code).toBe(0);
    expect('mq/QM1.mqsc').toMatch(new RegExp(files));
    expect('src/main.ts').not.toMatch(new RegExp(files));
  });

  test('run the program of the checkout from wherever they are called', () => {
    const copy = path.join(shell.directory, 'check out');
    mkdirSync(path.join(copy, 'scripts'), { recursive: true });
    mkdirSync(path.join(copy, 'dist'));
    writeFileSync(path.join(copy, 'scripts/mqsc'), readFileSync(path.join(root, 'scripts/mqsc')), { mode: 0o755 });
    writeFileSync(path.join(copy, 'dist/cli.cjs'), 'console.log(process.cwd(), ...process.argv.slice(2))');
    const { stdout } = spawnSync(path.join(copy, 'scripts/mqsc'), ['check', 'a b'], {
      cwd: path.join(shell.directory, 'a b'),
      encoding: 'utf8',
    });
    expect(stdout.trim()).toMatch(/a b check a b$/);
  });
});
