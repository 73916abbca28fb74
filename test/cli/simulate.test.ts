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
  'other.mqsim.yaml': scenario('queues.QM2.Q3.arrived == 0').replace('CLUSTER(CL)', 'CLUSTER(CL) PUT(DISABLED)'),
  'streams.mqsim.yaml': `version: 1
name: prices and a copy of each
until: 10s
definitions:
  QM1: |
    DEFINE QLOCAL(PRICES) CLUSTER(CL) DEFBIND(NOTFIXED) STREAMQ(COPY)
    DEFINE QLOCAL(COPY)
  QM2: |
    DEFINE QLOCAL(PRICES) CLUSTER(CL) DEFBIND(NOTFIXED) MAXDEPTH(2)
clusters:
  CL: { members: [QM1, QM2, QM3], fullRepositories: [QM1, QM2] }
ordering:
  - { queue: PRICES, needs: sequence }
applications:
  - { name: other, kind: producer, queueManager: QM1, queue: COPY, count: 1 }
  - { name: ticker, kind: producer, queueManager: QM3, queue: PRICES, count: 6, every: 10ms, startAt: 1ms }
  - { name: lost-way, kind: producer, queueManager: QM3, queue: NOWHERE, count: 2 }
  - { name: slow, kind: consumer, queueManager: QM1, queue: PRICES, service: { time: 100ms } }
  - { name: fast, kind: consumer, queueManager: QM2, queue: PRICES, startAt: 100ms, service: { time: 1ms } }
events:
  - { at: 1s, do: mqsc, queueManager: QM1, command: "ALTER QLOCAL(NOWHERE) PUT(DISABLED)" }
  - { at: 2s, do: mqsc, queueManager: QM1, command: "START LISTENER(L1)" }
expect:
  - 'commands.length == 2'
  - 'commands[1].atMs == 2000'
`,
  'down.mqsim.yaml': `${scenario('totals.inTransit == 10')}events:\n  - { at: 0s, do: fail-queue-manager, queueManager: QM2 }\n  - { at: 0s, do: fail-queue-manager, queueManager: QM4 }\n`,
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

  test('tells of copies, of refused and unknown commands, of what a result depends on, and who foretold what broke', async () => {
    const text = (await shell.run('simulate streams.mqsim.yaml')).out;
    expect(text).toContain('copied to streams 3');
    expect(text).toContain('✓ commands[1].atMs == 2000');
    expect(text).toContain('1 s  QM1: ALTER QLOCAL(NOWHERE) PUT(DISABLED) → AMQ8147E: object NOWHERE not found');
    expect(text).toContain('2 s  QM1: START LISTENER(L1) → not simulated by this version: START LISTENER');
    expect(text).toMatch(/order on PRICES at .*\(foretold by ordered-queue-has-clones; --messages \d+\)/);
    const markdown = (await shell.run('simulate streams.mqsim.yaml --format markdown')).out;
    expect(markdown).toContain('| lost-way | 2085 | 2 |');
    expect(markdown).toContain('| assumed | IBM');
    expect(markdown).toMatch(/\| order \| PRICES \|.*\| ordered-queue-has-clones \|/);
    expect(markdown).toContain(
      '| 1000 | QM1 | `ALTER QLOCAL(NOWHERE) PUT(DISABLED)` | AMQ8147E: object NOWHERE not found |',
    );
    const outcome = JSON.parse((await shell.run('simulate streams.mqsim.yaml --format json')).out);
    const story = (await shell.run(`simulate streams.mqsim.yaml --messages ${outcome.violations[0].message}`)).out;
    expect(story).toContain(outcome.violations[0].detail);
  });

  test('shows a channel that has sent nothing and cannot', async () => {
    const { out } = await shell.run('simulate down.mqsim.yaml');
    expect(out).toMatch(/QM1 → QM[24] CL\.QM[24] RETRYING: 0 messages/);
  });

  test('tells of each choice why, and where in the MQSC the reason stands', async () => {
    const { out } = await shell.run('simulate other.mqsim.yaml --messages 1 --explain');
    expect(out).toContain('QM1 chooses an instance of Q3 (at MQPUT, bind not fixed)');
    expect(out).toContain('PUT(DISABLED) at QM2, and another instance takes messages (other.mqsim.yaml:6:35)');
    expect((await shell.run('simulate other.mqsim.yaml --messages 1')).out).not.toContain('chooses');
    expect(await shell.run('simulate other.mqsim.yaml --explain')).toMatchObject({ code: 2 });
  });

  test('the same seed gives the same run, byte for byte, also as a trace', async () => {
    await shell.run('simulate passes.mqsim.yaml --trace one.json --seed 7');
    await shell.run('simulate passes.mqsim.yaml --trace two.json --seed 7');
    expect(shell.read('one.json')).toBe(shell.read('two.json'));
    const last = shell.read('one.json').trimEnd().split('\n').at(-1) ?? '';
    expect(JSON.parse(last)).toMatchObject(['outcome', { seed: 7 }]);
  });

  test('against the trace of an earlier run: the same, or where they part', async () => {
    await shell.run('simulate passes.mqsim.yaml --trace before.jsonl');
    const same = await shell.run('simulate passes.mqsim.yaml --against before.jsonl');
    expect(same).toMatchObject({
      code: 0,
      out: expect.stringContaining('The run is the same as the one in the file.'),
    });
    const other = await shell.run('simulate other.mqsim.yaml --against before.jsonl');
    expect(other.code).toBe(1);
    expect(other.out).toMatch(
      /The runs are the same for \d+ events, up to 0\.000 ms\. Then\n {2}before: .* enqueue .*\n {2}now: /,
    );
    expect(other.out).toContain('  consumed: 5 → 0');
    // Also where the totals do not tell: so many arrived at each instance.
    expect(other.out).toContain('  queues.QM4.Q3.arrived: 5 → 10');
    expect(other.out).toMatch(/Messages that end elsewhere:\n {2}\S+ 1: processed by \S+ on \S+ → on /);
    const none = await shell.run('simulate passes.mqsim.yaml --against passes.mqsim.yaml');
    expect(none).toMatchObject({ code: 2, err: expect.stringContaining('no trace of mqsc simulate') });
    expect((await shell.run('simulate passes.mqsim.yaml --against nowhere')).code).toBe(2);
  });

  test('in outline: how full each queue was over time', async () => {
    await shell.run('simulate passes.mqsim.yaml --summary outline.json');
    const outline = JSON.parse(shell.read('outline.json'));
    expect(outline.atUs.length).toBeLessThanOrEqual(200);
    expect(outline.put.at(-1)).toBe(10);
    const q4 = outline.queues.find(({ queueManager }: { queueManager: string }) => queueManager === 'QM4');
    expect(q4.depths.at(-1)).toBe(5);
    expect(Math.max(...q4.depths)).toBe(5);
    expect(outline.channels.map(({ sent }: { sent: number[] }) => sent.at(-1))).toEqual([5, 5]);
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
