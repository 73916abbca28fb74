import { expect, onTestFinished, test } from 'vitest';
import { startEditor } from './editor.ts';

test('a rename tells which rules with patterns do not follow', async () => {
  const told: string[] = [];
  const text = "DEFINE CHANNEL(APP.WEB) CHLTYPE(SVRCONN)\nSET CHLAUTH('APP.*') TYPE(BLOCKUSER) USERLIST('nobody')\n";
  const editor = await startEditor(
    { 'QM1.mqsc': text },
    {
      prepare: (connection) => {
        connection.onNotification('window/showMessage', ({ message }) => {
          told.push(message);
        });
      },
    },
  );
  onTestFinished(async () => {
    await editor.quit();
  });
  editor.open('QM1.mqsc', text);
  const place = { textDocument: { uri: editor.uri('QM1.mqsc') }, position: { line: 0, character: 17 } };
  await editor.request('textDocument/rename', { ...place, newName: 'APP.NEW' });
  expect(told).toEqual([]);
  await editor.request('textDocument/rename', { ...place, newName: 'WEB' });
  expect(told).toEqual([expect.stringContaining("SET CHLAUTH('APP.*') of QM1")]);
});
