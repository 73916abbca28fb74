import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { defaultFormat } from '#core/ide/format/format-options.ts';
import { formatOf } from '../../server/src/lsp/format-settings.ts';
import { type Editor, type EditorOptions, startEditor } from './editor.ts';

let editor: Editor | undefined;
afterEach(async () => {
  await editor?.quit();
  editor = undefined;
});

const file = 'QM1.mqsc';
const options = { tabSize: 4, insertSpaces: true };

async function edited(
  text: string,
  method: string,
  params: Readonly<Record<string, unknown>>,
  how?: EditorOptions,
): Promise<string> {
  editor = await startEditor({ 'QM2.mqsc': 'DEFINE QLOCAL(\n' }, how);
  editor.open(file, text);
  // Settings are read before findings are sent.
  await editor.diagnostics('QM2.mqsc', (codes) => codes.length > 0);
  const edits = await editor.request<TextEdit[]>(`textDocument/${method}`, {
    textDocument: { uri: editor.uri(file) },
    options,
    ...params,
  });
  return TextDocument.applyEdits(TextDocument.create(file, 'mqsc', 0, text), edits);
}

test('a document is laid out by the settings; what makes no sense among them is as if it were not there', async () => {
  const how = {
    capabilities: { workspace: { configuration: true } },
    settings: { format: { keywordCase: 'lower', layout: 'one-per-line', lineWidth: 'wide', indent: 2 } },
  };
  expect(await edited('ALTER QMGR DEADQ(A) REPOS(B)\n', 'formatting', {}, how)).toBe(
    'alter qmgr +\n  deadq(A) +\n  repos(B)\n',
  );
});

test('a range: only the commands that it touches', async () => {
  const range = { start: { line: 1, character: 2 }, end: { line: 1, character: 4 } };
  expect(await edited('alter  qmgr\nalter  qmgr\nalter  qmgr\n', 'rangeFormatting', { range })).toBe(
    'alter  qmgr\nALTER QMGR\nalter  qmgr\n',
  );
});

test('Enter inside a command continues it, indented as the editor does', async () => {
  const params = { position: { line: 1, character: 0 }, ch: '\n' };
  expect(await edited('ALTER QMGR \nDEADQ(A)\n', 'onTypeFormatting', params)).toBe('ALTER QMGR +\n    DEADQ(A)\n');
});

test('a document that is not known has no layout', async () => {
  editor = await startEditor({});
  const request = { textDocument: { uri: editor.uri('none.mqsc') }, options };
  expect(await editor.request('textDocument/formatting', request)).toEqual([]);
});

test('the settings that the extension declares are those that the server reads, with the same defaults', () => {
  const manifest = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../package.json'), 'utf8'));
  const prefix = 'mqsc.format.';
  const declared = Object.entries<{ default: unknown; enum?: readonly unknown[] }>(
    manifest.contributes.configuration.properties,
  )
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, setting]) => [name.slice(prefix.length), setting] as const);
  expect(Object.fromEntries(declared.map(([name, setting]) => [name, setting.default]))).toEqual(defaultFormat);
  for (const [name, setting] of declared)
    for (const value of setting.enum ?? [setting.default])
      expect(formatOf({ format: { [name]: value } })).toEqual({ [name]: value });
});
