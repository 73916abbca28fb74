import type { AttributeFacts } from '#core/facts/facts.ts';
import { attributeFacts, defaultOf, parameterFacts } from '#core/facts/lookup.ts';
import type { Parameter } from '#core/syntax/tree.ts';
import type { CompletionItem } from '../answers.ts';
import { filterItems } from './filter.ts';
import { nameItems, type Offered } from './names.ts';
import type { Place } from './place.ts';

/** Inside the parentheses of a parameter: MQ's words with their meaning, or the estate's names of the right kind. */
export function valueItems(place: Place, parameter: Parameter, offset: number, typed: string): Offered {
  const { verbName: verb, objectName: object } = place.command.body;
  if (!verb || !object) return { items: [], isIncomplete: false };
  if (parameter.keyword === 'WHERE') return { items: filterItems(place, parameter, offset), isIncomplete: false };
  const names = nameItems(place, parameter, typed);
  if (parameter === place.command.body.object) return names;
  return { ...names, items: [...wordItems(place, verb, object, parameter), ...names.items] };
}

/** The words that MQ knows for a parameter, the supplied one marked. */
export function wordItems(
  { platform, channelType }: Place,
  verb: string,
  object: string,
  { keyword, value }: Pick<Parameter, 'keyword' | 'value'>,
): readonly CompletionItem[] {
  const facts = parameterFacts(verb, object, keyword) ?? attributeFacts(object, keyword);
  if (!facts) return [];
  const supplied = defaultOf(object, facts.keyword, { platform, channelType });
  const allowed =
    (channelType ? facts.valuesByChannelType?.[channelType] : undefined) ??
    (platform === 'zos' ? facts.valuesZos : undefined);
  const given = new Set(value?.items.map((i) => i.text));
  const words = (facts.values ?? [])
    .filter((v) => (!allowed || allowed.includes(v.value)) && isOfChannel(facts, v.value, channelType))
    .map((v, index) => {
      const isSupplied = v.value === supplied;
      const detail = isSupplied ? `default${v.meaning ? ` — ${v.meaning}` : ''}` : v.meaning;
      return word(v.value, detail, `${given.has(v.value) ? 1 : 0}${String(index).padStart(2, '0')}`);
    });
  const isListed = words.some(({ label }) => label === supplied);
  return [
    ...words,
    ...(facts.suggestedValues ?? []).map((value) => word(value, undefined, '2')),
    ...(facts.type.startsWith('integer') && supplied && !isListed ? [word(supplied, 'default', '0')] : []),
  ];
}

const isOfChannel = (
  { channelTypesOfValue }: AttributeFacts,
  value: string,
  channelType: string | undefined,
): boolean => !channelType || (channelTypesOfValue?.[value]?.includes(channelType) ?? true);

const word = (value: string, detail: string | undefined, rank: string): CompletionItem => ({
  label: value,
  kind: 'value',
  detail,
  documentation: undefined,
  insert: value,
  isSnippet: false,
  rank,
});
