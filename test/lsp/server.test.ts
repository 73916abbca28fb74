import { afterEach, describe, expect, test } from 'vitest';
import type {
  CodeAction,
  CompletionList,
  DocumentSymbol,
  Hover,
  Location,
  SemanticTokens,
} from 'vscode-languageserver';
import { ResponseError } from 'vscode-languageserver';
import { type Editor, type EditorOptions, startEditor } from './editor.ts';

const clones = {
  'QM1.mqsc':
    "DEFINE CHANNEL(SALES.QM1) CHLTYPE(CLUSRCVR) CONNAME('a') CLUSTER(SALES)\nALTER QMGR REPOS(SALES)\nDEFINE QLOCAL(ORDERS) CLUSTER(SALES) DEFBIND(OPEN)\n",
  'QM2.mqsc':
    "DEFINE CHANNEL(SALES.QM2) CHLTYPE(CLUSRCVR) CONNAME('b') CLUSTER(SALES)\nALTER QMGR REPOS(SALES)\nDEFINE QLOCAL(ORDERS) CLUSTER(SALES) DEFBIND(NOTFIXED)\n",
};
const differs = (codes: readonly unknown[]) => codes.includes('clone-defbind-differs');
const agrees = (codes: readonly unknown[]) => !differs(codes);

let editor: Editor | undefined;
afterEach(async () => {
  await editor?.quit();
  editor = undefined;
});

async function start(files: Readonly<Record<string, string>>, options?: EditorOptions): Promise<Editor> {
  editor = await startEditor(files, options);
  return editor;
}

describe('findings', () => {
  test('of files that are not open, with a link to the rule and to the other clones', async () => {
    const { diagnostics, uri } = await start(clones, { initializationOptions: { rulePages: 'file:///rules/' } });
    const found = (await diagnostics('QM1.mqsc', differs)).find(({ code }) => code === 'clone-defbind-differs');
    expect(found).toMatchObject({
      severity: 1,
      source: 'mqsc',
      range: { start: { line: 2, character: 37 }, end: { line: 2, character: 50 } },
      codeDescription: { href: 'file:///rules/clone-defbind-differs.md' },
    });
    expect(found?.relatedInformation?.map(({ location }) => location.uri)).toContain(uri('QM2.mqsc'));
    await diagnostics('QM2.mqsc', differs);
  });

  test('go when an edit mends the fault, in every file that it concerned', async () => {
    const { diagnostics, open, edit } = await start(clones);
    open('QM1.mqsc', clones['QM1.mqsc']);
    await diagnostics('QM2.mqsc', differs);
    edit('QM1.mqsc', { line: 2, character: 45 }, 4, 'NOTFIXED');
    await diagnostics('QM1.mqsc', agrees);
    await diagnostics('QM2.mqsc', agrees);
  });

  test('follow what is on disk after the editor closes a file, and what changes there', async () => {
    const { connection, diagnostics, open, edit, close, write, uri } = await start(clones);
    open('QM1.mqsc', clones['QM1.mqsc']);
    edit('QM1.mqsc', { line: 2, character: 45 }, 4, 'NOTFIXED');
    await diagnostics('QM1.mqsc', agrees);
    close('QM1.mqsc');
    await diagnostics('QM1.mqsc', differs);
    write('QM1.mqsc', clones['QM1.mqsc'].replace('(OPEN)', '(NOTFIXED)'));
    const changes = [{ uri: uri('QM1.mqsc'), type: 2 }];
    await connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    await diagnostics('QM1.mqsc', agrees);
  });

  test('are sent once, and only for files where they changed', async () => {
    const { published, diagnostics, open, edit, uri } = await start({
      ...clones,
      'QM3.mqsc': 'DEFINE QLOCAL(X) FOO(1)\n',
    });
    await diagnostics('QM3.mqsc', (codes) => codes.includes('unknown-attribute'));
    open('QM1.mqsc', clones['QM1.mqsc']);
    await diagnostics('QM1.mqsc', differs);
    edit('QM1.mqsc', { line: 2, character: 45 }, 4, 'NOTFIXED');
    await diagnostics('QM1.mqsc', agrees);
    expect(published.filter((message) => message.uri === uri('QM3.mqsc'))).toHaveLength(1);
  });

  test('are not worked out anew for a file that is opened as it is on disk, or saved as it is open', async () => {
    let changes = 0;
    const { connection, diagnostics, open, request, uri } = await start(clones, {
      prepare: (prepared) => prepared.onNotification('mqsc/estateChanged', () => void changes++),
    });
    await diagnostics('QM1.mqsc', differs);
    await request('mqsc/names', null);
    const before = changes;
    open('QM1.mqsc', clones['QM1.mqsc']);
    await connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uri('QM1.mqsc'), type: 2 }],
    });
    // Longer than a check may wait for a pause in the typing.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(changes).toBe(before);
  });

  test('take severities from the settings', async () => {
    const { diagnostics } = await start(clones, {
      capabilities: { workspace: { configuration: true } },
      settings: { rules: { 'clone-defbind-differs': 'hint' } },
    });
    const found = await diagnostics('QM1.mqsc', differs);
    expect(found.find(({ code }) => code === 'clone-defbind-differs')?.severity).toBe(4);
  });
});

describe('answers', () => {
  test('completion, hover, symbols, definition and tokens', async () => {
    const { open, request, uri } = await start(clones);
    const text = "DEFINE QLOCAL(A) DEFBIND()\nDEFINE QALIAS(B) +\n  TARGET(A) +\n  DESCR('two +\n  lines')\n";
    open('QM3.mqsc', text);
    const textDocument = { uri: uri('QM3.mqsc') };
    const at = (line: number, character: number) => ({ textDocument, position: { line, character } });

    const values = await request<CompletionList>('textDocument/completion', at(0, 25));
    expect(values.items.map(({ label }) => label)).toContain('NOTFIXED');
    const hover = await request<Hover>('textDocument/hover', at(0, 19));
    expect(JSON.stringify(hover.contents)).toContain('DEFBIND');
    const symbols = await request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
    expect(JSON.stringify(symbols)).toContain('"name":"A"');
    const [definition] = await request<Location[]>('textDocument/definition', at(2, 9));
    expect(definition).toMatchObject({ uri: uri('QM3.mqsc'), range: { start: { line: 0, character: 14 } } });
    const folding = await request('textDocument/foldingRange', { textDocument });
    expect(folding).toContainEqual(expect.objectContaining({ startLine: 1, endLine: 4 }));

    const { data } = await request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
    const longest = Math.max(...text.split('\n').map((line) => line.length));
    for (let token = 0; token < data.length; token += 5) expect(data[token + 2]).toBeLessThanOrEqual(longest);
    expect(data.length).toBeGreaterThan(20);
  });

  test('light bulbs: a fix for the editor to apply, and the finding played forward where there is a panel', async () => {
    const { request, diagnostics, uri } = await start(clones, { initializationOptions: { playForward: true } });
    const shown = await diagnostics('QM1.mqsc', differs);
    const finding = shown.find(({ code }) => code === 'clone-defbind-differs');
    const actions = await request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: uri('QM1.mqsc') },
      range: finding?.range,
      context: { diagnostics: shown },
    });
    const fixes = actions.filter(({ edit }) => edit?.changes?.[uri('QM1.mqsc')] !== undefined);
    expect(fixes.length).toBeGreaterThan(0);
    expect(fixes[0]?.diagnostics?.[0]?.code).toBe('clone-defbind-differs');
    const played = actions.find(({ command }) => command?.command === 'mqsc.playFindingForward');
    expect(played?.command?.arguments?.[0]).toMatchObject({ code: 'clone-defbind-differs' });
  });

  test('the requests of the panel', async () => {
    const { request, diagnostics, uri } = await start(clones);
    await diagnostics('QM1.mqsc', differs);
    expect(await request('mqsc/names', null)).toMatchObject({
      queueManagers: ['QM1', 'QM2'],
      clusterQueues: [{ queue: 'ORDERS', cluster: 'SALES', instances: ['QM1', 'QM2'] }],
    });
    expect(await request('mqsc/owner', { uri: uri('QM1.mqsc'), line: 0, character: 0 })).toMatchObject({
      queueManagers: ['QM1'],
    });
    const reply = await request<{ plan: { queueManagers: { name: string }[] } }>('mqsc/plan', { of: 'estate' });
    expect(reply.plan.queueManagers.map(({ name }) => name)).toEqual(['QM1', 'QM2']);
  });

  test('questions about unknown documents have empty answers', async () => {
    const { request } = await start({});
    const at = { textDocument: { uri: 'file:///nowhere.mqsc' }, position: { line: 0, character: 0 } };
    expect(await request('textDocument/hover', at)).toBeNull();
    expect(await request('textDocument/definition', at)).toEqual([]);
    expect(await request('mqsc/owner', { uri: 'file:///nowhere.mqsc', line: 0, character: 0 })).toBeNull();
  });
});

test('one file is one source, however its URI is spelt', async () => {
  const { connection, diagnostics, published, uri } = await start(clones);
  await diagnostics('QM2.mqsc', differs);
  // VS Code encodes more than Node does; the folder's name has a blank in it.
  const spelt = uri('QM1.mqsc').replace('QM1', '%51M1');
  const textDocument = {
    uri: spelt,
    languageId: 'mqsc',
    version: 1,
    text: clones['QM1.mqsc'].replace('(OPEN)', '(NOTFIXED)'),
  };
  await connection.sendNotification('textDocument/didOpen', { textDocument });
  await diagnostics('QM2.mqsc', agrees);
  expect(published.findLast((message) => message.uri === uri('QM1.mqsc'))?.diagnostics ?? []).toEqual([]);
});

test('a client that refuses to watch files and settings is served all the same', async () => {
  const { diagnostics } = await start(clones, {
    capabilities: {
      workspace: {
        configuration: true,
        didChangeConfiguration: { dynamicRegistration: true },
        didChangeWatchedFiles: { dynamicRegistration: true },
      },
    },
    refusal: new ResponseError(-32601, 'unsupported'),
  });
  await diagnostics('QM1.mqsc', differs);
});

test('leaves with 0 when the editor says goodbye', async () => {
  const { quit } = await start({});
  editor = undefined;
  expect(await quit()).toBe(0);
});
