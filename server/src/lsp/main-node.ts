import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { start } from './start.ts';

/** The language server as a process of its own: `--stdio`, `--node-ipc`, `--pipe=…` or `--socket=…` say how it talks. */
start(
  (options) => createConnection(ProposedFeatures.all, options),
  async () => (await import('./serve-node.ts')).serve,
);
