import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeShell, type Shell } from '../support/shell.ts';

const old = 'DEFINE QLOCAL(A) DEFBND(OPEN)\n';
let shell: Shell;
beforeEach(() => {
  shell = makeShell({ 'QM1.mqsc': `${old}DEFINE QLOCAL(B) MAXDPTH(1) MAXDPTH(1)\n`, 'QM2.mqsc': old });
});
afterEach(() => shell.remove());

const write = (file: string, text: string) => writeFileSync(path.join(shell.directory, file), text);
const adopt = () => shell.run('check --baseline old.json --write-baseline');

test('an old estate passes once its findings are taken into a baseline', async () => {
  const before = await shell.run('check');
  expect(before.code).toBe(1);
  const adopted = await adopt();
  expect(adopted).toMatchObject({ code: 0, out: '' });
  expect(adopted.err).toMatch(/^old\.json holds \d+ findings now$/m);
  const after = await shell.run('check --baseline old.json');
  expect(after.code).toBe(0);
  expect(after.out).toMatch(/^no findings/);
  expect(after.err).toMatch(/^\d+ findings of old\.json not shown\n$/);
});

test('what is new is reported, wherever the old findings have moved to', async () => {
  await adopt();
  write('QM1.mqsc', `* moved\n\n${old}DEFINE QLOCAL(B) MAXDPTH(1) MAXDPTH(1)\nDEFINE QLOCAL(NEW) DEFBND(OPEN)\n`);
  const { code, out } = await shell.run('check --baseline old.json --format json');
  expect(code).toBe(1);
  expect(JSON.parse(out).findings).toMatchObject([{ code: 'unknown-attribute', file: 'QM1.mqsc', line: 5 }]);
  expect(JSON.parse(out).summary.errors).toBe(1);
});

test('one more that looks like an old one counts', async () => {
  await adopt();
  write('QM2.mqsc', `${old}${old}`);
  const { findings } = JSON.parse((await shell.run('check --baseline old.json --format json')).out);
  expect(findings).toContainEqual(expect.objectContaining({ code: 'unknown-attribute', line: 2 }));
  expect(findings).not.toContainEqual(expect.objectContaining({ code: 'unknown-attribute', line: 1 }));
});

test('says which are gone, but nothing of files that were not looked at', async () => {
  await adopt();
  write('QM2.mqsc', 'DEFINE QLOCAL(A) DEFBIND(OPEN)\n');
  const { code, err } = await shell.run('check --baseline old.json');
  expect(code).toBe(0);
  expect(err).toMatch(/^1 finding of old\.json gone; .*\n {2}QM2\.mqsc unknown-attribute DEFINE QLOCAL\(A\)\n$/m);
  expect((await shell.run('check QM1.mqsc --baseline old.json')).err).not.toContain('gone');
  rmSync(path.join(shell.directory, 'QM2.mqsc'));
  expect((await shell.run('check QM1.mqsc --baseline old.json')).err).toContain('gone');
});

test('--fix leaves alone what the baseline holds', async () => {
  await adopt();
  write('QM2.mqsc', `${old}DEFINE QLOCAL(NEW) DEFBND(OPEN)\n`);
  await shell.run('check --baseline old.json --fix');
  expect(shell.read('QM2.mqsc')).toBe(`${old}DEFINE QLOCAL(NEW) DEFBIND(OPEN)\n`);
});

test('--max-warnings counts what the baseline does not hold', async () => {
  write('QM1.mqsc', '  * indented\nDEFINE QLOCAL(A)\n');
  write('QM2.mqsc', 'DEFINE QLOCAL(A)\n');
  expect((await shell.run('check --max-warnings 0')).code).toBe(1);
  expect((await shell.run('check --max-warnings 1')).code).toBe(0);
  await adopt();
  expect((await shell.run('check --baseline old.json --max-warnings 0')).code).toBe(0);
  write('QM1.mqsc', '  * indented\n  * and again\nDEFINE QLOCAL(A)\n');
  expect((await shell.run('check --baseline old.json --max-warnings 0')).code).toBe(1);
  expect((await shell.run('check --baseline old.json --max-warnings 1')).code).toBe(0);
});

test('--fix with --write-baseline mends first and takes in what is left', async () => {
  write('QM1.mqsc', 'DEFINE QLOCAL(A) DEFBND(OPEN)\nDEFINE QLOCAL(B) MAXDEPTH(1) MAXDEPTH(2)\n');
  write('QM2.mqsc', 'DEFINE QLOCAL(A)\n');
  await shell.run('check --fix --baseline old.json --write-baseline');
  expect(shell.read('QM1.mqsc')).toBe('DEFINE QLOCAL(A) DEFBIND(OPEN)\nDEFINE QLOCAL(B) MAXDEPTH(1) MAXDEPTH(2)\n');
  const { findings } = JSON.parse(shell.read('old.json'));
  expect(findings.map(({ rule, count }: { rule: string; count: number }) => `${rule} ${count}`)).toEqual([
    'duplicate-attribute 1',
  ]);
  expect((await shell.run('check --baseline old.json')).code).toBe(0);
});

test.each(['sarif', 'github', 'json'])('as %s too, only what is new', async (format) => {
  await adopt();
  write('QM2.mqsc', `${old}DEFINE QLOCAL(NEW) DEFBND(OPEN)\n`);
  const { out } = await shell.run(`check --baseline old.json --format ${format}`);
  expect(out).toContain('DEFBND');
  expect(out).not.toContain('MAXDPTH');
  expect(out).not.toContain('QM1.mqsc');
});

test('the file is written the same way each time, a finding a line', async () => {
  await adopt();
  const text = shell.read('old.json');
  await adopt();
  expect(shell.read('old.json')).toBe(text);
  const { findings } = JSON.parse(text);
  expect(text.trim().split('\n')).toHaveLength(findings.length + 2);
  expect(findings).toContainEqual({
    rule: 'unknown-attribute',
    file: 'QM1.mqsc',
    queueManager: '',
    command: 'DEFINE QLOCAL(B)',
    text: 'MAXDPTH',
    count: 2,
  });
});

test.each([
  ['check --baseline missing.json', undefined, /no such baseline: missing\.json; --write-baseline/],
  ['check --baseline b.json', 'not JSON', /b\.json is no JSON/],
  ['check --baseline b.json', '[]', /b\.json is no baseline/],
  ['check --baseline b.json', '{"version": 2, "findings": []}', /version 2/],
  ['check --baseline b.json', '{"version": 1, "findings": [{"rule": "x"}]}', /lacks/],
  ['check --write-baseline', undefined, /needs --baseline FILE/],
])('misuse: %s with %s', async (line, text, expected) => {
  if (text !== undefined) write('b.json', text);
  const { code, err } = await shell.run(line);
  expect(code).toBe(2);
  expect(err).toMatch(expected);
});
