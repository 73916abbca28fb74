import { isQueueManagerAlias, type QueueDefinition } from './definitions.ts';
import { sharedTransmissionQueue } from './intra-group.ts';
import { targetNumbered } from './message.ts';
import { queueManagerRoutes, queueRoutes, versionOf } from './routing/candidates.ts';
import { isAmbiguous } from './sharing-group.ts';
import type { QueueManager, Resolution, World } from './world.ts';

/**
 * What ObjectName and ObjectQMgrName mean at a queue manager. Blank ObjectQMgrName: a local object, else a cluster queue.
 * A name: this queue manager, a queue manager alias, a transmission queue of that name, a cluster member, the default
 * transmission queue. (IBM: Name resolution; MQOPEN and clusters.)
 */
export function resolveName(world: World, at: QueueManager, queue: string, queueManager: string): Resolution {
  return queueManager === '' ? resolveQueue(world, at, queue, 'any') : resolveAt(world, at, queue, queueManager);
}

/** What the names on a transmission header mean here. */
export function resolveTarget(world: World, at: QueueManager, target: number): Resolution {
  const known = at.meanings.get(target);
  if (known !== undefined && known.version === versionOf(world, at)) return known.resolution;
  const { queue, queueManager } = targetNumbered(world, target);
  const resolution = resolveName(world, at, queue, queueManager);
  // Why a name is not known depends on who runs now, and what it means in a queue-sharing group on the other members.
  if (resolution.kind !== 'failed' && at.group === undefined)
    at.meanings.set(target, { version: versionOf(world, at), resolution });
  return resolution;
}

const failed = (reason: number): Resolution => ({ kind: 'failed', reason });

function resolveQueue(world: World, at: QueueManager, name: string, scope: 'any' | 'local'): Resolution {
  if (isAmbiguous(at, name)) return failed(2343);
  const opened = at.queues.get(name);
  if (opened === undefined) return scope === 'local' ? failed(2085) : inCluster(world, at, name);
  switch (opened.type) {
    case 'QALIAS':
      return throughAlias(world, at, opened);
    case 'QREMOTE':
      return throughRemote(world, at, opened);
    default:
      return localOrClones(at, opened, scope);
  }
}

/** Several instances of a clustered local queue: the workload algorithm decides whether the local one is used. */
function localOrClones(at: QueueManager, opened: QueueDefinition, scope: 'any' | 'local'): Resolution {
  const queue = at.locals.get(opened.name);
  if (queue === undefined) return failed(2085);
  return scope === 'any' && opened.clusters.length > 0
    ? { kind: 'cluster-queue', opened, name: opened.name }
    : { kind: 'local', opened, queue };
}

function inCluster(world: World, at: QueueManager, name: string): Resolution {
  if (queueRoutes(world, at, name).length > 0) return { kind: 'cluster-queue', opened: undefined, name };
  const mayAsk = at.clusters.size === 0 || world.queueManagers.some((qm) => answersFor(qm, at));
  return failed(mayAsk ? 2085 : 2189);
}

const answersFor = (repository: QueueManager, at: QueueManager): boolean =>
  repository.state === 'running' && [...at.clusters].some((cluster) => repository.fullRepositoryOf.has(cluster));

function throughAlias(world: World, at: QueueManager, alias: QueueDefinition): Resolution {
  if (alias.target === '') return failed(2082);
  const base = at.queues.get(alias.target);
  if (base?.type === 'QALIAS') return failed(2001);
  const resolution = resolveQueue(world, at, alias.target, 'any');
  if (resolution.kind === 'failed') return resolution.reason === 2085 ? failed(2082) : resolution;
  return { ...resolution, opened: alias };
}

function throughRemote(world: World, at: QueueManager, remote: QueueDefinition): Resolution {
  if (isQueueManagerAlias(remote)) return failed(2085);
  const resolution =
    remote.transmissionQueue === ''
      ? resolveName(world, at, remote.remoteName, remote.remoteQueueManager)
      : overTransmissionQueue(at, remote.transmissionQueue, remote.remoteName, remote.remoteQueueManager);
  return resolution.kind === 'failed' ? resolution : { ...resolution, opened: remote };
}

function resolveAt(world: World, at: QueueManager, queue: string, queueManager: string): Resolution {
  if (queueManager === at.name) return resolveQueue(world, at, queue, 'local');
  const alias = at.queues.get(queueManager);
  if (alias !== undefined && isQueueManagerAlias(alias)) {
    if (alias.transmissionQueue !== '') {
      return overTransmissionQueue(at, alias.transmissionQueue, queue, alias.remoteQueueManager || queueManager);
    }
    if (alias.remoteQueueManager === '') return resolveQueue(world, at, queue, 'any');
    if (alias.remoteQueueManager !== queueManager) return resolveAt(world, at, queue, alias.remoteQueueManager);
  }
  const named = at.locals.get(queueManager);
  if (named?.definition.isTransmission) return overTransmissionQueue(at, queueManager, queue, queueManager);
  if (queueManagerRoutes(world, at, queueManager).length > 0) {
    return { kind: 'cluster-queue-manager', opened: undefined, queueManager, queue };
  }
  const isNear = at.group?.members.some(({ name }) => name === queueManager) && at.definition.usesIntraGroupQueuing;
  if (isNear) {
    const shared = sharedTransmissionQueue(world, at);
    return {
      kind: 'transmission',
      opened: undefined,
      queue: shared,
      targetQueue: queue,
      targetQueueManager: queueManager,
    };
  }
  const byDefault = at.definition.defaultTransmissionQueue;
  return byDefault === '' ? failed(2087) : overTransmissionQueue(at, byDefault, queue, queueManager);
}

function overTransmissionQueue(at: QueueManager, name: string, queue: string, queueManager: string): Resolution {
  const transmission = at.locals.get(name);
  if (transmission === undefined) return failed(2196);
  if (!transmission.definition.isTransmission) return failed(2091);
  // With no definition before it on the way, the transmission queue's own defaults count. (IBM: MQMD Persistence)
  return {
    kind: 'transmission',
    opened: transmission.definition,
    queue: transmission,
    targetQueue: queue,
    targetQueueManager: queueManager,
  };
}
