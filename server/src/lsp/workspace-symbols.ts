import { SymbolKind, type WorkspaceSymbol, type WorkspaceSymbolParams } from 'vscode-languageserver';
import type { Context } from './context.ts';
import { symbolKinds } from './symbol-kinds.ts';

export const workspaceSymbols = ({ service, texts }: Context, { query }: WorkspaceSymbolParams): WorkspaceSymbol[] =>
  service.workspaceSymbols(query).map(({ name, kind, container, at }) => ({
    name,
    kind: symbolKinds[kind] ?? SymbolKind.Object,
    containerName: container,
    location: { uri: texts.uriOf(at.source), range: texts.rangeOf(at.source, at.span) },
  }));
