import { afterEach, expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver';
import type { Requests } from '#protocol/messages.ts';
import { type Editor, startReadEditor } from './editor.ts';

type Assigned = Requests['mqsc/assignFile']['result'];

let editor: Editor | undefined;
afterEach(async () => {
  await editor?.quit();
  editor = undefined;
});

async function start(files: Readonly<Record<string, string>>): Promise<Editor> {
  editor = await startReadEditor(files, {
    initializationOptions: { playForward: true },
  });
  return editor;
}

const folderOf = (one: Editor) => one.uri('x').replace(/\/x$/, '');

test('without an estate file: the first one, with what was inferred', async () => {
  const one = await start({
    'setup.mqsc': 'DEFINE QLOCAL(A)\n',
    'QM1.mqsc': 'DEFINE QLOCAL(B)\n',
    'both.mqsc': '* @qmgr QM1\nDEFINE QLOCAL(C)\n* @qmgr QM2\nDEFINE QLOCAL(D)\n',
    'sub/mqsc.yaml': 'version: 1\n',
    'sub/QM5.mqsc': 'DEFINE QLOCAL(E)\n',
  });
  const answer = await one.request<Assigned>('mqsc/assignFile', {
    uri: one.uri('setup.mqsc'),
    queueManager: 'QM7',
    folder: folderOf(one),
  });
  expect(answer).toMatchObject({ refused: null, isNew: true, estateFile: one.uri('mqsc.yaml'), staysWith: [] });
  expect(answer.edits.map(({ newText }) => newText).join('')).toMatch(
    /version: 1\nqueueManagers:\n {2}QM1: \{ files: \[QM1.mqsc\] \}\n {2}QM7: \{ files: \[setup.mqsc\] \}\n$/,
  );
});

test('with one: the nearest is edited', async () => {
  const one = await start({
    'mqsc.yaml': 'version: 1\n',
    'sub/mqsc.yaml': '# ours\nversion: 1\nqueueManagers:\n  QM1: { files: ["*.mqsc"] }\n',
    'sub/setup.mqsc': 'DEFINE QLOCAL(A)\n',
  });
  const asked = { uri: one.uri('sub/setup.mqsc'), queueManager: 'QM2', folder: folderOf(one) };
  expect(await one.request<Assigned>('mqsc/assignFile', asked)).toEqual({
    refused: null,
    isNew: false,
    estateFile: one.uri('sub/mqsc.yaml'),
    edits: [
      {
        range: { start: { line: 3, character: 28 }, end: { line: 3, character: 28 } },
        newText: '\n  QM2: { files: [setup.mqsc] }',
      },
    ],
    staysWith: [{ name: 'QM1', glob: '*.mqsc' }],
  });
});

test('the light bulb offers it where nothing tells the queue manager', async () => {
  const files = { 'setup.mqsc': 'DEFINE QLOCAL(A)\nDEFINE QLOCAL(B)\n', 'QM1.mqsc': 'DEFINE QLOCAL(C)\n' };
  const one = await start(files);
  one.open('setup.mqsc', files['setup.mqsc']);
  const titles = async (file: keyof typeof files, line: number) => {
    const at = { line, character: 0 };
    const actions = await one.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: one.uri(file) },
      range: { start: at, end: at },
      context: { diagnostics: [], only: ['quickfix'] },
    });
    return actions.flatMap(({ command }) => (command ? [command.command] : []));
  };
  expect(await titles('setup.mqsc', 0)).toEqual(['mqsc.assignFile']);
  expect(await titles('setup.mqsc', 1)).toEqual([]);
  expect(await titles('QM1.mqsc', 0)).toEqual([]);
});
