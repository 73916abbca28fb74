import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '#core/rules/index.ts';
import type { Finding, Rule } from '#core/rules/rule.ts';
import { applyFixes } from '../support/apply-fixes.ts';
import { checkFile } from '../support/check.ts';
import { findingsOf } from '../support/estate.ts';
import { printFixture, readFixture } from '../support/fixture.ts';

/**
 * The cases of a rule are the `.mqsc` files of the folder with its name. `finds….mqsc` holds marks that name the findings,
 * `silent….mqsc` is fine, and `fix….mqsc` holds files and what they become: a file headed `*- QM1.mqsc after=1` is the
 * text of QM1.mqsc after the first fix of each of its findings was applied, `after=2` after the second, and so on. Only
 * the rule itself runs, so a new rule never changes the cases of another.
 */
describe.each(rules.map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
  const cases = casesOf(code);

  test('has cases', () => {
    expect(cases.filter((name) => name.startsWith('finds'))).not.toEqual([]);
    expect(cases.filter((name) => name.startsWith('silent'))).not.toEqual([]);
    expect(
      cases.filter((name) => !/^(finds|silent|fix)/.test(name)),
      'each case is finds, silent or fix',
    ).toEqual([]);
  });

  test.each(cases.filter((name) => name.startsWith('finds')))('%s', (name) => {
    checkFile(fileOf(code, name), rulesFor(rule));
    expect(readFileSync(fileOf(code, name), 'utf8')).toContain(` ${code}`);
  });

  test.each(cases.filter((name) => name.startsWith('silent')))('%s', (name) => {
    const { findings } = findingsOf(readFileSync(fileOf(code, name), 'utf8'), rulesFor(rule));
    expect([...findings.values()].flat().filter((finding) => finding.code === code)).toEqual([]);
  });

  test.each(cases.filter((name) => name.startsWith('fix')))('%s', (name) => {
    const { files } = readFixture(readFileSync(fileOf(code, name), 'utf8'));
    const before = files.filter(({ keys }) => keys.after === undefined);
    const unmarked = printFixture(before, () => []);
    const findings = [...findingsOf(unmarked, rulesFor(rule)).findings.values()].flat();
    for (const { source, keys, text } of files.filter((file) => file.keys.after !== undefined)) {
      const original = before.find((file) => file.source === source)?.text ?? '';
      expect(applyFixes(source, original, fixesOf(findings, code, Number(keys.after)))).toBe(text);
    }
  });

  test('shows each kind of fix', () => {
    const offers = cases
      .filter((name) => name.startsWith('finds'))
      .flatMap((name) => [...findingsOf(readFileSync(fileOf(code, name), 'utf8'), rulesFor(rule)).findings.values()])
      .flat()
      .some((finding) => finding.code === code && finding.fixes);
    expect(cases.some((name) => name.startsWith('fix'))).toBe(offers);
  });
});

test('every folder of cases belongs to a rule', () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  expect(folders.filter((name) => !rules.some(({ code }) => code === name))).toEqual([]);
});

const fileOf = (code: string, name: string): string => path.join(import.meta.dirname, code, name);

function casesOf(code: string): readonly string[] {
  const folder = path.join(import.meta.dirname, code);
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.mqsc')) : [];
}

/** A rule about suppressions has nothing to see unless the others run. */
const rulesFor = (rule: Rule): readonly Rule[] => (rule.check.scope === 'suppressions' ? rules : [rule]);

const fixesOf = (findings: readonly Finding[], code: string, nth: number) =>
  findings.filter((finding) => finding.code === code).flatMap((finding) => finding.fixes?.[nth - 1] ?? []);
