import type { InitializeParams } from 'vscode-languageserver';
import type { ClientTraits } from './context.ts';

/** What the client says of itself when it starts the server. */
export interface Client extends ClientTraits {
  /** URIs of the folders that it has open. */
  readonly folders: readonly string[];
  readonly sendsConfiguration: boolean;
  /** Can be asked to tell when its configuration changes. */
  readonly tellsConfiguration: boolean;
  readonly watchesFiles: boolean;
  readonly changesFolders: boolean;
  /** Asks for lenses and hints again when it is told to: they depend on other files. */
  readonly refreshesLenses: boolean;
  readonly refreshesHints: boolean;
  /**
   * Asks for diagnostics instead of being sent them. Only a client that asks again when it is told to: findings depend on
   * other files.
   */
  readonly pullsDiagnostics: boolean;
}

export function clientTraits({ capabilities, initializationOptions, ...params }: InitializeParams): Client {
  const { workspace, textDocument } = capabilities;
  const options = (initializationOptions ?? {}) as Partial<Record<string, unknown>>;
  const folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
  return {
    folders,
    rulePages: textOf(options.rulePages)?.replace(/\/$/, ''),
    sendsConfiguration: workspace?.configuration === true,
    tellsConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    changesFolders: workspace?.workspaceFolders === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    pullsDiagnostics: textDocument?.diagnostic !== undefined && workspace?.diagnostics?.refreshSupport === true,
    takesVersionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    takesSnippetEdits:
      workspace?.workspaceEdit?.documentChanges === true && workspace.workspaceEdit.snippetEditSupport === true,
    resolvesActionEdits: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true,
    takesMultilineTokens: textDocument?.semanticTokens?.multilineTokenSupport === true,
    playsForward: options.playForward === true,
    showsLabelDetails: textDocument?.completion?.completionItem?.labelDetailsSupport === true,
    suggestCommand: textOf(options.suggestCommand),
  };
}

const textOf = (option: unknown): string | undefined => (typeof option === 'string' ? option : undefined);
