import { type ExtensionContext, RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { registerFeatures } from './features/index.ts';

interface FindFiles {
  readonly folder: string;
  readonly pattern: string;
  readonly limit: number;
}

type MakeClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** Starts the language server and registers commands and views; what differs between Node and browser comes in as `makeClient`. */
export async function activateWith(context: ExtensionContext, makeClient: MakeClient): Promise<void> {
  const client = makeClient('mqsc', 'MQSC', {
    documentSelector: [{ language: 'mqsc' }, { language: 'yaml' }],
    synchronize: { configurationSection: 'mqsc' },
    diagnosticPullOptions: { onChange: true },
    initializationOptions: {
      rulePages: Uri.joinPath(context.extensionUri, 'docs', 'rules').toString(),
      playForward: true,
      suggestCommand: 'editor.action.triggerSuggest',
    },
  });
  registerFileRequests(context, client);
  registerFeatures(context, client);
  context.subscriptions.push({ dispose: () => client.dispose() });
  await client.start();
}

/** Lets a server without a file system (a worker) read the workspace through the editor. */
function registerFileRequests(context: ExtensionContext, client: BaseLanguageClient): void {
  context.subscriptions.push(
    client.onRequest('mqsc/findFiles', async ({ folder, pattern, limit }: FindFiles) => {
      const found = await workspace.findFiles(new RelativePattern(Uri.parse(folder), pattern), undefined, limit);
      return found.map((uri) => client.code2ProtocolConverter.asUri(uri));
    }),
    client.onRequest('mqsc/readFile', async ({ uri }: { uri: string }) =>
      new TextDecoder().decode(await workspace.fs.readFile(Uri.parse(uri))),
    ),
  );
}
