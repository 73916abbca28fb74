import { describe, expect, test } from 'vitest';
import { findingsOf } from '../support/estate.ts';

/** What an MQ expert expects of a linter: each row is a fault, or what looks like one, with the finding it must give, and no other of its group. */

/** Two full repositories that are connected, and a member for each of these. */
const cluster = (members: Readonly<Record<string, string>>, repositories: readonly string[] = ['QM1', 'QM2']): string =>
  Object.entries(members)
    .map(([name, text]) => {
      const partners = repositories.includes(name)
        ? repositories.filter((one) => one !== name)
        : repositories.slice(0, 1);
      return [
        `*- ${name}.mqsc`,
        `ALTER QMGR DEADQ(DLQ)${repositories.includes(name) ? ' REPOS(CL)' : ''}`,
        'DEFINE QLOCAL(DLQ)',
        channel(name, 'CLUSRCVR', name),
        ...partners.map((partner) => channel(partner, 'CLUSSDR', partner)),
        text,
        '',
      ].join('\n');
    })
    .join('');

const channel = (name: string, type: string, host: string): string =>
  `DEFINE CHANNEL(CL.${name}) CHLTYPE(${type}) CONNAME('${host.toLowerCase()}.example.com(1414)') CLUSTER(CL)`;

const four = (two: string, other: string) => cluster({ QM1: '', QM2: two, QM3: '', QM4: other });

describe('lint oracles', () => {
  test('L1: instances that differ in DEFBIND', () => {
    expectFindings(
      four('DEFINE QLOCAL(Q3) CLUSTER(CL) DEFBIND(OPEN)', 'DEFINE QLOCAL(Q3) CLUSTER(CL) DEFBIND(NOTFIXED)'),
      ['QM2 error clone-defbind-differs DEFBIND(OPEN)', 'QM4 error clone-defbind-differs DEFBIND(NOTFIXED)'],
      /AMQ9407/,
    );
  });

  test('L2: instances that differ in DEFPSIST, or in DEFPRTY', () => {
    expectFindings(
      four('DEFINE QLOCAL(Q3) CLUSTER(CL) DEFPSIST(YES)', 'DEFINE QLOCAL(Q3) CLUSTER(CL) DEFPSIST(NO)'),
      ['QM2 error clone-persistence-differs DEFPSIST(YES)', 'QM4 error clone-persistence-differs DEFPSIST(NO)'],
      /AMQ9407/,
    );
    expectFindings(
      four('DEFINE QLOCAL(Q3) CLUSTER(CL) DEFPRTY(0)', 'DEFINE QLOCAL(Q3) CLUSTER(CL) DEFPRTY(5)'),
      ['QM2 error clone-priority-differs DEFPRTY(0)', 'QM4 error clone-priority-differs DEFPRTY(5)'],
      /AMQ9407/,
    );
  });

  test('L3: another backout threshold, another backout queue, or one that a host lacks', () => {
    const queue = (rest: string) => `DEFINE QLOCAL(Q3) CLUSTER(CL) ${rest}`;
    const both = 'DEFINE QLOCAL(B1)\nDEFINE QLOCAL(B2)\n';
    expectFindings(four(both + queue('BOQNAME(B1) BOTHRESH(3)'), both + queue('BOQNAME(B1) BOTHRESH(5)')), [
      'QM2 warning clone-attribute-differs BOTHRESH(3)',
      'QM4 warning clone-attribute-differs BOTHRESH(5)',
    ]);
    expectFindings(four(both + queue('BOQNAME(B1) BOTHRESH(3)'), both + queue('BOQNAME(B2) BOTHRESH(3)')), [
      'QM2 warning clone-attribute-differs BOQNAME(B1)',
      'QM4 warning clone-attribute-differs BOQNAME(B2)',
    ]);
    expectFindings(four(both + queue('BOQNAME(B1) BOTHRESH(3)'), queue('BOQNAME(B1) BOTHRESH(3)')), [
      'QM4 warning clone-support-object-missing BOQNAME(B1)',
    ]);
  });

  test('L6: two gateways that differ in port, channel name and CONNAME only', () => {
    const gateway = (port: number) =>
      [
        `DEFINE LISTENER(TCP) TRPTYPE(TCP) PORT(${port}) CONTROL(QMGR) REPLACE`,
        "DEFINE QALIAS(WORK.IN) TARGET(WORK) CLUSTER(CL) DEFBIND(NOTFIXED) DESCR('way in') REPLACE",
        'DEFINE QLOCAL(WORK) CLUSTER(CL) DEFBIND(NOTFIXED) BOTHRESH(3) BOQNAME(WORK.BACK) MAXDEPTH(20000) REPLACE',
        'DEFINE QLOCAL(WORK.BACK) REPLACE',
      ].join('\n');
    expectFindings(cluster({ QM1: gateway(1414), QM2: gateway(1415) }), []);
  });

  test('L8: one full repository, and three', () => {
    expectFindings(cluster({ QM1: '', QM3: '', QM4: '' }, ['QM1']), ['QM1 warning single-full-repository REPOS(CL)']);
    expectFindings(cluster({ QM1: '', QM2: '', QM3: '', QM4: '' }, ['QM1', 'QM2', 'QM3']), [
      'QM3 warning too-many-full-repositories REPOS(CL)',
    ]);
  });

  test('L10: a cluster sender without receiver', () => {
    expectFindings(four('', "DEFINE CHANNEL(CL.QM9) CHLTYPE(CLUSSDR) CONNAME('qm9(1414)') CLUSTER(CL)"), [
      'QM4 error cluster-sender-without-receiver CL.QM9',
    ]);
  });

  test('L11: a transmission queue and a reserved queue in a cluster', () => {
    expectFindings(
      four('', 'DEFINE QLOCAL(X) USAGE(XMITQ) CLUSTER(CL)\nDEFINE CHANNEL(A) CHLTYPE(SVR) XMITQ(X)'),
      ['QM4 error transmission-queue-clustered CLUSTER(CL)'],
      /3090/,
    );
    expectFindings(
      four('', 'ALTER QLOCAL(SYSTEM.CHANNEL.INITQ) CLUSTER(CL)'),
      ['QM4 error reserved-queue-clustered CLUSTER(CL)'],
      /3090/,
    );
  });

  test.each([
    ['in one command', 'DEFINE QLOCAL(Q3) CLUSTER(CL) CLUSNL(NL)', 'conflicting-attributes'],
    [
      'in one command, the other way round',
      'DEFINE QALIAS(Q3) CLUSNL(NL) TARGET(DLQ) CLUSTER(CL)',
      'conflicting-attributes',
    ],
    ['in a later command', 'DEFINE QLOCAL(Q3) CLUSTER(CL)\nALTER QLOCAL(Q3) CLUSNL(NL)', 'cluster-named-twice'],
    ['in an earlier command', 'DEFINE QLOCAL(Q3) CLUSNL(NL)\nALTER QLOCAL(Q3) CLUSTER(CL)', 'cluster-named-twice'],
    ['by LIKE', 'DEFINE QLOCAL(P) CLUSTER(CL)\nDEFINE QLOCAL(Q3) LIKE(P) CLUSNL(NL)', 'cluster-named-twice'],
  ])('L13: CLUSTER and CLUSNL %s', (_, commands, code) => {
    const { all } = findingsIn(four('', `DEFINE NAMELIST(NL) NAMES(CL)\n${commands}`));
    expect(all.filter((one) => one.includes(' error '))).toEqual([
      expect.stringMatching(new RegExp(`^QM4 error ${code} CLUS(TER|NL)`)),
    ]);
  });

  test('L13: nothing is said where the other is blanked', () => {
    expectFindings(
      four(
        '',
        "DEFINE NAMELIST(NL) NAMES(CL)\nDEFINE QLOCAL(Q3) CLUSTER(CL)\nALTER QLOCAL(Q3) CLUSTER(' ') CLUSNL(NL)",
      ),
      [],
    );
  });

  test.each([
    ['is not set', '', 'warning no-dead-letter-queue'],
    ['is blank', "ALTER QMGR DEADQ(' ')", 'warning no-dead-letter-queue'],
    ['is missing', 'ALTER QMGR DEADQ(GONE)', 'warning undefined-dead-letter-queue'],
    ['is an alias', 'ALTER QMGR DEADQ(A)\nDEFINE QALIAS(A) TARGET(IN)', 'error undefined-dead-letter-queue'],
    [
      'is a remote queue',
      'ALTER QMGR DEADQ(R)\nDEFINE QREMOTE(R) RNAME(DLQ) RQMNAME(QM2) XMITQ(QM2)\nDEFINE QLOCAL(QM2) USAGE(XMITQ)\nDEFINE CHANNEL(TO.QM2) CHLTYPE(SDR) XMITQ(QM2) CONNAME(qm2)',
      'error undefined-dead-letter-queue',
    ],
    ['is deleted', 'DEFINE QLOCAL(D)\nALTER QMGR DEADQ(D)\nDELETE QLOCAL(D)', 'warning deleted-while-referenced'],
  ])('L19: a dead-letter queue that %s', (_, commands, expected) => {
    const rest = 'ALTER QMGR MAXMSGL(4194304)\nDEFINE QLOCAL(IN)\nDEFINE CHANNEL(TO.ME) CHLTYPE(RCVR)\n';
    // Listed, so that nothing else can have set it: crtmqm -u does.
    const estateFile = '*- mqsc.yaml\nversion: 1\nqueueManagers: { QM1: { files: [QM1.mqsc] } }\n';
    const { all } = findingsIn(`*- QM1.mqsc\n${rest}${commands}\n${estateFile}`);
    expect(all.filter((one) => !one.includes('lowercase'))).toEqual([expect.stringContaining(`QM1 ${expected}`)]);
  });

  test('D9: a shared queue that members define differently, or that one has as a private queue', () => {
    const group =
      '*- mqsc.yaml\nversion: 1\nqueueManagers: { P1: { files: [P1.mqsc], platform: zos }, P2: { files: [P2.mqsc], platform: zos } }\nqueueSharingGroups: { QSG1: { members: [P1, P2] } }\n';
    const queue = (rest: string) => `ALTER QMGR DEADQ(DLQ)\nDEFINE QLOCAL(DLQ)\nDEFINE QLOCAL(POOL) ${rest}\n`;
    const shared = 'QSGDISP(SHARED) CFSTRUCT(APP1) REPLACE';
    const members = (two: string) => `*- P1.mqsc\n${queue(`${shared} MAXDEPTH(5)`)}*- P2.mqsc\n${queue(two)}${group}`;
    expectFindings(members(`${shared} MAXDEPTH(9)`), [
      'P1 warning shared-queue-defined-differently MAXDEPTH(5)',
      'P2 warning shared-queue-defined-differently MAXDEPTH(9)',
    ]);
    expectFindings(members('MAXDEPTH(9)'), ['P2 error shared-and-private-name-clash POOL'], /2343/);
    expectFindings(members(`${shared} MAXDEPTH(5)`), []);
  });

  test.each([
    ['sequence', 'ordered-queue-has-clones'],
    ['group', 'groups-without-group-binding'],
  ])('L20: a queue with DEFBIND(NOTFIXED) that needs its messages in %s', (need, code) => {
    const queue = `* @ordering ${need}: price updates overwrite each other\nDEFINE QLOCAL(Q3) CLUSTER(CL) DEFBIND(NOTFIXED)`;
    const { all } = findingsIn(four(queue, queue));
    expect(all.filter((one) => one.includes(` error ${code} `)).length).toBeGreaterThan(0);
  });
});

function expectFindings(marked: string, expected: readonly string[], says = /./): void {
  const { all, messages } = findingsIn(marked);
  expect(all).toEqual(expected);
  for (const message of messages) expect(message).toMatch(says);
}

function findingsIn(marked: string) {
  const { findings, estate } = findingsOf(marked);
  const found = [...findings.values()].flat().filter(({ severity }) => severity !== 'info');
  const all = found.map(({ at, severity, code }) => {
    const text = estate.documents.get(at.source)?.text.slice(at.span.start, at.span.end);
    return `${at.source.replace('.mqsc', '')} ${severity} ${code} ${text}`;
  });
  return { all, messages: found.map(({ message }) => message) };
}
