import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultFormat, type FormatOptions } from '#core/ide/format/format-options.ts';
import { buildEstate } from '#core/model/build-estate.ts';
import type { Estate } from '#core/model/model.ts';
import { createService } from '#core/service.ts';
import { readDocument } from '#core/sources/read-document.ts';
import { commandsOf, type Document } from '#core/syntax/tree.ts';
import { applyEdits } from '#core/text/apply-edits.ts';
import { mqscLike } from '../syntax/mqsc-like.ts';

const formatted = (text: string, options: Partial<FormatOptions>, source = 'QM1.mqsc'): string => {
  const service = createService();
  service.open(source, text);
  return applyEdits(text, service.format(source, options));
};

/** Enter at an offset, in an editor that indents nothing by itself. */
const entered = (text: string, offset: number, options: Partial<FormatOptions>): string => {
  const broken = `${text.slice(0, offset)}\n${text.slice(offset)}`;
  const service = createService();
  service.open('QM1.mqsc', broken);
  return applyEdits(broken, service.formatOnType('QM1.mqsc', offset + 1, options));
};

const options: fc.Arbitrary<FormatOptions> = fc.record({
  keywordCase: fc.constantFrom('upper', 'lower', 'keep'),
  lineWidth: fc.constantFrom(30, 40, 72, 80),
  layout: fc.constantFrom('auto', 'one-per-line', 'filled'),
  continuation: fc.constantFrom('+', '-', 'keep'),
  attributeOrder: fc.constantFrom('keep', 'catalogue'),
  indent: fc.constantFrom(0, 3, 7),
});

/** What the commands of a document say, in the order of the text. */
const commandsIn = (document: Document) =>
  [...commandsOf(document)].map(({ body }) => ({
    verb: body.verb?.upper,
    object: body.object?.keyword,
    problems: body.problems.map(({ code, message }) => `${code} ${message}`),
    parameters: body.parameters
      .map(({ keyword, value }) => `${keyword} ${JSON.stringify(value?.items.map(({ kind, text }) => [kind, text]))}`)
      .toSorted(),
  }));

const spaces = ['queue', 'channel', 'client-channel', 'namelist', 'process', 'topic', 'subscription'] as const;

/** The objects of all queue managers, without the places that their values come from. */
const objectsIn = ({ queueManagers, clusters }: Estate) => ({
  clusters: [...clusters.keys()],
  queueManagers: [...queueManagers.values()].map(({ name, attributes, objects }) => [
    name,
    ...[attributes, ...spaces.flatMap((space) => [...objects.all(space)])].map((object) => [
      object.type,
      object.name,
      object.isDefined,
      [...object.written].map(([keyword, { value, isOpen }]) => `${keyword}=${value} ${isOpen}`).toSorted(),
    ]),
  ]),
});

const estateOf = (document: Document) => buildEstate({ documents: [document] }).estate;

/** Everything that formatting must leave as it is. */
const meaning = (text: string, source = 'QM1.mqsc') => {
  const document = readDocument(source, text);
  const comments = document.slices.flatMap((slice) => slice.comments.map(({ start, end }) => text.slice(start, end)));
  return { commands: commandsIn(document), comments, objects: objectsIn(estateOf(document)) };
};

const names = fc.constantFrom(
  'A',
  'b',
  'ORDERS.IN',
  "'Mixed.Case'",
  '+QMNAME+',
  '{{ name }}',
  "'{{ x }}.Q'",
  `$${'{Q}'}`,
);
const blanks = fc.constantFrom(
  ' ',
  ' ',
  '  ',
  ' +\n',
  ' +\n   ',
  ' -\n',
  ' - \n\t',
  ', ',
  ' +\n* a comment\n',
  ' +\n\n  ',
);
const texts = fc.constantFrom(
  'two words',
  "it''s",
  'split + \n  here',
  'and-\n  here',
  ';',
  'x'.repeat(50),
  '* (1414)',
  'a, b',
);
const attribute = fc.oneof(
  fc.constantFrom(
    'REPLACE',
    'noreplace',
    'SHARE',
    'Put(DISABLED)',
    'get (enabled)',
    'MAXDEPTH( 5000 )',
    'DEFBIND(notfixed)',
  ),
  fc.constantFrom('CLUSTER(C)', 'CLUSNL()', "RNAME('')", 'TRIGGER', 'NOTRIGGER', 'LIKE(A)'),
  texts.map((text) => `DESCR('${text}')`),
  fc.array(names, { minLength: 1, maxLength: 6 }).map((all) => `NAMES(${all.join(' ,')})`),
  fc.array(names, { minLength: 1, maxLength: 6 }).map((all) => `NAMES(${all.join(' +\n  ,')})`),
);
const command = fc
  .record({
    head: fc.constantFrom(
      'DEFINE QLOCAL',
      'define ql',
      'ALTER QLOCAL',
      'DEFINE NOREPLACE QLOCAL',
      'define nl',
      'Alter qalias',
    ),
    name: names,
    attributes: fc.array(fc.tuple(blanks, attribute), { maxLength: 6 }),
    end: fc.constantFrom('\n', '\n', ';\n', ' \n', '\r\n', '\n\n', '\n* comment +\n', '\n  '),
  })
  .map(
    ({ head, name, attributes, end }) =>
      `${head}(${name})${attributes.map(([blank, text]) => blank + text).join('')}${end}`,
  );
const script = fc.array(command, { maxLength: 5 }).map((commands) => commands.join(''));

describe('of generated scripts', () => {
  test('formatting twice changes nothing', () => {
    fc.assert(
      fc.property(script, options, (text, chosen) => {
        const once = formatted(text, chosen);
        expect(formatted(once, chosen)).toBe(once);
      }),
      { numRuns: 200 },
    );
  });

  test('formatting never changes what the commands say, nor the model', () => {
    fc.assert(
      fc.property(script, options, (text, chosen) => {
        expect(meaning(formatted(text, chosen))).toEqual(meaning(text));
      }),
      { numRuns: 200 },
    );
  });

  test('no command without a fault is left as it is', () => {
    fc.assert(
      fc.property(script, options, (text, chosen) => {
        const document = readDocument('QM1.mqsc', formatted(text, { ...chosen, keywordCase: 'lower' }));
        if (document.layoutProblems.length > 0) return;
        const left = [...commandsOf(document)].filter(({ body }) => body.problems.length === 0);
        for (const { body } of left) expect(body.verb?.text, body.raw).toMatch(/^[a-z]+$/);
      }),
      { numRuns: 200 },
    );
  });

  test('formatting in YAML keeps what its block scalar holds', () => {
    fc.assert(
      fc.property(script, options, fc.constantFrom(1, 2, 6), (text, chosen, margin) => {
        const lines = text.split('\n').map((line) => (line.trim() === '' ? line : ' '.repeat(margin) + line));
        const yaml = `a.mqsc: |\n${lines.join('\n')}\nb: 1\n`;
        const once = formatted(yaml, chosen, 'a.yaml');
        expect(formatted(once, chosen, 'a.yaml')).toBe(once);
        expect(meaning(once, 'a.yaml')).toEqual(meaning(yaml, 'a.yaml'));
        expect(once.endsWith('\nb: 1\n')).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('Enter between two parts of a command, and what it asks for, changes nothing of what the command says', () => {
    fc.assert(
      fc.property(script, fc.nat(), options, (text, place, chosen) => {
        const [...commands] = commandsOf(readDocument('QM1.mqsc', text));
        const command = commands[place % Math.max(1, commands.length)];
        if (!command || command.body.problems.length > 0) return;
        const gaps = command.body.parameters.flatMap(({ span, value }) => [
          span.start,
          ...(value?.items.flatMap((item) => [item.span.start, item.span.end]) ?? []),
        ]);
        const at = command.start + (gaps[place % Math.max(1, gaps.length)] ?? 0);
        if (at === command.start) return;
        expect(commandsIn(readDocument('QM1.mqsc', entered(text, at, chosen)))).toEqual(
          commandsIn(readDocument('QM1.mqsc', text)),
        );
      }),
      { numRuns: 500 },
    );
  });

  test('no line is longer than the width but for one value', () => {
    fc.assert(
      fc.property(script, options, (text, chosen) => {
        const result = formatted(text, chosen);
        const document = readDocument('QM1.mqsc', result);
        for (const { start, end, body } of commandsOf(document)) {
          if (body.problems.length > 0) continue;
          for (const line of result.slice(start, end).split(/\r?\n/))
            if (!line.startsWith('*') && line.length > chosen.lineWidth)
              expect(line.trim(), text).toMatch(
                /^(?:[A-Za-z]+ )?(?:[A-Za-z]+\()?(?:'(?:[^']|'')*'|[^\s']+|\S*\{\{.*)\)?[,;]? ?[+-]?$/,
              );
        }
      }),
      { numRuns: 200 },
    );
  });
});

test('half-typed and damaged text: formatted twice as once, commands unchanged', () => {
  fc.assert(
    fc.property(mqscLike, options, (text, chosen) => {
      const once = formatted(text, chosen);
      expect(formatted(once, chosen)).toBe(once);
      expect(meaning(once)).toEqual(meaning(text));
    }),
    { numRuns: 500 },
  );
});

test('Enter anywhere in such text is answered', () => {
  fc.assert(
    fc.property(mqscLike, fc.nat(), options, (text, place, chosen) => {
      const at = place % (text.length + 1);
      expect(entered(text, at, chosen).replace(/[\s+-]/g, '')).toBe(text.replace(/[\s+-]/g, ''));
    }),
    { numRuns: 500 },
  );
});

const corpus = join(import.meta.dirname, '../../../shared/corpus');

describe.skipIf(!existsSync(corpus))('of real files of strangers', () => {
  const files = existsSync(corpus)
    ? ['files', 'embedded'].flatMap((folder) =>
        readdirSync(join(corpus, folder), { recursive: true, encoding: 'utf8' })
          .map((name) => `${folder}/${name}`)
          .filter((name) => statSync(join(corpus, name)).isFile()),
      )
    : [];

  test.each(files)('%s', (name) => {
    const text = readFileSync(join(corpus, name), 'utf8');
    for (const chosen of [
      defaultFormat,
      { ...defaultFormat, layout: 'filled', lineWidth: 72, keywordCase: 'lower', continuation: '-' },
      { ...defaultFormat, layout: 'one-per-line', attributeOrder: 'catalogue', continuation: 'keep' },
    ] as const) {
      const once = formatted(text, chosen, name);
      expect(formatted(once, chosen, name)).toBe(once);
      expect(meaning(once, name)).toEqual(meaning(text, name));
    }
  });
});
