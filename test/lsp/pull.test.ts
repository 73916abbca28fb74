import { afterEach, describe, expect, test } from 'vitest';
import {
  CancellationTokenSource,
  type ClientCapabilities,
  type DocumentDiagnosticReport,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver';
import { type Editor, type EditorOptions, startEditor } from './editor.ts';

const pulls: ClientCapabilities = {
  textDocument: { diagnostic: {} },
  workspace: { diagnostics: { refreshSupport: true } },
};
const clone = (queueManager: string, bind: string) =>
  `DEFINE CHANNEL(SALES.${queueManager}) CHLTYPE(CLUSRCVR) CONNAME('${queueManager}') CLUSTER(SALES)\n` +
  `ALTER QMGR REPOS(SALES)\nDEFINE QLOCAL(ORDERS) CLUSTER(SALES) DEFBIND(${bind})\n`;
const clones = { 'QM1.mqsc': clone('QM1', 'OPEN'), 'QM2.mqsc': clone('QM2', 'NOTFIXED') };
const bind = { line: 2, character: 45 };

let editor: Editor | undefined;
afterEach(async () => {
  await editor?.quit();
  editor = undefined;
});

async function start(files: Readonly<Record<string, string>>, options: EditorOptions = { capabilities: pulls }) {
  editor = await startEditor(files, options);
  return editor;
}

/** The codes of a full report; undefined for one that has not changed. */
const codes = (report: DocumentDiagnosticReport) =>
  report.kind === 'full' ? report.items.map(({ code }) => code) : undefined;

const ask = ({ request, uri }: Editor, file: string, previousResultId?: string) =>
  request<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri: uri(file) }, previousResultId });

/** Asks as editors do: after each change, and again when told to, until the codes are as expected. */
async function askUntil(window: Editor, file: string, isExpected: (found: readonly unknown[]) => boolean) {
  let wake = () => {};
  let refreshed = 0;
  window.connection.onRequest('workspace/diagnostic/refresh', () => {
    refreshed++;
    wake();
    return null;
  });
  for (;;) {
    const next = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const report = await ask(window, file);
    if (isExpected(codes(report) ?? [])) return { report, refreshed };
    await next;
  }
}

const differs = (found: readonly unknown[]) => found.includes('clone-defbind-differs');
const agrees = (found: readonly unknown[]) => !differs(found);

describe('a client that asks for diagnostics', () => {
  test('is told of a document as it is, and nothing twice', async () => {
    const window = await start(clones);
    expect(window.result.capabilities.diagnosticProvider).toMatchObject({ workspaceDiagnostics: true });
    window.open('QM1.mqsc', clones['QM1.mqsc']);
    const first = await ask(window, 'QM1.mqsc');
    expect(codes(first)).toContain('clone-defbind-differs');
    expect(await ask(window, 'QM1.mqsc', first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    window.edit('QM1.mqsc', bind, 4, 'NOTFIXED');
    await askUntil(window, 'QM1.mqsc', agrees);
    expect(window.published.filter(({ uri }) => uri === window.uri('QM1.mqsc')).flatMap((m) => m.diagnostics)).toEqual(
      [],
    );
  });

  test('is told to ask again for an open document that an edit elsewhere concerns', async () => {
    const window = await start(clones);
    for (const file of ['QM1.mqsc', 'QM2.mqsc'] as const) window.open(file, clones[file]);
    await askUntil(window, 'QM1.mqsc', differs);
    await askUntil(window, 'QM2.mqsc', differs);
    const mended = askUntil(window, 'QM2.mqsc', agrees);
    window.edit('QM1.mqsc', bind, 4, 'NOTFIXED');
    expect((await mended).refreshed).toBeGreaterThan(0);
  });

  test('is told of files that are not open, at once when they change, and of changed ones only', async () => {
    const window = await start({ ...clones, 'QM3.mqsc': 'DEFINE QLOCAL(X) FOO(1)\n' });
    const parts: WorkspaceDiagnosticReport[] = [];
    let heard = () => {};
    const told = () =>
      new Promise<void>((resolve) => {
        heard = resolve;
      });
    window.connection.onNotification('$/progress', ({ token, value }) => {
      if (token !== 'all') return;
      parts.push(value);
      heard();
    });
    const cancellation = new CancellationTokenSource();
    let arrives = told();
    const asked = window.connection.sendRequest(
      'workspace/diagnostic',
      { previousResultIds: [], partialResultToken: 'all' },
      cancellation.token,
    );
    await arrives;
    expect(parts[0]?.items.map(({ uri }) => uri).sort()).toEqual(['QM1.mqsc', 'QM2.mqsc', 'QM3.mqsc'].map(window.uri));

    arrives = told();
    window.write('QM2.mqsc', clone('QM2', 'OPEN'));
    await window.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: window.uri('QM2.mqsc'), type: 2 }],
    });
    await arrives;
    expect(parts).toHaveLength(2);
    expect(parts[1]?.items.map(({ uri }) => uri).sort()).toEqual(['QM1.mqsc', 'QM2.mqsc'].map(window.uri));

    cancellation.cancel();
    await expect(asked).rejects.toMatchObject({ code: -32800 });
  });

  test('without a place for parts it is answered when there is news', async () => {
    const window = await start(clones);
    const all = await window.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [] });
    const previousResultIds = all.items.map(({ uri, resultId }) => ({ uri, value: resultId }));
    expect(previousResultIds).toHaveLength(2);
    const next = window.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds });
    window.open('QM1.mqsc', clone('QM1', 'NOTFIXED'));
    const { items } = await next;
    expect(items.map(({ uri }) => uri).sort()).toEqual(['QM1.mqsc', 'QM2.mqsc'].map(window.uri));
    expect(JSON.stringify(items)).not.toContain('clone-defbind-differs');
  });

  test('and never for the whole workspace is sent those of files that are not open', async () => {
    const window = await start(clones);
    await window.diagnostics('QM2.mqsc', (found) => found.includes('clone-defbind-differs'));
    // What it asks for itself from now on is taken back.
    window.open('QM2.mqsc', clones['QM2.mqsc']);
    await window.diagnostics('QM2.mqsc', (found) => found.length === 0);
    expect(codes(await ask(window, 'QM2.mqsc'))).toContain('clone-defbind-differs');
    window.close('QM2.mqsc');
    await window.diagnostics('QM2.mqsc', (found) => found.includes('clone-defbind-differs'));
  });
});

test('a client that would not ask again is sent everything', async () => {
  const window = await start(clones, { capabilities: { textDocument: { diagnostic: {} } } });
  expect(window.result.capabilities.diagnosticProvider).toBeUndefined();
  window.open('QM2.mqsc', clones['QM2.mqsc']);
  await window.diagnostics('QM2.mqsc', (found) => found.includes('clone-defbind-differs'));
});

test('a request that is taken back while it waits behind another is not worked on', async () => {
  const lines = Array.from({ length: 40_000 }, (_, i) => `DEFINE QLOCAL(Q${i}) CLUSTER(SALES) DESCR('${i}')`);
  const window = await start({});
  window.open('QM1.mqsc', lines.join('\n'));
  const textDocument = { uri: window.uri('QM1.mqsc') };
  const long = window.request('textDocument/formatting', { textDocument, options: { tabSize: 2, insertSpaces: true } });
  const cancellation = new CancellationTokenSource();
  const unwanted = window.connection.sendRequest('textDocument/documentSymbol', { textDocument }, cancellation.token);
  cancellation.cancel();
  await expect(unwanted).rejects.toMatchObject({ code: -32800 });
  await long;
});
