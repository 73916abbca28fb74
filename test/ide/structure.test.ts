import { expect, test } from 'vitest';
import { open } from '../support/open.ts';

const several = `
  * @qmgr QM1
  DEFINE QLOCAL(A) +
         CLUSTER(C)
  DEFINE CHANNEL(C.QM1) CHLTYPE(CLUSRCVR) CONNAME('h(1)') CLUSTER(C)
  * @qmgr QM2
  * second
  ALTER QMGR +
        DEADQ(D)
`;

test('the outline has a node for each queue manager of a file, and its commands below', () => {
  const { service, source } = open(several);
  const nodes = service.symbols(source).map((n) => [n.name, n.children.map((c) => `${c.name} ${c.detail}`.trim())]);
  expect(nodes).toEqual([
    ['QM1', ['A DEFINE QLOCAL', 'C.QM1 DEFINE CHANNEL CLUSRCVR']],
    ['QM2', ['ALTER QMGR']],
  ]);
});

test('commands over several lines, runs of comments and sections fold', () => {
  const { service, source, text } = open(several);
  const folded = service
    .folding(source)
    .map(({ kind, span }) => `${kind} ${text.slice(span.start, span.end).split('\n')[0]}`);
  expect(folded).toContain('command DEFINE QLOCAL(A) +');
  expect(folded).toContain('command ALTER QMGR +');
  expect(folded).toContain('comment * @qmgr QM2');
  expect(folded.filter((f) => f.startsWith('section'))).toHaveLength(2);
});

test('semantic tokens tell names, MQ’s words, numbers, texts and inserts apart, and never cross a line end', () => {
  const { service, source, text } = open(
    "DEFINE QLOCAL(A) DEFBIND(OPEN) MAXDEPTH(10) DESCR('two +\n  lines') CLUSTER(+AUTOCL+) TRIGGER\n",
  );
  const tokens = service.semanticTokens(source).map(({ span, type }) => `${type} ${text.slice(span.start, span.end)}`);
  expect(tokens).toEqual([
    'keyword DEFINE',
    'type QLOCAL',
    'variable A',
    'property DEFBIND',
    'enumMember OPEN',
    'property MAXDEPTH',
    'number 10',
    'property DESCR',
    "string 'two ",
    "string lines'",
    'property CLUSTER',
    'macro +AUTOCL+',
    'property TRIGGER',
  ]);
});
