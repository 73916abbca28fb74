import type { YamlSiblings, YamlStep } from '#core/estate/yaml-place.ts';
import type { JsonSchema } from '#core/estate/yaml-shape.ts';

/** What may stand at the end of the steps: several where alternatives are not told apart yet. */
export function schemasAt(root: JsonSchema, steps: readonly YamlStep[]): readonly JsonSchema[] {
  let schemas: readonly JsonSchema[] = [root];
  for (const step of steps)
    schemas = schemas.flatMap((schema) =>
      step.kind === 'item'
        ? alternatives(schema).flatMap(({ items }): readonly JsonSchema[] => (isSchema(items) ? [items] : []))
        : fitting(schema, step.siblings, step.key).flatMap((one): readonly JsonSchema[] =>
            asList(schemaOfKey(one, step.key)),
          ),
    );
  return schemas;
}

/** The mappings that a schema allows, less those whose constant or keys these keys contradict. */
export function fitting(schema: JsonSchema, siblings: YamlSiblings, ignored?: string): readonly JsonSchema[] {
  const maps = alternatives(schema).filter((one) => isSchema(one.properties) || isSchema(one.additionalProperties));
  const agreeing = maps.filter(({ properties }) =>
    [...siblings].every(([key, value]) => {
      const property = isSchema(properties) ? properties[key] : undefined;
      return key === ignored || !isSchema(property) || property.const === undefined || String(property.const) === value;
    }),
  );
  const knowing = agreeing.filter((one) => [...siblings.keys()].every((key) => schemaOfKey(one, key) !== undefined));
  return knowing.length > 0 ? knowing : agreeing;
}

/** A schema, or the ones that its `anyOf` holds. */
export const alternatives = (schema: JsonSchema): readonly JsonSchema[] =>
  Array.isArray(schema.anyOf) ? schema.anyOf.filter(isSchema).flatMap(alternatives) : [schema];

export const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value of a key: of the known keys, else of those that the author names. */
export function schemaOfKey({ properties, additionalProperties }: JsonSchema, key: string): JsonSchema | undefined {
  const own = isSchema(properties) && Object.hasOwn(properties, key) ? properties[key] : undefined;
  if (isSchema(own)) return own;
  return isSchema(additionalProperties) ? additionalProperties : undefined;
}

export const asList = (schema: JsonSchema | undefined): readonly JsonSchema[] => (schema ? [schema] : []);

/** The words that a value may be. */
export const wordsOf = (schema: JsonSchema): readonly string[] =>
  alternatives(schema).flatMap(({ enum: words, const: word, type }) => {
    if (Array.isArray(words)) return words.map(String);
    if (word !== undefined) return [String(word)];
    return type === 'boolean' ? ['true', 'false'] : [];
  });

export const descriptionOf = ({ description }: JsonSchema): string | undefined =>
  typeof description === 'string' ? description : undefined;
