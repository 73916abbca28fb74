import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Finding } from '#core/rules/rule.ts';
import { estateOf, findingsOf } from '../support/estate.ts';
import { asFixture, healthyCluster } from '../support/healthy-cluster.ts';
import { printDump } from '../support/print-dump.ts';

/** A dump of a queue manager says what its source says, with all defaults: alone, beside the source, or beside the sources of others. */
const cluster = { ...healthyCluster(), estateFile: 'version: 1\n' };
const source = asFixture(cluster);
const dumpsOf = (marked: string): ReadonlyMap<string, string> =>
  new Map([...estateOf(marked).estate.queueManagers.values()].map((one) => [one.name, printDump(one)]));
const asFiles = (dumps: ReadonlyMap<string, string>, only?: string): string =>
  [...dumps]
    .filter(([name]) => only === undefined || name === only)
    .map(([name, text]) => `*- dumps/${name}.dump.mqsc\n${text}`)
    .join('');

describe('dumps', () => {
  test('nothing is found in the dumps of a healthy cluster', () => {
    expect(told(asFiles(dumpsOf(source)))).toEqual([]);
  });

  test('nor where a dump lies beside its source', () => {
    expect(told(source + asFiles(dumpsOf(source)))).toEqual([]);
    for (const name of cluster.names) expect(told(source + asFiles(dumpsOf(source), name))).toEqual([]);
  });

  test('nor where one queue manager is known by its dump and the others by their sources', () => {
    const others = asFixture({ ...cluster, names: cluster.names.filter((name) => name !== 'QM3') });
    expect(told(others + asFiles(dumpsOf(source), 'QM3'))).toEqual([]);
  });

  test('what has gone astray on one host is told from its dump', () => {
    const changed = asFixture(cluster, (name, elements) =>
      elements.map((one) =>
        name === 'QM3' && one.id === 'queue' ? { ...one, text: one.text.replace('NOTFIXED', 'OPEN') } : one,
      ),
    );
    const others = asFixture({ ...cluster, names: cluster.names.filter((name) => name !== 'QM3') });
    expect(told(others + asFiles(dumpsOf(changed), 'QM3'))).toEqual([
      'error clone-defbind-differs dumps/QM3.dump.mqsc DEFBIND(OPEN)',
    ]);
  });

  const estates = path.join(import.meta.dirname, '../estates');
  test.each(
    readdirSync(estates).filter(
      (name) => name.endsWith('.mqsc') && !/zos|sharing|template|housekeeping|uniform/.test(name),
    ),
  )('the dumps of %s say what its sources say', (name) => {
    const marked = readFileSync(path.join(estates, name), 'utf8');
    const codes = (found: ReadonlyMap<string, readonly Finding[]>) =>
      [...found.values()]
        .flat()
        .filter(({ group }) => group === 'clones' || group === 'cluster' || group === 'references')
        // A dump knows that DEADQ is blank; of a script it may have been set when the queue manager was made.
        .filter(({ code }) => code !== 'no-dead-letter-queue')
        .map(
          ({ severity, code, queueManager, subject }) =>
            `${severity} ${code} ${queueManager} ${subject?.attribute ?? ''}`,
        )
        .sort();
    const [plain = ''] = marked.split('*- mqsc.yaml');
    expect(codes(findingsOf(asFiles(dumpsOf(plain))).findings)).toEqual(codes(findingsOf(plain).findings));
  });
});

const told = (marked: string): readonly string[] => {
  const { findings, estate } = findingsOf(marked);
  return [...findings.values()].flat().map(({ severity, code, at }) => {
    const text = estate.documents.get(at.source)?.text.slice(at.span.start, at.span.end);
    return `${severity} ${code} ${at.source} ${text}`;
  });
};
