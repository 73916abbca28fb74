import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { ensureChromium } from '../../../scripts/chromium.ts';
import { addressOf, startVsCode, type VsCodeServer } from '../../../scripts/vscode-server.ts';
import { type Workbench, workbench } from './workbench.ts';

const root = path.resolve(import.meta.dirname, '../../..');

/** A real VS Code with the packed extension in it, seen through a browser. */
export interface VsCode {
  /** Opens a copy of a shipped sample, so that a test may change it, with `extra` files (path → text) in it. */
  openSample(name: string, extra?: Readonly<Record<string, string>>): Promise<Workbench>;
  /** Opens folders of these files (path → text), as one folder or as a workspace of several roots, and says where they are on the disk. */
  openFolders(folders: Readonly<Record<string, Readonly<Record<string, string>>>>): Promise<OpenedFolders>;
  close(): Promise<void>;
}

export interface OpenedFolders {
  readonly window: Workbench;
  /** The folder that holds the opened ones, each under its name. */
  readonly home: string;
}

export async function openVsCode(): Promise<VsCode> {
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'mqsc-e2e-'));
  const server = await startVsCode({
    vsix: path.join(root, 'vscode-mqsc.vsix'),
    home: path.join(folder, 'home'),
    settings: { 'editor.minimap.enabled': false, 'git.enabled': false },
  });
  const browser = await openBrowser(folder);
  let copies = 0;
  return {
    async openSample(name, extra = {}) {
      const copy = path.join(folder, `workspace-${++copies}`, name);
      cpSync(path.join(root, 'client', 'samples', name), copy, { recursive: true });
      writeFiles(copy, extra);
      return open(browser, addressOf(server, copy), server);
    },
    async openFolders(folders) {
      const home = path.join(folder, `workspace-${++copies}`);
      for (const [name, files] of Object.entries(folders)) writeFiles(path.join(home, name), files);
      const names = Object.keys(folders);
      const [only, another] = names;
      if (only !== undefined && another === undefined)
        return { window: await open(browser, addressOf(server, path.join(home, only)), server), home };
      const workspace = path.join(home, 'all.code-workspace');
      writeFileSync(workspace, JSON.stringify({ folders: names.map((name) => ({ path: name })), settings: {} }));
      const address = addressOf(server, workspace).replace('?folder=', '?workspace=');
      return { window: await open(browser, address, server), home };
    },
    async close() {
      await browser.close();
      server.stop();
      // The server's last processes may still write.
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}

function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
}

async function open(browser: BrowserContext, address: string, server: VsCodeServer): Promise<Workbench> {
  const page = await browser.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(address);
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
  // It starts dark; the settings say light.
  await page.locator('.monaco-workbench.vs').waitFor();
  return workbench(page, server.configure);
}

/** Chromium blocks third-party cookies, and with them the service workers of webviews; the profile allows them. */
export async function openBrowser(folder: string): Promise<BrowserContext> {
  const profile = path.join(folder, 'browser');
  mkdirSync(path.join(profile, 'Default'), { recursive: true });
  writeFileSync(
    path.join(profile, 'Default', 'Preferences'),
    JSON.stringify({ profile: { cookie_controls_mode: 0, block_third_party_cookies: false } }),
  );
  return chromium.launchPersistentContext(profile, {
    executablePath: ensureChromium(),
    headless: true,
    viewport: { width: 1400, height: 900 },
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
}
