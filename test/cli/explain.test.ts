import { afterAll, describe, expect, test } from 'vitest';
import { makeShell } from '../support/shell.ts';

/** Cluster CL: QM1 puts, QM2 and QM3 host; QM2 and QM3 hold the repositories. */
const joined = (name: string, others: readonly string[]): readonly string[] => [
  `DEFINE CHANNEL(CL.${name}) CHLTYPE(CLUSRCVR) CLUSTER(CL) CONNAME('${name}(1414)')`,
  ...others.map((other) => `DEFINE CHANNEL(CL.${other}) CHLTYPE(CLUSSDR) CLUSTER(CL) CONNAME('${other}(1414)')`),
];
const instance = (queue: string, attributes: string): string =>
  `DEFINE QLOCAL(${queue}) CLUSTER(CL) DEFBIND(NOTFIXED) ${attributes}`;

const shell = makeShell({
  'QM1.mqsc': [...joined('QM1', ['QM2']), ''].join('\n'),
  'QM2.mqsc': [
    'ALTER QMGR REPOS(CL)',
    ...joined('QM2', ['QM3']),
    instance('TURNS', ''),
    instance('RANKED', 'CLWLRANK(2)'),
    instance('PREFERRED', 'CLWLPRTY(5)'),
    instance('CLOSED', 'PUT(DISABLED)'),
    instance('ALL.CLOSED', 'PUT(DISABLED)'),
    instance('SHARED', 'CLWLUSEQ(ANY)'),
    '',
  ].join('\n'),
  'QM3.mqsc': [
    'ALTER QMGR REPOS(CL)',
    ...joined('QM3', ['QM2']),
    instance('TURNS', 'DEFPSIST(YES)'),
    instance('RANKED', 'CLWLRANK(1)'),
    instance('PREFERRED', ''),
    instance('CLOSED', ''),
    instance('ALL.CLOSED', 'PUT(DISABLED)'),
    instance('SHARED', ''),
    '',
  ].join('\n'),
});
/** The same with channels of unequal weight. */
const weighted = makeShell({
  'QM1.mqsc': `${joined('QM1', ['QM2']).join('\n')}\n`,
  'QM2.mqsc': hostOf('QM2', 'QM3', 20),
  'QM3.mqsc': hostOf('QM3', 'QM2', 60),
});
/** One instance, whose queue manager has two receivers. */
const twice = makeShell({
  'QM1.mqsc': `${joined('QM1', ['QM2']).join('\n')}\n`,
  'QM2.mqsc': [
    'ALTER QMGR REPOS(CL)',
    ...joined('QM2', []),
    "DEFINE CHANNEL(CL.QM2.B) CHLTYPE(CLUSRCVR) CLUSTER(CL) CONNAME('QM2(1415)')",
    instance('TURNS', ''),
    '',
  ].join('\n'),
});
afterAll(() => {
  twice.remove();
  shell.remove();
  weighted.remove();
});

function hostOf(name: string, other: string, weight: number): string {
  const change = `ALTER CHANNEL(CL.${name}) CHLTYPE(CLUSRCVR) CLWLWGHT(${weight})`;
  return `${['ALTER QMGR REPOS(CL)', ...joined(name, [other]), change, instance('TURNS', '')].join('\n')}\n`;
}

const explained = async (question: string) => {
  const { out, code } = await shell.run(`explain ${question}`);
  return { lines: out.trimEnd().split('\n'), code };
};

test('names candidates, what each step dropped and why, and what was chosen', async () => {
  const { out } = await shell.run('explain --from QM1 --queue RANKED');
  expect(out).toMatchInlineSnapshot(`
    "QM1 chooses an instance of RANKED (at MQPUT, bind not fixed)
      candidate  QM2 over CL.QM2, INACTIVE, cluster CL
      candidate  QM3 over CL.QM3, INACTIVE, cluster CL
      Queue rank (step 4)
        - QM3 over CL.QM3: CLWLRANK(1) of the queue at QM3 is below 2 (QM3.mqsc:5:53)
        left: QM2 over CL.QM2
      chosen: QM2 over CL.QM2
    "
  `);
});

test('gives places as file, line and column in JSON, too', async () => {
  const { candidates, steps } = JSON.parse((await shell.run('explain --from QM1 --queue RANKED --format json')).out);
  const queue = { file: 'QM3.mqsc', line: 5, endLine: 5 };
  expect(candidates[1].definedAt).toEqual({ ...queue, column: 15, endColumn: 21 });
  const [dropped] = steps.find(({ step }: { step: string }) => step === 'queue-rank').dropped;
  expect(dropped).toMatchObject({ candidate: 1, attribute: 'CLWLRANK', at: { ...queue, column: 53 } });
  expect(dropped.at.endColumn).toBe(64);
});

test('says what the next messages meet, and what is left to chance', async () => {
  const { out } = await shell.run('explain --from QM1 --queue TURNS');
  expect(out).toMatchInlineSnapshot(`
    "QM1 chooses an instance of TURNS (at MQPUT, bind not fixed)
      candidate  QM2 over CL.QM2, INACTIVE, cluster CL
      candidate  QM3 over CL.QM3, INACTIVE, cluster CL
      Least recently used channel
        - QM3 over CL.QM3: no message went to QM3 yet, and QM2 is before it in line (MQ does not define which is first)
        left: QM2 over CL.QM2
      chosen: QM2 over CL.QM2
      these take turns, message by message: QM2 over CL.QM2; QM3 over CL.QM3
      note: DEFPSIST differs (NO on QM2, YES on QM3): an MQOPEN that leaves it to the queue gets that of any of them.
    "
  `);
});

test('tells two channels to one queue manager apart', async () => {
  const { out } = await twice.run('explain --from QM1 --queue TURNS');
  expect(out).toContain('no message went to QM2 over CL.QM2.B yet, and QM2 over CL.QM2 is before it in line');
});

describe('the step that decides', () => {
  test.each([
    ['--from QM1 --queue PREFERRED', 'Queue priority (step 14)', 'CLWLPRTY(0) of the queue at QM3 is below 5'],
    [
      '--from QM1 --queue CLOSED',
      'Open for puts (step 5)',
      'PUT(DISABLED) at QM2, and another instance takes messages (QM2.mqsc:7:53)',
    ],
    [
      '--from QM3 --queue SHARED',
      'Local instance (step 6)',
      'CLWLUSEQ(LOCAL) of queue manager QM3 prefers its own instance',
    ],
  ])('%s', async (question, step, reason) => {
    const { lines } = await explained(question);
    expect(lines.filter((line) => line.startsWith('  ') && /\(step \d+\)$/.test(line))).toEqual([`  ${step}`]);
    expect(lines.filter((line) => line.startsWith('    - ')).map((line) => line.replace(/.*?: /, ''))).toEqual([
      reason,
    ]);
  });

  test('none: a local instance with CLWLUSEQ(ANY) competes', async () => {
    const { lines } = await explained('--from QM2 --queue SHARED');
    expect(lines).toContain('  these take turns, message by message: QM2 (local); QM3 over CL.QM3');
  });

  test('weights, which one decision alone does not show', async () => {
    const { out } = await weighted.run('explain --from QM1 --queue TURNS');
    expect(out.trimEnd().split('\n').at(-1)).toBe(
      '  in the long run, over all queues of these channels: QM2 25 % (CLWLWGHT 20), QM3 75 % (CLWLWGHT 60)',
    );
  });

  test('none: every instance is closed', async () => {
    const { lines, code } = await explained('--from QM1 --queue ALL.CLOSED --bind on-open');
    expect(lines.at(-1)).toBe(
      '  none: 2268 MQRC_CLUSTER_PUT_INHIBITED, because every instance that is left is PUT(DISABLED)',
    );
    expect(code).toBe(1);
  });
});

test('in a queue-sharing group: by intra-group queuing to another member, to a shared queue by the name of the group', async () => {
  const group = makeShell({
    'mqsc.yaml':
      'version: 1\nqueueManagers: { P1: { platform: zos }, P2: { platform: zos } }\nqueueSharingGroups: { QSG1: { members: [P1, P2] } }\n',
    'P1.mqsc':
      'ALTER QMGR IGQ(ENABLED)\nDEFINE QREMOTE(TO.P2) RNAME(OWN) RQMNAME(P2)\nDEFINE QREMOTE(TO.GROUP) RNAME(POOL) RQMNAME(QSG1)\n',
    'P2.mqsc': 'DEFINE QLOCAL(OWN)\nDEFINE QLOCAL(POOL) QSGDISP(SHARED) CFSTRUCT(APP1)\n',
  });
  expect((await group.run('explain --from P1 --queue TO.P2')).err).toContain(
    'goes to SYSTEM.QSG.TRANSMIT.QUEUE on QSG1',
  );
  expect((await group.run('explain --from P1 --queue TO.GROUP')).err).toContain('goes to POOL on QSG1');
  group.remove();
});
