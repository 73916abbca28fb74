import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildEstate } from '#core/model/build-estate.ts';
import { runRules } from '#core/rules/run-rules.ts';
import { readDocument } from '#core/sources/read-document.ts';

/**
 * Public MQSC of strangers, where it is at hand: each repository is an estate of its own, and only true findings of the
 * language group may stay.
 */
const corpus = path.join(import.meta.dirname, '../../../shared/corpus');

describe.skipIf(!existsSync(corpus))('rules of the language on public MQSC', () => {
  const repositories = existsSync(corpus)
    ? ['files', 'embedded'].flatMap((kind) => readdirSync(path.join(corpus, kind)).map((name) => path.join(kind, name)))
    : [];

  // A test of a highlighter: wrong on purpose.
  const valid = repositories.filter((repository) => !repository.endsWith('mq-atom-mqsc'));

  test.each(valid)('%s', (repository) => {
    expect(languageFindings(repository)).toEqual(known[repository] ?? []);
  });

  test('what is wrong on purpose is found', () => {
    expect(languageFindings('files/ibm-messaging__mq-atom-mqsc').length).toBeGreaterThan(50);
  });
});

/** Faults that are really there. */
const known: Readonly<Record<string, readonly string[]>> = {
  'files/TxMQ__ibm-mq-helm-chart': [
    'mqstarters/ldapauth/activedir.mqsc:24 unknown-attribute FAILEDDLAY',
    'mqstarters/ldapauth/openldap.mqsc:24 unknown-attribute FAILEDDLAY',
  ],
};

function languageFindings(repository: string): readonly string[] {
  const folder = path.join(corpus, repository);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
  const documents = files.map((file) => readDocument(file, readFileSync(path.join(folder, file), 'utf8')));
  const { estate } = buildEstate({ documents });
  return [...runRules(estate).values()]
    .flat()
    .filter(({ group, severity }) => (group === 'language' || group === 'script order') && severity !== 'hint')
    .map(({ at, code }) => {
      const text = documents.find(({ source }) => source === at.source)?.text ?? '';
      const line = text.slice(0, at.span.start).split('\n').length;
      return `${at.source}:${line} ${code} ${text.slice(at.span.start, at.span.end)}`;
    })
    .sort();
}
