import type { Plan, PlanQueueManager } from '#core/scenario/plan.ts';
import { addLocalQueue, senderOf } from './channels.ts';
import { readChannel, readQueue, readQueueManager } from './definitions.ts';
import { makeEventQueue } from './event-queue.ts';
import { makeMessageStore, noMessage } from './message-store.ts';
import { readNeeds } from './needs.ts';
import { pairKey } from './network.ts';
import { enter, makeDirectory } from './repository/knowledge.ts';
import { makeRng } from './rng.ts';
import type { TraceDetail } from './trace.ts';
import type { Consumer, Link, Producer, QueueManager, World } from './world.ts';

/** The world at the moment zero: everything runs, all channels are inactive, every queue is empty. */
export function buildWorld(plan: Plan, detail: TraceDetail, record: World['record']): World {
  const queueManagers = plan.queueManagers.map(makeQueueManager);
  const named = new Map(queueManagers.map((qm) => [qm.name, qm]));
  const defaultLink = makeLink(plan.network.latencyUs, plan.network.bandwidth);
  const links = plan.network.links.map((link): [string, Link] => [
    pairKey(...link.between),
    makeLink(link.latencyUs ?? plan.network.latencyUs, link.bandwidth ?? plan.network.bandwidth),
  ]);
  const world: World = {
    plan,
    usesNewStepOrder: !(Number.parseFloat(plan.mqVersion) < 8),
    rng: makeRng(plan.seed),
    events: makeEventQueue(),
    nowUs: 0,
    processed: 0,
    queueManagers,
    queueManagerNamed: named,
    channels: [],
    producers: [],
    consumers: [],
    localQueues: [],
    messages: makeMessageStore(),
    handles: [],
    freeHandles: [],
    targets: [],
    targetNumbers: new Map(),
    directory: makeDirectory(),
    brokenLinks: new Set(),
    links: new Map(links),
    defaultLink,
    totals: { put: 0, rejected: 0, consumed: 0, expired: 0, lost: 0, rerouted: 0, outOfOrder: 0, groupsSplit: 0 },
    violations: [],
    record: detail === 'full' ? record : undefined,
    decisions: detail === 'full' ? [] : undefined,
    waitingConditions: new Set(),
    nextMessage: 1,
    nextHandle: 1,
    noted: new Set(),
    groups: [],
    groupNumbers: new Map(),
    needs: readNeeds(plan),
  };
  for (const qm of queueManagers) {
    for (const definition of qm.queues.values()) {
      if (definition.type === 'QLOCAL') addLocalQueue(world, qm, definition);
    }
    enter(world.directory, qm);
  }
  for (const qm of queueManagers) {
    for (const queue of [...qm.locals.values()]) if (queue.definition.isTransmission) senderOf(world, qm, queue);
  }
  for (const application of plan.applications) {
    const queueManager = named.get(application.queueManager);
    if (application.kind === 'producer') {
      world.producers.push({
        id: world.producers.length,
        plan: application,
        queueManager,
        state: 'waiting',
        epoch: 0,
        attempts: 0,
        put: 0,
        uncommitted: 0,
        handle: undefined,
        rejected: new Map(),
        highestProcessed: 0,
        reached: [],
      } satisfies Producer);
    } else {
      world.consumers.push({
        id: world.consumers.length,
        plan: application,
        queueManager,
        state: 'waiting',
        queue: undefined,
        sessions: Array.from({ length: Math.max(1, application.sessions) }, () => noMessage),
        sessionEpochs: Array.from({ length: Math.max(1, application.sessions) }, () => 0),
        failuresInRow: 0,
        consumed: 0,
        rejected: new Map(),
      } satisfies Consumer);
    }
  }
  return world;
}

function makeQueueManager(plan: PlanQueueManager, id: number): QueueManager {
  const channels = plan.channels.map(readChannel);
  const ofType = (...types: string[]) => channels.filter((channel) => types.includes(channel.type));
  return {
    id,
    name: plan.name,
    clusters: new Set(plan.clusterMemberships.map((membership) => membership.cluster)),
    fullRepositoryOf: new Set(plan.clusterMemberships.filter((m) => m.isFullRepository).map((m) => m.cluster)),
    definition: readQueueManager(plan),
    state: 'running',
    endedCleanly: true,
    queues: new Map(plan.queues.map((object) => [object.name, readQueue(object)])),
    locals: new Map(),
    receivers: ofType('CLUSRCVR'),
    senders: ofType('SDR', 'SVR'),
    pointReceivers: ofType('RCVR', 'RQSTR'),
    outbound: new Map(),
    inbound: [],
    suspendedIn: new Set(),
    clusterSenders: ofType('CLUSSDR'),
    beliefs: new Map(),
    refreshing: new Set(),
    asked: new Map(),
    stoppedReceivers: new Set(),
    forcedBy: new Map(),
    ownVersion: 0,
    routes: new Map(),
    nextSequence: 1,
    localHistories: new Map(),
  };
}

const makeLink = (latencyUs: number, bandwidth: number): Link => ({
  latencyUs,
  usPerByte: bandwidth > 0 ? 1_000_000 / bandwidth : 0,
});
