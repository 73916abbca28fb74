import { cargoOf } from './message.ts';
import type { Message } from './message-store.ts';
import { refusalOf } from './put-checks.ts';
import { targetFor } from './target-row.ts';
import type { Placement, QueueManager, World } from './world.ts';

/** The dead-letter queue as a place for a message; undefined when there is none or it takes nothing. */
export function deadLetter(world: World, at: QueueManager, message: Message, reason: string): Placement | undefined {
  const queue = at.locals.get(at.definition.deadLetterQueue);
  if (
    queue === undefined ||
    queue.definition.isTransmission ||
    refusalOf(world, queue.row, cargoOf(world, message)) !== 0
  )
    return undefined;
  return {
    kind: 'placed',
    at,
    queue,
    row: queue.row,
    role: 'dead-letter',
    channel: undefined,
    target: targetFor(world, queue.name, at.name),
    isBound: true,
    route: undefined,
    reason,
    decision: undefined,
  };
}
