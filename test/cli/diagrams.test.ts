import { afterAll, describe, expect, test } from 'vitest';
import { makeShell } from '../support/shell.ts';

const member = (name: string, cluster: string, to: string, more: readonly string[] = []) =>
  [
    `DEFINE CHANNEL(${cluster}.${name}) CHLTYPE(CLUSRCVR) CONNAME('${name.toLowerCase()}(1414)') CLUSTER(${cluster})`,
    `DEFINE CHANNEL(${cluster}.${to}) CHLTYPE(CLUSSDR) CONNAME('${to.toLowerCase()}(1414)') CLUSTER(${cluster})`,
    ...more,
    '',
  ].join('\n');

const shell = makeShell({
  'estate/QM1.mqsc': member('QM1', 'EAST', 'QM2', [
    'ALTER QMGR REPOS(EAST)',
    'DEFINE QLOCAL(ORDERS) CLUSTER(EAST)',
    'DEFINE QLOCAL(QM9) USAGE(XMITQ)',
    "DEFINE CHANNEL(QM1.QM9) CHLTYPE(SDR) XMITQ(QM9) CONNAME('qm9(1414)')",
  ]),
  'estate/QM2.mqsc': member('QM2', 'EAST', 'QM1', ['ALTER QMGR REPOS(EAST)', 'DEFINE QLOCAL(ORDERS) CLUSTER(EAST)']),
  'estate/QM3.mqsc': member('QM3', 'EAST', 'QM1') + member('QM3', 'WEST', 'QM8'),
  'estate/QM8.mqsc': member('QM8', 'WEST', 'QM3', ['ALTER QMGR REPOS(WEST)']),
  'estate/QM9.mqsc': 'DEFINE CHANNEL(QM1.QM9) CHLTYPE(RCVR)\n',
  'run.mqsim.yaml': `version: 1
until: 10s
definitions:
  QM2: |
    DEFINE QLOCAL(Q3) CLUSTER(CL) DEFBIND(NOTFIXED)
clusters:
  CL: { members: [QM1, QM2], fullRepositories: [QM1, QM2] }
applications:
  - { name: 'order; "entry"', kind: producer, queueManager: QM1, queue: Q3, count: 2, every: 1s }
  - { name: reader, kind: consumer, queueManager: QM2, queue: Q3 }
events:
  - { at: 5s, do: fail-queue-manager, queueManager: QM2 }
`,
});
afterAll(() => shell.remove());

describe('mqsc model', () => {
  test('as a flowchart of Mermaid: clusters are frames, a gateway stands between them, a queue hangs on its instances', async () => {
    const { out, code } = await shell.run('model estate --format mermaid');
    expect(code).toBe(0);
    expect(out).toMatchInlineSnapshot(`
      "flowchart LR
        subgraph c0["cluster EAST"]
          m0["QM1<br/>full repository"]
          m1["QM2<br/>full repository"]
          q0[("ORDERS")]
        end
        subgraph c1["cluster WEST"]
          m3["QM8<br/>full repository"]
        end
        m2["QM3<br/>in EAST, WEST"]
        m4["QM9"]
        m0 -->|"EAST.QM2"| m1
        m0 -->|"QM1.QM9"| m4
        m1 -->|"EAST.QM1"| m0
        m2 -->|"EAST.QM1"| m0
        m2 -->|"WEST.QM8"| m3
        m3 -->|"WEST.QM3"| m2
        q0 -.- m0
        q0 -.- m1
        classDef full stroke-width:3px
        class m0,m1,m3 full
      "
    `);
  });

  test('in the DOT language of Graphviz', async () => {
    const { out } = await shell.run('model estate --format dot');
    expect(out).toMatchInlineSnapshot(`
      "digraph estate {
        rankdir=LR
        node [shape=box, style=rounded]
        subgraph cluster_0 {
          label="cluster EAST"
          m0 [label="QM1\\nfull repository", penwidth=3]
          m1 [label="QM2\\nfull repository", penwidth=3]
          q0 [label="ORDERS", shape=cylinder, style=solid]
        }
        subgraph cluster_1 {
          label="cluster WEST"
          m3 [label="QM8\\nfull repository", penwidth=3]
        }
        m2 [label="QM3\\nin EAST, WEST"]
        m4 [label="QM9"]
        m0 -> m1 [label="EAST.QM2"]
        m0 -> m4 [label="QM1.QM9"]
        m1 -> m0 [label="EAST.QM1"]
        m2 -> m0 [label="EAST.QM1"]
        m2 -> m3 [label="WEST.QM8"]
        m3 -> m2 [label="WEST.QM3"]
        q0 -> m0 [style=dotted, arrowhead=none]
        q0 -> m1 [style=dotted, arrowhead=none]
      }
      "
    `);
  });

  test('with many clones a queue manager says how many queues it has', async () => {
    const queues = Array.from({ length: 41 }, (_, index) => `DEFINE QLOCAL(Q${index}) CLUSTER(EAST)`).join('\n');
    const large = makeShell({
      'QM1.mqsc': `${member('QM1', 'EAST', 'QM2')}${queues}\n`,
      'QM2.mqsc': `${member('QM2', 'EAST', 'QM1')}${queues}\n`,
    });
    const { out } = await large.run('model --format mermaid');
    large.remove();
    expect(out).toContain('m0["QM1<br/>clustered queues: 41"]');
    expect(out).not.toContain('-.-');
  });

  test('a picture of a difference there is none', async () => {
    const { code, err } = await shell.run('model estate --format dot --diff estate');
    expect([code, err]).toEqual([2, expect.stringContaining('--diff prints text or json, not dot')]);
  });
});

describe('mqsc simulate', () => {
  test('--messages tells the story of each; --sequence draws it, and what failed meanwhile', async () => {
    const { out, code } = await shell.run('simulate run.mqsim.yaml --messages 1,99 --sequence one.mmd');
    expect(code).toBe(0);
    expect(out).toMatchInlineSnapshot(`
      "Message 1
        0.000 ms  order; "entry" puts it to Q3 at QM1 (nonpersistent, not bound)
        0.000 ms  on transmission queue SYSTEM.CLUSTER.TRANSMIT.QUEUE at QM1, for Q3 at QM2 over CL.QM2: chosen: QM2
        20.000 ms  CL.QM2 sends it from QM1 to QM2
        21.010 ms  on Q3 at QM2: local queue
        21.010 ms  reader gets it from Q3 at QM2
        31.010 ms  reader has processed it

      Message 99
        is none of this run.
      "
    `);
    expect(shell.read('one.mmd')).toMatchInlineSnapshot(`
      "sequenceDiagram
        participant p0 as order#59; #34;entry#34;
        participant p1 as QM1
        participant p2 as QM2
        participant p3 as reader
        p0->>p1: puts message 1 to Q3 (0 ms)
        Note over p1: message 1 waits for CL.QM2, chosen: QM2 (0 ms)
        p1->>p2: message 1 over CL.QM2 (20 ms)
        p2->>p3: message 1 from Q3 (21.01 ms)
        Note over p2: QM2 is down: failed (5000 ms)
      "
    `);
  });

  test('a list of messages is numbers', async () => {
    const { code, err } = await shell.run('simulate run.mqsim.yaml --messages all');
    expect([code, err]).toEqual([
      2,
      expect.stringContaining("--messages takes numbers with commas between them, not 'all'"),
    ]);
  });
});
