import { instanceName } from './clients.ts';
import { endMessage, idOf } from './message.ts';
import { addFirst } from './message-list.ts';
import type { Message } from './message-store.ts';
import { priorityOn } from './place.ts';
import { watchProcessed } from './watch-processed.ts';
import type { Consumer, LocalQueue, World } from './world.ts';

/** The reader has committed its get. */
export function completeMessage(world: World, consumer: Consumer, queue: LocalQueue, message: Message): void {
  consumer.consumed++;
  queue.consumed++;
  world.totals.consumed++;
  world.lastConsumedUs = world.nowUs;
  world.record?.({
    kind: 'consumed',
    atUs: world.nowUs,
    message: idOf(world, message),
    application: instanceName(consumer),
    queueManager: queue.owner.name,
    queue: queue.name,
  });
  watchProcessed(world, queue, consumer, message);
  endMessage(world, message);
}

/** The get is backed out: the message stands at the front of its priority again. */
export function putBack(world: World, consumer: Consumer, queue: LocalQueue, message: Message): void {
  const backouts = (world.messages.backouts[message] ?? 0) + 1;
  world.messages.backouts[message] = backouts;
  queue.depth++;
  addFirst(world.messages, queue.messages, message, priorityOn(world, queue, message));
  world.record?.({
    kind: 'backout',
    atUs: world.nowUs,
    message: idOf(world, message),
    application: instanceName(consumer),
    queueManager: queue.owner.name,
    queue: queue.name,
    count: backouts,
  });
}
