import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocument } from '#core/sources/read-document.ts';
import { makeMqsc } from '../fuzz/make-mqsc.ts';
import { random } from '../fuzz/random.ts';
import { outlines, written, yaml } from '../support/yaml-mqsc.ts';

describe('MQSC in quoted scalars of YAML', () => {
  test('double quotes: escapes stand for what they mean, and places are those of the source', () => {
    const document = yaml(
      'data:',
      String.raw`  a.mqsc: "* first\nDEFINE QLOCAL(A) +\n  REPLACE\r\n\nDEFINE QLOCAL('\x42.\u0063') DESCR('say \"x\" \\')\nALTER\tQMGR"`,
    );
    expect(document.kind).toBe('yaml');
    expect(document.slices).toMatchObject([{ label: 'data › a.mqsc', form: 'double-quoted' }]);
    expect(outlines(document)).toEqual([
      'DEFINE QLOCAL: QLOCAL(A) REPLACE',
      String.raw`DEFINE QLOCAL: QLOCAL("B.c") DESCR("say \"x\" \\")`,
      'ALTER QMGR: QMGR',
    ]);
    expect(written(document)).toEqual([
      'QLOCAL',
      'A',
      'REPLACE',
      'QLOCAL',
      String.raw`'\x42.\u0063'`,
      'DESCR',
      String.raw`'say \"x\" \\'`,
      'QMGR',
    ]);
    expect(document.slices[0]?.comments.map(({ start, end }) => document.text.slice(start, end))).toEqual(['* first']);
    expect(document.layoutProblems).toEqual([]);
  });

  test('single quotes: a quote of MQSC is doubled', () => {
    const document = yaml("a.mqsc: 'DEFINE QLOCAL(''a'') DESCR(''it''''s'') REPLACE' # done");
    expect(outlines(document)).toEqual([`DEFINE QLOCAL: QLOCAL("a") DESCR("it's") REPLACE`]);
    expect(written(document)).toEqual(['QLOCAL', "''a''", 'DESCR', "''it''''s''", 'REPLACE']);
  });

  test('over several lines: a break is a blank, an empty line a break, an escaped break nothing', () => {
    const document = yaml(
      'data:',
      '  a.mqsc: "DEFINE QLOCAL(A)   ',
      '    REPLACE',
      '',
      '    DEFINE QLOCAL(LONG.\\',
      '       NAME)',
      '    REPLACE"',
      "  b.mqsc: 'ALTER QMGR",
      '',
      "    DELETE QLOCAL(A)'",
    );
    expect(outlines(document)).toEqual([
      'DEFINE QLOCAL: QLOCAL(A) REPLACE',
      'DEFINE QLOCAL: QLOCAL(LONG.NAME) REPLACE',
      'ALTER QMGR: QMGR',
      'DELETE QLOCAL: QLOCAL(A)',
    ]);
    expect(document.layoutProblems).toEqual([]);
  });

  test('flow mappings and sequences, as JSON writes them as well', () => {
    const document = yaml(
      '{"kind": "ConfigMap", "metadata": {"labels": {"name": "no"}, "name": "qm1"},',
      String.raw`"data":{"a.mqsc":"ALTER QMGR DESCR('a, b')\n", 'b.mqsc': 'DELETE QLOCAL(B)', "c": ["x", "DELETE QLOCAL(C)"]}`,
      '}',
    );
    expect(document.slices.map(({ label, ownerHint }) => [label, ownerHint])).toEqual([
      ['data › a.mqsc', 'qm1'],
      ['data › b.mqsc', 'qm1'],
      ['data › c', 'qm1'],
    ]);
    expect(outlines(document)).toEqual([
      'ALTER QMGR: QMGR DESCR("a, b")',
      'DELETE QLOCAL: QLOCAL(B)',
      'DELETE QLOCAL: QLOCAL(C)',
    ]);
  });

  test('what has a name like MQSC but is none: names of files, templates', () => {
    const document = yaml('mqsc: "qm1.mqsc"', "a.mqsc: '{{ .Values.mqsc }}'", 'b.mqsc: {{ .Values.b }}', 'c.mqsc: ""');
    expect(document.slices).toEqual([]);
  });

  test('a text that is being written ends with its line, or where its lines end', () => {
    const document = yaml(
      'data:',
      '  a.mqsc: "DEFINE QLOCAL(A)',
      "  b.mqsc: 'DEFINE QLOCAL(B) REP",
      '  c.mqsc: { x: "DEFINE QLOCAL(C)',
      '  d.mqsc: |',
      '    DEFINE QLOCAL(D)',
    );
    expect(outlines(document)).toEqual(['A', 'B', 'C', 'D'].map((name) => expect.stringContaining(`QLOCAL(${name})`)));
  });

  test('a Secret: stringData is read, what is encoded in data is not', () => {
    const document = yaml(
      'kind: Secret',
      'stringData: { qm.mqsc: "ALTER QMGR" }',
      'data:',
      '  qm.mqsc: QUxURVIgUU1HUg==',
      '  qm2.mqsc: "QUxURVIgUU1HUg=="',
    );
    expect(document.slices.map(({ label }) => label)).toEqual(['stringData › qm.mqsc']);
  });

  test('reads as the same script in a file of its own, and a second reading keeps nothing that is read otherwise', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const script = `DEFINE QLOCAL(FIRST)\n${makeMqsc(random(seed), 4)}`.replace(/[^\n -~]/g, '?');
        const plain = readDocument('a.mqsc', script);
        const file = (quoted: string) => `a.mqsc: |\n  DEFINE QLOCAL(FIRST)\nb.mqsc: ${quoted}\n`;
        const single = `'${script.replaceAll("'", "''").replaceAll('\n', '\n\n  ')}'`;
        for (const text of [
          file(JSON.stringify(script)),
          ...(/^\s|\s\n|\n[ \t]|\n\n/.test(script) ? [] : [file(single)]),
        ]) {
          const document = readDocument('a.yaml', text);
          const again = readDocument('a.yaml', text, document);
          expect(outlines(document).slice(1)).toEqual(outlines(plain));
          expect(outlines(again)).toEqual(outlines(document));
        }
      }),
      { numRuns: 300 },
    );
  });
});
