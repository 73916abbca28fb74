import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';

/** Builds the bundles and packs the extension: `npm run package`. Prints where the .vsix is. */
const root = path.resolve(import.meta.dirname, '..');
const vsix = path.join(root, 'vscode-mqsc.vsix');

await import('../client/build/build.ts');
const vsce = path.join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', vsix];
const { status } = spawnSync(process.execPath, [vsce, 'package', ...options], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
});
if (status !== 0) process.exit(status ?? 1);
console.log(`packed ${path.relative(root, vsix)} (${Math.round(statSync(vsix).size / 1024)} KB)`);
