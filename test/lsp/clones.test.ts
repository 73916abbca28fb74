import { afterEach, expect, test } from 'vitest';
import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver';
import type { Requests } from '#protocol/messages.ts';
import { type Editor, type EditorOptions, startReadEditor } from './editor.ts';

type Result<M extends keyof Requests> = Requests[M]['result'];

let editor: Editor | undefined;
afterEach(async () => {
  await editor?.quit();
  editor = undefined;
});

const files = {
  'QM1.mqsc': 'DEFINE QLOCAL(ORDERS) CLUSTER(SALES) DEFBIND(OPEN)\nDEFINE QLOCAL(BILLS) CLUSTER(SALES)\n',
  'QM2.mqsc':
    'DEFINE QLOCAL(ORDERS) CLUSTER(SALES) DEFBIND(NOTFIXED)\nDEFINE QLOCAL(BILLS) CLUSTER(SALES) DEFBIND(GROUP)\n',
};

async function start(capabilities: EditorOptions['capabilities'] = {}): Promise<Editor> {
  const one = await startReadEditor(files, {
    capabilities,
    initializationOptions: { playForward: true },
  });
  editor = one;
  one.open('QM1.mqsc', files['QM1.mqsc']);
  return one;
}

const actionsAt = (one: Editor, line: number, character: number, only?: readonly string[]) =>
  one.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: one.uri('QM1.mqsc') },
    range: { start: { line, character }, end: { line, character } },
    context: { diagnostics: [], ...(only && { only }) },
  });

test('the instances of a queue, and how to make one value equal', async () => {
  const one = await start();
  const asked = { uri: one.uri('QM1.mqsc'), line: 0, character: 16 };
  const { clones, here } = await one.request<Result<'mqsc/clones'>>('mqsc/clones', asked);
  expect(clones.map(({ name, differing }) => [name, differing])).toEqual([
    ['BILLS', 2],
    ['ORDERS', 2],
  ]);
  expect(here).toEqual([{ kind: 'queue', name: 'ORDERS', cluster: 'SALES' }]);

  const of = { kind: 'queue', name: 'ORDERS', cluster: 'SALES' } as const;
  const comparison = await one.request<Result<'mqsc/compareClones'>>('mqsc/compareClones', { ...of, near: null });
  expect(comparison?.sections[0]?.rows[0]).toMatchObject({ keyword: 'DEFBIND', importance: 'must', isDifferent: true });
  expect(await one.request('mqsc/compareClones', { ...of, name: 'NOTHING', near: null })).toBeNull();

  const cell = { of, section: 'instances', keyword: 'DEFBIND', queueManager: 'QM1' };
  const { fixes } = await one.request<Result<'mqsc/cloneFixes'>>('mqsc/cloneFixes', { cell, near: null });
  expect(fixes[0]).toEqual({
    title: 'Make DEFBIND on QM1 equal to QM2 (NOTFIXED)',
    edits: [
      {
        uri: one.uri('QM1.mqsc'),
        range: { start: { line: 0, character: 45 }, end: { line: 0, character: 49 } },
        newText: 'NOTFIXED',
      },
    ],
  });
});

test('the comparison follows the settings of rules, of the editor and of the estate file', async () => {
  const told: unknown[] = [];
  const one = await startReadEditor(files);
  editor = one;
  one.connection.onNotification('mqsc/estateChanged', ({ what }) => void told.push(what));
  one.open('QM1.mqsc', files['QM1.mqsc']);
  const importance = async () => {
    const of = { kind: 'queue', name: 'ORDERS', cluster: 'SALES', near: null } as const;
    const comparison = await one.request<Result<'mqsc/compareClones'>>('mqsc/compareClones', of);
    return comparison?.sections[0]?.rows.find(({ keyword }) => keyword === 'DEFBIND')?.importance;
  };
  const configure = (severity?: string) =>
    one.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { mqsc: { rules: severity === undefined ? {} : { 'clone-defbind-differs': severity } } },
    });
  await configure('off');
  await expect.poll(() => told, { timeout: 20_000 }).toEqual(['rules']);
  expect(await importance()).toBe('may');
  await configure('warning');
  await expect.poll(() => told, { timeout: 20_000 }).toEqual(['rules', 'rules']);
  expect(await importance()).toBe('should');
  await configure();
  await expect.poll(() => told, { timeout: 20_000 }).toEqual(['rules', 'rules', 'rules']);
  expect(await importance()).toBe('must');
  one.open('mqsc.yaml', 'version: 1\nrules: { clone-defbind-differs: hint }\n', 'mqsc-estate');
  await expect.poll(() => told.length, { timeout: 20_000 }).toBe(4);
  expect(await importance()).toBe('may');
});

test('a finding about clones leads to the comparison', async () => {
  const one = await start();
  const commands = (await actionsAt(one, 0, 40)).flatMap(({ command }) => command ?? []);
  expect(commands.find(({ command }) => command === 'mqsc.compareClones')).toEqual({
    title: 'Compare the instances of ORDERS',
    command: 'mqsc.compareClones',
    arguments: [{ kind: 'queue', name: 'ORDERS', cluster: 'SALES', near: one.uri('QM1.mqsc') }],
  });
  const hover = await one.request<{ contents: { value: string } }>('textDocument/hover', {
    textDocument: { uri: one.uri('QM1.mqsc') },
    position: { line: 0, character: 16 },
  });
  expect(hover.contents.value).toContain('(command:mqsc.compareClones?');
});

test('all findings of a rule are fixed when the action is chosen', async () => {
  const one = await start({
    textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } },
  });
  const action = (await actionsAt(one, 0, 40)).find(({ title }) => title.startsWith('Fix all'));
  expect(action).toMatchObject({
    title: 'Fix all 4 of clone-defbind-differs in the estate, QM1 following the others',
    kind: 'quickfix',
  });
  expect(action?.edit).toBeUndefined();
  const { edit } = await one.request<CodeAction>('codeAction/resolve', action);
  expect(Object.keys(edit?.changes ?? {})).toEqual([one.uri('QM1.mqsc')]);
  expect(edit?.changes?.[one.uri('QM1.mqsc')]?.map(({ newText }) => newText)).toEqual(['NOTFIXED', ' DEFBIND(GROUP)']);
});

test('a client that does not ask for the edits later is not offered it', async () => {
  const one = await start();
  expect((await actionsAt(one, 0, 40)).filter(({ title }) => title.startsWith('Fix all'))).toEqual([]);
});

test('what is certain is fixed on saving, only when asked for', async () => {
  const one = await start();
  one.edit('QM1.mqsc', { line: 1, character: 35 }, 0, ' DESCR("x")');
  const fixAll = await actionsAt(one, 0, 0, ['source.fixAll']);
  expect(fixAll.map(({ kind, edit }) => [kind, texts(edit)])).toEqual([['source.fixAll.mqsc', ["'x'"]]]);
  expect((await actionsAt(one, 0, 0)).filter(({ kind }) => kind?.startsWith('source'))).toEqual([]);
});

const texts = (edit: WorkspaceEdit | undefined) =>
  Object.values(edit?.changes ?? {}).flatMap((edits) => edits.map(({ newText }) => newText));

test('a finding is ignored with a reason: a place to write it, where the client has such places', async () => {
  const plain = await start();
  const ignore = (actions: readonly CodeAction[]) => actions.find(({ title }) => title.startsWith('Ignore'))?.edit;
  expect(texts(ignore(await actionsAt(plain, 0, 40)))).toEqual(['* @ignore clone-defbind-differs: \n']);
  await plain.quit();

  const one = await start({ workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport: true } } });
  expect(ignore(await actionsAt(one, 0, 40))).toEqual({
    documentChanges: [
      {
        textDocument: { uri: one.uri('QM1.mqsc'), version: 1 },
        edits: [
          {
            range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
            snippet: { kind: 'snippet', value: '* @ignore clone-defbind-differs: ${1:why this is right here}\n' },
          },
        ],
      },
    ],
  });
});
