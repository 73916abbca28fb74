import type { BuildOptions } from 'esbuild';

/** What all bundles have in common. */
export const shared = (root: string): BuildOptions => ({
  absWorkingDir: root,
  bundle: true,
  minify: true,
  sourcemap: 'linked',
  target: 'es2024',
  charset: 'utf8',
  logLevel: 'warning',
  legalComments: 'none',
});

const forNode: BuildOptions = {
  platform: 'node',
  target: 'node22',
  // `module` first: some dependencies' `main` builds call `require` in ways that a bundle cannot follow.
  mainFields: ['module', 'main'],
};

export const nodeBundle = (source: string, outfile: string): BuildOptions => ({
  ...forNode,
  entryPoints: [source],
  outfile,
  format: 'cjs',
  // A bundle is no module: where it lies is told as CommonJS tells it.
  define: { 'import.meta.url': 'bundleUrl' },
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
});

/** The server in pieces: what it loads only after it has answered `initialize` is a file of its own, which need not be read before. */
export const serverBundle = (source: string, outdir: string): BuildOptions => ({
  ...forNode,
  entryPoints: [source],
  outdir,
  format: 'esm',
  splitting: true,
  chunkNames: '[name]-[hash]',
  outExtension: { '.js': '.mjs' },
  // The protocol's libraries are CommonJS and take Node's own modules with `require`.
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
});
