import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildEstate } from '#core/model/build-estate.ts';
import { runRules } from '#core/rules/run-rules.ts';
import { readDocument } from '#core/sources/read-document.ts';

const corpus = path.join(import.meta.dirname, '../../../shared/corpus');

/**
 * Public MQSC of strangers, where it is at hand: files that are parts of more, so that no name may be called missing in
 * them, and none fails when it is run as it stands.
 */
describe.skipIf(!existsSync(corpus))('references and script order in public MQSC', () => {
  const repositories = existsSync(corpus)
    ? ['files', 'embedded'].flatMap((kind) => readdirSync(path.join(corpus, kind)).map((name) => path.join(kind, name)))
    : [];

  test.each(repositories)('nothing is missing in %s', (repository) => {
    expect(findingsIn(repository)).toEqual([]);
  });

  test('nor in all of them together', () => {
    expect(findingsIn('.')).toEqual([]);
  });

  test('a slip in a name of theirs is found', () => {
    const slip = findingsIn('files/ibm-messaging__mq-wlm-client', (source, text) =>
      source.endsWith('Gateway1.MQSC')
        ? text.replace('DEFINE QLOCAL(WLMMDB.BACKOUT)', 'DEFINE QLOCAL(WLMMDB.BACKUOT)')
        : text,
    );
    expect(slip).toEqual(['warning undefined-backout-queue Gateway1.MQSC BOQNAME(WLMMDB.BACKOUT)']);
  });
});

function findingsIn(repository: string, change = (_source: string, text: string): string => text): readonly string[] {
  const folder = path.join(corpus, repository);
  const documents = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort()
    .map((source) => readDocument(source, change(source, readFileSync(path.join(folder, source), 'utf8'))));
  const { estate } = buildEstate({ documents });
  return (
    [...runRules(estate).values()]
      .flat()
      .filter(({ group }) => group === 'references' || group === 'script order')
      // A highlighter's test goes on after END, and IBM's own automatic configuration leaves REPLACE out.
      .filter(({ code, severity }) => code !== 'command-after-end' && severity !== 'hint')
      .map(({ at, severity, code }) => {
        const text = estate.documents.get(at.source)?.text.slice(at.span.start, at.span.end);
        return `${severity} ${code} ${path.basename(at.source)} ${text}`;
      })
  );
}
