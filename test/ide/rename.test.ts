import { describe, expect, test } from 'vitest';
import type { RenameReach } from '#core/ide/answers.ts';
import { createService } from '#core/service.ts';
import { applyEdits } from '#core/text/apply-edits.ts';
import { open } from '../support/open.ts';

/** The texts that a rename changes, without the `* @qmgr` lines that fixtures put first; or why it does not. */
function renamed(marked: string, newName: string, reach?: RenameReach): string | Readonly<Record<string, string>> {
  const { service, source, offset } = open(marked);
  const answer = service.rename(source, offset, newName, reach);
  if (answer.kind === 'refused') return answer.reason;
  const sources = [...new Set(answer.edits.map((edit) => edit.source))].sort();
  return Object.fromEntries(
    sources.map((one) => {
      const own = answer.edits.filter((edit) => edit.source === one);
      return [one, applyEdits(service.text(one) ?? '', own).trimEnd()];
    }),
  );
}

const cluster = `
  *- QM1.mqsc
  DEFINE CHANNEL(SALES.QM1) CHLTYPE(CLUSRCVR) CONNAME('h(1)') CLUSTER(SALES)
  DEFINE QALIAS(A) TARGET(ORDERS)
  *- QM2.mqsc
  DEFINE QLOCAL(ORD$0ERS) CLUSTER(SALES)
  SET AUTHREC PROFILE(ORDERS) OBJTYPE(QUEUE) GROUP('g') AUTHADD(PUT)
  *- QM3.mqsc
  DEFINE QLOCAL('ORDERS') CLUSTER(SALES)
  ALTER QL(orders) MAXDEPTH(1)
  *- QM4.mqsc
  DEFINE QLOCAL(ORDERS)
`;

describe('a queue', () => {
  test('of a cluster: every instance and who means it, not the queue of the same name outside', () => {
    expect(renamed(cluster, 'SALES.IN')).toEqual({
      'QM1.mqsc':
        "DEFINE CHANNEL(SALES.QM1) CHLTYPE(CLUSRCVR) CONNAME('h(1)') CLUSTER(SALES)\nDEFINE QALIAS(A) TARGET(SALES.IN)",
      'QM2.mqsc':
        "DEFINE QLOCAL(SALES.IN) CLUSTER(SALES)\nSET AUTHREC PROFILE(SALES.IN) OBJTYPE(QUEUE) GROUP('g') AUTHADD(PUT)",
      'QM3.mqsc': "DEFINE QLOCAL('SALES.IN') CLUSTER(SALES)\nALTER QL(SALES.IN) MAXDEPTH(1)",
    });
  });

  test('only one instance: what means any of them stays', () => {
    expect(renamed(cluster, 'NEW', 'one-instance')).toEqual({
      'QM2.mqsc': "DEFINE QLOCAL(NEW) CLUSTER(SALES)\nSET AUTHREC PROFILE(NEW) OBJTYPE(QUEUE) GROUP('g') AUTHADD(PUT)",
    });
  });

  test('from a place that refers to it', () => {
    const from = cluster.replace('ORD$0ERS', 'ORDERS').replace('TARGET(ORDERS', 'TARGET(ORDERS$0');
    expect(Object.keys(renamed(from, 'NEW'))).toEqual(['QM1.mqsc', 'QM2.mqsc', 'QM3.mqsc']);
  });

  describe('in a queue-sharing group', () => {
    const group = `
      *- mqsc.yaml
      version: 1
      queueManagers: { P1: { files: [P1.mqsc], platform: zos }, P2: { files: [P2.mqsc], platform: zos }, P3: { files: [P3.mqsc] } }
      queueSharingGroups: { QSG1: { members: [P1, P2] } }
      *- P1.mqsc
      DEFINE QLOCAL(POOL$0) QSGDISP(SHARED) CFSTRUCT(APP1)
      *- P2.mqsc
      ALTER QLOCAL(POOL) QSGDISP(SHARED) MAXDEPTH(5)
      DEFINE QALIAS(WORK) TARGET(POOL)
      *- P3.mqsc
      DEFINE QLOCAL(POOL)
    `;
    const after = {
      'P1.mqsc': 'DEFINE QLOCAL(NEW) QSGDISP(SHARED) CFSTRUCT(APP1)',
      'P2.mqsc': 'ALTER QLOCAL(NEW) QSGDISP(SHARED) MAXDEPTH(5)\nDEFINE QALIAS(WORK) TARGET(NEW)',
    };

    test('a shared queue is one on all members, whichever of them names it, and nobody else has it', () => {
      expect(renamed(group, 'NEW')).toEqual(after);
      expect(renamed(group, 'NEW', 'one-instance')).toEqual(after);
      expect(renamed(group.replace('POOL$0', 'POOL').replace('TARGET(POOL', 'TARGET(POOL$0'), 'NEW')).toEqual(after);
    });

    test('copies are called like the GROUP object; a private queue of a member keeps its name', () => {
      const copies = group.replaceAll('QSGDISP(SHARED)', 'QSGDISP(GROUP)').replace(' CFSTRUCT(APP1)', '');
      expect(Object.keys(renamed(copies, 'NEW'))).toEqual(['P1.mqsc', 'P2.mqsc']);
      const own = group.replace('ALTER QLOCAL(POOL) QSGDISP(SHARED) MAXDEPTH(5)', 'DEFINE QLOCAL(POOL)');
      expect(Object.keys(renamed(own, 'NEW'))).toEqual(['P1.mqsc']);
    });

    test('not to the name of another queue of a member', () => {
      expect(renamed(group, 'WORK')).toMatch(/P2 has a queue WORK already/);
    });
  });

  test('on its own queue manager, the dead-letter queue of another stays', () => {
    const queues = `
      *- QM1.mqsc
      DEFINE QLOCAL(DLQ$0)
      ALTER QMGR DEADQ(DLQ)
      *- QM2.mqsc
      DEFINE QLOCAL(DLQ)
      ALTER QMGR DEADQ(DLQ)
    `;
    expect(renamed(queues, 'DEAD')).toEqual({ 'QM1.mqsc': 'DEFINE QLOCAL(DEAD)\nALTER QMGR DEADQ(DEAD)' });
  });

  test('remote queues name it on its queue manager', () => {
    const remote = `
      *- QM1.mqsc
      DEFINE QREMOTE(R) RNAME(TARGET) RQMNAME(QM2)
      DEFINE QLOCAL(TARGET)
      *- QM2.mqsc
      DEFINE QLOCAL(TARG$0ET)
    `;
    expect(renamed(remote, 'T2')).toEqual({
      'QM1.mqsc': 'DEFINE QREMOTE(R) RNAME(T2) RQMNAME(QM2)\nDEFINE QLOCAL(TARGET)',
      'QM2.mqsc': 'DEFINE QLOCAL(T2)',
    });
  });

  test('that a shared file names: on every queue manager that runs the file', () => {
    const shared = `
      *- mqsc.yaml
      queueManagers:
        QM1: { files: [common.mqsc, one.mqsc] }
        QM2: { files: [common.mqsc, two.mqsc] }
      *- common.mqsc
      ALTER QMGR DEADQ(DLQ)
      *- one.mqsc
      DEFINE QLOCAL(DL$0Q)
      *- two.mqsc
      DEFINE QLOCAL(DLQ)
    `;
    expect(Object.keys(renamed(shared, 'DEAD'))).toEqual(['common.mqsc', 'one.mqsc', 'two.mqsc']);
  });

  test('a name with lower case gets quotes', () => {
    expect(renamed('*- QM1.mqsc\nDEFINE QLOCAL(A$0)\n', 'a.b')).toEqual({ 'QM1.mqsc': "DEFINE QLOCAL('a.b')" });
  });

  test('a word over two lines becomes one', () => {
    expect(renamed('*- QM1.mqsc\nDEFINE QLOCAL(OR$0D+\n  ERS)\n', 'NEW')).toEqual({ 'QM1.mqsc': 'DEFINE QLOCAL(NEW)' });
  });

  test('in mqsc.yaml and in scenarios, expectations and commands in them included', () => {
    const files = `
      *- mqsc.yaml
      queueManagers: { QM2: { files: [QM2.mqsc] }, QM3: { files: [QM3.mqsc] } }
      consumers:
        - { application: APP, queueManager: QM2, queue: 'ORDERS' }
        - { application: APP, queueManager: QM3, queue: OTHER }
      ordering:
        - { queues: [ORDERS, OTHER], needs: same-queue-manager }
      *- QM2.mqsc
      DEFINE QLOCAL(ORDERS) CLUSTER(C)
      *- QM3.mqsc
      DEFINE QLOCAL(OTHER) CLUSTER(C)
      *- s/run.mqsim.yaml
      version: 1
      estate: ../mqsc.yaml
      applications:
        - { name: p, kind: producer, queueManager: QM3, queue: ORD$0ERS }
      events:
        - { at: 1s, do: mqsc, queueManager: QM2, command: "ALTER QLOCAL(ORDERS) PUT(DISABLED)" }
      expect:
        - queues.QM2.ORDERS.depth == 0
        - "queues.QM2[\\"ORDERS\\"].arrived > 0"
    `;
    expect(renamed(files, '1.IN')).toEqual({
      'QM2.mqsc': 'DEFINE QLOCAL(1.IN) CLUSTER(C)',
      'mqsc.yaml': [
        'queueManagers: { QM2: { files: [QM2.mqsc] }, QM3: { files: [QM3.mqsc] } }',
        'consumers:',
        "  - { application: APP, queueManager: QM2, queue: '1.IN' }",
        '  - { application: APP, queueManager: QM3, queue: OTHER }',
        'ordering:',
        '  - { queues: ["1.IN", OTHER], needs: same-queue-manager }',
      ].join('\n'),
      's/run.mqsim.yaml': [
        'version: 1',
        'estate: ../mqsc.yaml',
        'applications:',
        '  - { name: p, kind: producer, queueManager: QM3, queue: "1.IN" }',
        'events:',
        '  - { at: 1s, do: mqsc, queueManager: QM2, command: "ALTER QLOCAL(1.IN) PUT(DISABLED)" }',
        'expect:',
        '  - queues.QM2.1.IN.depth == 0',
        '  - "queues.QM2[\\"1.IN\\"].arrived > 0"',
      ].join('\n'),
    });
  });

  test('of a scenario that stands on its own: there and nowhere else', () => {
    const files = `
      *- QM1.mqsc
      DEFINE QLOCAL(Q) CLUSTER(C)
      *- run.mqsim.yaml
      version: 1
      definitions:
        QM1: |
          DEFINE QLOCAL(Q) CLUSTER(C)
        QM2: |
          DEFINE QLOCAL(Q) CLUSTER(C)
      clusters: { C: { members: [QM1, QM2] } }
      applications:
        - { name: p, kind: producer, queueManager: QM1, queue: Q$0 }
    `;
    const texts = renamed(files, 'NEW');
    expect(Object.keys(texts)).toEqual(['run.mqsim.yaml']);
    expect(JSON.stringify(texts).match(/NEW/g)).toHaveLength(3);
  });
});

describe('other things', () => {
  test('a channel at both ends, and the rules about it', () => {
    const ends = `
      *- QM1.mqsc
      DEFINE CHANNEL(TO.QM$02) CHLTYPE(SDR) CONNAME('h(1)') XMITQ(QM2)
      START CHANNEL(TO.QM2)
      *- QM2.mqsc
      DEFINE CHANNEL(TO.QM2) CHLTYPE(RCVR)
      SET CHLAUTH(TO.QM2) TYPE(BLOCKUSER) USERLIST('nobody')
      *- QM3.mqsc
      DEFINE CHANNEL(TO.QM2) CHLTYPE(SVRCONN)
    `;
    const texts = renamed(ends, 'QM1.QM2');
    expect(Object.keys(texts)).toEqual(['QM1.mqsc', 'QM2.mqsc']);
    expect(JSON.stringify(texts)).not.toContain('TO.QM2');
  });

  test('the patterns of rules about channels cannot follow: what they no longer mean, or mean now, is told', () => {
    const { service, source, offset } = open(`
      *- QM1.mqsc
      DEFINE CHANNEL(APP.W$0EB) CHLTYPE(SVRCONN)
      SET CHLAUTH('APP.*') TYPE(BLOCKUSER) USERLIST('nobody')
      SET CHLAUTH('*') TYPE(ADDRESSMAP) ADDRESS('*') USERSRC(NOACCESS)
      SET CHLAUTH('*.W*B') TYPE(ADDRESSMAP) ADDRESS('10.*') USERSRC(CHANNEL)
      SET CHLAUTH('PAY*') TYPE(ADDRESSMAP) ADDRESS('*') USERSRC(NOACCESS)
      *- QM2.mqsc
      SET CHLAUTH('APP.*') TYPE(BLOCKUSER) USERLIST('nobody')
    `);
    const answer = service.rename(source, offset, 'PAY.WEB');
    expect(answer.kind === 'edits' ? answer.remarks : answer.reason).toEqual([
      "SET CHLAUTH('APP.*') of QM1 (QM1.mqsc:2) no longer holds for it: it fits APP.WEB, not PAY.WEB.",
      "SET CHLAUTH('PAY*') of QM1 (QM1.mqsc:5) now holds for it as well.",
    ]);
    expect(service.rename(source, offset, 'APP.NEW')).toMatchObject({
      remarks: [expect.stringContaining("'*.W*B'")],
    });
  });

  test('a channel in the trigger data of its transmission queue', () => {
    const triggered =
      "*- QM1.mqsc\nDEFINE CHANNEL(A$0) CHLTYPE(SDR) CONNAME('h') XMITQ(X)\nDEFINE QLOCAL(X) USAGE(XMITQ) TRIGDATA(A)\nDEFINE QLOCAL(Y) TRIGDATA(A)\n";
    expect(JSON.stringify(renamed(triggered, 'NEW'))).toContain('TRIGDATA(NEW)\\nDEFINE QLOCAL(Y) TRIGDATA(A)');
  });

  test('a cluster: channels, repositories, namelists that list it', () => {
    const texts = renamed(
      `
      *- QM1.mqsc
      DEFINE NAMELIST(BOTH) NAMES(SALES, OTHER)
      DEFINE QLOCAL(Q) CLUSNL(BOTH)
      ALTER QMGR REPOS(SALES)
      DEFINE CHANNEL(SALES.QM1) CHLTYPE(CLUSRCVR) CONNAME('h(1)') CLUSTER(SALES$0)
      DEFINE QLOCAL(SALES)
    `,
      'SHOP',
    );
    expect(texts).toEqual({
      'QM1.mqsc': [
        'DEFINE NAMELIST(BOTH) NAMES(SHOP, OTHER)',
        'DEFINE QLOCAL(Q) CLUSNL(BOTH)',
        'ALTER QMGR REPOS(SHOP)',
        "DEFINE CHANNEL(SALES.QM1) CHLTYPE(CLUSRCVR) CONNAME('h(1)') CLUSTER(SHOP)",
        'DEFINE QLOCAL(SALES)',
      ].join('\n'),
    });
  });

  test('a queue manager: where files say it, who sends to it, and the transmission queue that bears its name', () => {
    const texts = renamed(
      `
      *- mqsc.yaml
      queueManagers:
        QM1$0: { files: [a.mqsc] }
        QM2: { files: [b.mqsc] }
      *- a.mqsc
      DEFINE QLOCAL(Q)
      *- b.mqsc
      DEFINE QLOCAL(QM1) USAGE(XMITQ)
      DEFINE QREMOTE(R) RNAME(Q) RQMNAME(QM1)
      DEFINE CHANNEL(TO.QM1) CHLTYPE(SDR) CONNAME('h(1)') XMITQ(QM1)
    `,
      'QM9',
    );
    expect(texts).toEqual({
      'b.mqsc': [
        'DEFINE QLOCAL(QM9) USAGE(XMITQ)',
        'DEFINE QREMOTE(R) RNAME(Q) RQMNAME(QM9)',
        "DEFINE CHANNEL(TO.QM1) CHLTYPE(SDR) CONNAME('h(1)') XMITQ(QM9)",
      ].join('\n'),
      'mqsc.yaml': 'queueManagers:\n  QM9: { files: [a.mqsc] }\n  QM2: { files: [b.mqsc] }',
    });
  });

  test.each([
    ['NAMELIST', 'DEFINE NAMELIST(X$0) NAMES(A)\nDEFINE QLOCAL(Q) CLUSNL(X)', 'CLUSNL(NEW)'],
    ['PROCESS', 'DEFINE PROCESS(X$0)\nDEFINE QLOCAL(Q) PROCESS(X)', 'PROCESS(NEW)\nDEFINE QLOCAL(Q) PROCESS(NEW)'],
    ['TOPIC', "DEFINE TOPIC(X$0) TOPICSTR('x')\nDEFINE SUB(S) TOPICOBJ(X)", 'TOPICOBJ(NEW)'],
    ['LISTENER', 'DEFINE LISTENER(X$0) TRPTYPE(TCP)\nSTART LISTENER(X)', 'START LISTENER(NEW)'],
    ['SERVICE', 'DEFINE SERVICE(X$0)\nSTART SERVICE(X)', 'START SERVICE(NEW)'],
    ['STGCLASS', 'DEFINE STGCLASS(X$0) PSID(1)\nDEFINE QLOCAL(Q) STGCLASS(X)', 'STGCLASS(NEW)'],
    ['CFSTRUCT', 'DEFINE CFSTRUCT(X$0) CFLEVEL(5)\nDEFINE QLOCAL(Q) CFSTRUCT(X)', 'CFSTRUCT(NEW)'],
  ])('%s and what refers to it', (_, text, expected) => {
    expect(JSON.stringify(renamed(`*- QM1.mqsc\n${text}\n`, 'NEW'))).toContain(JSON.stringify(expected).slice(1, -1));
  });
});

describe('a rename is refused', () => {
  test.each([
    ['SYSTEM objects', 'ALTER QLOCAL(SYSTEM.DEFAULT.LOCAL.QUEUE$0) MAXDEPTH(1)', 'X', /MQ itself/],
    ['new names of MQ', 'DEFINE QLOCAL(A$0)', 'SYSTEM.X', /MQ itself/],
    ['a taken name', 'DEFINE QLOCAL(A$0)\nDEFINE QALIAS(B) TARGET(C)', 'B', /QM1 has a queue B already/],
    ['a name that is filled in later', 'DEFINE QLOCAL(A.+QMNAME+$0)', 'X', /filled in later/],
    ['a placeholder', 'DEFINE QLOCAL(@@na$0me@@)', 'X', /filled in later/],
    ['a pattern', 'DISPLAY QUEUE(A*$0)', 'X', /many names/],
    ['a word that is no name', 'DEFINE QLOCAL(A) DEFBIND(OP$0EN)', 'X', /no name/],
    ['bad characters', 'DEFINE QLOCAL(A$0)', 'A-B', /- cannot stand in the name of a queue/],
    ['an empty name', 'DEFINE QLOCAL(A$0)', '', /at least one/],
    ['a long name', 'DEFINE QLOCAL(A$0)', 'X'.repeat(49), /49 characters/],
    ['a long name of a channel', 'DEFINE CHANNEL(A$0) CHLTYPE(RCVR)', 'X'.repeat(21), /may have 20/],
    ['a long name of a structure', 'DEFINE CFSTRUCT(A$0) CFLEVEL(5)', 'X'.repeat(13), /may have 12/],
    ['a long storage class', 'DEFINE STGCLASS(A$0) PSID(1)', 'X'.repeat(9), /may have 8/],
    ['a file’s name', 'DEFINE QREMOTE(R) RNAME(X) RQMNAME(QM1$0)', 'QM2', /the file's name/],
  ])('%s', (_, text, newName, reason) => {
    expect(renamed(`*- QM1.mqsc\n${text}\n`, newName)).toMatch(reason);
  });

  test('when a cluster has a queue of that name on another queue manager', () => {
    const two = '*- QM1.mqsc\nDEFINE QLOCAL(A$0) CLUSTER(C)\n*- QM2.mqsc\nDEFINE QLOCAL(B) CLUSTER(C)\n';
    expect(renamed(two, 'B')).toMatch(/Cluster C has a queue B already/);
  });

  test('when an expectation cannot hold the new name', () => {
    const run = (path: string) =>
      `*- mqsc.yaml\nqueueManagers: { QM1: { files: [a.mqsc] } }\n*- a.mqsc\nDEFINE QLOCAL(Q$0)\n*- r.mqsim.yaml\nversion: 1\nestate: mqsc.yaml\nexpect: ['queues.QM1${path}.depth == 0']\n`;
    expect(renamed(run('.Q'), 'A/B')).toMatch(/An expectation in r.mqsim.yaml has Q between dots/);
    expect(JSON.stringify(renamed(run('["Q"]'), 'A/B'))).toContain('QM1[\\"A/B\\"].depth');
  });

  test('for one instance whose definition several queue managers run', () => {
    const shared =
      '*- mqsc.yaml\nqueueManagers: { QM1: { files: [a.mqsc] }, QM2: { files: [a.mqsc] } }\n*- a.mqsc\nDEFINE QLOCAL(Q$0) CLUSTER(C)\n';
    expect(renamed(shared, 'B', 'one-instance')).toMatch(/2 objects/);
  });
});

test('the editor is told which characters are the name', () => {
  const { service, source, offset, text } = open("*- QM1.mqsc\nDEFINE QLOCAL('a.b$0')\n");
  const place = service.prepareRename(source, offset);
  expect(place).toMatchObject({ kind: 'name', name: 'a.b', queueManagers: ['QM1'] });
  expect(place.kind === 'name' && text.slice(place.span.start, place.span.end)).toBe('a.b');
});

test('highlights: where it is made, where it is read, in this file alone', () => {
  const { service, source, offset, text } = open(cluster);
  expect(
    service.highlight(source, offset).map(({ span, kind }) => `${kind} ${text.slice(span.start, span.end)}`),
  ).toEqual(['write ORDERS', 'read ORDERS']);
});

test('sequence numbers of z/OS records stay in their columns', () => {
  const record = (text: string, number: string) => `${text.padEnd(72)}${number}\n`;
  const service = createService();
  const text =
    record('DEFINE QLOCAL(A)', '00010000') +
    record('DEFINE QALIAS(B) TARGET(A) -', '00020000') +
    record(`  DESCR('${'x'.repeat(62)}')`, '00030000');
  service.open('QM1.mqsc', text);
  const renamedTo = (name: string) => {
    const before = service.text('QM1.mqsc') ?? '';
    const answer = service.rename('QM1.mqsc', before.indexOf('QLOCAL(') + 7, name);
    const after = answer.kind === 'edits' ? applyEdits(before, answer.edits) : answer.reason;
    service.open('QM1.mqsc', after);
    return after;
  };
  expect(renamedTo('LONGER.NAME')).toBe(
    record('DEFINE QLOCAL(LONGER.NAME)', '00010000') +
      record('DEFINE QALIAS(B) TARGET(LONGER.NAME) -', '00020000') +
      text.slice(2 * 81),
  );
  expect(renamedTo('A')).toBe(text);
});
