import {
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  MessageType,
  ShowMessageNotification,
  WatchKind,
  type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver';
import type { Service } from '#core/service-types.ts';
import type { Steps } from '#core/text/steps.ts';
import { incomingCalls, outgoingCalls, prepareCalls } from './call-hierarchy.ts';
import { canonicalUri } from './canonical-uri.ts';
import { checkProgress } from './check-progress.ts';
import type { Client } from './client-traits.ts';
import { codeActions } from './code-actions.ts';
import { codeLens } from './code-lens.ts';
import { completion, resolveCompletion } from './completion.ts';
import type { Context } from './context.ts';
import { customRequests } from './custom-requests.ts';
import { deliverDiagnostics } from './deliver-diagnostics.ts';
import { documentLinks } from './document-links.ts';
import { resolveCodeAction } from './fix-all.ts';
import { folding } from './folding.ts';
import { formatting, onTypeFormatting, rangeFormatting } from './format.ts';
import { formatOf } from './format-settings.ts';
import { highlight } from './highlight.ts';
import { hover } from './hover.ts';
import { inlayHints } from './inlay-hints.ts';
import { definition, references } from './navigation.ts';
import { prepareRename, rename } from './rename.ts';
import { scanProgress } from './scan-progress.ts';
import { schedule } from './schedule.ts';
import { selectionRanges } from './selection-ranges.ts';
import { semanticTokens, semanticTokensDelta, semanticTokensInRange } from './semantic-tokens.ts';
import { rulesOf, shownOf } from './settings.ts';
import { symbols } from './symbols.ts';
import { texts as makeTexts } from './texts.ts';
import { workspace as makeWorkspace } from './workspace.ts';
import { clientFiles, type WorkspaceFiles, watchedFiles } from './workspace-files.ts';
import { workspaceSymbols } from './workspace-symbols.ts';

/** Who is served, once `initialize` is answered; `files` reads `file:` URIs, without it, and for other schemes, the client is asked. */
export interface Served {
  readonly client: Client;
  readonly files: WorkspaceFiles | undefined;
}

/**
 * Serves one client until it leaves. Findings are published once the workspace is read: before, each would lack what the other
 * files say.
 */
export function startSession(connection: Connection, service: Service, { client, files }: Served): void {
  const texts = makeTexts(service);
  const throughClient = clientFiles(connection);
  const filesOf = (uri: string) => (files !== undefined && uri.startsWith('file:') ? files : throughClient);
  const workspace = makeWorkspace(service, texts, filesOf);
  let isRead = false;
  let becomesRead: () => void = () => undefined;
  const read = new Promise<void>((resolve) => {
    becomesRead = resolve;
  });
  let generation = 0;
  let checkedEstate: unknown;
  let rules = JSON.stringify({});
  let checkedRules = rules;

  const now = () => performance.now();
  const checks = schedule({
    check: function* () {
      if (!isRead) return;
      delivery.take(yield* attemptSteps(service.checkInSteps()));
      const estate = attempt(() => service.estate(), undefined);
      if (estate === checkedEstate && rules === checkedRules) return;
      const what = estate === checkedEstate ? 'rules' : 'definitions';
      checkedEstate = estate;
      checkedRules = rules;
      void connection.sendNotification('mqsc/estateChanged', { generation: ++generation, what });
      refreshShown();
    },
    now,
    progress: checkProgress(() => connection.window.createWorkDoneProgress(), now).report,
  });
  const delivery = deliverDiagnostics({
    connection,
    texts,
    client,
    read,
    passing: (source) =>
      checks.isDue() && checks.isSlow() ? attempt(() => service.passingFindings(source), undefined) : undefined,
    settled: checks.settled,
  });

  /** Lenses and hints say what other files and the settings make of a text. */
  function refreshShown(): void {
    const refused = () => undefined;
    if (client.refreshesLenses) connection.sendRequest(CodeLensRefreshRequest.type).catch(refused);
    if (client.refreshesHints) connection.languages.inlayHint.refresh().catch(refused);
  }

  /** A fault of ours must cost one answer, not the server; it shows in the log with its stack. */
  function attempt<T>(work: () => T, otherwise: T): T {
    try {
      return work();
    } catch (fault) {
      log(fault);
      return otherwise;
    }
  }

  function* attemptSteps<T>(steps: Steps<ReadonlyMap<string, T>>): Steps<ReadonlyMap<string, T>> {
    try {
      return yield* steps;
    } catch (fault) {
      log(fault);
      return new Map();
    }
  }

  const log = (fault: unknown): void =>
    connection.console.error(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault));

  const tell = (message: string): void => {
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
  };
  const answer =
    <P, R>(handler: (context: Context, params: P) => R) =>
    (params: P): R | null =>
      attempt(() => handler({ service, texts, client, tell }, params), null);

  connection.onInitialized(async () => {
    // At once: a folder may come or go while the first ones are read.
    if (client.changesFolders) connection.workspace.onDidChangeWorkspaceFolders(changeFolders);
    await Promise.all([configure(), register(connection, client)]);
    await readFolders(client.folders);
    isRead = true;
    checks.request();
    await checks.settled();
    becomesRead();
  });
  connection.onShutdown(() => {
    checks.dispose();
    delivery.dispose();
  });

  async function changeFolders({ added, removed }: WorkspaceFoldersChangeEvent): Promise<void> {
    workspace.remove(removed.map(({ uri }) => uri));
    await readFolders(added.map(({ uri }) => uri));
    checks.request();
  }

  async function readFolders(folders: readonly string[]): Promise<void> {
    const progress = scanProgress(() => connection.window.createWorkDoneProgress());
    await workspace.add(folders, progress.report);
    progress.end();
  }

  async function configure(pushed?: unknown): Promise<void> {
    const section = client.sendsConfiguration
      ? await connection.workspace.getConfiguration('mqsc').catch(() => pushed)
      : pushed;
    const rulePages = client.rulePages;
    rules = JSON.stringify(rulesOf(section));
    service.configure({
      rules: rulesOf(section),
      format: formatOf(section),
      ...shownOf(section),
      ...(rulePages !== undefined && { rulePages }),
    });
    checks.request();
    refreshShown();
  }
  connection.onDidChangeConfiguration(({ settings }) => configure(settings?.mqsc));

  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
    const source = canonicalUri(uri);
    const isKnown = service.text(source) === text && texts.uriOf(source) === uri;
    attempt(() => texts.open(uri, version, text), undefined);
    delivery.opened(source);
    if (!isKnown) checks.request();
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const source = attempt(() => texts.change(uri, version, contentChanges), undefined);
    checks.request();
    if (source !== undefined) delivery.changed(source);
  });
  connection.onDidCloseTextDocument(async ({ textDocument: { uri } }) => {
    texts.close(uri);
    delivery.closed(uri);
    await workspace.refresh([uri]);
    checks.request();
  });
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    if ((await workspace.refresh(changes.map(({ uri }) => uri))) === 'changed') checks.request();
  });

  connection.onHover(answer(hover));
  connection.onCompletion(answer(completion));
  connection.onCompletionResolve((item) => answer(resolveCompletion)(item) ?? item);
  connection.onDefinition(answer(definition));
  connection.onReferences(answer(references));
  connection.onDocumentHighlight(answer(highlight));
  connection.onPrepareRename(answer(prepareRename));
  connection.onRenameRequest(answer(rename));
  connection.languages.callHierarchy.onPrepare(answer(prepareCalls));
  connection.languages.callHierarchy.onIncomingCalls(answer(incomingCalls));
  connection.languages.callHierarchy.onOutgoingCalls(answer(outgoingCalls));
  connection.onDocumentSymbol(answer(symbols));
  connection.onWorkspaceSymbol(answer(workspaceSymbols));
  connection.onSelectionRanges(answer(selectionRanges));
  connection.onDocumentLinks(answer(documentLinks));
  connection.onCodeLens(answer(codeLens));
  connection.languages.inlayHint.on(answer(inlayHints));
  connection.onFoldingRanges(answer(folding));
  connection.onDocumentFormatting(answer(formatting));
  connection.onDocumentRangeFormatting(answer(rangeFormatting));
  connection.onDocumentOnTypeFormatting(answer(onTypeFormatting));
  connection.onCodeAction(answer(codeActions));
  connection.onCodeActionResolve((action) => answer(resolveCodeAction)(action) ?? action);
  const tokens = answer(semanticTokens);
  const changedTokens = answer(semanticTokensDelta);
  const tokensInRange = answer(semanticTokensInRange);
  connection.languages.semanticTokens.on((params) => tokens(params) ?? { data: [] });
  connection.languages.semanticTokens.onDelta((params) => changedTokens(params) ?? { data: [] });
  connection.languages.semanticTokens.onRange((params) => tokensInRange(params) ?? { data: [] });
  for (const [name, handler] of Object.entries(customRequests)) {
    connection.onRequest(name, answer(handler as (context: Context, params: unknown) => unknown));
  }
}

/** A client that refuses, whatever it said of itself, is served without. */
async function register(connection: Connection, client: Client): Promise<void> {
  const refused = (reason: unknown) => connection.console.warn(String(reason));
  if (client.sendsConfiguration && client.tellsConfiguration) {
    await connection.client.register(DidChangeConfigurationNotification.type, { section: 'mqsc' }).catch(refused);
  }
  if (client.watchesFiles) {
    const watchers = [
      { globPattern: watchedFiles },
      { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
    ];
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(refused);
  }
}
