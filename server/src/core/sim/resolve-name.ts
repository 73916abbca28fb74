import {
  isManagerAlias,
  resolveName as meaningOf,
  type NameMeaning,
  type NamePlace,
} from '#core/model/resolve-name.ts';
import { assumes } from './assumptions.ts';
import type { QueueDefinition } from './definitions.ts';
import { sharedTransmissionQueue } from './intra-group.ts';
import { versionOf } from './queue-manager-row.ts';
import { queueManagerRoutes, queueRoutes } from './routing/candidates.ts';
import { noRow } from './rows.ts';
import { isAmbiguous } from './sharing-group.ts';
import { isMeantAt, rememberMeaning, type TargetRow, targetIn } from './target-row.ts';
import type { Choice, LocalQueue, QueueManager, Resolution, Target, World } from './world.ts';

/** What ObjectName and ObjectQMgrName mean at a queue manager now, by the rules that the editor follows as well. */
export function resolveName(world: World, at: QueueManager, queue: string, queueManager: string): Resolution {
  return asResolution(world, at, meaningOf(placeIn(world, at), { queue, queueManager }));
}

/** What the names on a transmission header mean here. */
export function resolveTarget(world: World, at: QueueManager, target: TargetRow): Resolution {
  const names = targetIn(world, target);
  if (names.meaning !== undefined && isMeantAt(world, target, at.row, versionOf(world, at.row))) return names.meaning;
  const resolution = meaningAt(world, at, target, names);
  if (!isKept(at, resolution)) return resolution;
  const isStraight = resolution.kind === 'local' && !resolution.isIndirect;
  const queue = isStraight ? resolution.queue.row : noRow;
  rememberMeaning(world, target, { at: at.row, version: versionOf(world, at.row), queue });
  names.meaning = resolution;
  return resolution;
}

/** A message on its way over several queue managers has its header read at each of them. */
function meaningAt(world: World, at: QueueManager, target: TargetRow, { queue, queueManager }: Target): Resolution {
  const known = at.meanings.get(target);
  if (known !== undefined && known.version === versionOf(world, at.row)) return known.resolution;
  const resolution = resolveName(world, at, queue, queueManager);
  if (isKept(at, resolution)) at.meanings.set(target, { version: versionOf(world, at.row), resolution });
  return resolution;
}

/** Why a name is not known depends on who runs now, and what it means in a queue-sharing group on the other members. */
const isKept = (at: QueueManager, { kind }: Resolution): boolean => kind !== 'failed' && at.group === undefined;

/** A queue of the cluster by its name, for the workload algorithm to choose an instance. */
export const clusterQueue = (name: string, opened?: QueueDefinition): Choice => ({
  kind: 'cluster-queue',
  opened,
  isIndirect: isIndirect(opened),
  name,
  selection: undefined,
});

const isIndirect = (opened: QueueDefinition | undefined): boolean =>
  opened?.type === 'QALIAS' || opened?.type === 'QREMOTE';

export const isChoice = (resolution: Resolution): resolution is Choice =>
  resolution.kind === 'cluster-queue' || resolution.kind === 'cluster-queue-manager';

const placeIn = (world: World, at: QueueManager): NamePlace<QueueDefinition> => ({
  isItself: (name) => name === at.name,
  queue: (name) => at.queues.get(name),
  local: (name) => {
    const definition = at.locals.get(name)?.definition;
    return definition && { queue: definition, isTransmission: definition.isTransmission };
  },
  defaultTransmissionQueue: at.definition.defaultTransmissionQueue,
  isOffered: (name) => queueRoutes(world, at, name).length > 0,
  followsOwnName: () => assumes(world, 'alias-of-own-name', 'cluster'),
  isInReach: (name) => queueManagerRoutes(world, at, name).length > 0,
  isInGroup: (name) =>
    at.definition.usesIntraGroupQueuing && at.group?.members.some((member) => member.name === name) === true,
  isSharedHere: ({ queue, queueManager }) =>
    at.group !== undefined &&
    at.queues.get(queue)?.disposition === 'SHARED' &&
    (queueManager === at.group.name ||
      (at.definition.ignoresNameForShared && at.group.members.some(({ name }) => name === queueManager))),
  isAmbiguous: (name) => isAmbiguous(at, name),
  unknown: (name) => (at.asked.get(name)?.state === 'held' ? 2189 : 2085),
});

/** `opened` is the first definition on the way; with none before it, the queue's own defaults count. (IBM: MQMD Persistence) */
function asResolution(world: World, at: QueueManager, meaning: NameMeaning<QueueDefinition>): Resolution {
  const first = meaning.passed.find((definition) => !isManagerAlias(definition));
  switch (meaning.kind) {
    case 'failed':
      return { kind: 'failed', reason: meaning.reason };
    case 'local':
      return here(at, meaning.queue, first);
    case 'cluster-queue':
      return clusterQueue(meaning.name, first ?? meaning.own);
    case 'cluster-queue-manager':
      return {
        kind: 'cluster-queue-manager',
        opened: first,
        isIndirect: isIndirect(first),
        queueManager: meaning.queueManager,
        queue: meaning.queue,
        selection: undefined,
      };
    case 'intra-group':
      return leaving(sharedTransmissionQueue(world, at), first, meaning);
    case 'transmission': {
      const queue = at.locals.get(meaning.transmission.name);
      return queue ? leaving(queue, first ?? queue.definition, meaning) : { kind: 'failed', reason: 2196 };
    }
  }
}

function here(at: QueueManager, found: QueueDefinition, first: QueueDefinition | undefined): Resolution {
  const queue = at.locals.get(found.name);
  const opened = first ?? found;
  return queue
    ? { kind: 'local', opened, isIndirect: isIndirect(opened), queue, place: undefined }
    : { kind: 'failed', reason: 2085 };
}

const leaving = (
  queue: LocalQueue,
  opened: QueueDefinition | undefined,
  header: { readonly queue: string; readonly queueManager: string },
): Resolution => ({
  kind: 'transmission',
  opened,
  isIndirect: isIndirect(opened),
  queue,
  targetQueue: header.queue,
  targetQueueManager: header.queueManager,
});
