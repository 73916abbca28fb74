import { afterAll, describe, expect, test } from 'vitest';
import { makeShell } from '../support/shell.ts';

const scenario = (expectation: string) => `version: 1
name: two instances
until: 10s
definitions:
  QM2: |
    DEFINE QLOCAL(Q3) CLUSTER(CL) DEFBIND(NOTFIXED)
  QM4: |
    DEFINE QLOCAL(Q3) CLUSTER(CL) DEFBIND(NOTFIXED)
clusters:
  CL: { members: [QM1, QM2, QM4], fullRepositories: [QM1, QM2] }
applications:
  - { name: order-entry, kind: producer, queueManager: QM1, queue: Q3, count: 10, every: 100ms }
  - { name: reader, kind: consumer, queueManager: QM2, queue: Q3 }
expect:
  - "${expectation}"
`;

const shell = makeShell({
  'passes.mqsim.yaml': scenario('queues.QM2.Q3.arrived == 5'),
  'fails.mqsim.yaml': scenario('queues.QM2.Q3.arrived == 6'),
  'broken.mqsim.yaml': 'version: 1\napplications:\n  - { name: a, kind: dancer }\n',
  'estate/mqsc.yaml': 'version: 1\n',
  'estate/QM1.mqsc':
    "DEFINE CHANNEL(CL.QM1) CHLTYPE(CLUSRCVR) CONNAME('a(1)') CLUSTER(CL)\nALTER QMGR REPOS(CL)\nDEFINE QLOCAL(Q) CLUSTER(CL)\n",
  'estate/scenarios/local.mqsim.yaml':
    'version: 1\nestate: ../mqsc.yaml\napplications:\n  - { name: a, kind: producer, queueManager: QM1, queue: Q, count: 3 }\nexpect: ["queues.QM1.Q.depth == 3"]\n',
});
afterAll(() => shell.remove());

describe('mqsc simulate', () => {
  test('exits 0 when all expectations hold, 1 when one fails, and prints what it was', async () => {
    const passing = await shell.run('simulate passes.mqsim.yaml');
    expect(passing.code).toBe(0);
    expect(passing.out).toContain('✓ queues.QM2.Q3.arrived == 5');
    const failing = await shell.run('simulate fails.mqsim.yaml');
    expect(failing.code).toBe(1);
    expect(failing.out).toContain('✗ queues.QM2.Q3.arrived == 6  (actual: 5)');
  });

  test('as JSON: every copy of a message is in exactly one place', async () => {
    const { out } = await shell.run('simulate passes.mqsim.yaml --format json');
    const outcome = JSON.parse(out);
    expect(outcome).toMatchObject({
      scenario: 'two instances',
      seed: 1,
      routes: { 'order-entry': { Q3: { QM2: 5, QM4: 5 } } },
      expectations: [{ expect: 'queues.QM2.Q3.arrived == 5', passed: true, actual: 5 }],
    });
    const t = outcome.totals;
    expect(t.put + t.duplicated).toBe(
      t.consumed + t.waiting + t.marooned + t.inTransit + t.inDoubt + t.deadLettered + t.backedOut + t.expired + t.lost,
    );
    expect(t).toMatchObject({ put: 10, consumed: 5, marooned: 5 });
  });

  test('as Markdown', async () => {
    const { out } = await shell.run('simulate passes.mqsim.yaml --format markdown');
    expect(out).toMatch(/^# two instances/);
    expect(out).toContain('| order-entry | Q3 | QM2 | 5 |');
  });

  test('the same seed gives the same run, byte for byte, also as a trace', async () => {
    await shell.run('simulate passes.mqsim.yaml --trace one.json --seed 7');
    await shell.run('simulate passes.mqsim.yaml --trace two.json --seed 7');
    expect(shell.read('one.json')).toBe(shell.read('two.json'));
    expect(JSON.parse(shell.read('one.json')).outcome.seed).toBe(7);
  });

  test('a scenario inside an estate runs on that estate', async () => {
    const { code, out } = await shell.run('simulate estate/scenarios/local.mqsim.yaml');
    expect(out).toContain('✓ queues.QM1.Q.depth == 3');
    expect(code).toBe(0);
  });

  test('a scenario that cannot be read exits 2 and says where', async () => {
    const { code, err } = await shell.run('simulate broken.mqsim.yaml');
    expect(code).toBe(2);
    expect(err).toMatch(/^broken\.mqsim\.yaml:3:\d+ error `dancer`/);
  });
});
