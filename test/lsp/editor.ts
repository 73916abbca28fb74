import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

/** An editor as the server sees one: a process at the other end of its standard streams, and a folder with files. */
export interface Editor {
  readonly connection: ProtocolConnection;
  readonly result: InitializeResult;
  /** Every message about diagnostics, in the order of arrival. */
  readonly published: readonly PublishDiagnosticsParams[];
  uri(file: string): string;
  write(file: string, text: string): void;
  open(file: string, text: string, languageId?: string): void;
  /** Replaces what stands between two places of the open text. */
  edit(file: string, at: { line: number; character: number }, deleted: number, inserted: string): void;
  close(file: string): void;
  /** Waits until the last diagnostics of the file pass the test, and gives them. */
  diagnostics(file: string, isExpected: (codes: readonly unknown[]) => boolean): Promise<readonly Diagnostic[]>;
  request<R>(method: string, params: unknown): Promise<R>;
  /** Says goodbye as editors do; gives the server's exit code. */
  quit(): Promise<number | null>;
}

export interface EditorOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: Readonly<Record<string, unknown>>;
  /** What the client answers when asked for the section `mqsc`. */
  readonly settings?: unknown;
  /** How the client answers when it is asked to watch files or settings; without, it agrees. */
  readonly refusal?: ResponseError<void>;
  /** Adds handlers that must be there before the server says anything. */
  readonly prepare?: (connection: ProtocolConnection) => void;
}

const server = path.resolve(import.meta.dirname, '../../server/src/lsp/main-node.ts');

/** Starts the real server over stdio on a new folder with these files. */
export async function startEditor(
  files: Readonly<Record<string, string>>,
  options: EditorOptions = {},
): Promise<Editor> {
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'mqsc lsp-'));
  const uri = (file: string) => pathToFileURL(path.join(folder, file)).toString();
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  for (const [file, text] of Object.entries(files)) write(file, text);

  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const published: PublishDiagnosticsParams[] = [];
  const watchers = new Set<() => void>();
  connection.onNotification('textDocument/publishDiagnostics', (message: PublishDiagnosticsParams) => {
    published.push(message);
    for (const watch of watchers) watch();
  });
  connection.onRequest('workspace/configuration', ({ items }) => items.map(() => options.settings ?? null));
  connection.onRequest('client/registerCapability', () => options.refusal ?? null);
  options.prepare?.(connection);
  connection.listen();

  const result = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: [{ uri: pathToFileURL(folder).toString(), name: 'test' }],
    capabilities: options.capabilities ?? {},
    initializationOptions: options.initializationOptions,
  });
  await connection.sendNotification('initialized', {});

  const versions = new Map<string, number>();
  const nextVersion = (file: string) => {
    const version = (versions.get(file) ?? 0) + 1;
    versions.set(file, version);
    return version;
  };
  return {
    connection,
    result,
    published,
    uri,
    write,
    open(file, text, languageId = 'mqsc') {
      const textDocument = { uri: uri(file), languageId, version: nextVersion(file), text };
      void connection.sendNotification('textDocument/didOpen', { textDocument });
    },
    edit(file, { line, character }, deleted, inserted) {
      const range = { start: { line, character }, end: { line, character: character + deleted } };
      void connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: uri(file), version: nextVersion(file) },
        contentChanges: [{ range, text: inserted }],
      });
    },
    close(file) {
      void connection.sendNotification('textDocument/didClose', { textDocument: { uri: uri(file) } });
    },
    diagnostics: (file, isExpected) =>
      new Promise((resolve, reject) => {
        const last = () => published.findLast((message) => message.uri === uri(file))?.diagnostics ?? [];
        const giveUp = setTimeout(() => {
          watchers.delete(watch);
          reject(new Error(`the last diagnostics of ${file} are ${JSON.stringify(last(), null, 1)}`));
        }, 10_000);
        const watch = () => {
          if (!isExpected(last().map(({ code }) => code))) return;
          clearTimeout(giveUp);
          watchers.delete(watch);
          resolve(last());
        };
        watchers.add(watch);
        watch();
      }),
    request: (method, params) => connection.sendRequest(method, params),
    async quit() {
      const code = exitCode(child);
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      const ended = await code;
      connection.dispose();
      rmSync(folder, { recursive: true, force: true });
      return ended;
    },
  };
}

const exitCode = (child: ChildProcess): Promise<number | null> => new Promise((resolve) => child.once('exit', resolve));

/** The same, once the server has read the folder and built its estate. Options prepare nothing of their own then. */
export async function startReadEditor(
  files: Readonly<Record<string, string>>,
  options: Omit<EditorOptions, 'prepare'> = {},
): Promise<Editor> {
  let isRead: () => void = () => undefined;
  const read = new Promise<void>((resolve) => {
    isRead = resolve;
  });
  const editor = await startEditor(files, {
    ...options,
    prepare: (connection) => connection.onNotification('mqsc/estateChanged', () => isRead()),
  });
  await read;
  return editor;
}
