import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createService } from '#core/service.ts';
import type { Service } from '#core/service-types.ts';

const source = 'QM1.mqsc';
const clone = 'DEFINE QLOCAL(ORDERS) CLUSTER(SALES) DEFBIND(NOTFIXED)\n';
const text = [
  '* @qmgr QM1',
  "DEFINE CHANNEL(SALES.QM1) CHLTYPE(CLUSRCVR) CONNAME('a') CLUSTER(SALES)",
  'DEFINE QLOCAL(FIRST) DEFPSIST(YEZ)',
  'DEFINE QLOCAL(ORDERS) CLUSTER(SALES) DEFBIND(OPEN)',
  'DEFINE QLOCAL(LAST) MAXDEPTH(X) +',
  '  DEFPRTY(10)',
  '',
].join('\n');

function checked(): Service {
  const service = createService();
  service.open(source, text);
  service.open('QM2.mqsc', clone);
  service.allFindings();
  return service;
}

const shown = (service: Service, findings = service.findings(source)): readonly string[] =>
  findings.map(({ code, at }) => `${code} ${at.span.start}-${at.span.end}`);

const insert = (service: Service, at: number, newText: string, deleted = 0): void =>
  service.change(source, [{ span: { start: at, end: at + deleted }, newText }]);

test('nothing is known before the first check', () => {
  const service = createService();
  service.open(source, text);
  expect(service.passingFindings(source)).toBeUndefined();
});

test('without an edit they are those of the check', () => {
  const service = checked();
  expect(service.passingFindings(source)).toEqual(service.findings(source));
  expect(shown(service).some((one) => one.startsWith('clone-defbind-differs'))).toBe(true);
});

test('a fault in the touched command shows at once, with what stands elsewhere moved to its place', () => {
  const service = checked();
  insert(service, text.indexOf('DEFPSIST(YEZ)'), 'PUT(MAYBE) ');
  const passing = shown(service, service.passingFindings(source));
  expect(passing.filter((one) => one.startsWith('value-not-allowed'))).toHaveLength(3);
  expect(passing).toEqual(shown(service));
});

test('a mended fault goes at once', () => {
  const service = checked();
  insert(service, text.indexOf('YEZ'), 'YES', 3);
  const passing = service.passingFindings(source);
  expect(passing?.filter(({ at }) => at.span.start < text.indexOf('ORDERS'))).toEqual([]);
  expect(shown(service, passing)).toEqual(shown(service));
});

test('links and fixes of findings behind the edit move with them', () => {
  const service = checked();
  insert(service, 0, '* one more line\n');
  expect(service.passingFindings(source)).toEqual(service.findings(source));
});

test('what depends on other files stays until the next check, unless the edit cuts it', () => {
  const service = checked();
  const at = text.indexOf('OPEN)');
  insert(service, at, 'NOTFIXED', 4);
  const codes = service.passingFindings(source)?.map(({ code }) => code);
  expect(codes).toContain('clone-defbind-differs');
  expect(service.findings(source).map(({ code }) => code)).not.toContain('clone-defbind-differs');
});

test('what is said of single commands and lines equals a full check after any edits', () => {
  fc.assert(
    fc.property(fc.array(anEdit(400), { minLength: 1, maxLength: 3 }), (edits) => {
      const service = checked();
      for (const edit of edits) make(service, edit);
      expect(local(service.passingFindings(source))).toEqual(local(service.findings(source)));
    }),
    { numRuns: 300 },
  );
});

test('so it does in a long script, with edits far from each other', () => {
  const queues = Array.from({ length: 150 }, (_, i) =>
    i % 9 === 0
      ? `* queue ${i}\n * and more\n\nDEFINE QLOCAL(Q${i}) DEFPRTY(${i}) +\n  REPLACE\n`
      : `DEFINE QLOCAL(Q${i})\n`,
  );
  const head = '* @ignore-file number-out-of-range: why\n';
  const long = head + queues.join('\n');
  fc.assert(
    fc.property(fc.array(anEdit(long.length), { minLength: 1, maxLength: 4 }), (edits) => {
      const service = checked();
      service.open(source, long);
      service.allFindings();
      // What the first line hides is not known before the next check, so it stays.
      for (const edit of edits) make(service, { ...edit, at: head.length + edit.at });
      expect(local(service.passingFindings(source))).toEqual(local(service.findings(source)));
    }),
    { numRuns: 150 },
  );
});

test('a text that was opened anew since is followed as well', () => {
  const service = checked();
  service.open(source, `* one more line\n${text}`);
  expect(service.passingFindings(source)).toEqual(service.findings(source));
});

interface Edit {
  readonly at: number;
  readonly deleted: number;
  readonly newText: string;
}

const anEdit = (most: number): fc.Arbitrary<Edit> =>
  fc.record({
    at: fc.nat({ max: most }),
    deleted: fc.oneof({ weight: 4, arbitrary: fc.nat({ max: 12 }) }, { weight: 1, arbitrary: fc.nat({ max: most }) }),
    newText: fc.constantFrom(
      '',
      'X',
      '\n',
      ' +\n',
      '(',
      ')',
      "'",
      ' # no comment',
      '\nDEFINE QLOCAL(N) DEFPRTY(99)\n',
      '* c\n',
      'END\n',
      '\n{#\n',
      '\n#}\n',
    ),
  });

function make(service: Service, { at, deleted, newText }: Edit): void {
  const length = service.text(source)?.length ?? 0;
  const start = Math.min(at, length);
  insert(service, start, newText, Math.min(deleted, length - start));
}

/** What needs no more than a command and the lines around it. */
const local = (findings: readonly { code: string }[] | undefined) =>
  findings?.filter(({ code }) =>
    /value|number|syntax|unbal|untermin|comment|continued|after-end|unknown-(?:att|com)/.test(code),
  );
