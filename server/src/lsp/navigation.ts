import type { Location, TextDocumentPositionParams } from 'vscode-languageserver';
import type { Definition } from '#core/ide/answers.ts';
import type { Context } from './context.ts';
import { placeOf } from './place-of.ts';

/** Where the thing under the caret is defined. */
export function definition(context: Context, params: TextDocumentPositionParams): Location[] {
  const place = placeOf(context.texts, params);
  return place === undefined ? [] : locations(context, context.service.definition(place.source, place.offset));
}

/** Everything that names the thing under the caret. */
export function references(context: Context, params: TextDocumentPositionParams): Location[] {
  const place = placeOf(context.texts, params);
  return place === undefined ? [] : locations(context, context.service.references(place.source, place.offset));
}

const locations = ({ texts }: Context, found: readonly Definition[]): Location[] =>
  found.map(({ target }) => ({ uri: texts.uriOf(target.source), range: texts.rangeOf(target.source, target.span) }));
