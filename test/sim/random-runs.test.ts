import { expect, test } from 'vitest';
import { printScenario } from '#core/scenario/print-scenario.ts';
import { randomRuns } from './random-runs.ts';

const runs = 1000;

test(`what holds in every run holds in ${runs} that are made of the parts of others`, () => {
  const { failure, runs: done, violations } = randomRuns({ runs, seed: 20_261_128 });
  expect(failure && `${failure.message}\n${printScenario(failure.plan)}`).toBe(undefined);
  expect(done).toBe(runs);
  // Needs are declared, and broken: a check of them that never meets one would say nothing.
  expect(Object.keys(violations).sort()).toEqual(expect.arrayContaining(['group-split', 'order']));
});

test('a run that does not hold is made small, and told as a scenario', () => {
  const check = ({ outcome }: { readonly outcome: { readonly totals: { readonly rerouted: number } } }): void => {
    if (outcome.totals.rerouted > 0) throw new Error('something was rerouted');
  };
  const { failure, runs: done } = randomRuns({ runs, seed: 1, check });
  expect(failure?.message).toContain('something was rerouted');
  expect(done).toBeLessThan(runs);
  expect(failure?.plan.events.length).toBeLessThanOrEqual(1);
  expect(printScenario(failure?.plan ?? never())).toContain('applications:');
});

const never = (): never => {
  throw new Error('there is a failure');
};
