import type {
  DocumentFormattingParams,
  DocumentOnTypeFormattingParams,
  DocumentRangeFormattingParams,
  TextEdit as LspEdit,
} from 'vscode-languageserver';
import type { TextEdit } from '#core/text/span.ts';
import { canonicalUri } from './canonical-uri.ts';
import type { Context } from './context.ts';
import { placeOf } from './place-of.ts';

/** The layout of a whole document, by the settings. */
export function formatting(context: Context, { textDocument }: DocumentFormattingParams): LspEdit[] {
  return convert(context, context.service.format(canonicalUri(textDocument.uri)));
}

/** The layout of the commands that a range touches. */
export function rangeFormatting(context: Context, params: DocumentRangeFormattingParams): LspEdit[] {
  const source = canonicalUri(params.textDocument.uri);
  const document = context.texts.document(source);
  if (document === undefined) return [];
  const within = { start: document.offsetAt(params.range.start), end: document.offsetAt(params.range.end) };
  return convert(context, context.service.format(source, {}, within));
}

/**
 * What Enter asks for; the editor has put the line break in already. Lines that are typed are indented as the editor does. A
 * layout is not: it has to be the same in every editor and on the command line.
 */
export function onTypeFormatting(context: Context, params: DocumentOnTypeFormattingParams): LspEdit[] {
  const place = placeOf(context.texts, params);
  if (place === undefined) return [];
  return convert(context, context.service.formatOnType(place.source, place.offset, { indent: params.options.tabSize }));
}

const convert = ({ texts }: Context, edits: readonly TextEdit[]): LspEdit[] =>
  edits.map(({ source, span, newText }) => ({ range: texts.rangeOf(source, span), newText }));
