import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

/** The command line as it is shipped: what the bundles leave out or misplace shows only here. */
const root = path.resolve(import.meta.dirname, '../..');
const samples = path.join(root, 'client/samples');

function mqsc(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, 'dist/cli.cjs'), ...words], {
    cwd: samples,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { status, stdout, stderr };
}

describe('the bundled command line', () => {
  test('checks', () => {
    const { status, stdout } = mqsc('check', 'figure-1');
    expect(stdout).toContain('clone-defbind-differs');
    expect(status).toBe(1);
  });

  test('runs a campaign in threads of its own, with the result of one thread', () => {
    const scenario = 'figure-1/scenarios/prices-overtake.mqsim.yaml';
    const threads = mqsc('campaign', scenario, '--workers', '2', '--format', 'json');
    expect(threads.stderr).not.toContain('Error');
    expect(JSON.parse(threads.stdout).rows.length).toBeGreaterThan(0);
    expect(mqsc('campaign', scenario, '--workers', '1', '--format', 'json').stdout).toBe(threads.stdout);
  });

  test('simulates and explains', () => {
    expect(mqsc('simulate', 'figure-1/scenarios/qm2-fails.mqsim.yaml').status).toBe(0);
    expect(mqsc('explain', '--from', 'QM1', '--queue', 'Q3', 'figure-1').stdout).toContain('chosen:');
  });
});
