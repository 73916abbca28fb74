import type { SelectionRange, SelectionRangeParams } from 'vscode-languageserver';
import { canonicalUri } from './canonical-uri.ts';
import type { Context } from './context.ts';

export function selectionRanges(
  { service, texts }: Context,
  { textDocument, positions }: SelectionRangeParams,
): SelectionRange[] | null {
  const source = canonicalUri(textDocument.uri);
  const document = texts.document(source);
  if (document === undefined) return null;
  return positions.map((position) => {
    const spans = service.selectionRanges(source, document.offsetAt(position));
    const nested = spans.reduceRight<SelectionRange | undefined>(
      (parent, span) => ({ range: texts.rangeOf(source, span), ...(parent && { parent }) }),
      undefined,
    );
    return nested ?? { range: { start: position, end: position } };
  });
}
