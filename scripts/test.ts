import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { check } from './check.ts';
import { ensureChromium } from './chromium.ts';

/**
 * `npm test`: types, lint, unit, architecture and documentation tests, then end to end in a real VS Code. Everything runs
 * even when something before it failed; the last line has vitest's totals over both runs.
 */
const root = path.resolve(import.meta.dirname, '..');
const reports = path.join(root, 'test-results');
const failedSteps: string[] = [];

step('types and lint', check);
step('Chromium', () => ensureChromium() !== '');
const unit = vitest('unit', 'vitest.config.ts');
const packed = step(
  'package',
  () =>
    spawnSync(process.execPath, [path.join(root, 'scripts', 'package.ts')], { cwd: root, stdio: 'inherit' }).status ===
    0,
);
const endToEnd = packed ? vitest('end-to-end', 'vitest.e2e.config.ts') : { passed: 0, failed: 0 };

if (failedSteps.length > 0) console.log(`\nFailed: ${failedSteps.join(', ')}`);
console.log(`\n${unit.passed + endToEnd.passed} passed, ${unit.failed + endToEnd.failed} failed`);
process.exitCode = failedSteps.length === 0 ? 0 : 1;

interface Totals {
  readonly passed: number;
  readonly failed: number;
}

function step(name: string, work: () => boolean): boolean {
  const started = performance.now();
  console.log(`\n── ${name}`);
  let passed = false;
  try {
    passed = work();
  } catch (reason) {
    console.error(reason instanceof Error ? reason.message : reason);
  }
  if (!passed) failedSteps.push(name);
  console.log(`── ${name}: ${passed ? 'ok' : 'FAILED'}, ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return passed;
}

/** Runs one vitest configuration; its totals come from its JSON report. */
function vitest(name: string, config: string): Totals {
  const report = path.join(reports, `${name}.json`);
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const cli = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
  step(`${name} tests`, () => {
    const run = spawnSync(process.execPath, [cli, 'run', '--config', config, ...reporters], {
      cwd: root,
      stdio: 'inherit',
    });
    return run.status === 0;
  });
  // Without a report the run itself broke: that is one failure.
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
  return { passed: numPassedTests, failed: Math.max(numFailedTests, Math.min(1, numFailedTestSuites)) };
}
