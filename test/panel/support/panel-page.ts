import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { Plan } from '#core/scenario/plan.ts';
import type { FromComparePage, FromPanel, ToComparePage, ToPanel } from '#protocol/messages.ts';
import { type PageParts, panelPage } from '../../../client/src/panel/page.ts';
import { ensureChromium } from '../../../scripts/chromium.ts';

/** The panel's real bundle on its real page, policy and all, in a plain browser; the editor is a stand-in. */
export interface PanelBrowser {
  open(options?: PageOptions): Promise<Panel>;
  /** The page that compares clones. */
  openComparison(options?: PageOptions): Promise<ComparisonPage>;
  close(): Promise<void>;
}

interface PageOptions {
  readonly width?: number;
  readonly height?: number;
  readonly theme?: string;
}

interface OpenedPage<To, From extends { readonly type: string }> {
  readonly page: Page;
  /** What went wrong in the page: thrown errors and violations of the policy. */
  readonly faults: readonly string[];
  /** Kept once the page has heard it. */
  tell(message: To): Promise<void>;
  /** What the page said to the editor. */
  said<T extends From['type']>(type: T): Promise<readonly Extract<From, { type: T }>[]>;
  close(): Promise<void>;
}

export interface Panel extends OpenedPage<ToPanel, FromPanel> {
  show(plan: Plan): Promise<void>;
}

export type ComparisonPage = OpenedPage<ToComparePage, FromComparePage>;

export async function startPanelBrowser(): Promise<PanelBrowser> {
  const files = await bundle();
  const server = await serve(files);
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox', '--disable-gpu'] });
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    open: (options = {}) => openPanel(browser, origin, options),
    openComparison: (options = {}) => openPage(browser, `${origin}/comparison`, options),
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

async function openPanel(browser: Browser, origin: string, options: PageOptions): Promise<Panel> {
  const opened = await openPage<ToPanel, FromPanel>(browser, `${origin}/panel`, options);
  return {
    ...opened,
    show: async (plan) => {
      await opened.tell({ type: 'show', plan, request: { of: 'estate' }, title: plan.name });
      await opened.page.getByTestId('timeline').waitFor();
    },
  };
}

async function openPage<To, From extends { readonly type: string }>(
  browser: Browser,
  address: string,
  { width = 1280, height = 800, theme = 'light' }: PageOptions,
): Promise<OpenedPage<To, From>> {
  const page = await browser.newPage({ viewport: { width, height } });
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (line) => {
    if (line.type() === 'error' && !line.text().includes('favicon')) faults.push(line.text());
  });
  await page.addInitScript(() => {
    const said: unknown[] = [];
    Object.assign(window, {
      said,
      acquireVsCodeApi: () => ({
        postMessage: (message: unknown) => said.push(message),
        getState: () => undefined,
        setState: () => undefined,
      }),
    });
  });
  await page.goto(address);
  await page.evaluate((name) => {
    document.body.className = `vscode-${name}`;
  }, theme);
  return {
    page,
    faults,
    tell: (message) =>
      page.evaluate(
        (one) =>
          new Promise<void>((resolve) => {
            // After the page's own listener, which came before.
            window.addEventListener('message', () => resolve(), { once: true });
            window.postMessage(one);
          }),
        message as unknown as Record<string, unknown>,
      ),
    said: (type) =>
      page.evaluate(
        (wanted) => (window as unknown as { said: { type: string }[] }).said.filter((one) => one.type === wanted),
        type,
      ) as Promise<never[]>,
    close: () => page.close(),
  };
}

const root = path.resolve(import.meta.dirname, '../../..');

async function bundle(): Promise<ReadonlyMap<string, string>> {
  const made = await build({
    absWorkingDir: root,
    entryPoints: {
      main: 'client/webview/main.ts',
      worker: 'client/webview/worker.ts',
      panel: 'client/webview/panel.css',
      compare: 'client/webview/compare/main.ts',
      'compare-style': 'client/webview/compare/compare.css',
    },
    outdir: 'dist/webview',
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2023',
    logLevel: 'silent',
  });
  return new Map(made.outputFiles.map((file) => [`/${path.basename(file.path)}`, file.text]));
}

async function serve(files: ReadonlyMap<string, string>): Promise<Server> {
  const server = createServer((request, response) => {
    const origin = `http://${request.headers.host}`;
    const shared = { title: 'Test', source: origin, nonce: 'made-for-this-test' };
    const pages: Readonly<Record<string, PageParts>> = {
      '/panel': {
        ...shared,
        style: `${origin}/panel.css`,
        script: `${origin}/main.js`,
        worker: `${origin}/worker.js`,
      },
      '/comparison': { ...shared, style: `${origin}/compare-style.css`, script: `${origin}/compare.js` },
    };
    const page = pages[request.url ?? ''];
    if (page) {
      response.setHeader('content-type', 'text/html');
      response.end(panelPage(page));
      return;
    }
    const text = files.get(request.url ?? '');
    response.setHeader('content-type', request.url?.endsWith('.css') ? 'text/css' : 'text/javascript');
    response.statusCode = text === undefined ? 404 : 200;
    response.end(text ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return server;
}
