import { spawn } from 'node:child_process';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  createProtocolConnection,
  type DocumentSymbol,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

const server = path.resolve(import.meta.dirname, '../../server/src/lsp/main-node.ts');
const hello = { processId: process.pid, rootUri: null, capabilities: {} };

/** The real server, to which nothing was said yet. */
function started(): { readonly connection: ProtocolConnection; readonly exit: Promise<number | null> } {
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  onTestFinished(() => {
    child.kill();
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  return { connection, exit };
}

describe('what a client says before the server has loaded what it works with', () => {
  test('waits, in its order, and is answered', async () => {
    const { connection } = started();
    const textDocument = { uri: 'untitled:QM1.mqsc', languageId: 'mqsc', version: 1, text: 'DEFINE QLOCAL(A)\n' };
    void connection.sendRequest('initialize', hello);
    void connection.sendNotification('initialized', {});
    void connection.sendNotification('textDocument/didOpen', { textDocument });
    const contentChanges = [{ text: 'DEFINE QLOCAL(B)\n' }];
    void connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: textDocument.uri, version: 2 },
      contentChanges,
    });
    const symbols: DocumentSymbol[] = await connection.sendRequest('textDocument/documentSymbol', { textDocument });
    expect(symbols.map(({ name }) => name)).toEqual(['B']);
  });

  test('a client that leaves at once can leave', async () => {
    const { connection, exit } = started();
    await connection.sendRequest('initialize', hello);
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    expect(await exit).toBe(0);
  });

  test('before it said hello, a request is refused as the protocol wants it', async () => {
    const { connection } = started();
    const asked = connection.sendRequest('textDocument/hover', {});
    await expect(asked).rejects.toThrow();
  });
});
