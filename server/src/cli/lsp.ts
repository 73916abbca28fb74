import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type CliCommand, exitCodes, Misuse } from './command.ts';

export const lsp: CliCommand = {
  name: 'lsp',
  summary: 'the language server, for any editor',
  usage: `mqsc lsp --stdio

Speaks the Language Server Protocol over standard input and output until the client says goodbye.`,
  run: async (argv) => {
    if (!argv.includes('--stdio')) throw new Misuse('mqsc lsp speaks over standard input and output: say --stdio');
    const server = fileURLToPath(new URL('./server-node.cjs', import.meta.url));
    const child = spawn(process.execPath, [server, '--stdio'], { stdio: 'inherit' });
    return new Promise((resolve) => {
      child.on('exit', (code) => resolve(code ?? exitCodes.found));
      child.on('error', () => resolve(exitCodes.found));
    });
  },
};
