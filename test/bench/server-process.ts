import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { nodeBundle, serverBundle, shared } from '../../client/build/node-bundles.ts';
import { writeStarter } from '../../client/build/starter.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Paths of the servers that are compared, each bundled in the way the extension's is. */
export interface Servers {
  readonly mqsc: string;
  readonly json: string;
  readonly bare: string;
  dispose(): void;
}

export async function bundleServers(): Promise<Servers> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mqsc-bench-'));
  const bundle = async (source: string, name: string): Promise<string> => {
    const outfile = path.join(folder, `${name}.cjs`);
    await build({ ...shared(root), ...nodeBundle(source, outfile) });
    return outfile;
  };
  const mqsc = path.join(folder, 'mqsc.cjs');
  await writeStarter(mqsc, 'server/main-node.mjs');
  const [, json, bare] = await Promise.all([
    build({ ...shared(root), ...serverBundle('server/src/lsp/main-node.ts', path.join(folder, 'server')) }),
    bundle('test/bench/servers/json.ts', 'json'),
    bundle('test/bench/servers/bare.ts', 'bare'),
  ]);
  return { mqsc, json, bare, dispose: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface ServerProcess {
  readonly connection: ProtocolConnection;
  /** From the start of the process to the answer to `initialize`, in ms. */
  readonly startUp: number;
  /** When it was started, on the clock of `performance.now()`. */
  readonly started: number;
  quit(): Promise<void>;
}

/** Starts a server on its standard streams and says hello, as an editor does; `none`: Node has no compiled code to take. */
export async function startServer(file: string, cache: 'kept' | 'none' = 'kept'): Promise<ServerProcess> {
  const started = performance.now();
  const env = cache === 'none' ? { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' } : process.env;
  const child = spawn(process.execPath, [file, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'], env });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
  const startUp = performance.now() - started;
  await connection.sendNotification('initialized', {});
  return {
    connection,
    startUp,
    started,
    async quit() {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      connection.dispose();
    },
  };
}
