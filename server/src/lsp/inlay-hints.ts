import type { InlayHint, InlayHintParams } from 'vscode-languageserver';
import { canonicalUri } from './canonical-uri.ts';
import type { Context } from './context.ts';

export function inlayHints({ service, texts }: Context, { textDocument, range }: InlayHintParams): InlayHint[] {
  const source = canonicalUri(textDocument.uri);
  const document = texts.document(source);
  if (document === undefined) return [];
  const within = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  return service.inlayHints(source, within).map(({ offset, label, tooltip, side, edit }) => ({
    position: document.positionAt(offset),
    label,
    tooltip,
    ...(side === 'before' ? { paddingRight: true } : { paddingLeft: true }),
    // The edit of a hint is for its own document.
    ...(edit?.source === source && { textEdits: [{ range: texts.rangeOf(source, edit.span), newText: edit.newText }] }),
  }));
}
