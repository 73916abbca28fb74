import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CodeAction,
  DocumentHighlight,
  Location,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { type Editor, startEditor } from './editor.ts';

const files = {
  'mqsc.yaml':
    'version: 1\nqueueManagers:\n  QM1: { files: [QM1.mqsc] }\n  QM2: { files: [QM2.mqsc] }\nconsumers:\n  - { application: APP, queueManager: QM2, queue: ORDERS }\n',
  'QM1.mqsc':
    "DEFINE CHANNEL(SALES.QM1) CHLTYPE(CLUSRCVR) CONNAME('a') CLUSTER(SALES)\nALTER QMGR REPOS(SALES)\nDEFINE QALIAS(IN) TARGET(ORDERS)\nDEFINE QLOCAL(X) FOO(1)\n",
  'QM2.mqsc':
    "DEFINE CHANNEL(SALES.QM2) CHLTYPE(CLUSRCVR) CONNAME('b') CLUSTER(SALES)\nDEFINE QLOCAL(ORDERS) CLUSTER(SALES)\n",
};

let editor: Editor;
beforeEach(async () => {
  editor = await startEditor(files);
  editor.open('QM2.mqsc', files['QM2.mqsc']);
  await editor.diagnostics('QM1.mqsc', (codes) => codes.includes('unknown-attribute'));
});
afterEach(async () => {
  await editor.quit();
});

const at = (file: string, line: number, character: number) => ({
  textDocument: { uri: editor.uri(file) },
  position: { line, character },
});
const onOrders = () => at('QM2.mqsc', 1, 16);

describe('rename', () => {
  test('shows the name, and changes every file that means it', async () => {
    expect(await editor.request('textDocument/prepareRename', onOrders())).toEqual({
      range: { start: { line: 1, character: 14 }, end: { line: 1, character: 20 } },
      placeholder: 'ORDERS',
    });
    const edit = await editor.request<WorkspaceEdit>('textDocument/rename', { ...onOrders(), newName: 'NEW' });
    const changed = Object.entries(edit.changes ?? {}).map(([uri, edits]) => [
      uri,
      edits.map(({ range, newText }) => [range.start.line, range.start.character, newText]),
    ]);
    expect(Object.fromEntries(changed)).toEqual({
      [editor.uri('mqsc.yaml')]: [[5, 50, 'NEW']],
      [editor.uri('QM1.mqsc')]: [[2, 25, 'NEW']],
      [editor.uri('QM2.mqsc')]: [[1, 14, 'NEW']],
    });
  });

  test('says why not', async () => {
    const failed = editor.request('textDocument/rename', { ...onOrders(), newName: 'NOT-A-NAME' });
    await expect(failed).rejects.toThrow(/cannot stand in the name of a queue/);
    await expect(editor.request('textDocument/prepareRename', at('QM2.mqsc', 0, 2))).rejects.toThrow(/no name/);
  });

  test('starts in mqsc.yaml too', async () => {
    const edit = await editor.request<WorkspaceEdit>('textDocument/rename', {
      ...at('mqsc.yaml', 5, 52),
      newName: 'N',
    });
    expect(Object.keys(edit.changes ?? {})).toHaveLength(3);
  });
});

test('one instance of several is renamed alone, asked for from the light bulb', async () => {
  const two = await startEditor(
    { ...files, 'QM1.mqsc': `${files['QM1.mqsc']}DEFINE QLOCAL(ORDERS) CLUSTER(SALES)\n` },
    {
      initializationOptions: { playForward: true },
    },
  );
  two.open('QM2.mqsc', files['QM2.mqsc']);
  await two.diagnostics('QM1.mqsc', (codes) => codes.includes('unknown-attribute'));
  const position = { line: 1, character: 16 };
  const actions = await two.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: two.uri('QM2.mqsc') },
    range: { start: position, end: position },
    context: { diagnostics: [] },
  });
  const action = actions.find(({ command }) => command?.command === 'mqsc.renameInstance');
  expect(action?.title).toBe('Rename ORDERS only on QM2…');
  const asked = action?.command?.arguments?.[0];
  const reply = await two.request<{ edits: { uri: string }[] }>('mqsc/renameInstance', { ...asked, newName: 'NEW' });
  expect(reply.edits.map(({ uri }) => uri)).toEqual([two.uri('QM2.mqsc'), two.uri('mqsc.yaml')]);
  expect(await two.request('mqsc/renameInstance', { ...asked, newName: 'A B' })).toMatchObject({
    refused: expect.stringContaining('A blank'),
  });
  await two.quit();
});

test('references with and without the definition', async () => {
  const lines = async (includeDeclaration: boolean) => {
    const params = { ...onOrders(), context: { includeDeclaration } };
    const found = await editor.request<Location[]>('textDocument/references', params);
    return found.map(({ uri, range }) => `${uri.slice(uri.lastIndexOf('/') + 1)}:${range.start.line}`);
  };
  expect(await lines(true)).toEqual(['QM1.mqsc:2', 'QM2.mqsc:1', 'mqsc.yaml:5']);
  expect(await lines(false)).toEqual(['QM1.mqsc:2', 'mqsc.yaml:5']);
});

test('highlights in one file', async () => {
  const found = await editor.request<DocumentHighlight[]>('textDocument/documentHighlight', onOrders());
  expect(found).toEqual([{ range: expect.objectContaining({ start: { line: 1, character: 14 } }), kind: 3 }]);
});

test('the call hierarchy follows messages', async () => {
  const [alias] = await editor.request<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', at('QM1.mqsc', 2, 15));
  expect(alias).toMatchObject({ name: 'IN', detail: 'QALIAS on QM1' });
  const [next] = await editor.request<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', { item: alias });
  expect(next).toMatchObject({
    to: { name: 'ORDERS', uri: editor.uri('QM2.mqsc') },
    fromRanges: [{ start: { line: 2, character: 25 } }],
  });
  const putters = await editor.request<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', { item: next?.to });
  expect(putters.map(({ from }) => from.name)).toEqual(['IN', 'QM1']);
});
