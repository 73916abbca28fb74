import { type Hover, MarkupKind, type TextDocumentPositionParams } from 'vscode-languageserver';
import type { Context } from './context.ts';
import { placeOf } from './place-of.ts';

export function hover({ service, texts }: Context, params: TextDocumentPositionParams): Hover | null {
  const place = placeOf(texts, params);
  const answer = place && service.hover(place.source, place.offset);
  if (!answer || !place) return null;
  return {
    contents: { kind: MarkupKind.Markdown, value: answer.content },
    range: texts.rangeOf(place.source, answer.span),
  };
}
