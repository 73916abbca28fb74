import { copyFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { writeStarter } from './starter.ts';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * Every bundle of the extension. Those that VS Code or Node loads are CommonJS named `.cjs`, because the package is
 * of type "module".
 */
const entries: readonly BuildOptions[] = [
  { ...nodeBundle('client/src/extension-node.ts', 'dist/extension.cjs'), external: ['vscode'] },
  nodeBundle('server/src/lsp/main-node.ts', 'dist/server-main.cjs'),
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
await Promise.all(entries.map((entry) => build({ ...shared(), ...entry })));
await writeStarter(path.join(root, 'dist/server.cjs'), 'server-main.cjs');
await writeStarter(path.join(root, 'dist/cli.cjs'), 'cli-main.cjs', '#!/usr/bin/env node');
// VS Code for the Web takes a `.cjs` entry for CommonJS, and then adds `.js` to its name all the same.
await copyFile(path.join(root, 'dist/browser/extension.cjs'), path.join(root, 'dist/browser/extension.cjs.js'));
console.log(`built ${entries.length} bundles into dist/`);

function shared(): BuildOptions {
  return {
    absWorkingDir: root,
    bundle: true,
    minify: true,
    sourcemap: 'linked',
    target: 'es2024',
    charset: 'utf8',
    logLevel: 'warning',
    legalComments: 'none',
  };
}

function nodeBundle(source: string, outfile: string): BuildOptions {
  // `module` first: some dependencies' `main` builds call `require` in ways that a bundle cannot follow.
  return {
    entryPoints: [source],
    outfile,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    mainFields: ['module', 'main'],
    // A bundle is no module: where it lies is told as CommonJS tells it.
    define: { 'import.meta.url': 'bundleUrl' },
    banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
  };
}

function browserBundle(source: string, outfile: string): BuildOptions {
  return { entryPoints: [source], outfile, platform: 'browser', format: 'iife', conditions: ['browser'] };
}
