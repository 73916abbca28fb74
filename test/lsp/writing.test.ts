import { afterEach, describe, expect, test } from 'vitest';
import type { CodeAction, CompletionItem, CompletionList, Hover } from 'vscode-languageserver';
import { type Editor, startEditor } from './editor.ts';

let editor: Editor | undefined;
afterEach(async () => {
  await editor?.quit();
  editor = undefined;
});

describe('writing over the protocol', () => {
  test('an item brings its documentation when it is looked at', async () => {
    editor = await startEditor({});
    editor.open('QM1.mqsc', 'DEFINE QLOCAL(A) \n');
    const textDocument = { uri: editor.uri('QM1.mqsc') };
    const list = await editor.request<CompletionList>('textDocument/completion', {
      textDocument,
      position: { line: 0, character: 17 },
    });
    const item = list.items.find(({ label }) => label === 'DEFBIND');
    expect(item?.documentation).toBeUndefined();
    const resolved = await editor.request<CompletionItem>('completionItem/resolve', item);
    expect(JSON.stringify(resolved.documentation)).toContain('NOTFIXED');
  });

  test.each([
    [true, { labelDetails: { description: 'default — bind to one instance when the queue is opened' } }],
    [false, { detail: 'default — bind to one instance when the queue is opened' }],
  ])('a value has its meaning beside it (where the editor can: %s)', async (labelDetailsSupport, meaning) => {
    const capabilities = { textDocument: { completion: { completionItem: { labelDetailsSupport } } } };
    editor = await startEditor({}, { capabilities });
    editor.open('QM1.mqsc', 'DEFINE QLOCAL(A) DEFBIND()\n');
    const list = await editor.request<CompletionList>('textDocument/completion', {
      textDocument: { uri: editor.uri('QM1.mqsc') },
      position: { line: 0, character: 25 },
    });
    const item = list.items.find(({ label }) => label === 'OPEN');
    expect({ detail: item?.detail, labelDetails: item?.labelDetails }).toEqual(meaning);
  });

  test('assists come as refactorings', async () => {
    editor = await startEditor({});
    editor.open('QM1.mqsc', 'DEF QL(A) PUT(ENABLED)\n');
    const at = { line: 0, character: 1 };
    const textDocument = { uri: editor.uri('QM1.mqsc') };
    const ask = (only?: string[]) =>
      editor?.request<CodeAction[]>('textDocument/codeAction', {
        textDocument,
        range: { start: at, end: at },
        context: { diagnostics: [], ...(only && { only }) },
      });
    const full = (await ask(['refactor']))?.find(({ title }) => title.includes('in full'));
    expect(full?.edit?.changes?.[textDocument.uri]?.map(({ newText }) => newText)).toEqual(['DEFINE', 'QLOCAL']);
    expect(await ask(['quickfix'])).toEqual([]);
  });

  test('the estate file completes and explains itself', async () => {
    editor = await startEditor({ 'QM1.mqsc': 'DEFINE QLOCAL(A)\n' });
    editor.open('mqsc.yaml', 'version: 1\nqueueManagers:\n  QM1: { platform:  }\n', 'yaml');
    const textDocument = { uri: editor.uri('mqsc.yaml') };
    const list = await editor.request<CompletionList>('textDocument/completion', {
      textDocument,
      position: { line: 2, character: 19 },
    });
    expect(list.items.map(({ label }) => label)).toContain('zos');
    const hover = await editor.request<Hover>('textDocument/hover', {
      textDocument,
      position: { line: 1, character: 3 },
    });
    expect(JSON.stringify(hover.contents)).toContain('queueManagers');
  });
});
