import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  SymbolKind,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import type { PathItem } from '#core/ide/answers.ts';
import type { Location } from '#core/text/span.ts';
import type { Context } from './context.ts';
import { placeOf } from './place-of.ts';
import { symbolKinds } from './symbol-kinds.ts';

/** The message path in the editor's call hierarchy: a queue is called by those who put to it. */
export function prepareCalls(context: Context, params: TextDocumentPositionParams): CallHierarchyItem[] {
  const place = placeOf(context.texts, params);
  if (place === undefined) return [];
  return context.service.pathItems(place.source, place.offset).map((item) => convert(context, item));
}

interface Asked {
  readonly item: CallHierarchyItem;
}

export const incomingCalls = (context: Context, { item }: Asked): CallHierarchyIncomingCall[] =>
  context.service
    .incoming(pathItem(item))
    .map((call) => ({ from: convert(context, call.item), fromRanges: ranges(context, call.at, call.item) }));

export const outgoingCalls = (context: Context, { item }: Asked): CallHierarchyOutgoingCall[] =>
  context.service
    .outgoing(pathItem(item))
    .map((call) => ({ to: convert(context, call.item), fromRanges: ranges(context, call.at, pathItem(item)) }));

/** Clients show nothing for a call without a place: then it is the putting object's name. */
const ranges = ({ texts }: Context, places: readonly Location[], putter: PathItem) =>
  (places.length > 0 ? places : [putter.at]).map(({ source, span }) => texts.rangeOf(source, span));

const convert = ({ texts }: Context, item: PathItem): CallHierarchyItem => ({
  name: item.name,
  kind: symbolKinds[item.kind] ?? SymbolKind.Object,
  detail: item.detail,
  uri: texts.uriOf(item.at.source),
  range: texts.rangeOf(item.at.source, item.command),
  selectionRange: texts.rangeOf(item.at.source, item.at.span),
  data: item,
});

/** What the client sends back is what it was given. */
const pathItem = ({ data }: CallHierarchyItem): PathItem => data as PathItem;
