import { afterEach, expect, test } from 'vitest';
import { makeShell, type Shell } from '../support/shell.ts';

let shell: Shell | undefined;
afterEach(() => shell?.remove());

const plain = 'define  qlocal(A)\n';
const neat = 'DEFINE QLOCAL(A)\n';
const start = (files: Readonly<Record<string, string>>): Shell => {
  shell = makeShell(files);
  return shell;
};

test('prints a file laid out anew, and leaves it as it is', async () => {
  const { run, read } = start({ 'QM1.mqsc': plain });
  expect(await run('format QM1.mqsc')).toEqual({ code: 0, out: neat, err: '' });
  expect(read('QM1.mqsc')).toBe(plain);
});

test('reads standard input', async () => {
  const { run } = start({});
  expect((await run('format -', plain)).out).toBe(neat);
});

test('--check names the files that would change, and exits 1 for them', async () => {
  const { run, read } = start({ 'QM1.mqsc': plain, 'sub/QM2.mqsc': plain, 'QM3.mqsc': neat });
  expect(await run('format --check')).toEqual({ code: 1, out: 'QM1.mqsc\nsub/QM2.mqsc\n', err: '' });
  expect(await run('format --check QM3.mqsc')).toEqual({ code: 0, out: '', err: '' });
  expect(read('QM1.mqsc')).toBe(plain);
});

test('--write writes what changes, MQSC in YAML too, and names it', async () => {
  const { run, read } = start({
    'QM1.mqsc': plain,
    'QM3.mqsc': neat,
    'map.yaml': `a.mqsc: |\n  ${plain}`,
    'values.yaml': 'text: |\n  define  it\n',
  });
  expect(await run('format --write')).toEqual({ code: 0, out: 'QM1.mqsc\nmap.yaml\n', err: '' });
  expect(read('QM1.mqsc')).toBe(neat);
  expect(read('map.yaml')).toBe(`a.mqsc: |\n  ${neat}`);
  expect(await run('format --check')).toEqual({ code: 0, out: '', err: '' });
});

test('--check --write does both', async () => {
  const { run, read } = start({ 'QM1.mqsc': plain });
  expect((await run('format --check --write')).code).toBe(1);
  expect(read('QM1.mqsc')).toBe(neat);
  expect((await run('format --check --write')).code).toBe(0);
});

test('leaves out what the estate file ignores', async () => {
  const { run } = start({ 'mqsc.yaml': 'version: 1\nignore: ["legacy/**"]\n', 'legacy/QM1.mqsc': plain });
  expect(await run('format --check')).toEqual({ code: 0, out: '', err: '' });
});

test('takes every option', async () => {
  const { run } = start({});
  const mqsc = 'ALTER QLOCAL(A) PUT(DISABLED) BOQNAME(BACKOUT) DESCR(X)\n';
  const line = 'format - --case lower --width 30 --layout filled --continuation - --order catalogue --indent 1';
  expect((await run(line, mqsc)).out).toBe('alter qlocal(A) descr(X) -\n put(disabled) -\n boqname(BACKOUT)\n');
});

test('refuses what makes no sense', async () => {
  const { run } = start({});
  expect((await run('format - --width 0')).code).toBe(2);
  expect((await run('format - --layout pretty')).code).toBe(2);
});
