import {
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  type CompletionItem as LspItem,
  MarkupKind,
  type Range,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import type { CompletionItem, CompletionTopic } from '#core/ide/answers.ts';
import type { ClientTraits, Context } from './context.ts';
import { type Place, placeOf } from './place-of.ts';

export function completion(context: Context, params: TextDocumentPositionParams): CompletionList | null {
  const place = placeOf(context.texts, params);
  if (place === undefined) return null;
  const { replace, items, isIncomplete = false } = context.service.completion(place.source, place.offset);
  const range = onOneLine(context.texts.rangeOf(place.source, replace), place);
  return { isIncomplete, items: items.map((item) => convert(item, range, context.client)) };
}

/** Adds the documentation to the item that the user looks at. */
export function resolveCompletion({ service }: Context, item: LspItem): LspItem {
  const value = isTopic(item.data) ? service.completionDocumentation(item.data) : undefined;
  return value === undefined ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value } };
}

const isTopic = (data: unknown): data is CompletionTopic =>
  typeof data === 'object' && data !== null && 'keyword' in data;

function convert(item: CompletionItem, range: Range, { suggestCommand, showsLabelDetails }: ClientTraits): LspItem {
  return {
    label: item.label,
    kind: kinds[item.kind],
    sortText: `${item.rank} ${item.label}`,
    insertTextFormat: item.isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range, newText: item.insert },
    ...(item.detail !== undefined &&
      (showsLabelDetails ? { labelDetails: { description: item.detail } } : { detail: item.detail })),
    ...(item.topic !== undefined && { data: item.topic }),
    ...(item.documentation !== undefined && {
      documentation: { kind: MarkupKind.Markdown, value: item.documentation },
    }),
    ...(suggestCommand !== undefined &&
      opensParenthesis(item) && { command: { title: 'Suggest values', command: suggestCommand } }),
  };
}

/** The caret ends up between parentheses, where values can be offered at once. */
const opensParenthesis = (item: CompletionItem): boolean => item.isSnippet && /\(\$(1|\{1[:}])/.test(item.insert);

/** The protocol wants the replaced text on the caret's line; a word that was split over lines is completed from there. */
function onOneLine(range: Range, { position }: Place): Range {
  const start = range.start.line === position.line ? range.start : { line: position.line, character: 0 };
  return { start, end: range.end.line === position.line ? range.end : position };
}

const kinds: Readonly<Record<CompletionItem['kind'], CompletionItemKind>> = {
  verb: CompletionItemKind.Keyword,
  object: CompletionItemKind.Class,
  attribute: CompletionItemKind.Property,
  flag: CompletionItemKind.Constant,
  value: CompletionItemKind.EnumMember,
  name: CompletionItemKind.Reference,
  snippet: CompletionItemKind.Snippet,
};
