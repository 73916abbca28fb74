import { type CliCommand, Misuse } from './command.ts';

export const lsp: CliCommand = {
  name: 'lsp',
  summary: 'the language server, for any editor',
  usage: `mqsc lsp --stdio

Speaks the Language Server Protocol over standard input and output until the client says goodbye.`,
  run: async (argv) => {
    if (!argv.includes('--stdio')) throw new Misuse('mqsc lsp speaks over standard input and output: say --stdio');
    // Loaded only here: the other commands start without the protocol's libraries. The server ends the process itself.
    await import('../lsp/main-node.ts');
    return new Promise(() => {});
  },
};
