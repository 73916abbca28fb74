import { CodeActionKind, type InitializeResult, TextDocumentSyncKind } from 'vscode-languageserver';
import { semanticTokenModifiers, semanticTokenTypes } from '#core/ide/token-names.ts';
import { fixAllKind } from './action-kinds.ts';
import type { Client } from './client-traits.ts';

/** What the server tells a client that it can do. It is told before the code that does it is loaded. */
export const initializeResult = ({ pullsDiagnostics }: Client): InitializeResult =>
  pullsDiagnostics ? { ...result, capabilities: { ...result.capabilities, diagnosticProvider } } : result;

const result: InitializeResult = {
  serverInfo: { name: 'mqsc' },
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    completionProvider: { triggerCharacters: ['(', ' ', '+'], resolveProvider: true },
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: { prepareProvider: true },
    callHierarchyProvider: true,
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    workspaceSymbolProvider: true,
    selectionRangeProvider: true,
    documentLinkProvider: {},
    codeLensProvider: {},
    inlayHintProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.Refactor, fixAllKind],
      resolveProvider: true,
    },
    semanticTokensProvider: {
      legend: { tokenTypes: [...semanticTokenTypes], tokenModifiers: [...semanticTokenModifiers] },
      full: { delta: true },
      range: true,
    },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  },
};

const diagnosticProvider = { identifier: 'mqsc', interFileDependencies: true, workspaceDiagnostics: true };
