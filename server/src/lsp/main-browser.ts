import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { createService } from '#core/service.ts';
import { cancelUndispatched } from './cancel-undispatched.ts';
import { startSession } from './session.ts';

/** The language server as a worker: it reads files through the editor. */
const worker = self as unknown as DedicatedWorkerGlobalScope;
startSession(
  createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker), cancelUndispatched),
  createService(),
  undefined,
);
