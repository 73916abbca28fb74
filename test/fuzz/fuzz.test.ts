import { expect, test } from 'vitest';
import { fuzz } from './fuzz.ts';

const cases = Number(process.env.FUZZ_CASES ?? 400);
const seed = Number(process.env.FUZZ_SEED ?? 1);

test(`${cases} texts and edits from seed ${seed} on: whatever is asked about them is answered`, () => {
  const result = fuzz({ cases, seed, now: () => process.cpuUsage().user / 1000, slow: 20_000, mostFailures: 1 });
  expect(result.failures).toEqual([]);
  expect(result.cases).toBe(cases);
});
