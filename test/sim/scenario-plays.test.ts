import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildEstate } from '#core/model/build-estate.ts';
import type { Estate } from '#core/model/model.ts';
import { rules } from '#core/rules/index.ts';
import { runRules } from '#core/rules/run-rules.ts';
import { shorthandMqsc } from '#core/scenario/cluster-shorthand.ts';
import { canPlay, planOfFinding } from '#core/scenario/plan-of-finding.ts';
import { printScenario } from '#core/scenario/print-scenario.ts';
import { run } from '#core/sim/run.ts';
import type { Outcome, Trace } from '#core/sim/trace.ts';
import { readDocument } from '#core/sources/read-document.ts';
import { findingsOf } from '../support/estate.ts';
import { planOf } from '../support/scenario.ts';

/** Cluster CL of QM1 to QM4 with a dead-letter queue each, and this MQSC on QM2, QM4 and QM3. */
function cluster(qm2: string, qm4: string, qm3 = ''): Estate {
  const members = ['QM1', 'QM2', 'QM3', 'QM4'];
  const own: Readonly<Record<string, string>> = { QM2: qm2, QM3: qm3, QM4: qm4 };
  const made = shorthandMqsc([{ name: 'CL', members, fullRepositories: ['QM1', 'QM2'] }], []);
  const documents = members.map((name) =>
    readDocument(`${name}.mqsc`, `DEFINE QLOCAL(DLQ)\nALTER QMGR DEADQ(DLQ)\n${made.get(name)}\n${own[name] ?? ''}\n`),
  );
  return buildEstate({ documents }).estate;
}

interface Case {
  readonly code: string;
  readonly attribute?: string;
  readonly qm2: string;
  readonly qm4: string;
  readonly qm3?: string;
  /** QM4's MQSC without the fault; the expectations then hold. Undefined where no expectation measures the harm. */
  readonly repaired?: string;
  readonly harm: (totals: Outcome['totals']) => boolean;
  /** What shows the harm in the first seconds; an expectation that fails when left out. */
  readonly early?: (trace: Trace) => boolean;
  /** What breaks that somebody relies on; nothing is when left out. */
  readonly violation?: string;
}

/** A message that was put later is read first on some queue. */
function isOvertaken({ events }: Trace): boolean {
  const last = new Map<string, number>();
  return events.some((event) => {
    if (event.kind !== 'get') return false;
    const before = last.get(event.queueManager) ?? 0;
    last.set(event.queueManager, event.message);
    return event.message < before;
  });
}

const receiver = (name: string, more: string) =>
  `DEFINE CHANNEL(CL.${name}) CHLTYPE(CLUSRCVR) TRPTYPE(TCP) CONNAME('${name}(1414)') CLUSTER(CL) REPLACE ${more}`;

const q = 'DEFINE QLOCAL(Q) CLUSTER(CL) DEFBIND(NOTFIXED)';

const triggeredQueue = (...beside: readonly string[]) => [`${q} TRIGGER INITQ(I) PROCESS(P)`, ...beside].join('\n');

const cases: readonly Case[] = [
  {
    code: 'clone-defbind-differs',
    qm2: q,
    qm4: q.replace('NOTFIXED', 'OPEN'),
    harm: (t) => t.inTransit > 0 && t.consumed > 0,
  },
  {
    code: 'clone-persistence-differs',
    qm2: `${q} DEFPSIST(YES)`,
    qm4: q,
    repaired: `${q} DEFPSIST(YES)`,
    harm: (t) => t.lost > 0,
  },
  {
    code: 'clone-priority-differs',
    qm2: q,
    qm4: `${q} DEFPRTY(5)`,
    harm: (t) => t.consumed === 60,
    early: isOvertaken,
  },
  {
    code: 'clone-kind-differs',
    qm2: q,
    qm4: 'DEFINE QLOCAL(T)\nDEFINE QALIAS(Q) TARGET(T) CLUSTER(CL) DEFBIND(NOTFIXED)',
    repaired: q,
    harm: (t) => t.deadLettered > 0,
  },
  {
    code: 'clone-outside-cluster',
    qm2: q,
    qm4: 'DEFINE QLOCAL(Q) DEFBIND(NOTFIXED)',
    repaired: q,
    harm: (t) => t.put === 20,
  },
  {
    code: 'every-clone-put-disabled',
    qm2: `${q} PUT(DISABLED)`,
    qm4: `${q} PUT(DISABLED)`,
    repaired: q,
    harm: (t) => t.rejected > 0,
  },
  {
    code: 'ordered-queue-has-clones',
    qm2: `* @ordering sequence: it matters\n${q}`,
    qm4: q,
    repaired: '',
    harm: (t) => t.outOfOrder > 0,
    violation: 'order ordered-queue-has-clones',
  },
  {
    code: 'ordered-queue-has-clones',
    qm2: `* @ordering sequence: it matters\n${q.replace('NOTFIXED', 'OPEN')}`,
    qm4: q.replace('NOTFIXED', 'OPEN'),
    repaired: '',
    harm: (t) => t.consumed === 20,
    violation: 'order ordered-queue-has-clones',
  },
  {
    code: 'ordered-queue-has-clones',
    qm2: `* @ordering complete-batch: it matters\n${q}`,
    qm4: q,
    repaired: '',
    harm: (t) => t.groupsSplit === 4,
    violation: 'group-split ordered-queue-has-clones',
  },
  {
    code: 'exclusive-consumer-on-clones',
    qm2: `${q} NOSHARE`,
    qm4: `${q} NOSHARE`,
    repaired: '',
    harm: (t) => t.outOfOrder > 0,
    violation: 'order exclusive-consumer-on-clones',
  },
  {
    code: 'groups-without-group-binding',
    qm2: `* @ordering group: it matters\n${q}`,
    qm4: q,
    repaired: '',
    harm: (t) => t.groupsSplit > 0,
    violation: 'group-split groups-without-group-binding',
  },
  {
    code: 'trigger-depth-on-clones',
    qm2: `${q} TRIGGER TRIGTYPE(DEPTH) TRIGDPTH(10)`,
    qm4: `${q} TRIGGER TRIGTYPE(DEPTH) TRIGDPTH(10)`,
    repaired: '',
    harm: (t) => t.waiting === 10,
  },
  {
    code: 'bind-on-open-defeats-balancing',
    qm2: q.replace('NOTFIXED', 'OPEN'),
    qm4: q.replace('NOTFIXED', 'OPEN'),
    harm: (t) => t.consumed === 20,
  },
  {
    code: 'clone-attribute-differs',
    attribute: 'MAXMSGL',
    qm2: q,
    qm4: `${q} MAXMSGL(1000)`,
    repaired: q,
    harm: (t) => t.deadLettered === 10,
  },
  {
    code: 'clone-attribute-differs',
    attribute: 'MAXDEPTH',
    qm2: q,
    qm4: `${q} MAXDEPTH(10)`,
    harm: (t) => t.deadLettered > 0,
    early: ({ outcome }) => outcome.queues.QM4?.Q?.depth === 10 && outcome.totals.inTransit > 0,
  },
  {
    code: 'clone-attribute-differs',
    attribute: 'BOTHRESH',
    qm2: `${q} BOTHRESH(3) BOQNAME(B)\nDEFINE QLOCAL(B)`,
    qm4: `${q} BOQNAME(B)\nDEFINE QLOCAL(B)`,
    repaired: `${q} BOTHRESH(3) BOQNAME(B)\nDEFINE QLOCAL(B)`,
    harm: (t) => t.marooned > 0,
  },
  {
    code: 'clone-get-disabled',
    attribute: 'GET',
    qm2: q,
    qm4: `${q} GET(DISABLED)`,
    repaired: q,
    harm: (t) => t.marooned > 0,
  },
  {
    code: 'clone-attribute-differs',
    attribute: 'MSGDLVSQ',
    qm2: q,
    qm4: `${q} MSGDLVSQ(FIFO)`,
    harm: (t) => t.consumed === 26,
    early: isOvertaken,
  },
  {
    code: 'clone-attribute-differs',
    attribute: 'NPMCLASS',
    qm2: `${q} NPMCLASS(HIGH)`,
    qm4: q,
    repaired: `${q} NPMCLASS(HIGH)`,
    harm: (t) => t.lost > 0,
  },
  {
    code: 'clone-rank-starves',
    qm2: `${q} CLWLRANK(2)`,
    qm4: q,
    repaired: `${q} CLWLRANK(2)`,
    harm: (t) => t.inTransit > 0,
  },
  {
    code: 'clone-alias-target-differs',
    qm2: 'DEFINE QLOCAL(T2)\nDEFINE QALIAS(Q) TARGET(T2) CLUSTER(CL) DEFBIND(NOTFIXED)',
    qm4: 'DEFINE QLOCAL(T4)\nDEFINE QALIAS(Q) TARGET(T4) CLUSTER(CL) DEFBIND(NOTFIXED)',
    repaired: 'DEFINE QLOCAL(T2)\nDEFINE QALIAS(Q) TARGET(T2) CLUSTER(CL) DEFBIND(NOTFIXED)',
    harm: (t) => t.consumed === 20,
  },
  {
    code: 'clone-support-object-missing',
    attribute: 'BOQNAME',
    qm2: `${q} BOTHRESH(3) BOQNAME(B)\nDEFINE QLOCAL(B)`,
    qm4: `${q} BOTHRESH(3) BOQNAME(B)`,
    repaired: `${q} BOTHRESH(3) BOQNAME(B)\nDEFINE QLOCAL(B)`,
    harm: (t) => t.deadLettered > 0,
  },
  {
    code: 'clone-support-object-missing',
    attribute: 'TARGET',
    qm2: 'DEFINE QLOCAL(T)\nDEFINE QALIAS(Q) TARGET(T) CLUSTER(CL) DEFBIND(NOTFIXED)',
    qm4: 'DEFINE QALIAS(Q) TARGET(T) CLUSTER(CL) DEFBIND(NOTFIXED)',
    repaired: 'DEFINE QLOCAL(T)\nDEFINE QALIAS(Q) TARGET(T) CLUSTER(CL) DEFBIND(NOTFIXED)',
    harm: (t) => t.deadLettered > 0,
  },
  {
    code: 'clone-support-object-missing',
    attribute: 'INITQ',
    qm2: triggeredQueue('DEFINE QLOCAL(I)', 'DEFINE PROCESS(P)'),
    qm4: triggeredQueue('DEFINE PROCESS(P)'),
    repaired: triggeredQueue('DEFINE QLOCAL(I)', 'DEFINE PROCESS(P)'),
    harm: (t) => t.consumed === 10,
  },
  {
    code: 'clone-support-object-missing',
    attribute: 'PROCESS',
    qm2: triggeredQueue('DEFINE QLOCAL(I)', 'DEFINE PROCESS(P)'),
    qm4: triggeredQueue('DEFINE QLOCAL(I)'),
    repaired: triggeredQueue('DEFINE QLOCAL(I)', 'DEFINE PROCESS(P)'),
    harm: (t) => t.consumed === 10,
  },
  {
    code: 'clone-support-object-missing',
    attribute: 'STREAMQ',
    qm2: `${q} STREAMQ(S)\nDEFINE QLOCAL(S)`,
    qm4: `${q} STREAMQ(S)`,
    repaired: `${q} STREAMQ(S)\nDEFINE QLOCAL(S)`,
    harm: (t) => t.streamed === 10,
  },
  {
    code: 'message-longer-than-clone-accepts',
    qm2: `${q} MAXMSGL(200000)\n${receiver('QM2', 'MAXMSGL(100000)')}`,
    qm4: `${q} MAXMSGL(200000)\n${receiver('QM4', 'MAXMSGL(100000)')}`,
    harm: (t) => t.deadLettered === 20,
  },
  {
    code: 'clone-channel-differs',
    attribute: 'NPMSPEED',
    qm2: `${q}\n${receiver('QM2', 'NPMSPEED(NORMAL)')}`,
    qm4: `${q}\n${receiver('QM4', 'NPMSPEED(FAST)')}`,
    repaired: `${q}\n${receiver('QM4', 'NPMSPEED(NORMAL)')}`,
    harm: (t) => t.lost > 0,
  },
  {
    code: 'clone-channel-differs',
    attribute: 'USEDLQ',
    qm2: `${q}\n${receiver('QM2', 'USEDLQ(YES) MRRTY(0)')}`,
    qm4: `${q}\n${receiver('QM4', 'USEDLQ(NO) MRRTY(0)')}`,
    repaired: `${q}\n${receiver('QM4', 'USEDLQ(YES) MRRTY(0)')}`,
    harm: (t) => t.inTransit > 0,
  },
  {
    code: 'clone-channel-differs',
    attribute: 'SHORTTMR',
    qm2: `${q}\n${receiver('QM2', 'SHORTTMR(5) SHORTRTY(200)')}`,
    qm4: `${q}\n${receiver('QM4', 'SHORTTMR(400) SHORTRTY(200)')}`,
    harm: (t) => t.consumed === 40,
    early: ({ outcome }) => outcome.totals.inTransit > 0,
  },
  {
    code: 'clone-queue-manager-differs',
    attribute: 'DEADQ',
    qm2: q,
    qm4: `${q}\nALTER QMGR DEADQ(' ')`,
    repaired: q,
    harm: (t) => t.inTransit > 0,
  },
  {
    code: 'clone-queue-manager-differs',
    attribute: 'CLWLUSEQ',
    qm2: q,
    qm4: `${q}\nALTER QMGR CLWLUSEQ(ANY)`,
    repaired: q,
    harm: (t) => t.consumed === 40,
  },
  {
    code: 'parallel-channels-reorder',
    qm2: `* @ordering sequence: it matters\n${q}\n${receiver('QM2', '')}\n${receiver('QM2', '').replace('CL.QM2', 'CL.QM2.B')}`,
    qm4: '',
    harm: (t) => t.outOfOrder > 0,
    violation: 'order parallel-channels-reorder',
  },
  {
    code: 'fast-nonpersistent-overtakes',
    qm2: `* @ordering sequence: it matters\n${q} DEFPSIST(YES)`,
    qm4: `${q} DEFPSIST(NO)`,
    harm: (t) => t.consumed === 40,
    violation: 'order ordered-queue-has-clones',
  },
  {
    code: 'priority-delivery-reorders',
    qm2: `* @ordering sequence: it matters\n${q} DEFPRTY(0)`,
    qm4: `${q} DEFPRTY(5)`,
    harm: (t) => t.consumed === 40,
    violation: 'order ordered-queue-has-clones',
  },
  {
    code: 'dead-letter-breaks-sequence',
    qm2: `* @ordering sequence: it matters\n${q}`,
    qm4: '',
    harm: (t) => t.deadLettered > 0,
    early: ({ outcome }) => outcome.totals.inTransit + outcome.totals.inDoubt > 0,
  },
  {
    code: 'backout-breaks-sequence',
    qm2: `* @ordering sequence: it matters\n${q} BOTHRESH(3) BOQNAME(B)\nDEFINE QLOCAL(B)`,
    qm4: '',
    harm: (t) => t.backedOut === 1,
  },
  {
    code: 'split-affinity',
    qm2: `* @ordering same-queue-manager: it matters\n${q}`,
    qm4: q,
    repaired: '',
    harm: (t) => t.consumed === 20,
    violation: 'affinity split-affinity',
  },
  {
    code: 'reply-queue-has-clones',
    qm2: `* @ordering reply-to-requester: it matters\n${q}`,
    qm4: q,
    repaired: '',
    harm: (t) => t.consumed === 20,
  },
  {
    code: 'local-instance-preferred',
    qm2: `${q} CLWLUSEQ(ANY)`,
    qm4: q,
    harm: (t) => t.consumed === 20,
  },
  {
    code: 'clone-topic-differs',
    attribute: 'DEFPSIST',
    qm2: "DEFINE TOPIC(T) TOPICSTR('t') CLUSTER(CL) DEFPSIST(YES)",
    qm4: "DEFINE TOPIC(T) TOPICSTR('t') CLUSTER(CL) DEFPSIST(NO)",
    repaired: "DEFINE TOPIC(T) TOPICSTR('t') CLUSTER(CL) DEFPSIST(YES)",
    harm: (t) => t.lost === 10 && t.put === 20,
  },
  {
    code: 'clone-topic-differs',
    attribute: 'PUB',
    qm2: "DEFINE TOPIC(T) TOPICSTR('t') CLUSTER(CL) PUB(ENABLED)",
    qm4: "DEFINE TOPIC(T) TOPICSTR('t') CLUSTER(CL) PUB(DISABLED)",
    repaired: "DEFINE TOPIC(T) TOPICSTR('t') CLUSTER(CL) PUB(ENABLED)",
    harm: (t) => t.rejected === 10 && t.put === 10,
  },
  {
    code: 'gateway-alias-bounces',
    qm2: `${q}`,
    qm4: 'DEFINE QALIAS(Q) TARGET(Q) CLUSTER(CL) DEFBIND(NOTFIXED)',
    qm3: 'DEFINE QALIAS(Q) TARGET(Q) CLUSTER(CL) DEFBIND(NOTFIXED)',
    repaired: '',
    harm: (t) => t.inTransit + t.inDoubt === 5,
  },
];

describe.each(cases)('$code $attribute', ({ code, attribute, qm2, qm4, qm3, repaired, harm, early, violation }) => {
  const estate = cluster(qm2, qm4, qm3);
  const findings = [...runRules(estate).values()].flat();
  const subject = findings.find(
    (each) => each.code === code && (!attribute || each.subject?.attribute === attribute),
  )?.subject;

  test('shows its harm, and a name that says what to watch', () => {
    if (!subject)
      throw new Error(`no finding among ${findings.map((each) => `${each.code} ${each.subject?.attribute}`)}`);
    const { plan } = planOfFinding({ code, subject, estate });
    if (!plan) throw new Error('no plan');
    const { totals, expectations, violations } = run(plan, { detail: 'off' }).outcome;
    expect(plan.name).toContain('watch');
    expect([...new Set(violations.map(({ kind, rule }) => `${kind} ${rule}`))]).toEqual(violation ? [violation] : []);
    expect(totals).toSatisfy(harm);
    if (repaired !== undefined) expect(expectations.every((each) => each.passed)).toBe(false);
    const again = planOf(printScenario(plan));
    expect([again.applications, again.ordering]).toEqual([plan.applications, plan.ordering]);
  });

  test('shows it in the first seconds', () => {
    if (!subject) throw new Error('no finding');
    const { plan } = planOfFinding({ code, subject, estate });
    if (!plan) throw new Error('no plan');
    const trace = run({ ...plan, untilUs: 4_000_000 }, { detail: 'full' });
    expect(trace).toSatisfy(early ?? ((it: Trace) => it.outcome.expectations.some((each) => !each.passed)));
  });

  if (repaired === undefined) return;
  test('and none when it is repaired', () => {
    if (!subject) throw new Error('no finding');
    const both = code === 'every-clone-put-disabled' ? repaired : qm2;
    const { plan } = planOfFinding({ code, subject, estate: cluster(both, repaired, qm3) });
    if (plan) expect(run(plan, { detail: 'off' }).outcome.expectations.filter((each) => !each.passed)).toEqual([]);
  });
});

test('only what the messages can meet is played', () => {
  const estate = cluster(
    `${q} BOQNAME(B) BOTHRESH(3)\nDEFINE QLOCAL(B)\nDEFINE QLOCAL(OTHER) CLUSTER(CL)`,
    `${q} DEFPSIST(YES)`,
  );
  const subject = { cluster: 'CL', queue: 'Q', attribute: 'DEFPSIST', queueManagers: ['QM2', 'QM4'] };
  const { plan } = planOfFinding({ code: 'clone-persistence-differs', subject, estate });
  expect(plan?.queueManagers.map((each) => [each.name, ...each.queues.map((queue) => queue.name)])).toEqual([
    ['QM1', 'DLQ'],
    ['QM2', 'DLQ', 'Q', 'B'],
    ['QM3', 'DLQ'],
    ['QM4', 'DLQ', 'Q'],
  ]);
});

test('a finding that no messages show has a reason instead of a plan', () => {
  const subject = { cluster: 'CL', queue: 'Q', attribute: 'DESCR', queueManagers: [] };
  const { plan, reason } = planOfFinding({ code: 'clone-attribute-differs', subject, estate: cluster(q, q) });
  expect(plan).toBeUndefined();
  expect(reason).toBe('There is no simulation that shows clone-attribute-differs for DESCR.');
});

test('intra-group queuing, played forward, breaks the sequence that was declared', () => {
  const { estate, findings } = findingsOf(
    [
      '*- P1.mqsc',
      '* @ordering sequence: a cancellation follows its order',
      q.replace('NOTFIXED', 'OPEN'),
      receiver('P1', ''),
      'ALTER QMGR REPOS(CL)',
      '*- P2.mqsc',
      'ALTER QMGR IGQ(ENABLED)',
      receiver('P2', ''),
      receiver('P1', '').replace('CLUSRCVR', 'CLUSSDR'),
      '*- mqsc.yaml',
      'version: 1',
      'queueManagers:',
      '  P1: { files: [P1.mqsc], platform: zos }',
      '  P2: { files: [P2.mqsc], platform: zos }',
      'queueSharingGroups:',
      '  QSG1: { members: [P1, P2] }',
    ].join('\n'),
  );
  const found = [...findings.values()].flat().find(({ code }) => code === 'intra-group-queuing-reorders');
  if (!found?.subject) throw new Error('no finding');
  const { plan } = planOfFinding({ code: found.code, subject: found.subject, estate });
  if (!plan) throw new Error('no plan');
  const { violations, expectations } = run(plan, { detail: 'off' }).outcome;
  expect(new Set(violations.map(({ rule }) => rule))).toEqual(new Set(['intra-group-queuing-reorders']));
  expect(expectations.every(({ passed }) => passed)).toBe(false);
});

describe('docs/simulation.md tells of each rule about clones and ordering what its play shows', () => {
  const text = readFileSync(path.join(import.meta.dirname, '..', '..', 'docs', 'simulation.md'), 'utf8');
  const told = rules.filter(({ group }) => group === 'clones' || group === 'ordering');
  test.each(told.map(({ code }) => code))('%s', (code) => {
    const shown = new RegExp(`^\\| \\[${code}\\]\\(rules/${code}\\.md\\) \\| (.+) \\|$`, 'm').exec(text)?.[1];
    expect(shown).toBeDefined();
    const isPlayed = attributesPlayed.some((attribute) => canPlay(code, attribute));
    expect(shown?.startsWith('nothing')).toBe(!isPlayed);
  });
});

/** None, and those that some finding's play is chosen by. */
const attributesPlayed = [undefined, 'MAXMSGL', 'BOQNAME', 'NPMSPEED', 'DEADQ', 'GET', 'IGQ', 'DEFPSIST'];
