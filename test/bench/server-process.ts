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
    await build({
      absWorkingDir: root,
      entryPoints: [source],
      outfile,
      bundle: true,
      minify: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      mainFields: ['module', 'main'],
      logLevel: 'error',
    });
    return outfile;
  };
  const mqsc = path.join(folder, 'mqsc.cjs');
  await writeStarter(mqsc, 'mqsc-main.cjs');
  const [, json, bare] = await Promise.all([
    bundle('server/src/lsp/main-node.ts', 'mqsc-main'),
    bundle('test/bench/servers/json.ts', 'json'),
    bundle('test/bench/servers/bare.ts', 'bare'),
  ]);
  return { mqsc, json, bare, dispose: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface ServerProcess {
  readonly connection: ProtocolConnection;
  /** From the start of the process to the answer to `initialize`, in ms. */
  readonly startUp: number;
  quit(): Promise<void>;
}

/** Starts a server on its standard streams and says hello, as an editor does. */
export async function startServer(file: string): Promise<ServerProcess> {
  const started = performance.now();
  const child = spawn(process.execPath, [file, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
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
    async quit() {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      connection.dispose();
    },
  };
}
