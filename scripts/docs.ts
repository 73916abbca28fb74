import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** Writes the generated pages again: `npm run docs`. The test that holds them to their sources knows how. */
const root = path.resolve(import.meta.dirname, '..');
const cli = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
const env = { ...process.env, UPDATE_EXPECT: '1' };
const { status } = spawnSync(process.execPath, [cli, 'run', 'test/docs.test.ts'], { cwd: root, env, stdio: 'inherit' });
process.exitCode = status ?? 1;
