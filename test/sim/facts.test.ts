import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openQuestions } from '#core/facts/open-questions.ts';
import { rules } from '#core/rules/index.ts';
import { sampleNames, sampleScenarios } from '../support/sample.ts';

/** The table of docs/simulation.md that says of every fact about MQ's behaviour whether a run follows it. */
const root = path.resolve(import.meta.dirname, '../..');
const page = readFileSync(path.join(root, 'docs/simulation.md'), 'utf8');
const section = page.slice(page.indexOf('## Every fact, by number'), page.indexOf('## How it is held to this'));
const rows = [...section.matchAll(/^\| ([A-E]\d[^|]*) \| ([^|]+) \| ([^|]+) \| ([^|]*)\|$/gm)].map(
  ([, ids = '', short = '', status = '', shown = '']) => ({ ids, short, status, shown }),
);

/** How many facts each chapter has; `b` stands for facts that were put between two others later. */
const chapters: Readonly<Record<string, number>> = { A1: 7, A2: 10, A3: 11, A4: 8, A5: 9, A6: 10, B4: 6, B6: 9, C1: 5 };
const others = ['B1', 'B2', 'B3', 'B5', 'C4', 'C6', 'A3.9b', 'A4.7b', 'C2.2b', 'C5.2b'];
const counted = { C2: 3, C3: 1, C4: 2, C5: 3, C6: 2, C7: 3 };
const singles = { D: 12, E: 9 };
const numbered = (chapter: string, count: number, dot: string) =>
  Array.from({ length: count }, (_, index) => `${chapter}${dot}${index + 1}`);
const facts = [
  ...Object.entries({ ...chapters, ...counted }).flatMap(([chapter, count]) => numbered(chapter, count, '.')),
  ...Object.entries(singles).flatMap(([chapter, count]) => numbered(chapter, count, '')),
  ...others,
];

test.each(facts)('%s is in the table', (fact) => {
  const listed = rows.flatMap(({ ids }) => ids.split(/, | \(|\) | /));
  expect(listed).toContain(fact);
});

describe('what the table names is there', () => {
  const scenarios = [
    ...readdirSync(path.join(import.meta.dirname, 'oracles')),
    ...sampleNames.flatMap((name) => [...sampleScenarios(name).keys()]),
  ].map((file) => file.replace('.mqsim.yaml', ''));
  const known = new Set([
    ...scenarios,
    ...sampleNames,
    ...rules.map(({ code }) => code),
    ...Object.keys(openQuestions),
    'mqVersion',
  ]);
  test.each(rows.map((row) => [row.ids, row] as const))('%s', (_, { status, shown }) => {
    const names = [...`${status} ${shown}`.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
    const missing = names.filter((name) => !known.has(name) && !existsSync(path.join(root, name)));
    expect(missing).toEqual([]);
    if (/^(simulated|kept|follows)/.test(status)) expect(shown).not.toBe('');
    expect(status).toMatch(/^(simulated|not |declared|named|segments|kept|follows|read )/);
  });
});
