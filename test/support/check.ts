import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import { rules as allRules } from '#core/rules/index.ts';
import type { Finding, Rule } from '#core/rules/rule.ts';
import { findingsOf } from './estate.ts';
import { type Annotation, type FixtureFile, printFixture } from './fixture.ts';

/**
 * Expects exactly the findings that a fixture's annotations name; one without annotations expects none. An annotation's
 * message may be any part of the real one.
 */
export function check(marked: string, rules: readonly Rule[] = allRules): void {
  const { files, findings } = findingsOf(marked, rules);
  const expected = printFixture(files, ({ annotations }) => annotations);
  expect(printFixture(files, (file) => found(file, findings.get(file.source) ?? []))).toBe(expected);
}

/** `check` for a fixture in a file. With UPDATE_EXPECT=1 in the environment it writes the real findings into the file instead. */
export function checkFile(path: string, rules: readonly Rule[] = allRules): void {
  const marked = readFileSync(path, 'utf8');
  if (process.env.UPDATE_EXPECT !== '1') {
    check(marked, rules);
    return;
  }
  const { files, findings } = findingsOf(marked, rules);
  const updated = printFixture(files, (file) => found(file, findings.get(file.source) ?? []));
  if (updated !== marked) writeFileSync(path, updated);
}

/** The findings as annotations, each in the words of the expected one that it fulfils. */
function found(file: FixtureFile, findings: readonly Finding[]): readonly Annotation[] {
  const open = [...file.annotations];
  return findings.map(({ at, severity, code, message }) => {
    const real = { span: at.span, severity, code, message: message.replaceAll(/\s*\n\s*/g, ' ').trim() };
    const index = open.findIndex((annotation) => fulfils(real, annotation, file.text));
    const [expected] = index < 0 ? [] : open.splice(index, 1);
    return expected ? { ...real, message: expected.message } : real;
  });
}

function fulfils(real: Annotation, expected: Annotation, text: string): boolean {
  const lineEnd = text.indexOf('\n', real.span.start);
  const end = Math.min(real.span.end, lineEnd < 0 ? text.length : lineEnd);
  const isHere =
    expected.span.start === real.span.start && (expected.span.end === real.span.end || expected.span.end >= end);
  return (
    isHere &&
    expected.severity === real.severity &&
    expected.code === real.code &&
    real.message.includes(expected.message)
  );
}
