import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runCli } from '../../server/src/cli/main.ts';
import { makeShell } from '../support/shell.ts';

/** One message to an instance that is closed for puts while it is on its way: dead-lettered. And it is not persistent. */
const scenario = (attributes: string) => `version: 1
name: one order & <no> more
until: 2s
definitions:
  QM2: |
    ALTER QMGR DEADQ(DLQ)
    DEFINE QLOCAL(DLQ)
    DEFINE QLOCAL(Q3) CLUSTER(CL) ${attributes}
clusters: { CL: { members: [QM1, QM2], fullRepositories: [QM1] } }
applications:
  - { name: orders, kind: producer, queueManager: QM1, queue: Q3, count: 1 }
`;

const shell = makeShell({
  'loses.mqsim.yaml': scenario(''),
  'keeps.mqsim.yaml': scenario('DEFPSIST(YES)'),
  'sequence.mqsim.yaml': `version: 1
name: prices
until: 1s
definitions:
  QM2: |
    DEFINE QLOCAL(Q3) CLUSTER(CL) DEFBIND(NOTFIXED) DEFPSIST(YES)
  QM3: |
    DEFINE QLOCAL(Q3) CLUSTER(CL) DEFBIND(NOTFIXED) DEFPSIST(YES)
clusters: { CL: { members: [QM1, QM2, QM3], fullRepositories: [QM1] } }
ordering: [{ queue: Q3, needs: sequence }]
applications:
  - { name: prices, kind: producer, queueManager: QM1, queue: Q3, count: 2 }
  - { name: two, kind: consumer, queueManager: QM2, queue: Q3 }
  - { name: three, kind: consumer, queueManager: QM3, queue: Q3 }
`,
  'broken.mqsim.yaml': 'version: 1\napplications:\n  - { name: a, kind: dancer }\n',
  'other.json': '{"rows": 1}',
  'estate/mqsc.yaml': 'version: 1\n',
  'estate/QM1.mqsc':
    "DEFINE CHANNEL(CL.QM1) CHLTYPE(CLUSRCVR) CONNAME('a(1)') CLUSTER(CL)\nALTER QMGR REPOS(CL)\nDEFINE QLOCAL(Q) CLUSTER(CL)\n",
  'estate/QM2.mqsc':
    "DEFINE CHANNEL(CL.QM2) CHLTYPE(CLUSRCVR) CONNAME('b(1)') CLUSTER(CL)\nDEFINE CHANNEL(CL.QM1) CHLTYPE(CLUSSDR) CONNAME('a(1)') CLUSTER(CL)\nDEFINE QLOCAL(Q) CLUSTER(CL) DEFPSIST(YES)\n",
  'estate/local.mqsim.yaml':
    'version: 1\nuntil: 1s\nestate: ./mqsc.yaml\napplications:\n  - { name: a, kind: producer, queueManager: QM1, queue: Q, count: 1 }\n',
});
afterAll(() => shell.remove());

describe('mqsc campaign', () => {
  test('exits 1 where a failure loses messages, and says what to change, and where', async () => {
    const { code, out } = await shell.run('campaign loses.mqsim.yaml --workers 1');
    expect(code).toBe(1);
    expect(out).toContain('✗  QM2 crashes, repaired after 30 s');
    expect(out).toContain('loses.mqsim.yaml:8:19  DEFPSIST of QLOCAL(Q3) on QM2: NO → YES');
  });

  test('exits 0 where none does, although some leave work for a person', async () => {
    const { code, out } = await shell.run('campaign keeps.mqsim.yaml --workers 1');
    expect(code).toBe(0);
    expect(out).toContain('! dead-lettered, up to 1: Q3 on QM2 is closed for puts');
  });

  test('the outage can be shorter than the time that a channel tries to deliver a message', async () => {
    const { out } = await shell.run('campaign keeps.mqsim.yaml --workers 1 --outage 5');
    expect(out).not.toContain('! dead-lettered, up to 1: Q3 on QM2 is closed for puts, repaired after');
  });

  test('saves scenarios that mqsc simulate runs, and that fail as long as nothing is changed', async () => {
    const { out } = await shell.run('campaign loses.mqsim.yaml --workers 1 --save found');
    const files = readdirSync(path.join(shell.directory, 'found'));
    expect(files).toContain('lost-qm1-crashes.mqsim.yaml');
    expect(out).toContain('mqsc simulate found/lost-qm1-crashes.mqsim.yaml');
    for (const file of files) {
      const run = await shell.run(`simulate found/${file}`);
      expect([file, run.err, run.code]).toEqual([file, '', 1]);
    }
  });

  test('saves one scenario for each failure that does harm, also where the same change would help', async () => {
    await shell.run('campaign loses.mqsim.yaml --workers 1 --save each');
    const files = readdirSync(path.join(shell.directory, 'each'));
    expect(files).toEqual(
      expect.arrayContaining([
        'lost-qm2-crashes.mqsim.yaml',
        'lost-link-qm1-qm2-breaks.mqsim.yaml',
        'lost-qm1-stops-channel-cl.qm2-by-force.mqsim.yaml',
      ]),
    );
  });

  test('shards that are merged are the campaign, byte for byte, whatever the number of workers', async () => {
    const whole = await shell.run('campaign loses.mqsim.yaml --workers 1 --format json');
    for (const part of [1, 2]) {
      const { out } = await shell.run(`campaign loses.mqsim.yaml --workers 1 --shard ${part}/2 --format json`);
      writeFileSync(path.join(shell.directory, `part${part}.json`), out);
    }
    const merged = await shell.run('campaign merge part2.json part1.json --format json');
    expect(merged.out).toBe(whole.out);
    expect([whole.code, merged.code]).toEqual([1, 1]);
    const threaded = await shell.run('campaign loses.mqsim.yaml --workers 2 --format json');
    expect(threaded.out).toBe(whole.out);
    const missing = await shell.run('campaign merge part1.json');
    expect(missing.err).toMatch(/^\d+ of \d+ units of work are missing/);
    const twice = await shell.run('campaign merge part1.json part1.json part2.json');
    expect([twice.code, twice.err]).toEqual([2, 'mqsc campaign: a part is there twice\n']);
    // As much work as there is in all, but half of it twice.
    const instead = await shell.run('campaign merge part1.json part1.json');
    expect([instead.code, instead.err]).toEqual([2, 'mqsc campaign: a part is there twice\n']);
  });

  test('as JSON: rows, the smallest scenarios, and the rules', async () => {
    const { out } = await shell.run('campaign keeps.mqsim.yaml --workers 1 --format json');
    const report = JSON.parse(out);
    expect(report).toMatchObject({ version: 1, scenario: 'one order & <no> more', seeds: 1, failures: 1 });
    expect(report.done).toBe(report.units);
    expect(report.rules).toEqual([]);
    const row = report.rows.find((each: { title: string }) => each.title === 'Q3 on QM2 is closed for puts');
    expect(row.cells[0]).toMatchObject({ harm: 'dead-lettered', severity: 'warning', most: 1 });
    expect(row.cells[0].shown.scenario).toContain('expect:\n  - totals.deadLettered == 0');
  });

  test('as Markdown', async () => {
    const { out } = await shell.run('campaign loses.mqsim.yaml --workers 1 --format markdown');
    expect(out).toMatch(/^# Failure campaign: one order/);
    expect(out).toContain('| ❌ | QM2 crashes, repaired after 30 s | 1 |');
    expect(out).toContain('- Let the messages be persistent by default');
  });

  test('as JUnit XML, well formed whatever names are in it', async () => {
    const { out } = await shell.run('campaign loses.mqsim.yaml --workers 1 --format junit');
    expect(tagsLeftOpen(out)).toEqual([]);
    expect(out).toContain('name="one order &amp; &lt;no&gt; more"');
    const [, tests, failures] = /<testsuite .*tests="(\d+)" failures="(\d+)"/.exec(out) ?? [];
    expect(Number(tests)).toBe(out.match(/<testcase /g)?.length);
    expect(Number(failures)).toBe(out.split('</testcase>').filter((part) => part.includes('<failure ')).length);
    expect(Number(failures)).toBeGreaterThan(0);
    // What is never repaired shows the same scenario as what is.
    const lasting = out.split('</testcase>').find((part) => part.includes('name="QM2 crashes, for good"'));
    expect(lasting).toContain('Let the messages be persistent');
    expect(lasting).toContain('do: fail-queue-manager');
  });

  test('lets the rules know what the scenario declares that its applications rely on', async () => {
    const { out } = await shell.run('campaign sequence.mqsim.yaml --workers 1');
    expect(out).toContain('ordered-queue-has-clones: foretold, and it happens');
  });

  test('runs on the estate around it', async () => {
    const { code, out } = await shell.run('campaign estate/local.mqsim.yaml --workers 1');
    expect(out).toContain('estate/QM1.mqsc:3:');
    expect(out).toContain('Failure campaign: local');
    expect(out).toContain('clone-persistence-differs: foretold, and it happens');
    expect(code).toBe(1);
  });

  test('called off, it tells what is known by then', async () => {
    const shown: string[] = [];
    let out = '';
    const code = await runCli(['campaign', 'keeps.mqsim.yaml', '--workers', '1'], {
      out: (text) => {
        out += text;
      },
      err: () => {},
      readStandardInput: () => '',
      directory: shell.directory,
      hasColours: false,
      progress: (text) => shown.push(text),
      onCancel: (cancel) => {
        setImmediate(cancel);
        return () => {};
      },
    });
    expect(code).toBe(130);
    expect(out).toMatch(/; \d+ of \d+ units of work are done/);
    expect(shown.at(-1)).toBe('');
  });

  test.each([
    ['campaign', 'needs a scenario file'],
    ['campaign keeps.mqsim.yaml --failures 3', '--failures takes one of 1, 2'],
    ['campaign keeps.mqsim.yaml --shard 3/2', '--shard takes a part'],
    ['campaign keeps.mqsim.yaml --workers 0', '--workers takes a number from 1 on'],
    ['campaign keeps.mqsim.yaml --seeds 0', '--seeds takes a number from 1 on'],
    ['campaign merge', 'merge needs the JSON'],
    ['campaign merge other.json', 'other.json is not the JSON of a campaign'],
    ['campaign merge nothing.json', 'nothing.json cannot be read'],
    ['campaign broken.mqsim.yaml', 'error `dancer`'],
  ])('misuse exits 2: %s', async (line, message) => {
    const { code, err } = await shell.run(line);
    expect(err).toContain(message);
    expect(code).toBe(2);
  });
});

/** Tags that are opened and not closed in their order, or characters that may not stand as they are. */
function tagsLeftOpen(xml: string): readonly string[] {
  const open: string[] = [];
  const rest = xml
    .replace(/^<\?xml [^>]*\?>/, '')
    .replace(/<(\/?)([a-z-]+)((?: [a-z]+="[^"<]*")*)(\/?)>/g, (...match) => {
      const [, closing = '', name = '', , alone = ''] = match;
      if (closing === '/') {
        if (open.pop() !== name) open.push(`</${name}>`);
      } else if (alone === '') open.push(name);
      return '';
    });
  return /[<>]|&(?!amp;|lt;|gt;|quot;|#10;)/.test(rest) ? [...open, rest] : open;
}
