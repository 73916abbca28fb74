import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { start } from './start.ts';

/** The language server as a worker: it reads files through the editor. */
const worker = self as unknown as DedicatedWorkerGlobalScope;
start(
  (options) => createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker), options),
  async () => (await import('./serve-browser.ts')).serve,
);
