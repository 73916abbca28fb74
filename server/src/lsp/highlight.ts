import { type DocumentHighlight, DocumentHighlightKind, type TextDocumentPositionParams } from 'vscode-languageserver';
import type { Context } from './context.ts';
import { placeOf } from './place-of.ts';

export function highlight({ service, texts }: Context, params: TextDocumentPositionParams): DocumentHighlight[] {
  const place = placeOf(texts, params);
  if (place === undefined) return [];
  return service.highlight(place.source, place.offset).map(({ span, kind }) => ({
    range: texts.rangeOf(place.source, span),
    kind: kind === 'write' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}
