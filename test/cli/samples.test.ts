import path from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../../server/src/cli/main.ts';

test('the samples that ship have the faults that they are there to show, and no others', async () => {
  let out = '';
  const code = await runCli(['check', 'client/samples', '--format', 'json'], {
    out: (text) => {
      out += text;
    },
    err: () => undefined,
    readStandardInput: () => '',
    directory: path.resolve(import.meta.dirname, '../..'),
    hasColours: false,
  });
  const findings: readonly { code: string; severity: string; file: string }[] = JSON.parse(out).findings;
  const serious = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
  expect(code).toBe(1);
  expect(serious.map(({ file, code: rule }) => `${path.relative('client/samples', file)} ${rule}`)).toEqual([
    'figure-1/QM2.mqsc clone-defbind-differs',
    'figure-1/QM2.mqsc ordered-queue-has-clones',
    'figure-1/QM4.mqsc clone-defbind-differs',
  ]);
});
