import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateWith } from './activate.ts';

/** VS Code's entry in VS Code for the Web: the server is a worker. */
export function activate(context: ExtensionContext): Promise<void> {
  const server = new Worker(Uri.joinPath(context.extensionUri, 'dist', 'browser', 'server.js').toString(true));
  return activateWith(context, (id, name, options) => new LanguageClient(id, name, server, options));
}
