import type { QueueDefinition } from '../definitions.ts';
import type { Handle, LocalQueue, QueueManager, World } from '../world.ts';

/** Handles of applications on this queue manager whose name leads through the object. */
export const handlesOn = (world: World, at: QueueManager, name: string): readonly Handle[] =>
  world.producers.flatMap(({ queueManager, handle }) =>
    queueManager === at && handle !== undefined && leadsThrough(handle, name) ? [handle] : [],
  );

/** Whether an application reads it or has it open for puts. A channel that puts to it does not count: it closes it by itself. */
export const isOpen = (world: World, { owner, name, readers }: LocalQueue): boolean =>
  readers.length > 0 || seersOf(world, owner).some((at) => handlesOn(world, at, name).length > 0);

/** A shared queue is seen by each member of its group. */
const seersOf = (world: World, owner: QueueManager): readonly QueueManager[] =>
  world.sharingGroups.find((group) => group.owner === owner)?.members ?? [owner];

function leadsThrough({ resolution }: Handle, name: string): boolean {
  if (resolution.kind === 'failed') return false;
  if (resolution.opened?.name === name || ('name' in resolution && resolution.name === name)) return true;
  return 'queue' in resolution && typeof resolution.queue !== 'string' && resolution.queue.name === name;
}

/** An alteration that leads an open handle elsewhere: it needs FORCE, and the handle is no good any more. (IBM: ALTER queues; 2041) */
export const leadsElsewhere = (before: QueueDefinition, after: QueueDefinition): boolean =>
  before.target !== after.target ||
  before.remoteName !== after.remoteName ||
  before.remoteQueueManager !== after.remoteQueueManager ||
  before.transmissionQueue !== after.transmissionQueue ||
  before.isTransmission !== after.isTransmission;
