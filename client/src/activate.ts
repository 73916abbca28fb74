import { type ExtensionContext, RelativePattern, type TextDocument, Uri, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions, Middleware } from 'vscode-languageclient';
import { effectiveScheme } from './features/effective-scheme.ts';
import { showEstateView } from './features/estate-view.ts';
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
    documentSelector: [{ language: 'mqsc' }, { language: 'yaml' }, { language: 'shellscript' }, { language: 'jcl' }],
    synchronize: { configurationSection: 'mqsc' },
    diagnosticPullOptions: { onChange: true },
    markdown: { isTrusted: { enabledCommands: ['mqsc.showEffectiveDefinitions', 'mqsc.compareClones'] } },
    middleware: ownDocumentsStay,
    initializationOptions: {
      rulePages: Uri.joinPath(context.extensionUri, 'docs', 'rules').toString(),
      playForward: true,
      suggestCommand: 'editor.action.triggerSuggest',
    },
  });
  registerFileRequests(context, client);
  registerFeatures(context, client);
  context.subscriptions.push({ dispose: () => client.dispose() });
  await startWhenNeeded(context, client);
}

/** What the server made is no source of it: it would define everything twice. */
const ownDocumentsStay: Middleware = {
  didOpen: async (document, next) => (isOwn(document) ? undefined : next(document)),
  didChange: async (event, next) => (isOwn(event.document) ? undefined : next(event)),
  didClose: async (document, next) => (isOwn(document) ? undefined : next(document)),
};

const isOwn = ({ uri }: TextDocument): boolean => uri.scheme === effectiveScheme;

/**
 * Opening any YAML file, shell script or job activates the extension, because MQSC hides in ConfigMaps and here-documents; the server starts only when there is MQSC:
 * in the workspace, or in a document that is opened. A command that asks the server something starts it as well.
 */
async function startWhenNeeded(context: ExtensionContext, client: BaseLanguageClient): Promise<void> {
  const start = (): Promise<unknown> => Promise.all([showEstateView(), client.start()]);
  const isOpen = () => workspace.textDocuments.some(holdsMqsc);
  // Once more behind the search: a document may have been opened meanwhile, and in the web the search may find nothing yet.
  if (isOpen() || (await hasMqscFiles()) || isOpen()) {
    await start();
    return;
  }
  const waiting = workspace.onDidOpenTextDocument((document) => {
    if (!holdsMqsc(document)) return;
    waiting.dispose();
    void start();
  });
  context.subscriptions.push(waiting);
}

async function hasMqscFiles(): Promise<boolean> {
  const found = await workspace.findFiles(
    '**/{*.mqsc,*.mqs,*.tst,*.mqsc.tpl,*.mqsc.j2,mqsc.yaml,*.mqsim.yaml}',
    '**/node_modules/**',
    1,
  );
  return found.length > 0;
}

/** A glance is enough: a definition at the start of a line, as a script or a block scalar has it. */
const holdsMqsc = (document: TextDocument): boolean =>
  (document.languageId === 'mqsc' && !isOwn(document)) ||
  (document.languageId === 'jcl' && /\bPGM=CSQUTIL\b/.test(document.getText())) ||
  (document.languageId === 'shellscript' &&
    /<<.*\brunmqsc\b|\brunmqsc\b.*<<|<<.*\.mqsc\b|\.mqsc\b.*<</.test(document.getText())) ||
  (document.languageId === 'yaml' && /^\s*(?:DEF(?:INE)?|ALT(?:ER)?|SET)\s+[A-Z]+\b/im.test(document.getText()));

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
