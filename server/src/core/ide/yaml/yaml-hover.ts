import { yamlPlaceAt } from '#core/estate/yaml-place.ts';
import type { JsonSchema } from '#core/estate/yaml-shape.ts';
import { rules } from '#core/rules/index.ts';
import type { Hover } from '../answers.ts';
import { alternatives, asList, descriptionOf, fitting, schemaOfKey, schemasAt, wordsOf } from './schema-walk.ts';

/** What a key of an `mqsc.yaml` or a scenario means, or the rule that one names. */
export function yamlHover(root: JsonSchema, text: string, offset: number): Hover | undefined {
  const place = yamlPlaceAt(text, offset);
  if (!place || place.word.end === place.word.start) return undefined;
  const key = text.slice(place.word.start, place.word.end);
  const last = place.steps.at(-1);
  const rule = rules.find(({ code }) => code === key);
  if (rule && place.role === 'key')
    return { span: place.word, content: `**${rule.code}** · ${rule.severity}\n\n${rule.title}\n\n${rule.docs.harm}` };
  const schema =
    place.role === 'key'
      ? schemasAt(root, place.steps)
          .flatMap((one) => fitting(one, place.siblings))
          .flatMap((one): readonly JsonSchema[] => asList(schemaOfKey(one, key)))
          .find((one) => descriptionOf(one) !== undefined)
      : schemasAt(root, place.steps).find((one) => wordsOf(one).includes(key));
  const title = place.role === 'key' ? key : last?.kind === 'key' ? last.key : key;
  return schema && { span: place.word, content: markdown(title, schema) };
}

function markdown(key: string, schema: JsonSchema): string {
  const words = wordsOf(schema);
  const { default: supplied, minimum, maximum } = schema;
  const range = alternatives(schema).some(({ type }) => type === 'integer') && minimum !== undefined;
  return [
    `**${key}**`,
    descriptionOf(schema) ?? '',
    words.length > 0 ? words.map((word) => `\`${word}\``).join(' · ') : '',
    range ? `From ${String(minimum)}${maximum === undefined ? '' : ` to ${String(maximum)}`}.` : '',
    supplied === undefined ? '' : `Default: \`${String(supplied)}\`.`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
