import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { rulePage, rulePagesIndex } from '#core/report/rule-page.ts';
import { rules } from '#core/rules/index.ts';

/** The pages of docs/rules say what the rules say. With UPDATE_EXPECT=1 they are written instead of compared. */
const folder = path.join(import.meta.dirname, '../docs/rules');

test.each(rules.map((rule) => [rule.code, rule] as const))('docs/rules/%s.md is up to date', (code, rule) => {
  expectFile(`${code}.md`, rulePage(rule, exampleOf(code)));
});

test('docs/rules/README.md is up to date', () => {
  expectFile('README.md', rulePagesIndex(rules));
});

test('every page belongs to a rule', () => {
  const wanted = new Set(['README.md', ...rules.map(({ code }) => `${code}.md`)]);
  const stale = readdirSync(folder).filter((name) => !wanted.has(name));
  if (isUpdating) for (const name of stale) rmSync(path.join(folder, name));
  else expect(stale).toEqual([]);
});

const isUpdating = process.env.UPDATE_EXPECT === '1';

function expectFile(name: string, text: string): void {
  const file = path.join(folder, name);
  if (isUpdating) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, text);
  }
  expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(text);
}

const exampleOf = (code: string): string =>
  readFileSync(path.join(import.meta.dirname, 'rules', code, 'finds.mqsc'), 'utf8');
