import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDocument } from '#core/sources/read-document.ts';
import { printDocument } from '#core/syntax/print.ts';
import { commandsOf } from '#core/syntax/tree.ts';

const corpus = join(import.meta.dirname, '../../../shared/corpus');

/** A highlighter's own test file, wrong on purpose. */
const invalid = /mq-atom-mqsc\/TEST\.mqsc$/;

describe.skipIf(!existsSync(corpus))('real files of strangers', () => {
  const files = existsSync(corpus)
    ? ['files', 'embedded'].flatMap((folder) =>
        readdirSync(join(corpus, folder), { recursive: true, encoding: 'utf8' })
          .map((name) => `${folder}/${name}`)
          .filter((name) => statSync(join(corpus, name)).isFile()),
      )
    : [];

  test.each(files)('%s', (name) => {
    const text = readFileSync(join(corpus, name), 'utf8');
    const document = readDocument(name, text);
    expect(printDocument(document)).toBe(text);
    const commands = [...commandsOf(document)];
    expect(commands.length).toBeGreaterThan(0);
    if (invalid.test(name)) return;
    expect(document.layoutProblems).toEqual([]);
    for (const { body } of commands) {
      expect(body.problems, body.raw).toEqual([]);
      expect(body.verbName, body.raw).toBeDefined();
      if (!/^(?:END|EXIT|QUIT)$/.test(body.verbName ?? '')) expect(body.objectName, body.raw).toBeDefined();
    }
  });
});
