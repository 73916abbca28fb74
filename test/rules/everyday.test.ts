import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { commandsOfVerb, verbName } from '#core/facts/lookup.ts';
import { rules } from '#core/rules/index.ts';
import { commandsOf } from '#core/syntax/tree.ts';
import { findingsOf } from '../support/estate.ts';

const text = readFileSync(path.join(import.meta.dirname, 'everyday.mqsc'), 'utf8');
const language = rules.filter(({ group }) => group === 'language');
const { estate, findings } = findingsOf(text, language);

test('everyday commands are free of findings', () => {
  expect([...findings.values()].flat().map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
});

test('they are of most kinds that MQ has', () => {
  const used = new Set<string>();
  for (const document of estate.documents.values())
    for (const { body } of commandsOf(document)) used.add(`${body.verbName} ${body.objectName ?? ''}`);
  const verbs = [...new Set([...used].map((command) => verbName(command.split(' ')[0] ?? '') ?? ''))];
  expect(used.size).toBeGreaterThan(110);
  expect(verbs.length).toBeGreaterThanOrEqual(20);
  expect(verbs.every((verb) => commandsOfVerb(verb).length > 0)).toBe(true);
});
