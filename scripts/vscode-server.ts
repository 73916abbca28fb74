import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

/** VS Code 1.139.1, as npm's `code-server` package carries it: Microsoft's own web server, built by its makers for that package. */
const version = '4.139.1';

export interface VsCodeServer {
  /** `http://localhost:…`; by that name, because webviews need a secure context. */
  readonly address: string;
  /** Replaces the user's settings; windows that are open follow. */
  readonly configure: (settings: Readonly<Record<string, unknown>>) => Promise<void>;
  /** What the server said so far. */
  readonly log: () => string;
  readonly stop: () => void;
}

export interface VsCodeOptions {
  readonly vsix: string;
  /** Where profile and extensions are kept; a new folder when left out. */
  readonly home?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly port?: number;
}

/** Starts VS Code's web server on this machine with our extension in it. Throws with the server's output when it does not come up. */
export async function startVsCode(options: VsCodeOptions): Promise<VsCodeServer> {
  const main = path.join(await installVsCode(), 'out', 'server-main.js');
  const home = options.home ?? (await mkdtemp(path.join(tmpdir(), 'mqsc-vscode-')));
  const configure = (settings: Readonly<Record<string, unknown>>) =>
    writeSettings(home, { ...quietSettings, ...options.settings, ...settings });
  await configure({});
  const folders = ['--user-data-dir', path.join(home, 'data'), '--server-data-dir', home];
  const shared = [main, ...folders, '--extensions-dir', path.join(home, 'extensions'), '--accept-server-license-terms'];
  const env = environment(home);
  const installed = spawnSync(process.execPath, [...shared, '--install-extension', options.vsix, '--force'], { env });
  if (installed.status !== 0)
    throw new Error(`VS Code refused ${options.vsix}:\n${installed.stdout}${installed.stderr}`);

  const port = options.port ?? (await freePort());
  const listen = ['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'];
  const quiet = ['--telemetry-level', 'off', '--disable-workspace-trust'];
  const server = spawn(process.execPath, [...shared, ...listen, ...quiet], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let log = '';
  const keep = (text: Buffer) => {
    log += text;
  };
  server.stdout.on('data', keep);
  server.stderr.on('data', keep);
  const stop = () => {
    try {
      if (server.pid !== undefined) process.kill(-server.pid, 'SIGTERM');
    } catch {
      // It ended by itself.
    }
  };
  process.once('exit', stop);
  const address = `http://localhost:${port}`;
  await answers(`${address}/version`, () => server.exitCode !== null).catch((reason) => {
    stop();
    throw new Error(`${reason}\n${log}`);
  });
  return { address, configure, log: () => log, stop };
}

/** The address that shows `folder` (absolute) in the server's workbench. */
export const addressOf = (server: VsCodeServer, folder: string): string =>
  `${server.address}/?folder=${encodeURIComponent(folder)}`;

/** VS Code's server folder in `.cache`; fetched from the npm registry when it is not there yet (no compiler needed). */
async function installVsCode(): Promise<string> {
  const place = path.join(root, '.cache', `vscode-${version}`);
  if (existsSync(place)) return place;
  console.error(`Fetching VS Code's web server (npm code-server@${version}) into .cache …`);
  const work = path.join(root, '.cache', `vscode-${version}.${process.pid}`);
  await rm(work, { recursive: true, force: true });
  await mkdir(work, { recursive: true });
  run(work, 'npm', ['pack', `code-server@${version}`, '--silent']);
  const [archive] = (await readdir(work)).filter((name) => name.endsWith('.tgz'));
  run(work, 'tar', ['xzf', archive ?? '', '--strip-components=3', 'package/lib/vscode']);
  await rm(path.join(work, archive ?? ''));
  // Not `npm ci`: the lock file that the package ships does not match its manifest. No install scripts: nothing needs compiling.
  run(work, 'npm', ['install', '--omit=dev', '--ignore-scripts', '--no-save', '--no-audit', '--no-fund', '--silent']);
  await rename(work, place);
  return place;
}

function run(cwd: string, command: string, args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${error?.message ?? stderr}`);
}

const quietSettings = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'window.autoDetectColorScheme': false,
  'window.autoDetectHighContrast': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
};

/** The web workbench reads its user settings on the server's side, below `data/User`. */
async function writeSettings(home: string, settings: Readonly<Record<string, unknown>>): Promise<void> {
  for (const layer of ['User', 'Machine']) {
    const folder = path.join(home, 'data', layer);
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'settings.json'), JSON.stringify(settings, null, 2));
  }
}

/** Nothing of a VS Code that we may have been started from, and no home folder of the user's. */
function environment(home: string): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^VSCODE_|^PORT$|^NODE_OPTIONS$|^VITEST/.test(name),
  );
  return { ...Object.fromEntries(inherited), HOME: home };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

async function answers(address: string, hasEnded: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (hasEnded()) throw new Error('VS Code server ended before it answered');
    const reply = await fetch(address).catch(() => undefined);
    if (reply?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${address} did not answer within 30 s`);
}
