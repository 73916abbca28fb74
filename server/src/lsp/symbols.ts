import { type DocumentSymbol, type DocumentSymbolParams, SymbolKind } from 'vscode-languageserver';
import type { SymbolNode } from '#core/ide/answers.ts';
import { canonicalUri } from './canonical-uri.ts';
import type { Context } from './context.ts';
import { symbolKinds } from './symbol-kinds.ts';

export function symbols({ service, texts }: Context, { textDocument }: DocumentSymbolParams): DocumentSymbol[] {
  const source = canonicalUri(textDocument.uri);
  const convert = (node: SymbolNode): DocumentSymbol => ({
    // The protocol forbids an empty name, which half-typed text has.
    name: node.name || node.kind,
    detail: node.detail,
    kind: symbolKinds[node.kind] ?? SymbolKind.Object,
    range: texts.rangeOf(source, node.span),
    selectionRange: texts.rangeOf(source, within(node)),
    children: node.children.map(convert),
  });
  return service.symbols(source).map(convert);
}

/** Clients refuse a name that is not inside its symbol. */
const within = ({ span, nameSpan }: SymbolNode) =>
  nameSpan.start >= span.start && nameSpan.end <= span.end ? nameSpan : { start: span.start, end: span.start };
