import type { Location, ReferenceParams, TextDocumentPositionParams } from 'vscode-languageserver';
import type { Definition } from '#core/ide/answers.ts';
import type { Context } from './context.ts';
import { placeOf } from './place-of.ts';

/** Where the thing under the caret is defined. */
export function definition(context: Context, params: TextDocumentPositionParams): Location[] {
  const place = placeOf(context.texts, params);
  return place === undefined ? [] : locations(context, context.service.definition(place.source, place.offset));
}

/** Everything that names the thing under the caret; without its definitions when the client wants the others only. */
export function references(context: Context, params: ReferenceParams): Location[] {
  const place = placeOf(context.texts, params);
  if (place === undefined) return [];
  const found = context.service.references(place.source, place.offset);
  if (params.context.includeDeclaration) return locations(context, found);
  const made = context.service.definition(place.source, place.offset).map(({ target }) => keyOf(target));
  return locations(
    context,
    found.filter(({ target }) => !made.includes(keyOf(target))),
  );
}

const keyOf = ({ source, span }: Definition['target']): string => `${source}:${span.start}`;

const locations = ({ texts }: Context, found: readonly Definition[]): Location[] =>
  found.map(({ target }) => ({ uri: texts.uriOf(target.source), range: texts.rangeOf(target.source, target.span) }));
