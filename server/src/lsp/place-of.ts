import type { Position, TextDocumentPositionParams } from 'vscode-languageserver';
import type { SourceId } from '#core/text/span.ts';
import { canonicalUri } from './canonical-uri.ts';
import type { Texts } from './texts.ts';

export interface Place {
  readonly source: SourceId;
  readonly offset: number;
  readonly position: Position;
}

/** The place that a request is about, in the core's terms; undefined for a document that is not known. */
export function placeOf(texts: Texts, { textDocument, position }: TextDocumentPositionParams): Place | undefined {
  const source = canonicalUri(textDocument.uri);
  const document = texts.document(source);
  return document && { source, offset: document.offsetAt(position), position };
}
