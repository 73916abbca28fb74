import { afterEach, expect, test } from 'vitest';
import type { Hover } from 'vscode-languageserver';
import type { Requests } from '#protocol/messages.ts';
import { type Editor, startReadEditor } from './editor.ts';

const files = {
  'a/mqsc.yaml': 'version: 1\nqueueManagers:\n  QM1: { files: [QM1.mqsc] }\n',
  'a/QM1.mqsc': 'DEFINE QLOCAL(IN.A)\n  ALTER QLOCAL(IN.A) PUT(DISABLED)\n',
  'b/mqsc.yaml': 'version: 1\nqueueManagers:\n  QM1: { files: [QM1.mqsc] }\n  QM2: { files: [] }\n',
  'b/QM1.mqsc': 'DEFINE QLOCAL(IN.B)\n',
};

let editor: Editor | undefined;
afterEach(async () => {
  await editor?.quit();
  editor = undefined;
});

async function start(): Promise<Editor> {
  editor = await startReadEditor(files, {
    initializationOptions: { playForward: true },
  });
  return editor;
}

type Effective = Requests['mqsc/effective']['result'];

test('effective definitions: those of the estate that the file is in, with their places', async () => {
  const one = await start();
  const asked = (file: string) => ({ queueManager: 'QM1', near: one.uri(file) });
  const first = await one.request<Effective>('mqsc/effective', asked('a/QM1.mqsc'));
  expect(first?.text).toContain('DEFINE QLOCAL(IN.A) PUT(DISABLED)');
  expect(first?.origins.at(-1)).toMatchObject({ uri: one.uri('a/QM1.mqsc'), at: { line: 1, character: 21 } });
  expect((await one.request<Effective>('mqsc/effective', asked('b/QM1.mqsc')))?.text).toContain('QLOCAL(IN.B)');
  expect(await one.request<Effective>('mqsc/effective', { queueManager: 'NONE', near: null })).toBeNull();
});

test('the queue managers to choose from', async () => {
  const one = await start();
  expect(await one.request('mqsc/queueManagers', { near: one.uri('a/QM1.mqsc') })).toEqual({ queueManagers: ['QM1'] });
  expect(await one.request('mqsc/queueManagers', { near: null })).toEqual({ queueManagers: ['QM1', 'QM2'] });
});

test('a hover on an object leads to the definitions of its queue manager', async () => {
  const one = await start();
  one.open('a/QM1.mqsc', files['a/QM1.mqsc']);
  const at = (character: number) =>
    one.request<Hover>('textDocument/hover', {
      textDocument: { uri: one.uri('a/QM1.mqsc') },
      position: { line: 1, character },
    });
  const link = 'command:mqsc.showEffectiveDefinitions?';
  expect(JSON.stringify((await at(16)).contents)).toContain(link);
  expect(JSON.stringify((await at(22)).contents)).not.toContain(link);
});
