import * as fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { sarifFaults } from '../support/sarif.ts';
import { makeShell, type Shell } from '../support/shell.ts';

const clones = {
  'QM1.mqsc': [
    '* what the orders go through',
    'DEFINE QLOCAL(ORDERS) CLUSTER(SALES) +',
    '   DEFBIND(OPEN)',
    'DEFINE QLOCAL(A) DEFBND(OPEN) DEFBND(OPEN)',
    'DEFINE QLOCAL(B) DEFBND(OPEN)',
    '',
  ].join('\n'),
  'sub folder/QM2.mqsc': 'DEFINE QLOCAL(ORDERS) CLUSTER(SALES) DEFBIND(NOTFIXED)\n',
};

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } }[];
  readonly relatedLocations?: readonly unknown[];
  readonly fixes?: readonly { readonly artifactChanges: readonly unknown[] }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}

let shell: Shell | undefined;
afterEach(() => shell?.remove());

async function sarifOf(files: Readonly<Record<string, string>>) {
  shell?.remove();
  shell = makeShell(files);
  const log = JSON.parse((await shell.run('check --format sarif')).out);
  const results: readonly Result[] = log.runs[0].results;
  return { log, results, rules: log.runs[0].tool.driver.rules };
}

const fingerprints = (results: readonly Result[]): readonly string[] =>
  results.flatMap(({ partialFingerprints }) => Object.values(partialFingerprints)).sort();

/** The lines of a text, those of one command together. */
const commandsOf = (text: string): string[] => text.trimEnd().split(/(?<!\+)\n/);

describe('SARIF 2.1.0', () => {
  test('is as its schema wants it, with related locations, fixes and names that need escaping', async () => {
    const { log, results } = await sarifOf(clones);
    expect(sarifFaults(log)).toEqual([]);
    expect(results.map(({ ruleId }) => ruleId)).toEqual(
      expect.arrayContaining(['clone-defbind-differs', 'unknown-attribute', 'duplicate-attribute']),
    );
    expect(results.find(({ relatedLocations }) => relatedLocations)).toBeDefined();
    expect(results.find(({ fixes }) => fixes)).toBeDefined();
    expect(results.map((one) => one.locations[0]?.physicalLocation.artifactLocation.uri)).toContain(
      'sub%20folder/QM2.mqsc',
    );
  });

  test('the check of the schema does find what is wrong', async () => {
    const { log } = await sarifOf(clones);
    log.runs[0].results[0].level = 'fatal';
    log.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri = 'sub folder/QM2.mqsc';
    expect(sarifFaults(log)).toEqual([
      expect.stringContaining('/runs/0/results/0/level'),
      expect.stringContaining('/artifactLocation/uri'),
    ]);
  });

  test('is valid without findings, and for standard input', async () => {
    expect(sarifFaults((await sarifOf({ 'QM1.mqsc': 'DEFINE QLOCAL(A)\nALTER QMGR DEADQ(A)\n' })).log)).toEqual([]);
    const { out } = (await shell?.run('check - --format sarif', 'DEFINE QLOCAL(A) DEFBND(OPEN)\n')) ?? { out: '' };
    expect(sarifFaults(JSON.parse(out))).toEqual([]);
  });

  test('tells of every rule what it means and what helps', async () => {
    const { rules } = await sarifOf(clones);
    for (const rule of rules) {
      expect(rule.help.text, rule.id).toMatch(/How to fix it\n\n./);
      expect(rule.help.markdown, rule.id).toMatch(/^## What MQ does\n\n./);
    }
    expect(new Set(rules.map(({ id }: { id: string }) => id)).size).toBe(rules.length);
  });
});

describe('fingerprints', () => {
  test('tell findings apart, those that look the same as well', async () => {
    const all = fingerprints((await sarifOf(clones)).results);
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((one) => one.includes('DEFBND'))).toHaveLength(4);
  });

  test('stay when lines are added above and commands change elsewhere', async () => {
    const before = fingerprints((await sarifOf(clones)).results);
    const text = `* another line\n\nDEFINE QLOCAL(NEW)\n${clones['QM1.mqsc'].replace('* what', '* this is what')}`;
    expect(fingerprints((await sarifOf({ ...clones, 'QM1.mqsc': text })).results)).toEqual(before);
  });

  test('stay whatever is edited elsewhere', async () => {
    const before = fingerprints((await sarifOf(clones)).results);
    const added = fc.constantFrom(
      '* a remark',
      '',
      "DEFINE QLOCAL(NEW.ONE) +\n   DESCR('it is new')",
      'DEFINE QALIAS(NEW.ALIAS) TARGET(NEW.ONE)',
      'ALTER QLOCAL(NEW.TWO) MAXDEPTH(10)',
      'DEFINE CHANNEL(NEW.CHANNEL) CHLTYPE(SVRCONN)',
      'DEFINE QLOCAL(NEW.FAULT) MAXDPTH(5)',
      "ALTER QLOCAL(NEW.THREE) DESCR('half typed",
    );
    const file = fc.constantFrom<keyof typeof clones>('QM1.mqsc', 'sub folder/QM2.mqsc');
    const edits = fc.array(fc.record({ file, added, at: fc.nat(10) }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(edits, async (all) => {
        const texts = new Map(Object.entries(clones).map(([name, text]) => [name, commandsOf(text)]));
        for (const one of all) {
          const commands = texts.get(one.file) ?? [];
          commands.splice(one.at % (commands.length + 1), 0, one.added);
        }
        const edited = Object.fromEntries([...texts].map(([name, commands]) => [name, `${commands.join('\n')}\n`]));
        const after = fingerprints((await sarifOf(edited)).results);
        expect(after, JSON.stringify(edited)).toEqual(expect.arrayContaining([...before]));
      }),
      { numRuns: 40, seed: 4 },
    );
  });

  test('stay when another file makes messages say more', async () => {
    const { results } = await sarifOf(clones);
    const more = await sarifOf({
      ...clones,
      'QM3.mqsc': 'DEFINE QLOCAL(ORDERS) CLUSTER(SALES) DEFBIND(GROUP)\n',
    });
    const after = fingerprints(more.results);
    for (const one of fingerprints(results)) expect(after).toContain(one);
    expect(JSON.stringify(more.results)).toContain('QM3');
  });

  test('go with the fault', async () => {
    const before = fingerprints((await sarifOf(clones)).results);
    const mended = clones['QM1.mqsc'].replace('QLOCAL(B) DEFBND', 'QLOCAL(B) DEFBIND');
    const after = fingerprints((await sarifOf({ ...clones, 'QM1.mqsc': mended })).results);
    expect(before.filter((one) => !after.includes(one))).toEqual([expect.stringContaining('DEFINE QLOCAL(B)')]);
    expect(after.filter((one) => !before.includes(one))).toEqual([]);
  });
});
