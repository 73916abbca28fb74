import { copyFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { nodeBundle, serverBundle, shared } from './node-bundles.ts';
import { writeStarter } from './starter.ts';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * Every bundle of the extension. Those that VS Code or Node loads are CommonJS named `.cjs`, because the package is
 * of type "module"; the server's are modules, because only such can be split.
 */
const entries: readonly BuildOptions[] = [
  { ...nodeBundle('client/src/extension-node.ts', 'dist/extension.cjs'), external: ['vscode'] },
  serverBundle('server/src/lsp/main-node.ts', 'dist/server'),
  nodeBundle('server/src/cli/bin.ts', 'dist/cli-main.cjs'),
  nodeBundle('server/src/cli/campaign-worker.ts', 'dist/campaign-worker.cjs'),
  {
    ...browserBundle('client/src/extension-browser.ts', 'dist/browser/extension.cjs'),
    format: 'cjs',
    external: ['vscode'],
  },
  browserBundle('server/src/lsp/main-browser.ts', 'dist/browser/server.js'),
  browserBundle('client/webview/main.ts', 'dist/webview/main.js'),
  browserBundle('client/webview/worker.ts', 'dist/webview/worker.js'),
  browserBundle('client/webview/panel.css', 'dist/webview/panel.css'),
  browserBundle('client/webview/compare/main.ts', 'dist/webview/compare.js'),
  browserBundle('client/webview/compare/compare.css', 'dist/webview/compare.css'),
];

await rm(path.join(root, 'dist'), { recursive: true, force: true });
await Promise.all(entries.map((entry) => build({ ...shared(root), ...entry })));
await writeStarter(path.join(root, 'dist/server.cjs'), 'server/main-node.mjs');
await writeStarter(path.join(root, 'dist/cli.cjs'), 'cli-main.cjs', '#!/usr/bin/env node');
// VS Code for the Web takes a `.cjs` entry for CommonJS, and then adds `.js` to its name all the same.
await copyFile(path.join(root, 'dist/browser/extension.cjs'), path.join(root, 'dist/browser/extension.cjs.js'));
console.log(`built ${entries.length} bundles into dist/`);

function browserBundle(source: string, outfile: string): BuildOptions {
  return { entryPoints: [source], outfile, platform: 'browser', format: 'iife', conditions: ['browser'] };
}
