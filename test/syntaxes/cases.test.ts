import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const tester = 'node_modules/vscode-tmgrammar-test/dist/unit.js';

/** The grammars come from the manifest; these stand for the editor's own, into which two of them are injected. */
const hosts = ['yaml', 'markdown', 'shell'].flatMap((name) => ['-g', `test/syntaxes/grammars/${name}.tmLanguage.json`]);

test.each(readdirSync(join(import.meta.dirname, 'cases')))('%s has the scopes that it is annotated with', (name) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [tester, ...hosts, `test/syntaxes/cases/${name}`], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(status, stdout + stderr).toBe(0);
});
