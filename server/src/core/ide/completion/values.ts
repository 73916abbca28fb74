import type { Platform } from '#core/facts/facts.ts';
import { attributeFacts, defaultOf, parameterFacts } from '#core/facts/lookup.ts';
import type { Estate } from '#core/model/model.ts';
import { type CommandBody, type Parameter, parameterOf, textOf } from '#core/syntax/tree.ts';
import type { CompletionItem } from '../answers.ts';
import { namesFor } from './names.ts';

/** Inside the parentheses of a parameter: MQ's words with their meaning, or the estate's names of the right kind. */
export function valueItems(
  body: CommandBody,
  parameter: Parameter,
  estate: Estate,
  platform: Platform,
): readonly CompletionItem[] {
  const { verbName: verb, objectName: object } = body;
  if (!verb || !object) return [];
  if (parameter === body.object) return verb === 'DEFINE' ? [] : namesFor([{ object }], estate);
  const facts = parameterFacts(verb, object, parameter.keyword) ?? attributeFacts(object, parameter.keyword);
  if (!facts) return [];
  const channelType = textOf(parameterOf(body, 'CHLTYPE'));
  const supplied = defaultOf(object, facts.keyword, { platform, channelType });
  const allowed = channelType ? facts.valuesByChannelType?.[channelType] : undefined;
  const given = new Set(parameter.value?.items.map((i) => i.text));
  const words = (facts.values ?? [])
    .filter((v) => !allowed || allowed.includes(v.value))
    .map(
      (v, index): CompletionItem => ({
        label: v.value,
        kind: 'value',
        detail: v.value === supplied ? `default — ${v.meaning}` : v.meaning,
        documentation: undefined,
        insert: v.value,
        isSnippet: false,
        rank: `${given.has(v.value) ? 1 : 0}${String(index).padStart(2, '0')}`,
      }),
    );
  return [
    ...words,
    ...suggestions(facts.suggestedValues ?? []),
    ...namesFor(facts.references ?? [], estate),
    ...numbers(facts.type, supplied),
  ];
}

const suggestions = (values: readonly string[]): readonly CompletionItem[] =>
  values.map((value) => ({
    label: value,
    kind: 'value',
    detail: undefined,
    documentation: undefined,
    insert: value,
    isSnippet: false,
    rank: '2',
  }));

const numbers = (type: string, supplied: string | undefined): readonly CompletionItem[] =>
  type === 'integer' && supplied
    ? [
        {
          label: supplied,
          kind: 'value',
          detail: 'default',
          documentation: undefined,
          insert: supplied,
          isSnippet: false,
          rank: '0',
        },
      ]
    : [];
