import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** Types and lint: `npm run check`. Each part of the tree is checked with what it may use: the core without Node and DOM. */
const root = path.resolve(import.meta.dirname, '..');
/** Biome takes a CI for a terminal. */
const colours = process.stdout.isTTY ? [] : ['--colors=off'];
const projects = ['server/src/core', 'server', 'client', 'client/webview', 'test'];

export function check(): boolean {
  const typed = projects.map((project) => run('typescript/bin/tsc', ['-p', project]));
  return [...typed, run('@biomejs/biome/bin/biome', ['ci', '--error-on-warnings', ...colours, '.'])].every(Boolean);
}

function run(tool: string, args: readonly string[]): boolean {
  const { status } = spawnSync(process.execPath, [path.join(root, 'node_modules', tool), ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) console.error(`${path.basename(tool)} ${args.join(' ')} found faults`);
  return status === 0;
}

if (import.meta.main) process.exitCode = check() ? 0 : 1;
