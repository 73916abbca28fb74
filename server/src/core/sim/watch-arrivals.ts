import { isNeeded } from './needs.ts';
import { violate } from './notes.ts';
import type { LocalQueue, Message, World } from './world.ts';

/**
 * Counts a group whose messages reach two queue managers. It is a violation where somebody relies on the group: its
 * messages are put in logical order, or the queue is declared to need groups or complete batches.
 */
export function watchGroup(world: World, message: Message, name: string, queue: LocalQueue): void {
  const at = queue.owner.id;
  const group = world.groups.get(name);
  if (group === undefined) {
    world.groups.set(name, { queueManager: at, isSplit: false });
    return;
  }
  if (group.queueManager === at || group.isSplit) return;
  group.isSplit = true;
  world.totals.groupsSplit++;
  const { plan } = message.handle.producer;
  const isGroup = plan.group?.logicalOrder === true || isNeeded(world.needs.groups, message, queue) !== undefined;
  if (!isGroup && isNeeded(world.needs.batches, message, queue) === undefined) return;
  violate(world, {
    kind: 'group-split',
    queue: queue.name,
    atUs: world.nowUs,
    message: message.id,
    detail: `Group ${name} has messages on ${world.queueManagers[group.queueManager]?.name} and on ${queue.owner.name}.`,
    rule: isGroup ? 'groups-without-group-binding' : 'ordered-queue-has-clones',
  });
}
