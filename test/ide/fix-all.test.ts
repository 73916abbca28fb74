import { describe, expect, test } from 'vitest';
import type { FixAll } from '#core/fix-all.ts';
import { applyEdits } from '#core/text/apply-edits.ts';
import { open } from '../support/open.ts';

/** The texts after all fixes that are wanted; the service itself is left as it is. */
const fixed = (marked: string, wanted: FixAll): Readonly<Record<string, string>> => {
  const { service } = open(marked);
  const before = service.sources().map((source) => service.text(source));
  const edits = service.fixAll(wanted);
  expect(service.sources().map((source) => service.text(source))).toEqual(before);
  return Object.fromEntries(
    service.sources().map((source) => [
      source,
      applyEdits(
        service.text(source) ?? '',
        edits.filter((edit) => edit.source === source),
      ),
    ]),
  );
};

const defbind = (source: string, queueManager: string | undefined): FixAll => ({
  of: 'rule',
  code: 'clone-defbind-differs',
  source,
  queueManager,
});

describe('all findings of a rule', () => {
  const two = `
    *- QM1.mqsc
    DEFINE QLOCAL(A) CLUSTER(C) DEFBIND(OPEN)
    DEFINE QLOCAL(B) CLUSTER(C)
    *- QM2.mqsc
    DEFINE QLOCAL(A) CLUSTER(C) DEFBIND(NOTFIXED)
    DEFINE QLOCAL(B) CLUSTER(C) DEFBIND(GROUP)
  `;

  test('of two that differ, the one whose finding it was follows the other', () => {
    expect(fixed(two, defbind('QM1.mqsc', 'QM1'))).toEqual({
      'QM1.mqsc': 'DEFINE QLOCAL(A) CLUSTER(C) DEFBIND(NOTFIXED)\nDEFINE QLOCAL(B) CLUSTER(C) DEFBIND(GROUP)\n',
      'QM2.mqsc': 'DEFINE QLOCAL(A) CLUSTER(C) DEFBIND(NOTFIXED)\nDEFINE QLOCAL(B) CLUSTER(C) DEFBIND(GROUP)\n',
    });
    expect(fixed(two, defbind('QM2.mqsc', 'QM2'))['QM2.mqsc']).toBe(
      'DEFINE QLOCAL(A) CLUSTER(C) DEFBIND(OPEN)\nDEFINE QLOCAL(B) CLUSTER(C) DEFBIND(OPEN)\n',
    );
  });

  test('of many, the odd ones follow the majority, each value in its turn', () => {
    const values = ['OPEN', 'NOTFIXED', 'GROUP', 'NOTFIXED', 'OPEN', 'NOTFIXED', 'NOTFIXED', 'NOTFIXED'];
    const files = values.map((value, i) => `*- Q${i}.mqsc\nDEFINE QLOCAL(A) CLUSTER(C) DEFBIND(${value})\n`);
    const texts = fixed(files.join(''), defbind('Q0.mqsc', 'Q0'));
    expect(Object.values(texts).every((text) => text.includes('DEFBIND(NOTFIXED)'))).toBe(true);
  });

  test('of a file that several queue managers run, once', () => {
    const shared = `
      *- mqsc.yaml
      queueManagers:
        QM1: { files: [both.mqsc] }
        QM2: { files: [both.mqsc] }
        QM3: { files: [QM3.mqsc] }
      *- both.mqsc
      DEFINE QLOCAL(A) CLUSTER(C) DEFBIND(OPEN)
      *- QM3.mqsc
      DEFINE QLOCAL(A) CLUSTER(C) DEFBIND(NOTFIXED)
    `;
    expect(fixed(shared, defbind('QM3.mqsc', 'QM3'))['QM3.mqsc']).toContain('DEFBIND(OPEN)');
  });

  test('leaves alone what is ignored, and other rules', () => {
    const texts = fixed(
      `
      *- QM1.mqsc
      * @ignore clone-defbind-differs: on purpose
      DEFINE QLOCAL(A) CLUSTER(C) DEFBIND(OPEN) DEFPSIST(YES)
      *- QM2.mqsc
      * @ignore clone-defbind-differs: on purpose
      DEFINE QLOCAL(A) CLUSTER(C) DEFBIND(NOTFIXED)
    `,
      defbind('QM1.mqsc', 'QM1'),
    );
    expect(texts['QM1.mqsc']).toContain('DEFBIND(OPEN)');
  });
});

test('what is certain in one source, and nothing that has two readings', () => {
  const texts = fixed(
    `
    *- QM1.mqsc
    DEFINE QLOCAL(A) DESCR("one")
    DEFINE QLOCAL(lower)
    DEFINE QLOCAL(B) DESCR("two")
    *- QM2.mqsc
    DEFINE QLOCAL(A) DESCR("three")
  `,
    { of: 'source', source: 'QM1.mqsc' },
  );
  expect(texts).toEqual({
    'QM1.mqsc': "DEFINE QLOCAL(A) DESCR('one')\nDEFINE QLOCAL(lower)\nDEFINE QLOCAL(B) DESCR('two')\n",
    'QM2.mqsc': 'DEFINE QLOCAL(A) DESCR("three")\n',
  });
});

describe('to ignore a finding', () => {
  const offered = (marked: string) => {
    const { service, source, offset, text } = open(marked);
    const actions = service
      .codeActions(source, { start: offset, end: offset })
      .filter(({ title }) => title.startsWith('Ignore'));
    return { service, source, texts: actions.map(({ edits }) => applyEdits(text, edits)), actions };
  };

  test('a comment above the command, with the reason left to write', () => {
    const { texts, service, source } = offered(
      '*- QM1.mqsc\nDEFINE QLOCAL(A)\nDEFINE QLOCAL(B) +\n  MAXDEPTH($099999999999)\n',
    );
    expect(texts).toEqual([
      'DEFINE QLOCAL(A)\n* @ignore number-out-of-range: ${1:why this is right here}\nDEFINE QLOCAL(B) +\n  MAXDEPTH(99999999999)\n',
    ]);
    expect(service.findings(source)).toHaveLength(1);
    service.open(source, texts[0] ?? '');
    expect(service.findings(source)).toEqual([]);
  });

  test('in YAML as deep as its block', () => {
    const { texts } = offered(`
      *- config.yaml
      kind: ConfigMap
      metadata: { name: qm1 }
      data:
        qm1.mqsc: |
          DEFINE QLOCAL(A)
          DEFINE QLOCAL(B) MAXDEPTH($099999999999)
    `);
    expect(texts[0]).toContain(
      '\n    * @ignore number-out-of-range: ${1:why this is right here}\n    DEFINE QLOCAL(B)',
    );
  });

  test('not where a comment line cannot stand, and not for a suppression itself', () => {
    expect(offered('*- QM1.mqsc\nDEFINE QLOCAL(A); DEFINE QLOCAL(B) MAXDEPTH($099999999999)\n').texts).toEqual([]);
    expect(offered('*- QM1.mqsc\n* @ignore num$0ber-out-of-range: x\nDEFINE QLOCAL(B)\n').texts).toEqual([]);
  });
});
