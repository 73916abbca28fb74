import { type FoldingRange, FoldingRangeKind, type FoldingRangeParams } from 'vscode-languageserver';
import { canonicalUri } from './canonical-uri.ts';
import type { Context } from './context.ts';

export function folding({ service, texts }: Context, { textDocument }: FoldingRangeParams): FoldingRange[] {
  const source = canonicalUri(textDocument.uri);
  return service.folding(source).flatMap(({ span, kind }) => {
    const { start, end } = texts.rangeOf(source, span);
    // A span that ends at the start of a line has its last text on the line before.
    const endLine = end.character === 0 ? end.line - 1 : end.line;
    if (endLine <= start.line) return [];
    return [{ startLine: start.line, endLine, ...(kinds[kind] !== undefined && { kind: kinds[kind] }) }];
  });
}

const kinds = { command: undefined, comment: FoldingRangeKind.Comment, section: FoldingRangeKind.Region };
