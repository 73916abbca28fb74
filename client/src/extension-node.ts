import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith } from './activate.ts';

/** VS Code's entry on desktop and in remote windows: the server is a process of its own. */
export function activate(context: ExtensionContext): Promise<void> {
  const server = {
    module: context.asAbsolutePath('dist/server.cjs'),
    transport: TransportKind.ipc,
    // Each edit of a large estate makes megabytes that live until the next one: with more room for them they are seldom copied.
    options: { execArgv: ['--max-semi-space-size=64'] },
  };
  return activateWith(context, (id, name, options) => new LanguageClient(id, name, server, options));
}
