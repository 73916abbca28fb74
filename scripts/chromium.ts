import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

/** The Chromium that browser tests use: `CHROMIUM` in the environment, the system's, or Playwright's own; undefined when there is none. */
export function findChromium(): string | undefined {
  const places = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].flatMap((name) =>
    (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, name)),
  );
  return [process.env.CHROMIUM, ...places, chromium.executablePath()].find((file) => file && existsSync(file));
}

/** Finds Chromium, or installs it: Debian's package as root, Playwright's elsewhere. Throws with what to do when neither works. */
export function ensureChromium(): string {
  const found = findChromium();
  if (found !== undefined) return found;
  console.error('Installing Chromium for the browser tests …');
  if (process.getuid?.() === 0 && run('apt-get', ['--version'], 'ignore')) {
    run('apt-get', ['update', '-qq'], 'inherit');
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'], 'inherit');
  } else {
    const cli = path.resolve(import.meta.dirname, '..', 'node_modules', 'playwright-core', 'cli.js');
    run(process.execPath, [cli, 'install', 'chromium'], 'inherit');
  }
  const installed = findChromium();
  if (installed !== undefined) return installed;
  throw new Error(
    'The browser tests need Chromium and it could not be installed. Install it with your system (package "chromium") or ' +
      'run "npx playwright-core install --with-deps chromium", or name one in the environment variable CHROMIUM.',
  );
}

function run(command: string, args: readonly string[], output: 'inherit' | 'ignore'): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { env, stdio: ['ignore', output === 'ignore' ? 'ignore' : 2, output] }).status === 0;
}
