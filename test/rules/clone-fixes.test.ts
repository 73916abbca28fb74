import { describe, expect, test } from 'vitest';
import { rules } from '#core/rules/index.ts';
import type { Finding, Fix } from '#core/rules/rule.ts';
import { applyFixes } from '../support/apply-fixes.ts';
import { findingsOf } from '../support/estate.ts';
import type { FixtureFile } from '../support/fixture.ts';

/**
 * Each fix of each clone finding, however the definition is laid out: after it the finding is gone, its group agrees in the
 * attribute, nothing else is newly wrong, and no command was broken or lost.
 */
describe('a fix of a clone finding ends it', () => {
  const others = `
    *- QM1.mqsc
    DEFINE QLOCAL(Q3) CLUSTER(CL) DEFBIND(NOTFIXED) BOTHRESH(3) BOQNAME('Bad.One') DESCR('It''s one (1)')
    *- QM2.mqsc
    DEFINE QLOCAL(Q3) CLUSTER(CL) DEFBIND(NOTFIXED) BOTHRESH(3) BOQNAME('Bad.One') DESCR('It''s one (1)') NOSHARE
  `.replaceAll(/^ +/gm, '');

  test.each([
    ['on one line', 'DEFINE QLOCAL(Q3) CLUSTER(CL)'],
    ['with REPLACE at its end', 'DEFINE QLOCAL(Q3) CLUSTER(CL) REPLACE'],
    ['with REPLACE behind the name', 'DEFINE QLOCAL(Q3) REPLACE CLUSTER(CL)'],
    ['ended by a semicolon', 'DEFINE QLOCAL(Q3) CLUSTER(CL) ;'],
    ['in lower case', 'define ql(Q3) cluster(CL) replace'],
    ['continued by +', 'DEFINE QLOCAL(Q3) +\n   CLUSTER(CL) +\n   MAXDEPTH(5000)'],
    ['continued by + with REPLACE on a line of its own', 'DEFINE QLOCAL(Q3) +\n   CLUSTER(CL) +\n   REPLACE'],
    ['continued by + with REPLACE on the last line', 'DEFINE QLOCAL(Q3) +\n   CLUSTER(CL) REPLACE'],
    ['continued by + in the middle of a word', 'DEFINE QLOCAL(Q3) CLUS+\n   TER(CL)'],
    ['continued by + without a blank', 'DEFINE QLOCAL(Q3)+\nCLUSTER(CL)+\nSHARE'],
    ['continued by + behind the name only', 'DEFINE QLOCAL(Q3) +\n CLUSTER(CL)'],
    ['continued by -', 'DEFINE QLOCAL(Q3) -\n CLUSTER(CL) -\n MAXDEPTH(5000)'],
    ['with a quoted text over two lines', "DEFINE QLOCAL(Q3) CLUSTER(CL) DESCR('one -\ntwo') SHARE"],
    ['with a comment inside', 'DEFINE QLOCAL(Q3) +\n* all orders +\n   CLUSTER(CL) +\n\n* and more\n   REPLACE'],
    ['with CRLF', 'DEFINE QLOCAL(Q3) +\r\n   CLUSTER(CL) +\r\n   REPLACE\r'],
    ['with text behind it', 'DEFINE QLOCAL(Q3) CLUSTER(CL)\nDEFINE QLOCAL(Q4)\nEND\nnot MQSC'],
    ['by LIKE', 'DEFINE QLOCAL(P) BOTHRESH(7) NOSHARE\nDEFINE QLOCAL(Q3) LIKE(P) CLUSTER(CL)'],
    ['and altered', 'DEFINE QLOCAL(Q3) CLUSTER(CL)\nALTER QLOCAL(Q3) DEFBIND(GROUP) NOSHARE'],
    ['by an altered default', 'ALTER QLOCAL(SYSTEM.DEFAULT.LOCAL.QUEUE) BOTHRESH(9)\nDEFINE QLOCAL(Q3) CLUSTER(CL)'],
    ['as a listing', `DEFINE NOREPLACE${' '.repeat(55)}-\n QLOCAL('Q3')${' '.repeat(58)}-\n CLUSTER('CL')`],
  ])('%s', (_, definition) => {
    expectFixesToWork(`${others}*- QM3.mqsc\n${definition}\n`);
  });

  test('in YAML, literal and folded', () => {
    expectFixesToWork(
      `${others}*- QM3.yaml\nkind: ConfigMap\nmetadata: { name: qm3 }\ndata:\n  a.mqsc: |\n    DEFINE QLOCAL(Q3) +\n      CLUSTER(CL) +\n      REPLACE\n`,
    );
    expectFixesToWork(
      `${others}*- QM3.yaml\nkind: ConfigMap\nmetadata: { name: qm3 }\ndata:\n  a.mqsc: >\n    DEFINE QLOCAL(Q3)\n    CLUSTER(CL)\n    REPLACE\n`,
    );
  });

  test('where queue managers share a file', () => {
    const estateFile =
      '*- mqsc.yaml\nversion: 1\nqueueManagers:\n  QM1: { files: [QM1.mqsc] }\n  QM2: { files: [QM2.mqsc] }\n  QM3: { files: [common.mqsc] }\n  QM4: { files: [common.mqsc, own.mqsc] }\n';
    expectFixesToWork(
      `${others}*- common.mqsc\nDEFINE QLOCAL(Q3) CLUSTER(CL)\n*- own.mqsc\nALTER QLOCAL(Q3) BOTHRESH(3)\n${estateFile}`,
    );
  });
});

const cloneRules = rules.filter(({ group }) => group === 'clones');

function expectFixesToWork(marked: string): void {
  const before = findingsOf(marked);
  const findings = clonesOnly(before.findings);
  expect(findings.length).toBeGreaterThan(2);
  for (const finding of findings) {
    expect(finding.fixes?.length, finding.message).toBeGreaterThan(1);
    for (const fix of finding.fixes ?? []) {
      const fixed = before.files.map((file) => ({ ...file, text: applyFixes(file.source, file.text, [fix]) }));
      const after = findingsOf(fixed.map(withHeading).join(''));
      const label = `${fix.title}\n${fixed.map(withHeading).join('')}`;
      expect(keys(clonesOnly(after.findings)), label).not.toContain(keys([finding])[0]);
      expect(endsEverywhere(fix) ? attributesIn(after.findings) : [], label).not.toContain(finding.subject?.attribute);
      const was = new Set(keys([...before.findings.values()].flat()));
      expect(
        keys(languageOnly(after.findings)).filter((key) => !was.has(key)),
        label,
      ).toEqual([]);
      expect(commandCount(after), label).toBe(commandCount(before));
    }
  }
}

type Found = ReturnType<typeof findingsOf>;

const clonesOnly = (findings: Found['findings']): readonly Finding[] =>
  [...findings.values()].flat().filter(({ code }) => cloneRules.some((rule) => rule.code === code));

const languageOnly = (findings: Found['findings']): readonly Finding[] =>
  [...findings.values()].flat().filter(({ group }) => group === 'language' || group === 'script order');

const attributesIn = (findings: Found['findings']): readonly unknown[] =>
  clonesOnly(findings).map(({ subject }) => subject?.attribute);

const endsEverywhere = ({ title }: Fix): boolean => / on all \d+ clones$/.test(title);

const keys = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ at, code, subject, message }) => `${at.source} ${code} ${subject?.attribute ?? message}`);

const commandCount = ({ estate }: Found): number =>
  [...estate.documents.values()].flatMap(({ slices }) => slices.flatMap(({ commands }) => commands)).length;

const withHeading = ({ heading, text }: Pick<FixtureFile, 'heading' | 'text'>): string => `${heading ?? ''}\n${text}`;
