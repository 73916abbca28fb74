import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readScenario } from '#core/scenario/read-scenario.ts';
import { run } from '#core/sim/run.ts';
import { sampleEstate, sampleNames, sampleScenarios } from '../support/sample.ts';

/**
 * The two texts of IBM's that this simulator grew from, as tests: each promise in our own words, under the number of the fact, with
 * the scenarios that show it. Here they are played.
 */
const folder = path.join(import.meta.dirname, 'seeds');

interface Promised {
  readonly promise: string;
  readonly shownBy: readonly string[];
}

describe.each(readdirSync(folder).sort())('%s', (file) => {
  const promises: Readonly<Record<string, Promised>> = parse(readFileSync(path.join(folder, file), 'utf8'));

  test.each(Object.entries(promises))('%s is shown', (_, { promise, shownBy }) => {
    expect(promise).not.toBe('');
    expect(shownBy).not.toEqual([]);
    expect(shownBy.filter((name) => !scenarios.has(name))).toEqual([]);
    for (const name of shownBy) expect(failedIn(name), name).toEqual([]);
  });
});

const oracles = path.join(import.meta.dirname, 'oracles');

/** What plays each scenario, by its name. */
const scenarios: ReadonlyMap<string, () => readonly string[]> = new Map([
  ...readdirSync(oracles).map((file) => entry(file, readFileSync(path.join(oracles, file), 'utf8'), undefined)),
  ...sampleNames.flatMap((sample) =>
    [...sampleScenarios(sample)].map(([file, text]) => entry(file, text, sampleEstate(sample))),
  ),
]);

const played = new Map<string, readonly string[]>();

/** The expectations that fail; a scenario without any shows nothing. */
function failedIn(name: string): readonly string[] {
  const known = played.get(name) ?? scenarios.get(name)?.() ?? ['there is no such scenario'];
  played.set(name, known);
  return known;
}

function entry(
  file: string,
  text: string,
  estate: ReturnType<typeof sampleEstate> | undefined,
): [string, () => readonly string[]] {
  const play = () => {
    const { plan } = readScenario(file, text, { estate });
    if (plan === undefined) return ['it cannot be read'];
    const { expectations } = run(plan, { detail: 'off' }).outcome;
    if (expectations.length === 0) return ['it expects nothing'];
    return expectations.filter(({ passed }) => !passed).map((each) => each.expect);
  };
  return [file.replace('.mqsim.yaml', ''), play];
}
