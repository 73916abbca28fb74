import type { Plan } from '#core/scenario/plan.ts';
import { addLocalQueue } from './channels.ts';
import type { QueueDefinition } from './definitions.ts';
import { note } from './notes.ts';
import { markFailed } from './queue-row.ts';
import type { LocalQueue, QueueManager, SharingGroup, World } from './world.ts';

/**
 * Gives each member what the group holds for all of them: shared queues are seen by every member, GROUP objects are copied to
 * each. A member's own queue of a shared queue's name stays, and neither can be used there. (IBM: Queue-sharing groups.)
 */
export function shareDefinitions(world: World): void {
  for (const group of world.sharingGroups) {
    for (const member of group.members) {
      for (const definition of [...member.queues.values()]) {
        if (definition.disposition === 'SHARED') shareDefinition(group, definition);
        else if (definition.disposition === 'GROUP') copyDefinition(group, definition);
      }
    }
  }
}

export function makeSharingGroups(
  plan: Plan,
  queueManagers: readonly QueueManager[],
  makeOwner: (name: string, id: number) => QueueManager,
): SharingGroup[] {
  return (plan.queueSharingGroups ?? []).map(({ name, members, structures }, index) => {
    const group: SharingGroup = {
      name,
      owner: makeOwner(name, queueManagers.length + index),
      members: queueManagers.filter((qm) => members.includes(qm.name)),
      structures: new Set(structures),
      failedStructures: new Set(),
      nonrecoverable: new Set(
        plan.queueManagers.flatMap((each) =>
          members.includes(each.name) ? (each.nonrecoverableStructures ?? []) : [],
        ),
      ),
    };
    for (const member of group.members) member.group = group;
    return group;
  });
}

/** The queue managers that a definition made at one of them belongs to. */
export const holdersOf = (at: QueueManager, definition: QueueDefinition): readonly QueueManager[] =>
  definition.disposition === 'SHARED' && at.group !== undefined ? at.group.members : [at];

/** The queue itself, made when the first queue manager that sees it asks. */
export function localQueueFor(world: World, at: QueueManager, definition: QueueDefinition): LocalQueue {
  const { group } = at;
  if (definition.disposition !== 'SHARED' || group === undefined)
    return at.locals.get(definition.name) ?? addLocalQueue(world, at, definition);
  const queue = group.owner.locals.get(definition.name) ?? addLocalQueue(world, group.owner, definition);
  if (definition.structure !== '') group.structures.add(definition.structure);
  markFailed(world, queue.row, group.failedStructures.has(definition.structure) ? 'failed' : 'available');
  at.locals.set(definition.name, queue);
  return queue;
}

/** A shared queue and a private one of the same name: MQ's reason 2343. */
export const isAmbiguous = (at: QueueManager, name: string): boolean =>
  at.group?.owner.locals.has(name) === true && at.queues.get(name)?.disposition !== 'SHARED';

/** Says which dispositions mean nothing. */
export function checkDispositions(world: World): void {
  for (const qm of world.queueManagers) {
    for (const { name, disposition } of qm.queues.values()) {
      if (disposition === 'SHARED' && qm.group === undefined)
        note(world, qm.name, `${qm.name} is in no queue-sharing group: ${name} is a queue of its own.`);
      if (isAmbiguous(qm, name))
        note(world, qm.name, `${name} is private on ${qm.name} and shared in ${qm.group?.name}: 2343 for both there.`);
    }
  }
}

/** The queue as the structure that it stands in lets it be. */
export const inItsStructure = (group: SharingGroup | undefined, definition: QueueDefinition): QueueDefinition =>
  definition.disposition === 'SHARED' && group?.nonrecoverable.has(definition.structure)
    ? { ...definition, takesPersistent: false }
    : definition;

function shareDefinition(group: SharingGroup, definition: QueueDefinition): void {
  const { owner, members } = group;
  if (!owner.queues.has(definition.name)) owner.queues.set(definition.name, inItsStructure(group, definition));
  const shared = owner.queues.get(definition.name) ?? definition;
  for (const member of members) {
    const own = member.queues.get(definition.name);
    if (own === undefined || own.disposition === 'SHARED') member.queues.set(definition.name, shared);
  }
}

function copyDefinition({ members }: SharingGroup, definition: QueueDefinition): void {
  for (const member of members) if (!member.queues.has(definition.name)) member.queues.set(definition.name, definition);
}
