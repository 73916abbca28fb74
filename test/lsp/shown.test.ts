import { afterEach, expect, test } from 'vitest';
import type {
  CodeLens,
  DocumentLink,
  InlayHint,
  SelectionRange,
  SemanticTokens,
  SemanticTokensDelta,
  WorkspaceSymbol,
} from 'vscode-languageserver';
import { type Editor, type EditorOptions, startEditor } from './editor.ts';

const files = {
  'QM1.mqsc':
    "DEFINE CHANNEL(SALES.QM1) CHLTYPE(CLUSRCVR) CONNAME('a') CLUSTER(SALES)\n* @ignore-file no-full-repository: a part only\nDEFINE QLOCAL(ORDERS) CLUSTER(SALES) DEFBIND(OPEN)\n",
  'QM2.mqsc': 'DEFINE QLOCAL(ORDERS) CLUSTER(SALES) DEFBIND(NOTFIXED)\n',
};

let editor: Editor | undefined;
afterEach(async () => {
  await editor?.quit();
  editor = undefined;
});

async function start(options?: EditorOptions): Promise<Editor> {
  editor = await startEditor(files, options);
  editor.open('QM1.mqsc', files['QM1.mqsc']);
  await editor.diagnostics('QM2.mqsc', (codes) => codes.includes('clone-defbind-differs'));
  return editor;
}

const inFirst = (one: Editor) => ({ textDocument: { uri: one.uri('QM1.mqsc') } });
const all = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };

test('lenses with the commands of the panel', async () => {
  const one = await start({ initializationOptions: { playForward: true } });
  const lenses = await one.request<CodeLens[]>('textDocument/codeLens', inFirst(one));
  expect(lenses.map(({ command, range }) => [range.start.line, command?.title, command?.command])).toEqual([
    [2, '2 instances in SALES, 2 differ', 'mqsc.showPlaces'],
    [2, 'compare', 'mqsc.compareClones'],
    [2, 'simulate', 'mqsc.simulateCluster'],
    [2, 'explain', 'mqsc.explainRoute'],
  ]);
  expect(lenses[0]?.command?.arguments?.[2]).toContainEqual({
    uri: one.uri('QM2.mqsc'),
    range: { start: { line: 0, character: 14 }, end: { line: 0, character: 20 } },
  });
});

test('a client without the panel is told the same in words', async () => {
  const one = await start();
  const lenses = await one.request<CodeLens[]>('textDocument/codeLens', inFirst(one));
  expect(lenses.map(({ command }) => command)).toEqual([{ title: '2 instances in SALES, 2 differ', command: '' }]);
});

test('hints; each switched off by its setting', async () => {
  const one = await start();
  const hints = await one.request<InlayHint[]>('textDocument/inlayHint', { ...inFirst(one), range: all });
  expect(hints.map(({ label, position }) => [position.line, position.character, label])).toEqual([
    [0, 0, 'QM1'],
    [2, 50, 'DEFPSIST(NO)'],
  ]);
  expect(hints[1]?.textEdits).toEqual([
    { range: { start: hints[1]?.position, end: hints[1]?.position }, newText: ' DEFPSIST(NO)' },
  ]);
  await one.quit();
  const off = await start({
    capabilities: { workspace: { configuration: true } },
    settings: { codeLens: false, inlayHints: { queueManager: false, defaults: false } },
  });
  expect(await off.request('textDocument/inlayHint', { ...inFirst(off), range: all })).toEqual([]);
  expect(await off.request('textDocument/codeLens', inFirst(off))).toEqual([]);
});

test('symbols of files that are not open, growing selections, links to rules', async () => {
  const one = await start({ initializationOptions: { rulePages: 'file:///rules/' } });
  const symbols = await one.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'ord' });
  expect(symbols.map(({ name, location }) => [name, location.uri])).toEqual([
    ['ORDERS', one.uri('QM1.mqsc')],
    ['ORDERS', one.uri('QM2.mqsc')],
  ]);
  const [selection] = await one.request<SelectionRange[]>('textDocument/selectionRange', {
    ...inFirst(one),
    positions: [{ line: 2, character: 16 }],
  });
  expect(selection).toMatchObject({
    range: { start: { line: 2, character: 14 }, end: { line: 2, character: 20 } },
    parent: { range: { start: { line: 2, character: 7 }, end: { line: 2, character: 21 } } },
  });
  const links = await one.request<DocumentLink[]>('textDocument/documentLink', inFirst(one));
  expect(links.map(({ target }) => target)).toEqual(['file:///rules/no-full-repository.md']);
});

test('the editor is asked to look again when another file changed what a lens says', async () => {
  const one = await start({ capabilities: { workspace: { codeLens: { refreshSupport: true } } } });
  const asked = new Promise<void>((resolve) => one.connection.onRequest('workspace/codeLens/refresh', () => resolve()));
  one.open('QM2.mqsc', files['QM2.mqsc'].replace('NOTFIXED', 'OPEN'));
  await asked;
  const [lens] = await one.request<CodeLens[]>('textDocument/codeLens', inFirst(one));
  expect(lens?.command?.title).toBe('2 instances in SALES');
});

test('colours after an edit: only what changed, the same as all of them anew', async () => {
  const one = await start();
  const textDocument = { uri: one.uri('QM1.mqsc') };
  const before = await one.request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
  one.edit('QM1.mqsc', { line: 2, character: 21 }, 0, ' MAXDEPTH(7)');
  const delta = await one.request<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', {
    textDocument,
    previousResultId: before.resultId,
  });
  const data = [...before.data];
  for (const { start: at, deleteCount, data: added } of delta.edits.toReversed())
    data.splice(at, deleteCount, ...(added ?? []));
  const anew = await one.request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
  expect(data).toEqual(anew.data);
  expect(delta.edits.flatMap((edit) => edit.data ?? []).length).toBeLessThan(anew.data.length / 2);
});
