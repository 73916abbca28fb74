import { type YamlPlace, yamlPlaceAt } from '#core/estate/yaml-place.ts';
import type { JsonSchema } from '#core/estate/yaml-shape.ts';
import type { Completion, CompletionItem } from '../answers.ts';
import { alternatives, descriptionOf, fitting, isSchema, schemasAt, wordsOf } from './schema-walk.ts';
import { type KnownNames, namesAt } from './yaml-names.ts';

/** What can stand at the offset of an `mqsc.yaml` or a scenario, by its format and by what the estate knows. */
export function yamlCompletion(root: JsonSchema, offset: number, known: KnownNames): Completion {
  const place = yamlPlaceAt(known.text, offset);
  if (!place) return { replace: { start: offset, end: offset }, items: [] };
  const schemas = schemasAt(root, place.steps);
  const isMapping = schemas.flatMap(alternatives).some(({ type }) => type === 'object');
  const items =
    place.role === 'key' && isMapping
      ? keyItems(schemas, place, known)
      : valueItems(schemas, { ...place, role: 'value' }, known);
  return { replace: place.word, items };
}

function keyItems(schemas: readonly JsonSchema[], place: YamlPlace, known: KnownNames): readonly CompletionItem[] {
  const found = new Map<string, CompletionItem>();
  for (const schema of schemas.flatMap((one) => fitting(one, place.siblings))) {
    const required = Array.isArray(schema.required) ? schema.required : [];
    for (const [key, value] of Object.entries(isSchema(schema.properties) ? schema.properties : {}))
      if (isSchema(value) && !place.siblings.has(key) && !found.has(key))
        found.set(key, {
          label: key,
          kind: 'attribute',
          detail: wordsOf(value).slice(0, 5).join(' | ') || undefined,
          documentation: descriptionOf(value),
          ...keyInsert(key, value, place),
          rank: required.includes(key) ? '0' : '1',
        });
  }
  const names = namesAt(place, known).filter(([name]) => !place.siblings.has(name) && !found.has(name));
  const free = schemas.flatMap((one) =>
    alternatives(one).flatMap(({ additionalProperties }) =>
      isSchema(additionalProperties) ? [additionalProperties] : [],
    ),
  )[0];
  return [
    ...found.values(),
    ...names.map(([name, detail]) => nameItem(name, detail, free ? keyInsert(name, free, place) : undefined)),
  ];
}

/** A key with what follows it: a value on the line, or the first line of a mapping or list below. */
function keyInsert(
  key: string,
  value: JsonSchema,
  { hasColon, isFlow }: YamlPlace,
): Pick<CompletionItem, 'insert' | 'isSnippet'> {
  if (hasColon) return { insert: key, isSnippet: false };
  const types = alternatives(value).map(({ type }) => type);
  const below = types.every((type) => type === 'object')
    ? '\n  $0'
    : types.every((type) => type === 'array')
      ? '\n  - $0'
      : undefined;
  return below === undefined || isFlow
    ? { insert: `${key}: `, isSnippet: false }
    : { insert: `${key}:${below}`, isSnippet: true };
}

function valueItems(schemas: readonly JsonSchema[], place: YamlPlace, known: KnownNames): readonly CompletionItem[] {
  const words = [...new Set(schemas.flatMap(wordsOf))];
  const supplied = schemas
    .map(({ default: value }) => (value === undefined ? undefined : String(value)))
    .find((one) => one !== undefined);
  const offered = supplied !== undefined && !words.includes(supplied) ? [...words, supplied] : words;
  return [
    ...offered.map(
      (word, index): CompletionItem => ({
        label: word,
        kind: 'value',
        detail: word === supplied ? 'default' : undefined,
        documentation: undefined,
        insert: word,
        isSnippet: false,
        rank: String(index).padStart(2, '0'),
      }),
    ),
    ...namesAt(place, known).map(([name, detail]) => nameItem(name, detail, undefined)),
  ];
}

const nameItem = (
  name: string,
  detail: string,
  insert: Pick<CompletionItem, 'insert' | 'isSnippet'> | undefined,
): CompletionItem => ({
  label: name,
  kind: 'name',
  detail,
  documentation: undefined,
  insert: name,
  isSnippet: false,
  ...insert,
  rank: '3',
});
