import { writeFile } from 'node:fs/promises';

/**
 * Writes a program that does nothing but load `bundle`, a file beside it, with Node's compile cache on where Node has one: most of the
 * time of a start is compiling, and the file that switches the cache on is itself always compiled anew. The cache is written
 * while the program runs, because an editor may end it in a way that leaves no time at its end.
 */
export async function writeStarter(file: string, bundle: string, firstLine = ''): Promise<void> {
  const lines = [
    firstLine,
    "'use strict';",
    // Of an older Node people would see a fault deep in the bundle.
    "if (Number(process.versions.node.split('.')[0]) < 22) {",
    "  process.stderr.write('mqsc needs Node 22 or later, and this is ' + process.version + '.\\n');",
    '  process.exit(2);',
    '}',
    "const nodeModule = require('node:module');",
    'nodeModule.enableCompileCache?.();',
    bundle.endsWith('.mjs') ? `import('./${bundle}');` : `require('./${bundle}');`,
    'setTimeout(() => nodeModule.flushCompileCache?.(), 3000).unref();',
    '',
  ];
  await writeFile(file, lines.filter((line, i) => i > 0 || line !== '').join('\n'), { mode: 0o755 });
}
