import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { addressOf, startVsCode } from './vscode-server.ts';

/**
 * `npm start`: builds and opens the first sample cluster in VS Code with this extension: in `code` when it is on the PATH,
 * otherwise in VS Code's web server, whose address is printed. `--web` takes the web server in any case; `--check`
 * ends as soon as the address answers; `--port N` and a folder may be given.
 */
const root = path.resolve(import.meta.dirname, '..');
const { values, positionals } = parseArgs({
  options: { web: { type: 'boolean' }, check: { type: 'boolean' }, port: { type: 'string' } },
  allowPositionals: true,
});
const folder = path.resolve(positionals[0] ?? path.join(root, 'client', 'samples', 'figure-1'));

if (!values.web && !values.check && codeIsThere()) {
  await import('../client/build/build.ts');
  openInCode(folder);
} else {
  await import('./package.ts');
  await serve(folder);
}

function codeIsThere(): boolean {
  return spawnSync('code', ['--version'], { shell: process.platform === 'win32' }).status === 0;
}

function openInCode(what: string): void {
  const { status } = spawnSync('code', [`--extensionDevelopmentPath=${root}`, '--new-window', what], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  console.log(`Opened ${path.relative(root, what)} in VS Code.`);
  process.exitCode = status ?? 1;
}

async function serve(what: string): Promise<void> {
  const server = await startVsCode({
    vsix: path.join(root, 'vscode-mqsc.vsix'),
    home: path.join(root, '.cache', 'start'),
    ...(values.port === undefined ? {} : { port: Number(values.port) }),
  });
  const address = addressOf(server, what);
  const { status } = await fetch(address);
  console.log(`\nVS Code with MQSC Cluster Workbench: ${address}\n`);
  if (status !== 200) throw new Error(`${address} answered ${status}`);
  if (values.check) {
    server.stop();
    return;
  }
  console.log('Ctrl+C ends it.');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.stop();
      process.exit(0);
    });
  }
}
