import { refusalOf } from './put-checks.ts';
import type { Message, Placement, QueueManager } from './world.ts';

/** The dead-letter queue as a place for a message; undefined when there is none or it takes nothing. */
export function deadLetter(at: QueueManager, message: Message, reason: string): Placement | undefined {
  const queue = at.locals.get(at.definition.deadLetterQueue);
  if (queue === undefined || queue.definition.isTransmission || refusalOf(queue, message.size) !== 0) return undefined;
  return {
    queue,
    role: 'dead-letter',
    channel: undefined,
    targetQueue: queue.name,
    targetQueueManager: at.name,
    isBound: true,
    reason,
    decision: undefined,
  };
}
