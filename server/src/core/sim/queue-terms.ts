import { numberAlike } from './alike.ts';
import type { QueueDefinition } from './definitions.ts';
import { type QueueRow, setTermsNumber, termsNumberOf } from './queue-row.ts';
import type { LocalQueue, World } from './world.ts';

/** What a definition says that each message meets. Queues with the same terms share one object, which so stays in the processor's cache. */
export type QueueTerms = Pick<QueueDefinition, (typeof termNames)[number]>;

const termNames = [
  'isPutEnabled',
  'isGetEnabled',
  'maxDepth',
  'maxMessageLength',
  'takesPersistent',
  'distributes',
  'isByPriority',
  'isTransmission',
  'streamQueue',
  'mustStream',
  'trigger',
  'backoutThreshold',
  'backoutQueue',
] as const satisfies readonly (keyof QueueDefinition)[];

/** The terms of a queue now. A queue always has some, so there are these. */
export const termsOf = (world: World, queue: QueueRow): QueueTerms =>
  world.queueTerms.all[termsNumberOf(world, queue)] as QueueTerms;

/** Whether nothing happens to a message that is put there but that it waits for a reader. */
export function isPlain(world: World, queue: QueueRow): boolean {
  const { isTransmission, streamQueue, trigger, distributes } = termsOf(world, queue);
  return !isTransmission && !distributes && trigger === undefined && streamQueue === '';
}

/** Makes a definition that of the queue. */
export function define(world: World, queue: LocalQueue, definition: QueueDefinition): void {
  queue.definition = definition;
  setTermsNumber(world, queue.row, numberTerms(world, definition));
}

function numberTerms({ queueTerms }: World, definition: QueueDefinition): number {
  const terms = Object.fromEntries(termNames.map((name) => [name, definition[name]])) as unknown as QueueTerms;
  return numberAlike(queueTerms, JSON.stringify(terms), terms);
}
