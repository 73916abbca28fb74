import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readScenario } from '#core/scenario/read-scenario.ts';
import { run } from '#core/sim/run.ts';
import { sampleNames, sampleScenarios } from '../support/sample.ts';

/** Worked examples out of IBM's documentation, one scenario each; the file's name is the example's number. */
const folder = path.join(import.meta.dirname, 'oracles');

describe('the simulator agrees with a worked example', () => {
  test.each(readdirSync(folder).sort())('%s', (file) => {
    const { plan, problems } = readScenario(file, readFileSync(path.join(folder, file), 'utf8'));
    expect(problems.map(({ message }) => message)).toEqual([]);
    if (plan === undefined) throw new Error('no plan');
    const { outcome } = run(plan, { detail: 'off' });
    expect(outcome.expectations.length).toBeGreaterThan(0);
    const failed = outcome.expectations.filter(({ passed }) => !passed);
    expect(failed, JSON.stringify({ ...outcome, expectations: undefined }, undefined, 1)).toEqual([]);
    expect(outcome.violations.filter(({ kind }) => kind === 'conservation')).toEqual([]);
  });
});

test('the page on the simulator names every sample scenario, and only worked examples that are here', () => {
  const page = readFileSync(path.join(import.meta.dirname, '../../docs/simulation.md'), 'utf8');
  const table = page.slice(page.indexOf('## What IBM promises'), page.indexOf('## Facts by topic'));
  const named = [...table.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
  const files = readdirSync(folder).map((file) => file.replace('.mqsim.yaml', ''));
  const samples = sampleNames.flatMap((name) => [...sampleScenarios(name).keys()]);
  const scenarios = samples.map((file) => file.replace('.mqsim.yaml', ''));
  expect(scenarios.filter((name) => !named.includes(name))).toEqual([]);
  const known = [
    ...files,
    ...scenarios,
    ...sampleNames,
    'test/sim/oracles',
    'test/sim/seeds.test.ts',
    'clone-defbind-differs',
  ];
  expect(named.filter((name) => !known.includes(name))).toEqual([]);
});
