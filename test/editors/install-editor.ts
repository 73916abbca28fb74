import { spawnSync } from 'node:child_process';

/**
 * Makes an editor available: gives undefined when it is, else why it is not. As root on Debian, its packages are installed.
 */
export function installEditor(program: string, packages: readonly string[]): string | undefined {
  const isThere = () => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
  if (isThere()) return undefined;
  const isDebian = process.getuid?.() === 0 && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
  if (!isDebian) return `${program} is not installed, and only root on Debian can install it here`;
  console.error(`Installing ${packages.join(', ')} …`);
  aptGet('update', '-qq');
  const log = aptGet('install', '-y', '-qq', '--no-install-recommends', ...packages);
  return isThere() ? undefined : `${packages.join(', ')} could not be installed:\n${log}`;
}

function aptGet(...args: readonly string[]): string {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { stdout, stderr } = spawnSync('apt-get', args, { env, encoding: 'utf8' });
  return stdout + stderr;
}
