import { instanceName } from './clients.ts';
import { type ConsumerRow, consumerIn, countConsumedBy } from './consumer-row.ts';
import { endMessage, idOf } from './message.ts';
import { addFirst } from './message-list.ts';
import { fact, type Message, numberOf, setNumber } from './message-store.ts';
import { priorityOn } from './place.ts';
import { changeDepth, countConsumed, type QueueRow, queueIn } from './queue-row.ts';
import { watchProcessed } from './watch-processed.ts';
import type { World } from './world.ts';

/** The reader has committed its get. */
export function completeMessage(world: World, consumer: ConsumerRow, queue: QueueRow, message: Message): void {
  countConsumedBy(world, consumer);
  countConsumed(world, queue);
  world.totals.consumed++;
  world.lastConsumedUs = world.nowUs;
  if (world.record !== undefined) recordConsumed(world, consumer, queue, message);
  watchProcessed(world, queue, consumer, message);
  endMessage(world, message);
}

function recordConsumed(world: World, consumer: ConsumerRow, queue: QueueRow, message: Message): void {
  world.record?.({
    kind: 'consumed',
    atUs: world.nowUs,
    message: idOf(world, message),
    application: instanceName(consumerIn(world, consumer)),
    queueManager: queueIn(world, queue).owner.name,
    queue: queueIn(world, queue).name,
  });
}

/** The get is backed out: the message stands at the front of its priority again. */
export function putBack(world: World, consumer: ConsumerRow, queue: QueueRow, message: Message): void {
  const backouts = numberOf(world.messages, message, fact.backouts) + 1;
  setNumber(world.messages, message, fact.backouts, backouts);
  changeDepth(world, queue, 1);
  addFirst(world, queue, message, priorityOn(world, queue, message));
  world.record?.({
    kind: 'backout',
    atUs: world.nowUs,
    message: idOf(world, message),
    application: instanceName(consumerIn(world, consumer)),
    queueManager: queueIn(world, queue).owner.name,
    queue: queueIn(world, queue).name,
    count: backouts,
  });
}
