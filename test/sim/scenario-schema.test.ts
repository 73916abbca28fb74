import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openQuestions } from '#core/facts/open-questions.ts';
import { scenarioSchema } from '#core/scenario/scenario-schema.ts';
import { run } from '#core/sim/run.ts';
import { planOf } from '../support/scenario.ts';

const file = new URL('../../server/src/core/scenario/mqsim-yaml.schema.json', import.meta.url);

test('the JSON Schema says what the reader reads (UPDATE_EXPECT=1 writes it)', () => {
  const now = `${JSON.stringify(scenarioSchema, undefined, 2)}\n`;
  if (process.env.UPDATE_EXPECT) writeFileSync(file, now);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(now));
});

test('the page on scenario files names every key and word of the format', () => {
  const page = readFileSync(new URL('../../docs/scenario-file.md', import.meta.url), 'utf8');
  expect(wordsOf(scenarioSchema).filter((word) => !page.includes(word))).toEqual([]);
});

test("the page's scenario runs as it says", () => {
  const page = readFileSync(new URL('../../docs/scenario-file.md', import.meta.url), 'utf8');
  const text = /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const { expectations } = run(planOf(text), { detail: 'off' }).outcome;
  expect(expectations.map((each) => each.passed)).toEqual([true, true]);
});

test('a scenario may answer every open question, with each of its answers', () => {
  const { assume } = JSON.parse(JSON.stringify(scenarioSchema)).properties;
  const offered = Object.entries(assume.properties as Record<string, { readonly enum: readonly string[] }>);
  const known = Object.entries(openQuestions).map(([name, { answers }]) => [name, [...answers]] as const);
  expect(Object.fromEntries(offered.map(([name, each]) => [name, each.enum]))).toEqual(Object.fromEntries(known));
});

/** Keys and fixed words, wherever they stand in the schema. */
function wordsOf(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const words = Object.entries(schema).flatMap(([key, value]) => {
    if (key === 'properties') return Object.keys(value as object);
    if (key === 'enum') return (value as readonly unknown[]).map(String);
    return key === 'const' ? [String(value)] : [];
  });
  return [...words, ...Object.values(schema).flatMap(wordsOf)];
}
