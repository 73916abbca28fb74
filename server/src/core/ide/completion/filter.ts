import { commandFacts, parameterFacts } from '#core/facts/lookup.ts';
import type { Parameter } from '#core/syntax/tree.ts';
import type { CompletionItem } from '../answers.ts';
import type { Place } from './place.ts';
import { wordItems } from './values.ts';

/** Inside `WHERE(keyword operator value)`: what can stand at the caret's turn. */
export function filterItems(place: Place, parameter: Parameter, offset: number): readonly CompletionItem[] {
  const { verbName: verb, objectName: object } = place.command.body;
  if (!verb || !object) return [];
  const at = offset - place.command.start;
  const before = (parameter.value?.items ?? []).filter((item) => item.span.end < at);
  const [keyword] = before;
  if (!keyword) return keywords(verb, object);
  if (before.length === 1) return operators;
  return wordItems(place, verb, object, { keyword: keyword.text, value: undefined });
}

const keywords = (verb: string, object: string): readonly CompletionItem[] =>
  (commandFacts(verb, object)?.parameters ?? []).flatMap((keyword) => {
    const facts = parameterFacts(verb, object, keyword);
    if (!facts || facts.type === 'flag' || (facts.kind !== 'attribute' && facts.kind !== 'status')) return [];
    return [item('attribute', facts.keyword, undefined, facts.clusterRelevant ? '0' : '1')];
  });

/** IBM: DISPLAY QUEUE, filter keywords and operators; those for lists are from memory. */
const operators: readonly CompletionItem[] = [
  ['EQ', 'equal to'],
  ['NE', 'not equal to'],
  ['LT', 'less than'],
  ['GT', 'greater than'],
  ['LE', 'less than or equal to'],
  ['GE', 'greater than or equal to'],
  ['LK', 'like a generic name that ends in *'],
  ['NL', 'not like a generic name that ends in *'],
  ['CT', 'list contains'],
  ['EX', 'list does not contain'],
  ['CTG', 'list contains an item like a generic name'],
  ['EXG', 'list contains no item like a generic name'],
].map(([operator = '', meaning], index) => item('value', operator, meaning, String(index).padStart(2, '0')));

function item(kind: CompletionItem['kind'], label: string, detail: string | undefined, rank: string): CompletionItem {
  return { label, kind, detail, documentation: undefined, insert: label, isSnippet: false, rank };
}
