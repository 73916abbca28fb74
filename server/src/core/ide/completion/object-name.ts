import { commandFacts } from '#core/facts/lookup.ts';
import type { Parameter } from '#core/syntax/tree.ts';
import type { CompletionItem } from '../answers.ts';
import { nameItems } from './names.ts';
import type { Place } from './place.ts';

/** The object type whose name must be given before anything else, and is not; undefined once it is, or where none is needed. */
export function unnamedObject({ command }: Place): Parameter | undefined {
  const { verbName: verb, objectName: object, object: noun } = command.body;
  if (!verb || !object || !noun || noun.value) return undefined;
  const { form = '', required = false } = commandFacts(verb, object)?.positional ?? {};
  return required && form !== '' ? noun : undefined;
}

/** Behind an object type without a name: parentheses for one, and the names that the estate knows, in parentheses. */
export function objectNameItems(place: Place, noun: Parameter, typed: string): readonly CompletionItem[] {
  const { verbName: verb = '', objectName: object = '' } = place.command.body;
  const name = commandFacts(verb, object)?.positional.name ?? 'name';
  const parentheses: CompletionItem = {
    label: `(${name})`,
    kind: 'object',
    detail: 'comes before the attributes',
    documentation: undefined,
    insert: '($1)',
    isSnippet: true,
    rank: '0',
  };
  return [parentheses, ...nameItems(place, noun, typed).items];
}
