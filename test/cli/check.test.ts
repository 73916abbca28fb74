import { afterAll, describe, expect, test } from 'vitest';
import { makeShell } from '../support/shell.ts';

const clones = makeShell({
  'QM1.mqsc': 'DEFINE QLOCAL(ORDERS) CLUSTER(SALES) DEFBIND(OPEN)\n',
  'QM2.mqsc': 'DEFINE QLOCAL(ORDERS) CLUSTER(SALES) DEFBIND(NOTFIXED)\n',
  'mqsc.yaml': 'version: 1\nrules:\n  queue-in-unjoined-cluster: off\n',
});
const clean = makeShell({ 'QM1.mqsc': 'DEFINE QLOCAL(ORDERS)\nALTER QMGR DEADQ(ORDERS)\n' });
afterAll(() => {
  clones.remove();
  clean.remove();
});

describe('mqsc check', () => {
  test('prints place, severity, rule, message, the line and a summary, and exits 1 on errors', async () => {
    const { code, out } = await clones.run('check');
    expect(code).toBe(1);
    expect(out).toMatch(/^QM1\.mqsc:1:\d+ error clone-defbind-differs$/m);
    expect(out).toContain('DEFINE QLOCAL(ORDERS) CLUSTER(SALES) DEFBIND(OPEN)');
    expect(out).toMatch(/\^{13}/);
    expect(out).toMatch(/2 errors.* 2 commands in 2 files of 2 queue managers/s);
  });

  test('exits 0 and says so when there is nothing', async () => {
    const { code, out } = await clean.run('check');
    expect({ code, out }).toEqual({ code: 0, out: 'no findings — 2 commands in 1 file of 1 queue manager\n' });
  });

  test.runIf(process.platform === 'linux')('says which file cannot be read, and exits 2', async () => {
    const { code, err } = await clean.run('check /proc/self/mem');
    expect(code).toBe(2);
    expect(err).toContain('/proc/self/mem is left out, it cannot be read (');
  });

  test('as JSON: lines and columns from 1, related places, titles of fixes, a summary', async () => {
    const { out } = await clones.run('check --format json');
    const { findings, summary } = JSON.parse(out);
    expect(findings[0]).toMatchObject({
      code: 'clone-defbind-differs',
      severity: 'error',
      file: 'QM1.mqsc',
      line: 1,
      column: 38,
      endLine: 1,
      endColumn: 51,
      queueManager: 'QM1',
    });
    expect(findings[0].related[0]).toMatchObject({ file: 'QM2.mqsc', line: 1 });
    expect(findings[0].fixes.length).toBeGreaterThan(0);
    expect(summary).toMatchObject({ files: 2, commands: 2, queueManagers: 2, errors: 2 });
  });

  test('as SARIF 2.1.0: every result names a rule of the driver and a region', async () => {
    const { out } = await clones.run('check --format sarif');
    const log = JSON.parse(out);
    expect(log.version).toBe('2.1.0');
    const [run] = log.runs;
    for (const result of run.results) {
      expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
      expect(result.locations[0].physicalLocation.region.startLine).toBeGreaterThan(0);
    }
    expect(run.results[0].relatedLocations[0].physicalLocation.artifactLocation.uri).toBe('QM2.mqsc');
  });

  test('as annotations of GitHub Actions', async () => {
    const { out } = await clones.run('check --format github');
    expect(out).toMatch(/^::error file=QM1\.mqsc,line=1,endLine=1,col=38,endColumn=51,title=clone-defbind-differs::/m);
  });

  test('as annotations: what would end a property or the line is escaped', async () => {
    const odd = makeShell({ 'a,b: 100%/QM1.mqsc': "DEFINE QLOCAL('50%') DEFBND(OPEN)\n" });
    const { out } = await odd.run('check --format github');
    expect(out).toMatch(
      /^::error file=a%2Cb%3A 100%25\/QM1\.mqsc,line=1,endLine=1,col=\d+,endColumn=\d+,title=unknown-attribute::/m,
    );
    expect(out.trim().split('\n')).toHaveLength(1);
    odd.remove();
  });

  test('reads standard input', async () => {
    const { code, out } = await clean.run('check -', 'DEFINE QLOCAL(A) DEFBND(OPEN)\n');
    expect(code).toBe(1);
    expect(out).toMatch(/<stdin>:1:18 error unknown-attribute/);
  });

  test('counts warnings against --max-warnings', async () => {
    const noisy = makeShell({ 'QM1.mqsc': '  * indented\nDEFINE QLOCAL(A)\n' });
    expect((await noisy.run('check')).code).toBe(0);
    expect((await noisy.run('check --max-warnings 0')).code).toBe(1);
    noisy.remove();
  });

  test('--fix applies what is certain and writes the file', async () => {
    const broken = makeShell({ 'QM1.mqsc': 'DEFINE QLOCAL(A) DEFBND(OPEN)\n' });
    const { code, err } = await broken.run('check --fix');
    expect(err).toContain('fixed QM1.mqsc');
    expect(broken.read('QM1.mqsc')).toBe('DEFINE QLOCAL(A) DEFBIND(OPEN)\n');
    expect(code).toBe(0);
    broken.remove();
  });

  test('below a folder it still sees the estate file above', async () => {
    const nested = makeShell({
      'mqsc.yaml': 'version: 1\nqueueManagers:\n  QMX: { files: ["a/*.mqsc"] }\n',
      'a/one.mqsc': 'DEFINE QLOCAL(A)\n',
    });
    expect(JSON.parse((await nested.run('model a --format json')).out).queueManagers).toHaveProperty('QMX');
    nested.remove();
  });
});

test('folders with a leading dot are left out unless they are named', async () => {
  const shell = makeShell({ 'QM1.mqsc': 'DEFINE QLOCAL(A)\n', '.old/QM2.mqsc': 'DEFINE QLOCAL(A) DEFBND(OPEN)\n' });
  expect((await shell.run('check')).code).toBe(0);
  expect((await shell.run('check .old')).code).toBe(1);
  shell.remove();
});

describe('misuse exits 2 and says what would be right', () => {
  test.each([
    ['check --format xml', /--format takes one of text, json, sarif, github, not 'xml'/],
    ['check --max-warnings many', /--max-warnings takes a whole number/],
    ['check nowhere', /no such file or folder: nowhere/],
    ['check --bogus', /bogus/],
    ['explain --from QM1', /needs --from QM and --queue Q/],
    ['simulate', /needs a scenario file/],
    ['lsp', /--stdio/],
    ['dance', /no such command: dance/],
  ])('%s', async (line, expected) => {
    const { code, err } = await clean.run(line);
    expect(code).toBe(2);
    expect(err).toMatch(expected);
  });
});

test('every command has help', async () => {
  for (const name of ['check', 'model', 'explain', 'simulate', 'lsp']) {
    const { code, out } = await clean.run(`${name} --help`);
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^mqsc ${name}`));
  }
});
