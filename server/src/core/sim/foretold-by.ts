import { sentOver } from './channel-row.ts';
import { takesTwoWays } from './intra-group.ts';
import { isPersistent } from './message.ts';
import { fact, type Message, numberOf } from './message-store.ts';
import { overtakerPriorityOf, wasOvertakerPersistent } from './producer-row.ts';
import type { LocalQueue, Producer, World } from './world.ts';

/** The rule whose finding says that a sequence breaks in the way in which it just broke; undefined: none speaks of it. */
export function orderForetoldBy(
  world: World,
  queue: LocalQueue,
  producer: Producer,
  late: Message,
): string | undefined {
  if (hasClones(world, queue)) return 'ordered-queue-has-clones';
  if (takesTwoWays(producer.queueManager, queue.owner)) return 'intra-group-queuing-reorders';
  if (
    queue.definition.isByPriority &&
    overtakerPriorityOf(world, producer.row) > numberOf(world.messages, late, fact.priority)
  ) {
    return 'priority-delivery-reorders';
  }
  if (isPersistent(world, late) && !wasOvertakerPersistent(world, producer.row)) return 'fast-nonpersistent-overtakes';
  const ways = queue.owner.inbound.filter((channel) => channel.isCluster && channel.from === producer.queueManager);
  return ways.filter(({ row }) => sentOver(world, row) > 0).length > 1 ? 'parallel-channels-reorder' : undefined;
}

/** Each member of a queue-sharing group advertises a shared queue; it is one queue all the same. */
function hasClones({ directory }: World, { name }: LocalQueue): boolean {
  const places = directory.instances.get(name)?.map(({ owner }) => owner.locals.get(name) ?? owner);
  return new Set(places).size > 1;
}
