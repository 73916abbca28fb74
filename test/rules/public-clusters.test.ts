import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildEstate } from '#core/model/build-estate.ts';
import { runRules } from '#core/rules/run-rules.ts';
import { readDocument } from '#core/sources/read-document.ts';

const corpus = path.join(import.meta.dirname, '../../../shared/corpus');

/** Public definitions of several queue managers, where they are at hand: right as they are, so nothing may be found in them. */
describe.skipIf(!existsSync(corpus))('clusters of strangers', () => {
  const repositories = existsSync(corpus)
    ? ['files', 'embedded'].flatMap((kind) => readdirSync(path.join(corpus, kind)).map((name) => path.join(kind, name)))
    : [];

  test.each(repositories)('nothing is wrong between the files of %s', (repository) => {
    expect(clusterFindings(repository)).toEqual([]);
  });

  test('nor between all of them together', () => {
    expect(clusterFindings('.')).toEqual([]);
  });

  test('two gateways are alike until one is changed, and then both are told', () => {
    const gateways = 'files/ibm-messaging__mq-wlm-client';
    const changed = clusterFindings(gateways, (source, text) =>
      source.endsWith('Gateway2.MQSC') ? text.replace('DEFBIND(NOTFIXED) CLWLUSEQ', 'DEFBIND(OPEN) CLWLUSEQ') : text,
    );
    expect(changed).toEqual([
      'error clone-defbind-differs Gateway1.MQSC DEFBIND(NOTFIXED)',
      'error clone-defbind-differs Gateway2.MQSC DEFBIND(OPEN)',
    ]);
  });
});

function clusterFindings(
  repository: string,
  change = (_source: string, text: string): string => text,
): readonly string[] {
  const folder = path.join(corpus, repository);
  const documents = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort()
    .map((source) => readDocument(source, change(source, readFileSync(path.join(folder, source), 'utf8'))));
  const { estate } = buildEstate({ documents });
  return [...runRules(estate).values()]
    .flat()
    .filter(({ group }) => group === 'clones' || group === 'ordering' || group === 'cluster')
    .map(({ at, severity, code }) => {
      const text = estate.documents.get(at.source)?.text.slice(at.span.start, at.span.end);
      return `${severity} ${code} ${path.basename(at.source)} ${text}`;
    })
    .sort();
}
