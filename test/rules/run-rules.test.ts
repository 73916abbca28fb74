import { expect, test } from 'vitest';
import { buildEstate } from '#core/model/build-estate.ts';
import { rules } from '#core/rules/index.ts';
import type { Rule } from '#core/rules/rule.ts';
import { runRules } from '#core/rules/run-rules.ts';
import { changeDocument } from '#core/sources/change-document.ts';
import { readDocument } from '#core/sources/read-document.ts';
import { parameterOf } from '#core/syntax/tree.ts';
import { check } from '../support/check.ts';
import { estateOf } from '../support/estate.ts';

const script = `
  DEFINE QLOCAL(B) DEFPSIST(YEZ)
  DEFINE QLOCAL(A) DEFPRTY(10)
`;

test('findings come by source, in the order of offset and code', () => {
  const { estate } = estateOf(
    '*- B.mqsc\nDEFINE QLOCAL(A) DEFPSIST(YEZ) DEFPSIST(NO)\nDEFIN QLOCAL(B)\n*- A.mqsc\nDEFIN QLOCAL(C)\n',
  );
  const found = [...runRules(estate)].map(([source, findings]) => [source, findings.map(({ code }) => code)]);
  expect(found).toEqual([
    ['B.mqsc', ['value-not-allowed', 'duplicate-attribute', 'unknown-command']],
    ['A.mqsc', ['unknown-command']],
  ]);
});

test('a setting of the editor comes before one of mqsc.yaml, and that before the strength of the evidence', () => {
  const severity = (yaml: string, settings: Parameters<typeof runRules>[1] = {}) => {
    const { estate } = estateOf(`*- QM1.mqsc\nRESOLVE CHANNEL(C)\n*- mqsc.yaml\nversion: 1\nrules: { ${yaml} }\n`);
    return [...runRules(estate, settings).values()].flat().map((finding) => finding.severity);
  };
  expect(severity('')).toEqual(['warning']);
  expect(severity('missing-required-attribute: error')).toEqual(['error']);
  expect(severity('missing-required-attribute: off')).toEqual([]);
  expect(severity('missing-required-attribute: error', { settings: { 'missing-required-attribute': 'hint' } })).toEqual(
    ['hint'],
  );
  expect(severity('missing-required-attribute: off', { settings: { 'missing-required-attribute': 'info' } })).toEqual([
    'info',
  ]);
});

test('a suppression hides one rule in the command below, or in the file', () => {
  check(`
    *- QM1.mqsc
    * @ignore value-not-allowed: the level of MQ is newer
    DEFINE QLOCAL(A) DEFPSIST(MAYBE) DEFPRTY(10)
    *                                        ^^ error number-out-of-range
    DEFINE QLOCAL(B) DEFPSIST(MAYBE)
    *                         ^^^^^ error value-not-allowed
    *- QM2.mqsc
    * @ignore-file value-not-allowed: the level of MQ is newer
    DEFINE QLOCAL(A) DEFPSIST(MAYBE)

    DEFINE QLOCAL(B) DEFPSIST(MAYBE)
  `);
});

test('a suppression of a rule that is switched off is not called unused', () => {
  check(`
    *- QM1.mqsc
    * @ignore value-not-allowed: the level of MQ is newer
    DEFINE QLOCAL(A) DEFPSIST(MAYBE)
    *- mqsc.yaml
    version: 1
    rules: { value-not-allowed: off }
  `);
});

test('a rule that throws gives a finding of its own name and leaves the others alone', () => {
  const broken = (check: Rule['check']): Rule => ({ ...aRule, code: 'broken', check });
  const fail = (): never => {
    throw new Error('out of order');
  };
  const { estate } = estateOf(script);
  for (const check of [
    { scope: 'command', run: fail },
    { scope: 'document', run: fail },
    { scope: 'estate', run: fail },
  ] as const) {
    const findings = [...runRules(estate, { rules: [broken(check), ...rules] }).values()].flat();
    expect(findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['broken', 'number-out-of-range']));
    expect(findings.find(({ code }) => code === 'broken')?.message).toContain('out of order');
  }
});

test('after an edit only the touched command is checked again', () => {
  const seen: string[] = [];
  const watching: Rule = {
    ...aRule,
    check: {
      scope: 'command',
      run: ({ body }) => {
        seen.push(parameterOf(body, 'QLOCAL')?.value?.items[0]?.text ?? '');
        return [];
      },
    },
  };
  const before = readDocument('QM1.mqsc', 'DEFINE QLOCAL(A)\nDEFINE QLOCAL(B)\nDEFINE QLOCAL(C)\n');
  const options = { rules: [watching] };
  runRules(buildEstate({ documents: [before] }).estate, options);
  expect(seen.splice(0)).toEqual(['A', 'B', 'C']);
  const at = before.text.whole().indexOf('B)');
  const after = changeDocument(before, [{ span: { start: at, end: at + 1 }, newText: 'NEW' }]);
  runRules(buildEstate({ documents: [after] }).estate, options);
  expect(seen).toEqual(['NEW']);
});

test('every rule is documented and has a name of its own', () => {
  expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
  for (const { code, docs, title } of rules) {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    for (const text of [title, docs.behaviour, docs.harm, docs.remedy]) expect(text).toMatch(/[.)]$/);
    expect(docs.sources).not.toEqual([]);
  }
});

const aRule: Rule = {
  code: 'a-rule',
  group: 'language',
  severity: 'info',
  title: 'Nothing.',
  docs: { behaviour: 'None.', harm: 'None.', remedy: 'None.', sources: ['none'] },
  check: { scope: 'command', run: () => [] },
};
