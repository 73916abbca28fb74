import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crossCheck } from '#core/campaign/cross-check.ts';
import { lessonsOf } from '#core/campaign/lessons.ts';
import { addPieces, addShown, cellKey, runCampaign, unitsOfShard, unshownCells } from '#core/campaign/run-campaign.ts';
import type { Report } from '#core/campaign/types.ts';
import { effortText } from '#core/report/campaign-text.ts';
import { printScenario } from '#core/scenario/print-scenario.ts';
import { run } from '#core/sim/run.ts';
import { campaignOf, reportOf } from '../support/campaign.ts';
import { planFrom } from '../support/scenario.ts';

const golden = (name: string) => readFileSync(path.join(import.meta.dirname, 'golden', `${name}.mqsim.yaml`), 'utf8');

/** Two queue managers, one queue, one program at each end. */
const small = (queue: string, application: string, rest = '') =>
  `version: 1
name: small
until: 5s
definitions:
  QM2: "${queue}"
clusters: { CL: { members: [QM1, QM2], fullRepositories: [QM1] } }
applications:
  - { name: in, kind: producer, queueManager: QM1, queue: Q3, count: 3, every: 200ms${application} }
  - { name: out, kind: consumer, queueManager: QM2, queue: Q3 }
${rest}`;

describe('a campaign', () => {
  test('is the same whatever it is cut into, and in whatever order the pieces come', () => {
    const campaign = campaignOf(small('DEFINE QLOCAL(Q3) CLUSTER(CL)', ''), { seeds: 2 });
    const whole = runCampaign(campaign);
    expect(whole.done).toBe(whole.units);
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 0, max: 4 }), (of, first) => {
        const shards = Array.from({ length: of }, (_, at) => {
          const units = unitsOfShard(campaign.units, { index: ((at + first) % of) + 1, of });
          const report = addPieces(campaign.empty, units.reverse().map(campaign.runUnit));
          return addShown(report, new Map(unshownCells(report).map((cell) => [cellKey(cell), campaign.show(cell)])));
        });
        const [one, ...others] = shards;
        if (one === undefined) return;
        const joined = { ...addPieces(one, others), done: shards.reduce((sum, { done }) => sum + done, 0) };
        expect(joined).toEqual(whole);
      }),
      { numRuns: 2 },
    );
  });

  test('finds nothing in what nothing can harm for long', () => {
    const report = reportOf(small('DEFINE QLOCAL(Q3) CLUSTER(CL) DEFPSIST(YES)', ''));
    expect(report.rows.flatMap(({ cells }) => cells.filter(({ severity }) => severity !== 'note'))).toEqual([]);
    expect(report.rows.find(({ title }) => title === 'QM2 crashes')).toMatchObject({ lasting: 'a-while' });
  });

  test('tells how long it takes until all is well again', () => {
    const report = reportOf(small('DEFINE QLOCAL(Q3) CLUSTER(CL) DEFPSIST(YES)', ''), { outageUs: 7_000_000 });
    const row = report.rows.find(({ title, lasting }) => title === 'out stops' && lasting === 'a-while');
    // Three messages of 10 ms each, after seven seconds.
    expect(row?.recoveryUs).toBe(7_030_000);
  });

  test('lets structures of the coupling facility fail, and recovers them', () => {
    const report = reportOf(`version: 1
name: shared
until: 2s
definitions:
  P1: |
    DEFINE QLOCAL(Q3) QSGDISP(SHARED) CFSTRUCT(APP1) DEFPSIST(NO)
  P2: ''
queueSharingGroups: { QSG1: { members: [P1, P2] } }
applications:
  - { name: in, kind: producer, queueManager: P2, queue: Q3, count: 1 }
`);
    const row = report.rows.find(({ title }) => title === 'Structure APP1 of QSG1 fails');
    expect(row?.cells[0]).toMatchObject({ harm: 'lost', most: 1 });
    expect(row?.cells[0]?.shown?.scenario.events[0]?.action.do).toBe('fail-structure');
  });

  test('closes a shared queue once, for the whole queue-sharing group', () => {
    const shared = 'DEFINE QLOCAL(Q3) QSGDISP(SHARED) CFSTRUCT(APP1) DEFPSIST(YES)';
    const report = reportOf(`version: 1
name: shared
until: 2s
definitions:
  P1: "${shared}"
  P2: "${shared}\\nDEFINE QLOCAL(OWN)"
queueSharingGroups: { QSG1: { members: [P1, P2] } }
applications:
  - { name: in, kind: producer, queueManager: P2, queue: Q3, count: 1 }
  - { name: out, kind: consumer, queueManager: P2, queue: Q3 }
  - { name: own, kind: producer, queueManager: P2, queue: OWN, count: 1 }
`);
    const closed = report.rows.filter(({ title, lasting }) => lasting === 'for-good' && title.includes('closed'));
    expect(closed.map(({ title, cells }) => [title, cells[0]?.harm])).toEqual([
      ['Q3 of QSG1 is closed for puts', 'rejected'],
      ['Q3 of QSG1 is closed for gets', 'waiting'],
      ['OWN on P2 is closed for puts', 'rejected'],
    ]);
  });

  test('loses no verdict by skipping what it takes for the same', () => {
    for (const text of [
      small('DEFINE QLOCAL(Q3) CLUSTER(CL)', ', group: { size: 2 }'),
      small('DEFINE QLOCAL(Q3) CLUSTER(CL) DEFPSIST(YES) MAXDEPTH(1)', ', syncpoint: 3'),
    ]) {
      const verdicts = (moments: 'representative' | 'all') => {
        const campaign = campaignOf(text, { moments });
        const report = addPieces(
          campaign.empty,
          Array.from({ length: campaign.units }, (_, unit) => campaign.runUnit(unit)),
        );
        return {
          tried: report.counts.tried,
          rows: report.rows.map(({ title, lasting, cells }) => [title, lasting, ...cells.map(({ harm }) => harm)]),
        };
      };
      const few = verdicts('representative');
      const all = verdicts('all');
      expect(few.tried).toBeLessThan(all.tried);
      expect(few.rows).toEqual(all.rows);
    }
  });

  test('names the change that helps although something else is broken without any failure', () => {
    const report = reportOf(`version: 1
name: groups that come apart anyway
until: 2s
definitions:
  QM2: DEFINE QLOCAL(Q3) CLUSTER(CL) DEFBIND(NOTFIXED)
  QM3: DEFINE QLOCAL(Q3) CLUSTER(CL) DEFBIND(NOTFIXED)
clusters: { CL: { members: [QM1, QM2, QM3], fullRepositories: [QM1] } }
applications:
  - { name: in, kind: producer, queueManager: QM1, queue: Q3, count: 2, group: { size: 2, logicalOrder: true } }
`);
    const lost = report.rows.find(({ title }) => title === 'QM1 crashes')?.cells.find(({ harm }) => harm === 'lost');
    expect(lost?.shown?.remedies.flatMap(({ changes }) => changes.map(({ attribute }) => attribute))).toContain(
      'DEFPSIST',
    );
  });

  test('tells of two failures only what neither does alone', () => {
    const text = `version: 1
name: two instances
until: 2s
definitions:
  QM2: "DEFINE QLOCAL(Q3) CLUSTER(CL) DEFBIND(NOTFIXED) DEFPSIST(YES)\\nALTER QMGR DEADQ(DLQ)\\nDEFINE QLOCAL(DLQ)"
  QM3: "DEFINE QLOCAL(Q3) CLUSTER(CL) DEFBIND(NOTFIXED) DEFPSIST(YES)\\nALTER QMGR DEADQ(DLQ)\\nDEFINE QLOCAL(DLQ)"
clusters: { CL: { members: [QM1, QM2, QM3], fullRepositories: [QM1] } }
applications:
  - { name: in, kind: producer, queueManager: QM1, queue: Q3, count: 1 }
`;
    const report = runCampaign(campaignOf(text, { failures: 2 }));
    const singles = report.rows.filter(({ order }) => order.length === 1);
    const pairs = report.rows.filter(({ order }) => order.length === 2);
    expect(report.counts.pairs).toBeGreaterThan(report.counts.tried);
    const alone = new Set(singles.flatMap(({ cells }) => cells.map(({ harm }) => harm)));
    expect(alone.has('dead-lettered')).toBe(false);
    expect(pairs.map(({ title }) => title)).toContain(
      'Q3 on QM2 is closed for puts, then Q3 on QM3 is closed for puts',
    );
    const dead = pairs.flatMap(({ cells }) => cells).find(({ harm }) => harm === 'dead-lettered');
    expect(dead?.shown?.scenario.events.map(({ action }) => action.do)).toEqual(['mqsc', 'mqsc']);
  });

  test('gives a command that repairs one failure when the other has let its queue manager start again', () => {
    const text = `version: 1
name: closed and down
until: 1s
definitions:
  QM1: DEFINE QLOCAL(Q) DEFPSIST(YES)
applications:
  - { name: in, kind: producer, queueManager: QM1, queue: Q, count: 1 }
  - { name: out, kind: consumer, queueManager: QM1, queue: Q }
`;
    const report = runCampaign(campaignOf(text, { failures: 2 }));
    expect(report.counts.pairs).toBeGreaterThan(0);
    const pairs = report.rows.filter(({ order }) => order.length === 2).map(({ title }) => title);
    expect(pairs.filter((title) => /QM1 (crashes|is ended)/.test(title))).toEqual([]);
  });

  test('of two failures the second is tried at the last moment of each shape as well, when asked for', () => {
    const text = small('DEFINE QLOCAL(Q3) CLUSTER(CL) DEFPSIST(YES)', '');
    const first = campaignOf(text, { failures: 2 });
    const ends = campaignOf(text, { failures: 2, pairMoments: 'ends' });
    const pairsOf = ({ units, runUnit }: typeof first) =>
      Array.from({ length: Math.min(6, units) }, (_, unit) => runUnit(unit).counts.pairs).reduce((a, b) => a + b, 0);
    expect(ends.units).toBe(first.units);
    expect(pairsOf(ends)).toBeGreaterThan(pairsOf(first));
    expect(pairsOf(ends)).toBeLessThanOrEqual(2 * pairsOf(first));
    expect([first.empty.pairMoments, ends.empty.pairMoments]).toEqual([undefined, 'ends']);
  });

  test('says where a run was too long to be looked at to its end', () => {
    const long = small('DEFINE QLOCAL(Q3) CLUSTER(CL)', '').replace(
      'count: 3, every: 200ms',
      'count: 5000, every: 1ms',
    );
    expect(campaignOf(long).empty.healthy.endedAtMs).toBeUndefined();
    const { empty } = campaignOf(long, { mostEvents: 16_384 });
    expect(empty.healthy.endedAtMs).toBeGreaterThan(0);
    const told = ' The run without a failure is so long that it was ended at ';
    expect(effortText(empty)).toContain(told);
    expect(effortText(campaignOf(long).empty)).not.toContain(told);
  });
});

const sequence = reportOf(golden('sequence'));

describe('the smallest scenario', () => {
  const lessons = [reportOf(golden('nonpersistent')), sequence].flatMap((report) => lessonsOf(report));

  test.each(lessons.map((lesson) => [`${lesson.harm}: ${lesson.rows[0]?.title}`, lesson] as const))(
    'still shows it after it was saved: %s',
    (_, { shown }) => {
      const again = planFrom(printScenario(shown.scenario));
      const { expectations } = run(again, { detail: 'off' }).outcome;
      expect(expectations.map(({ passed }) => passed)).toEqual([false]);
      const inPeace = run({ ...again, events: [] }, { detail: 'off' }).outcome.expectations;
      expect(inPeace.map(({ passed }) => passed)).toEqual([true]);
    },
  );

  test('stands for failures of one kind, with one reason of MQ', () => {
    const [row] = sequence.rows.filter(({ cells }) => cells.some(({ shown }) => shown !== undefined));
    const [cell] = row?.cells.filter(({ shown }) => shown !== undefined) ?? [];
    if (row === undefined || cell?.shown === undefined) throw new Error('nothing is shown');
    const { shown } = cell;
    const like = (title: string, kinds: typeof row.kinds, because: string, at: number) => ({
      ...row,
      title,
      kinds,
      order: [at],
      cells: [{ ...cell, shown: { ...shown, because } }],
    });
    const rows = [
      like('QM2 crashes', ['queue-manager'], 'Message 1 goes to DLQ: Q1: 2053 MQRC_Q_FULL', 0),
      like('QM3 crashes', ['queue-manager'], 'Message 7 goes to DLQ: Q2: 2053 MQRC_Q_FULL', 1),
      like('QM4 crashes', ['queue-manager'], 'Message 1 goes to DLQ: Q1: 2051 MQRC_PUT_INHIBITED', 2),
      like('out stops', ['application'], 'Message 1 goes to DLQ: Q1: 2053 MQRC_Q_FULL', 3),
    ];
    expect(lessonsOf({ rows }).map((lesson) => lesson.rows.map(({ title }) => title))).toEqual([
      ['QM2 crashes', 'QM3 crashes'],
      ['QM4 crashes'],
      ['out stops'],
    ]);
  });

  test('keeps a member of a cluster a member, when it is read again', () => {
    const report = reportOf(
      small('DEFINE QLOCAL(Q3) CLUSTER(CL)', '').replaceAll('fullRepositories: [QM1]', 'fullRepositories: [QM2]'),
    );
    const lost = report.rows.flatMap(({ cells }) => cells).filter(({ harm, shown }) => harm === 'lost' && shown);
    expect(lost.length).toBeGreaterThan(1);
    for (const { shown } of lost) {
      if (shown === undefined) continue;
      const { expectations } = run(planFrom(printScenario(shown.scenario)), { detail: 'off' }).outcome;
      expect([shown.scenario.name, ...expectations.map(({ passed }) => passed)]).toEqual([shown.scenario.name, false]);
    }
  });

  test('has no more in it than it needs', () => {
    const lost = lessons.find(({ harm, rows }) => harm === 'lost' && rows[0]?.title === 'QM1 crashes');
    expect(lost?.shown.scenario.applications).toMatchObject([{ name: 'orders', count: 1 }]);
    expect(lost?.shown.scenario.queueManagers.map(({ name }) => name)).toEqual(['QM1', 'QM2']);
  });
});

describe('findings beside what happened', () => {
  test('foretold, not foretold, and foretold in vain', () => {
    const findings = [{ code: 'split-affinity', detail: 'orders and payments' }];
    const report: Report = { ...sequence, findings };
    expect(crossCheck(report).map(({ rule, verdict }) => [rule, verdict])).toEqual([
      ['ordered-queue-has-clones', 'not-foretold'],
      ['split-affinity', 'did-not-happen'],
    ]);
    const foretold = { ...report, findings: [{ code: 'ordered-queue-has-clones', detail: 'PRICES' }] };
    expect(crossCheck(foretold)).toMatchObject([{ verdict: 'foretold', details: ['PRICES'] }]);
  });
});
