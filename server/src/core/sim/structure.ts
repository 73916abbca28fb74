import { entriesOf, queueOfEntry } from './batch.ts';
import { failChannel } from './channel-life.ts';
import { receivedOf } from './channel-row.ts';
import { recordLoss } from './channel-state.ts';
import { startConsumer, stopConsumer } from './consumer.ts';
import { isPersistent } from './message.ts';
import { addLast, takeAll } from './message-list.ts';
import { note } from './notes.ts';
import { priorityOn } from './place.ts';
import { changeDepth, markFailed } from './queue-row.ts';
import { loseDoubts } from './transaction.ts';
import type { LocalQueue, SharingGroup, World } from './world.ts';

/**
 * A structure of the coupling facility is gone: nonpersistent messages on its queues are lost, persistent ones are in the logs until
 * somebody recovers them, and every call fails with 2373 meanwhile. (IBM: Managing shared queues.)
 */
export function failStructure(world: World, groupName: string, structure: string): void {
  const group = world.sharingGroups.find(({ name }) => name === groupName);
  if (group === undefined || !group.structures.has(structure)) {
    note(world, undefined, `There is no structure ${structure} in ${groupName} to fail.`);
    return;
  }
  if (group.failedStructures.has(structure)) return;
  group.failedStructures.add(structure);
  record(world, group, structure, 'failed');
  const queues = queuesIn(group, structure);
  const rows = new Set(queues.map(({ row }) => row));
  for (const row of rows) markFailed(world, row, 'failed');
  for (const channel of world.channels)
    if (entriesOf(world, receivedOf(channel.row)).some((entry) => rows.has(queueOfEntry(world, entry))))
      failChannel(world, channel, `structure ${structure} of ${groupName} failed`);
  loseDoubts(world, (queue) => queues.includes(queue), groupName, `nonpersistent, and structure ${structure} failed`);
  for (const queue of queues) {
    for (const consumer of [...queue.readers])
      stopConsumer(world, consumer, 'waiting', `2373: structure ${structure} failed`);
    for (const message of takeAll(world, queue.row)) {
      if (isPersistent(world, message)) addLast(world, queue.row, message, priorityOn(world, queue.row, message));
      else {
        changeDepth(world, queue.row, -1);
        recordLoss(world, groupName, message, 'lost', `nonpersistent, and structure ${structure} failed`);
      }
    }
  }
}

/** RECOVER CFSTRUCT: from the last backup and the logs of all members, which a run supposes to be there. TYPE(PURGE) empties it instead. */
export function recoverStructure(
  world: World,
  group: SharingGroup,
  structure: string,
  how: 'restore' | 'purge',
): string {
  if (!group.structures.has(structure)) return `CSQM125I: no CFSTRUCT ${structure} is defined`;
  if (!group.failedStructures.delete(structure)) return `structure ${structure} has not failed`;
  record(world, group, structure, 'available');
  for (const queue of queuesIn(group, structure)) {
    markFailed(world, queue.row, 'available');
    if (how === 'restore') continue;
    for (const message of takeAll(world, queue.row)) {
      changeDepth(world, queue.row, -1);
      recordLoss(world, group.name, message, 'discarded', `structure ${structure} was recovered with TYPE(PURGE)`);
    }
  }
  for (const consumer of world.consumers) {
    if (
      consumer.state === 'waiting' &&
      consumer.queueManager?.group === group &&
      world.nowUs >= consumer.plan.startAtUs
    )
      startConsumer(world, consumer, `structure ${structure} is there again`);
  }
  return 'recovered';
}

function record(world: World, { name }: SharingGroup, structure: string, state: 'failed' | 'available'): void {
  world.record?.({ kind: 'structure', atUs: world.nowUs, queueSharingGroup: name, structure, state });
}

const queuesIn = (group: SharingGroup, structure: string): LocalQueue[] =>
  [...group.owner.locals.values()].filter(({ definition }) => definition.structure === structure);
