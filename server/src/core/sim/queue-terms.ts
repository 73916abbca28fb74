import type { QueueDefinition } from './definitions.ts';
import type { LocalQueue, World } from './world.ts';

/** What a definition says that each message meets. Queues with the same terms share one object, which so stays in the processor's cache. */
export type QueueTerms = Pick<QueueDefinition, (typeof termNames)[number]>;

const termNames = [
  'isPutEnabled',
  'isGetEnabled',
  'maxDepth',
  'maxMessageLength',
  'isByPriority',
  'isTransmission',
  'streamQueue',
  'mustStream',
  'trigger',
  'backoutThreshold',
  'backoutQueue',
] as const satisfies readonly (keyof QueueDefinition)[];

export function termsOf({ queueTerms }: World, definition: QueueDefinition): QueueTerms {
  const words = JSON.stringify(termNames.map((name) => definition[name]));
  const known = queueTerms.get(words);
  if (known !== undefined) return known;
  const terms = Object.fromEntries(termNames.map((name) => [name, definition[name]])) as unknown as QueueTerms;
  queueTerms.set(words, terms);
  return terms;
}

/** Makes a definition that of the queue. */
export function define(world: World, queue: LocalQueue, definition: QueueDefinition): void {
  queue.definition = definition;
  queue.terms = termsOf(world, definition);
}
