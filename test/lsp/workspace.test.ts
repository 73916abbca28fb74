import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import type { ClientCapabilities } from 'vscode-languageserver';
import { type Editor, type EditorOptions, startEditor } from './editor.ts';

const clone = (queueManager: string, bind: string) =>
  `DEFINE CHANNEL(SALES.${queueManager}) CHLTYPE(CLUSRCVR) CONNAME('${queueManager}') CLUSTER(SALES)\n` +
  `ALTER QMGR REPOS(SALES)\nDEFINE QLOCAL(ORDERS) CLUSTER(SALES) DEFBIND(${bind})\n`;
const differs = (codes: readonly unknown[]) => codes.includes('clone-defbind-differs');
const agrees = (codes: readonly unknown[]) => !differs(codes);

const created = 1;
const deleted = 3;

let editor: Editor | undefined;
afterEach(async () => {
  await editor?.quit();
  editor = undefined;
});

async function start(files: Readonly<Record<string, string>>, options?: EditorOptions): Promise<Editor> {
  editor = await startEditor(files, options);
  return editor;
}

const tell = ({ connection, uri }: Editor, changes: readonly (readonly [file: string, type: number])[]) =>
  connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: changes.map(([file, type]) => ({ uri: uri(file), type })),
  });

describe('outside of the editor', () => {
  test('a file is created and deleted', async () => {
    const window = await start({ 'QM1.mqsc': clone('QM1', 'OPEN') });
    window.write('new/QM2.mqsc', clone('QM2', 'NOTFIXED'));
    await tell(window, [['new/QM2.mqsc', created]]);
    await window.diagnostics('QM1.mqsc', differs);
    rmSync(fileURLToPath(window.uri('new/QM2.mqsc')));
    await tell(window, [['new/QM2.mqsc', deleted]]);
    await window.diagnostics('QM1.mqsc', agrees);
  });

  test('a file is renamed: its findings move', async () => {
    const window = await start({ 'QM1.mqsc': clone('QM1', 'OPEN'), 'QM2.mqsc': clone('QM2', 'NOTFIXED') });
    await window.diagnostics('QM2.mqsc', differs);
    renameSync(fileURLToPath(window.uri('QM2.mqsc')), fileURLToPath(window.uri('QM3.mqsc')));
    await tell(window, [
      ['QM2.mqsc', deleted],
      ['QM3.mqsc', created],
    ]);
    await window.diagnostics('QM3.mqsc', differs);
    await window.diagnostics('QM2.mqsc', (codes) => codes.length === 0);
  });

  test('a folder is deleted, of which editors tell without what was in it', async () => {
    const window = await start({ 'QM1.mqsc': clone('QM1', 'OPEN'), 'old/deep/QM2.mqsc': clone('QM2', 'NOTFIXED') });
    await window.diagnostics('QM1.mqsc', differs);
    rmSync(fileURLToPath(window.uri('old')), { recursive: true });
    await tell(window, [['old', deleted]]);
    await window.diagnostics('QM1.mqsc', agrees);
  });

  test('a folder is made, of which editors tell without what is in it', async () => {
    const window = await start({ 'QM1.mqsc': clone('QM1', 'OPEN') });
    window.write('new/deep/QM2.mqsc', clone('QM2', 'NOTFIXED'));
    window.write('node_modules/QM3.mqsc', clone('QM3', 'GROUP'));
    await tell(window, [
      ['new', created],
      ['node_modules', created],
    ]);
    await window.diagnostics('QM1.mqsc', differs);
    expect(JSON.stringify(await window.request('mqsc/names', null))).not.toContain('QM3');
  });

  test('what is open is what the editor holds, whatever happens to the file', async () => {
    const window = await start({ 'QM1.mqsc': clone('QM1', 'OPEN'), 'QM2.mqsc': clone('QM2', 'NOTFIXED') });
    window.open('QM2.mqsc', clone('QM2', 'NOTFIXED'));
    rmSync(fileURLToPath(window.uri('QM2.mqsc')));
    await tell(window, [['QM2.mqsc', deleted]]);
    await window.request('mqsc/names', null);
    await window.diagnostics('QM1.mqsc', differs);
    window.close('QM2.mqsc');
    await window.diagnostics('QM1.mqsc', agrees);
  });
});

test('several folders are one workspace; one that goes takes its findings along', async () => {
  const window = await start(
    { 'QM1.mqsc': clone('QM1', 'OPEN') },
    { capabilities: { workspace: { workspaceFolders: true } } },
  );
  const other = mkdtempSync(path.join(realpathSync(tmpdir()), 'mqsc other-'));
  mkdirSync(path.join(other, 'deep'));
  writeFileSync(path.join(other, 'deep', 'QM2.mqsc'), clone('QM2', 'NOTFIXED'));
  const folder = { uri: pathToFileURL(other).toString(), name: 'other' };
  const change = (event: { added: unknown[]; removed: unknown[] }) =>
    window.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
  await window.request('mqsc/names', null);
  await change({ added: [folder], removed: [] });
  await window.diagnostics('QM1.mqsc', differs);
  await change({ added: [], removed: [folder] });
  await window.diagnostics('QM1.mqsc', agrees);
  rmSync(other, { recursive: true });
});

describe('settings change without a restart', () => {
  const files = { 'QM1.mqsc': clone('QM1', 'OPEN'), 'QM2.mqsc': clone('QM2', 'NOTFIXED') };

  test('of a client that is asked for them', async () => {
    const options: { capabilities: ClientCapabilities; settings: unknown } = {
      capabilities: { workspace: { configuration: true } },
      settings: {},
    };
    const window = await start(files, options);
    await window.diagnostics('QM1.mqsc', differs);
    options.settings = { rules: { 'clone-defbind-differs': 'off' } };
    await window.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await window.diagnostics('QM1.mqsc', agrees);
  });

  test('of a client that sends them', async () => {
    const window = await start(files);
    await window.diagnostics('QM1.mqsc', differs);
    const settings = { mqsc: { rules: { 'clone-defbind-differs': 'off' } } };
    await window.connection.sendNotification('workspace/didChangeConfiguration', { settings });
    await window.diagnostics('QM1.mqsc', agrees);
  });
});

test('reading a large workspace shows how far it is, and ends', async () => {
  const many = Array.from({ length: 400 }, (_, i) => [`QM${i}.mqsc`, `DEFINE QLOCAL(Q${i})\n`]);
  const shown: { kind: string; percentage?: number; message?: string }[] = [];
  const window = await start(Object.fromEntries(many), {
    capabilities: { window: { workDoneProgress: true } },
    prepare(connection) {
      connection.onRequest('window/workDoneProgress/create', () => null);
      connection.onNotification('$/progress', ({ value }) => void shown.push(value));
    },
  });
  await expect.poll(() => shown.at(-1)?.kind, { timeout: 10_000 }).toBe('end');
  expect(shown[0]).toMatchObject({ kind: 'begin', percentage: 0 });
  const reports = shown.flatMap(({ kind, percentage }) => (kind === 'report' ? [percentage] : []));
  expect(reports).toEqual([...reports].sort((a, b) => (a ?? 0) - (b ?? 0)));
  const names = await window.request<{ queueManagers: string[] }>('mqsc/names', null);
  expect(names.queueManagers).toHaveLength(400);
});
