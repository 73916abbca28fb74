import { handleOf, idOf } from './message.ts';
import type { Message } from './message-store.ts';
import { isNeeded } from './needs.ts';
import { violate } from './notes.ts';
import { ownerNumbered } from './queue-manager-row.ts';
import type { Group, LocalQueue, World } from './world.ts';

/**
 * Counts a group whose messages reach two queue managers. It is a violation where somebody relies on the group: its
 * messages are put in logical order, they are the segments of one message, or the queue is declared to need groups or complete batches.
 */
export function watchGroup(world: World, message: Message, group: Group, queue: LocalQueue): void {
  const at = queue.owner.id;
  group.queueManager ??= at;
  if (group.queueManager === at || group.isSplit) return;
  group.isSplit = true;
  world.totals.groupsSplit++;
  const { plan } = handleOf(world, message).producer;
  const isSegmented = plan.group === undefined && (plan.message.segments ?? 1) > 1;
  const isGroup =
    isSegmented ||
    plan.group?.logicalOrder === true ||
    isNeeded(world, world.needs.groups, message, queue) !== undefined;
  if (!isGroup && isNeeded(world, world.needs.batches, message, queue) === undefined) return;
  violate(world, {
    kind: 'group-split',
    queue: queue.name,
    atUs: world.nowUs,
    message: idOf(world, message),
    detail: `${isSegmented ? 'Message' : 'Group'} ${group.name} has ${isSegmented ? 'segments' : 'messages'} on ${ownerNumbered(world, group.queueManager)?.name} and on ${queue.owner.name}.`,
    rule: isGroup ? 'groups-without-group-binding' : 'ordered-queue-has-clones',
  });
}
