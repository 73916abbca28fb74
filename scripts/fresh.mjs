/**
 * Runs `scripts/<name>.ts` on a clone as it comes from git, with whatever Node from 18 on is there: installs the packages
 * when they are missing (Node 24, which runs TypeScript files, is one of them) and hands over. Plain JavaScript for that reason.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const bin = path.join(root, 'node_modules', '.bin');
const node = path.join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const [name, ...rest] = process.argv.slice(2);

if (!packagesArePresent()) {
  console.error('Installing packages (npm ci) …');
  run('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'], { shell: process.platform === 'win32' });
}
if (!existsSync(node)) {
  // The `node` package fetches its binary in an install script, which a cautious npm configuration leaves out.
  run('npm', ['rebuild', 'node', '--ignore-scripts=false'], { shell: process.platform === 'win32' });
}
const env = { ...process.env, PATH: bin + path.delimiter + process.env.PATH };
process.exit(run(node, [path.join(root, 'scripts', `${name}.ts`), ...rest], { env }, 'pass on'));

/** Present, and as new as the lock file: npm writes its own copy of it when an installation is complete. */
function packagesArePresent() {
  const installed = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  if (statSync(installed).mtimeMs >= statSync(path.join(root, 'package-lock.json')).mtimeMs) return true;
  return versions(installed) === versions(path.join(root, 'package-lock.json'));
}

function versions(lockFile) {
  const { packages } = JSON.parse(readFileSync(lockFile, 'utf8'));
  const wanted = Object.entries(packages).filter(([where, entry]) => where !== '' && !entry.optional);
  return JSON.stringify(wanted.map(([where, entry]) => [where, entry.version]).sort());
}

function run(command, args, options, onFailure) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (error) console.error(`${command}: ${error.message}`);
  if (status !== 0 && onFailure === undefined) process.exit(status ?? 1);
  return status ?? 1;
}
