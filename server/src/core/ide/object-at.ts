import { attributeFacts, parameterFacts } from '#core/facts/lookup.ts';
import type { Estate, MqObject, NameSpace, QueueManager } from '#core/model/model.ts';
import { nameSpaceOf } from '#core/model/name-spaces.ts';
import { type Command, type Document, parameterOf, spanIn, textOf } from '#core/syntax/tree.ts';
import type { SourceId, Span } from '#core/text/span.ts';
import { cursorAt } from './cursor.ts';
import { ownersAt } from './owner.ts';

/** A name in the text that stands for an object, a cluster or a queue manager. */
export interface NameUse {
  readonly name: string;
  readonly span: Span;
  readonly means:
    | { readonly kind: 'object'; readonly spaces: readonly NameSpace[] }
    | { readonly kind: 'cluster' }
    | { readonly kind: 'queue-manager' };
  /** The queue managers that run the command. */
  readonly owners: readonly QueueManager[];
}

/** The name that the offset touches: of the command's own object, or in a value that refers to another. */
export function nameAt(document: Document, offset: number, estate: Estate): NameUse | undefined {
  const cursor = cursorAt(document, offset);
  if (cursor.kind !== 'value' || !cursor.item) return undefined;
  const { command, parameter, item } = cursor;
  return namesIn(command, document.source, estate).find(
    (use) =>
      use.span.start === command.start + item.span.start && use.name === item.text && parameter.value !== undefined,
  );
}

/** Every name that a command mentions. */
export function namesIn(command: Command, source: SourceId, estate: Estate): readonly NameUse[] {
  const { body } = command;
  const object = body.objectName;
  if (!object) return [];
  const owners = ownersAt(estate, source, command.start);
  return body.parameters.flatMap((parameter) => {
    const means =
      parameter === body.object ? meaningOf([{ object }], body) : referenceOf(object, body.verbName, parameter.keyword);
    if (!means) return [];
    return (parameter.value?.items ?? [])
      .filter((item) => item.text.trim() !== '' && item.holes.length === 0)
      .map((item) => ({ name: item.text, span: spanIn(command, item.span), means, owners }));
  });
}

/** The object after all commands that a command defines or changes, on the first of its queue managers. */
export function objectOf(command: Command, source: SourceId, estate: Estate): MqObject | undefined {
  const [owner] = ownersAt(estate, source, command.start);
  const { body } = command;
  if (!owner || !body.objectName) return undefined;
  if (body.objectName === 'QMGR') return owner.attributes;
  const space = nameSpaceOf(body.objectName, textOf(parameterOf(body, 'CHLTYPE')));
  const name = textOf(body.object);
  return space && name ? owner.objects.get(space, name) : undefined;
}

function referenceOf(object: string, verb: string | undefined, keyword: string): NameUse['means'] | undefined {
  if (keyword === 'LIKE') return meaningOf([{ object }], undefined);
  const facts = (verb && parameterFacts(verb, object, keyword)) || attributeFacts(object, keyword);
  return facts?.references ? meaningOf(facts.references, undefined) : undefined;
}

function meaningOf(
  references: readonly { readonly object: string }[],
  body: Command['body'] | undefined,
): NameUse['means'] | undefined {
  if (references.some((r) => r.object === 'CLUSTER')) return { kind: 'cluster' };
  if (references.some((r) => r.object === 'QMGR')) return { kind: 'queue-manager' };
  const channelType = body && textOf(parameterOf(body, 'CHLTYPE'));
  const spaces = references.flatMap((r) =>
    r.object === 'QUEUE' ? 'queue' : (nameSpaceOf(r.object, channelType) ?? []),
  );
  return spaces.length > 0 ? { kind: 'object', spaces } : undefined;
}
