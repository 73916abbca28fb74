import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
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

test('no rule fails on damaged text, and every finding and fix stays inside it', () => {
  const cut = fc.tuple(
    fc.nat(text.length - 1),
    fc.integer({ min: 1, max: 12 }),
    fc.constantFrom('', "'", '(', ')', '+', ' ', '*'),
  );
  fc.assert(
    fc.property(fc.array(cut, { minLength: 1, maxLength: 20 }), fc.nat(text.length), (cuts, start) => {
      let damaged = text;
      for (const [at, length, instead] of cuts) damaged = damaged.slice(0, at) + instead + damaged.slice(at + length);
      damaged = damaged.slice(start, start + 2000);
      const answer = findingsOf(damaged, language);
      const size = answer.files[0]?.text.length ?? 0;
      for (const { message, at, fixes = [] } of [...answer.findings.values()].flat()) {
        expect(message).not.toContain('itself failed');
        for (const { span } of [at, ...fixes.flatMap(({ edits }) => edits)]) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.start).toBeLessThanOrEqual(span.end);
          expect(span.end).toBeLessThanOrEqual(size);
        }
      }
    }),
    { numRuns: 200 },
  );
});
