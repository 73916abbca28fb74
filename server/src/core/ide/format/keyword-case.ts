import { parameterFacts } from '#core/facts/lookup.ts';
import type { CommandBody, Parameter, ValueItem } from '#core/syntax/tree.ts';
import type { FormatOptions } from './format-options.ts';

type KeywordCase = FormatOptions['keywordCase'];

/** A word of MQ's in the case that is wanted. */
export const inCase = (word: string, wanted: KeywordCase): string =>
  wanted === 'upper' ? word.toUpperCase() : wanted === 'lower' ? word.toLowerCase() : word;

/**
 * A parameter's keyword as it is to be written. The tree keeps it in upper case only; a keyword that a continuation splits is
 * put together from its letters.
 */
export function keywordOf({ raw }: CommandBody, { keyword, keywordSpan }: Parameter, wanted: KeywordCase): string {
  const letters = raw.slice(keywordSpan.start, keywordSpan.end).replace(/[^A-Za-z0-9]/g, '');
  return inCase(letters.toUpperCase() === keyword ? letters : keyword, wanted);
}

/** A value's element as it is to be written: MQ's own words follow the keywords, everything else stays as it is. */
export function itemText(body: CommandBody, parameter: Parameter, item: ValueItem, wanted: KeywordCase): string {
  return isOfMq(body, parameter, item) ? inCase(item.written, wanted) : item.written;
}

function isOfMq({ verbName, objectName }: CommandBody, parameter: Parameter, item: ValueItem): boolean {
  if (item.kind !== 'word' || item.holes.length > 0 || verbName === undefined || objectName === undefined) return false;
  if (parameter.keyword === 'WHERE') return (parameter.value?.items.indexOf(item) ?? 2) < 2;
  const facts = parameterFacts(verbName, objectName, parameter.keyword);
  // Where a value of one's own is possible, a word may be a name.
  if (!facts || facts.openValue !== undefined || !closedTypes.has(facts.type)) return false;
  return facts.values?.some(({ value }) => value === item.text) || facts.valueSynonyms?.[item.text] !== undefined;
}

const closedTypes: ReadonlySet<string> = new Set(['enum', 'enumList', 'integerOrKeyword']);
