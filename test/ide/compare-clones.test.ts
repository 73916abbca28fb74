import { describe, expect, test } from 'vitest';
import type { CloneComparison, CloneName, ComparedCell } from '#core/ide/clones/comparison.ts';
import { applyEdits } from '#core/text/apply-edits.ts';
import { open } from '../support/open.ts';

const orders: CloneName = { kind: 'queue', name: 'ORDERS', cluster: 'SALES' };

/** The rows that differ as lines: importance, attribute, the value on each queue manager with its origin, the rules that report it. */
const differences = ({ sections }: CloneComparison): readonly string[] =>
  sections.flatMap(({ title, rows }) => [
    `${title}, ${rows.filter(({ isDifferent }) => !isDifferent).length} equal`,
    ...rows
      .filter(({ isDifferent }) => isDifferent)
      .map(
        ({ importance, keyword, cells, codes }) =>
          `  ${importance} ${keyword}: ${cells.map(told).join(' | ')}${codes.length > 0 ? ` (${codes.join(', ')})` : ''}`,
      ),
  ]);

const told = ({ text, state, from, isOdd }: ComparedCell): string =>
  `${isOdd ? '≠ ' : ''}${text === '' ? '–' : text}${state === 'written' ? ` ${from}` : ` [${[state, from].join(' ').trim()}]`}`.trim();

const compare = (marked: string, of = orders) => {
  const opened = open(marked);
  const comparison = opened.service.compareClones(of);
  if (!comparison) throw new Error('there is nothing to compare');
  return { ...opened, comparison, lines: differences(comparison) };
};

const sales = `
  *- mqsc.yaml
  queueManagers:
    QM1: { files: [QM1.mqsc], host: S1 }
    QM2: { files: [QM2.mqsc] }
    QM3: { files: [QM3.mqsc] }
  *- QM1.mqsc
  ALTER QMGR REPOS(SALES) MAXMSGL(1000000)
  DEFINE CHANNEL(SALES.QM1) CHLTYPE(CLUSRCVR) CONNAME('h1(1414)') CLUSTER(SALES) BATCHSZ(10)
  DEFINE QLOCAL(ORDERS) CLUSTER(SALES) DEFBIND(OPEN) BOQNAME(ORDERS.BO) BOTHRESH(3) DESCR('one')
  DEFINE QLOCAL(ORDERS.BO) MAXDEPTH(100)
  *- QM2.mqsc
  DEFINE CHANNEL(SALES.QM2) CHLTYPE(CLUSRCVR) CONNAME('h2(1414)') CLUSTER(SALES)
  DEFINE QLOCAL(MODEL) DEFBIND(NOTFIXED) MAXDEPTH(7)
  DEFINE QLOCAL(ORDERS) LIKE(MODEL) CLUSTER(SALES) BOQNAME(ORDERS.BO) BOTHRESH(3) DESCR('two')
  DEFINE QLOCAL(ORDERS.BO) MAXDEPTH(200)
  *- QM3.mqsc
  DEFINE CHANNEL(SALES.QM3) CHLTYPE(CLUSRCVR) CONNAME('h3(1414)') CLUSTER(SALES)
  DEFINE QLOCAL(ORDERS) CLUSTER(SALES) DEFBIND(NOTFIXED) BOQNAME(ORDERS.BO) BOTHRESH(3) DESCR(\${text})
`;

test('what differs comes first, by how much it matters, with the origin of each value', () => {
  const { lines, comparison } = compare(sales);
  expect(lines).toMatchInlineSnapshot(`
    [
      "Instances, 48 equal",
      "  must DEFBIND: ≠ OPEN QM1.mqsc:3 | NOTFIXED [like LIKE(MODEL)] | NOTFIXED QM3.mqsc:2 (clone-defbind-differs)",
      "  may DESCR: ≠ one QM1.mqsc:3 | ≠ two QM2.mqsc:3 | \${text} [open QM3.mqsc:2] (clone-attribute-differs)",
      "  may MAXDEPTH: 5000 [default MQ 9.4] | ≠ 7 [like LIKE(MODEL)] | 5000 [default MQ 9.4] (clone-attribute-differs)",
      "Backout queue (BOQNAME), 50 equal",
      "  should Object: QLOCAL ORDERS.BO | QLOCAL ORDERS.BO | ≠ – [missing] (clone-support-object-missing)",
      "  may MAXDEPTH: ≠ 100 QM1.mqsc:4 | ≠ 200 QM2.mqsc:4 | – [missing]",
      "Cluster receivers, 51 equal",
      "  should BATCHSZ: ≠ 10 QM1.mqsc:2 | 50 [default MQ 9.4] | 50 [default MQ 9.4] (clone-channel-differs)",
      "  may CONNAME: ≠ h1(1414) QM1.mqsc:2 | ≠ h2(1414) QM2.mqsc:1 | ≠ h3(1414) QM3.mqsc:1",
      "Queue managers, 74 equal",
      "  should MAXMSGL: ≠ 1000000 QM1.mqsc:1 | 4194304 [default MQ 9.4] | 4194304 [default MQ 9.4] (clone-queue-manager-differs)",
      "  may REPOS: ≠ SALES QM1.mqsc:1 | – [default MQ 9.4] | – [default MQ 9.4]",
    ]
  `);
  expect(comparison.hosts).toMatchObject([
    { queueManager: 'QM1', host: 'S1', isFullRepository: true, reason: 'mqsc.yaml' },
    { queueManager: 'QM2', host: undefined, isFullRepository: false, reason: 'mqsc.yaml' },
    { queueManager: 'QM3', host: undefined, isFullRepository: false, reason: 'mqsc.yaml' },
  ]);
});

test('equal rows say how much it would matter', () => {
  const { comparison } = compare(sales);
  const rows = comparison.sections[0]?.rows.filter(({ isDifferent }) => !isDifferent) ?? [];
  const important = (importance: string) =>
    rows.filter((row) => row.importance === importance).map(({ keyword }) => keyword);
  expect(important('must')).toMatchInlineSnapshot(`
    [
      "DEFPRTY",
      "DEFPSIST",
    ]
  `);
  expect(important('should')).toMatchInlineSnapshot(`
    [
      "DEFPRESP",
      "CUSTOM",
      "CAPEXPRY",
      "GET",
      "BOQNAME",
      "BOTHRESH",
      "DEFSOPT",
      "INITQ",
      "MAXMSGL",
      "MSGDLVSQ",
      "SHARE",
      "TRIGGER",
      "NPMCLASS",
      "PROCESS",
      "PROPCTL",
      "STREAMQ",
      "STRMQOS",
      "TRIGDPTH",
      "TRIGMPRI",
      "TRIGTYPE",
    ]
  `);
  expect(important('may')).toContain('CLWLRANK');
});

describe('instances that are hard to compare', () => {
  test('of different types', () => {
    const { lines } = compare(`
      *- QM1.mqsc
      DEFINE QLOCAL(ORDERS) CLUSTER(SALES) MAXDEPTH(5)
      *- QM2.mqsc
      DEFINE QALIAS(ORDERS) TARGET(LOCAL) CLUSTER(SALES)
    `);
    expect(lines).toMatchInlineSnapshot(`
      [
        "Instances, 53 equal",
        "  should Type: ≠ QLOCAL | ≠ QALIAS (clone-kind-differs)",
        "Queue managers, 76 equal",
      ]
    `);
  });

  test('only altered, and with an insert', () => {
    const { lines } = compare(`
      *- QM1.mqsc
      DEFINE QLOCAL(ORDERS) CLUSTER(SALES) DEFPRTY(5) DESCR(+WHAT+)
      *- QM2.mqsc
      ALTER QLOCAL(ORDERS) CLUSTER(SALES) DEFPRTY(4)
    `);
    expect(lines).toMatchInlineSnapshot(`
      [
        "Instances, 50 equal",
        "  must DEFPRTY: ≠ 5 QM1.mqsc:1 | ≠ 4 QM2.mqsc:1 (clone-priority-differs)",
        "Queue managers, 76 equal",
      ]
    `);
  });

  test('one instance alone', () => {
    const { lines, comparison } = compare('*- QM1.mqsc\nDEFINE QLOCAL(ORDERS) CLUSTER(SALES)\n');
    expect(comparison.hosts).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith(' '))).toEqual([]);
  });

  test('none', () => {
    expect(open('*- QM1.mqsc\nDEFINE QLOCAL(ORDERS)\n').service.compareClones(orders)).toBeUndefined();
  });

  test('with differences that are wanted', () => {
    const { lines } = compare(`
      *- mqsc.yaml
      rules: { clone-attribute-differs: { severity: warning, mayDiffer: [MAXMSGL] } }
      *- QM1.mqsc
      DEFINE QLOCAL(ORDERS) CLUSTER(SALES) MAXMSGL(5)
      *- QM2.mqsc
      DEFINE QLOCAL(ORDERS) CLUSTER(SALES) MAXMSGL(6)
    `);
    expect(lines[1]).toBe('  may MAXMSGL: ≠ 5 QM1.mqsc:1 | ≠ 6 QM2.mqsc:1');
  });
});

test('cluster topics are compared too', () => {
  const { lines } = compare(
    `
      *- QM1.mqsc
      DEFINE TOPIC(PRICES) TOPICSTR('/prices') CLUSTER(SALES) DEFPSIST(YES)
      *- QM2.mqsc
      DEFINE TOPIC(PRICES) TOPICSTR('/prices') CLUSTER(SALES)
    `,
    { kind: 'topic', name: 'PRICES', cluster: 'SALES' },
  );
  expect(lines[1]).toBe('  should DEFPSIST: ≠ YES QM1.mqsc:1 | ≠ ASPARENT [default MQ 9.4] (clone-topic-differs)');
});

describe('the ways to make a value equal', () => {
  const cell = { of: orders, section: 'instances', keyword: 'DEFBIND', queueManager: 'QM1' };

  test('are those of the light bulb', () => {
    const { service } = open(sales);
    const fixes = service.cloneFixes(cell).map(({ title }) => title);
    expect(fixes).toEqual([
      'Make DEFBIND on QM1 equal to QM2 (NOTFIXED)',
      'Make DEFBIND(NOTFIXED) on all 3 clones',
      'Make DEFBIND(OPEN) on all 3 clones',
    ]);
    const shown = service.findings('QM1.mqsc').find(({ code }) => code === 'clone-defbind-differs');
    expect(shown?.fixes?.map(({ title }) => title)).toEqual(fixes);
  });

  test('are there where no rule reports a difference', () => {
    const { service, source, text } = open(`
      *- QM1.mqsc
      DEFINE QLOCAL(ORDERS) CLUSTER(SALES) CLWLPRTY(5)
      *- QM2.mqsc
      DEFINE QLOCAL(ORDERS) CLUSTER(SALES)
    `);
    const [fix] = service.cloneFixes({ ...cell, keyword: 'CLWLPRTY' });
    expect(applyEdits(text, fix?.edits.filter((edit) => edit.source === source) ?? [])).toContain('CLWLPRTY(0)');
  });

  test('of receivers and queue managers as well; of what is not there none', () => {
    const { service } = open(sales);
    const titles = (section: string, keyword: string) =>
      service.cloneFixes({ ...cell, section, keyword }).map(({ title }) => title);
    expect(titles('receivers', 'BATCHSZ')[0]).toBe('Make BATCHSZ on QM1 equal to QM2 (50)');
    expect(titles('queue-managers', 'MAXMSGL')[0]).toBe('Make MAXMSGL on QM1 equal to QM2 (4194304)');
    expect(titles('instances', 'MAXMSGL')).toEqual([]);
    expect(titles('nowhere', 'MAXMSGL')).toEqual([]);
  });
});

describe('what there is to compare', () => {
  test('all of it, what differs first', () => {
    const { service } = open(`${sales}
      *- QM4.mqsc
      DEFINE QLOCAL(ALONE) CLUSTER(SALES)
      DEFINE TOPIC(PRICES) TOPICSTR('/prices') CLUSTER(SALES)
    `);
    expect(
      service.clones().map(({ kind, name, queueManagers, differing }) => [kind, name, queueManagers.length, differing]),
    ).toEqual([
      ['queue', 'ORDERS', 3, 3],
      ['queue', 'ALONE', 1, 0],
      ['topic', 'PRICES', 1, 0],
    ]);
  });

  test.each([
    ['in its definition', 'DEFINE QLOCAL(ORD$0ERS) CLUSTER(SALES)', ['ORDERS']],
    ['in the definition of a topic', "DEFINE TOPIC(T) TOPICSTR('/t') CLUSTER(SALES) DEFP$0SIST(YES)", ['T']],
    ['in another', 'DEFINE QLOCAL(ORDERS) CLUSTER(SALES)\nDEFINE QLOCAL(OTH$0ER)', []],
    [
      'on a finding of something else',
      'DEFINE QLOCAL(ORDERS) CLUSTER(SALES)\nALTER QMGR DEADQ(D$0LQ)\nDEFINE QLOCAL(DLQ)',
      ['ORDERS'],
    ],
  ])('at the cursor: %s', (_, text, expected) => {
    const { service, source, offset } = open(`
*- QM1.mqsc
${text}
*- QM2.mqsc
DEFINE QLOCAL(ORDERS) CLUSTER(SALES)
DEFINE TOPIC(T) TOPICSTR('/t') CLUSTER(SALES)
`);
    expect(service.clonesAt(source, offset).map(({ name }) => name)).toEqual(expected);
  });
});
