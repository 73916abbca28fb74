import type { Plan, PlanQueueManager } from '#core/scenario/plan.ts';
import { addClients, countProducers } from './add-clients.ts';
import { makeAlike } from './alike.ts';
import { makeChannelTimes } from './channel-times.ts';
import { senderOf } from './channels.ts';
import {
  hostQueueOf,
  publicationQueue,
  type QueueDefinition,
  readChannel,
  readQueue,
  readQueueManager,
} from './definitions.ts';
import { makeEventQueue } from './event-queue.ts';
import { makeMessageStore } from './message-store.ts';
import { readNeeds } from './needs.ts';
import { pairKey } from './network.ts';
import { readSubscription, readTopic, type TopicDefinition } from './pubsub/topics.ts';
import { addQueueManagerRow, setLimits, setRunning } from './queue-manager-row.ts';
import { makeReached } from './reached.ts';
import { enter, makeDirectory } from './repository/knowledge.ts';
import { makeRng } from './rng.ts';
import { makeRouteUses } from './routing/route-uses.ts';
import { makeRows, noRow, type Rows } from './rows.ts';
import { localQueueFor, makeSharingGroups, shareDefinitions } from './sharing-group.ts';
import type { TraceDetail } from './trace.ts';
import type { Link, QueueManager, World } from './world.ts';

/** The world at the moment zero: everything runs, all channels are inactive, every queue is empty. */
export function buildWorld(plan: Plan, detail: TraceDetail, record: World['record']): World {
  const begun = makeRows();
  const hasPublishers = plan.applications.some((each) => each.kind === 'producer' && each.topic !== undefined);
  const make = (each: PlanQueueManager, id: number) => makeQueueManager(begun, each, id, plan, hasPublishers);
  const queueManagers = plan.queueManagers.map(make);
  const sharingGroups = makeSharingGroups(plan, queueManagers, (name, id) => make(groupOwner(name), id));
  const named = new Map(queueManagers.map((qm) => [qm.name, qm]));
  const defaultLink = makeLink(plan.network.latencyUs, plan.network.bandwidth);
  const links = plan.network.links.map((link): [string, Link] => [
    pairKey(...link.between),
    makeLink(link.latencyUs ?? plan.network.latencyUs, link.bandwidth ?? plan.network.bandwidth),
  ]);
  const { rows, rowsUsed } = begun;
  const world: World = {
    // What each event needs comes first, to lie together.
    rows,
    messages: makeMessageStore(),
    events: makeEventQueue(),
    nowUs: 0,
    record: detail === 'full' ? record : undefined,
    decisions: detail === 'full' ? [] : undefined,
    rowsUsed,
    plan,
    usesNewStepOrder: !(Number.parseFloat(plan.mqVersion) < 8),
    rng: makeRng(plan.seed),
    processed: 0,
    lastConsumedUs: 0,
    queueManagers,
    queueManagerNamed: named,
    channels: [],
    producers: [],
    consumers: [],
    localQueues: [],
    lanes: new Map(),
    handles: [],
    freeHandles: [],
    targets: [],
    targetRows: new Map(),
    directory: makeDirectory(),
    brokenLinks: new Set(),
    links: new Map(links),
    defaultLink,
    totals: {
      put: 0,
      rejected: 0,
      consumed: 0,
      expired: 0,
      lost: 0,
      duplicated: 0,
      streamed: 0,
      rerouted: 0,
      outOfOrder: 0,
      groupsSplit: 0,
    },
    violations: [],
    answers: [],
    waitingConditions: new Set(),
    nextMessage: 1,
    nextHandle: 1,
    noted: new Set(),
    assumed: new Set(),
    copies: new Map(),
    asides: new Map(),
    putAgain: new Set(),
    groups: [],
    groupNumbers: new Map(),
    needs: readNeeds(plan),
    reached: makeReached(countProducers(plan)),
    uniformClusters: (plan.uniformClusters ?? []).map((cluster, id) => ({
      id,
      name: cluster.name,
      members: cluster.members.flatMap((name) => named.get(name) ?? []),
      balanceUs: Math.max(1, cluster.balanceUs),
      isBalanceDue: false,
    })),
    sharingGroups,
    downHosts: new Set(),
    heldReceivers: new Set(),
    hasTriggeredReaders: plan.applications.some((each) => each.kind === 'consumer' && each.triggered === true),
    routeUses: makeRouteUses(),
    freeEntry: noRow,
    placements: new Map(),
    channelTimes: makeChannelTimes(),
    channelTerms: makeAlike(),
    queueTerms: makeAlike(),
    producerHabits: makeAlike(),
    consumerHabits: makeAlike(),
    doubts: [],
  };
  shareDefinitions(world);
  world.directory.isFresh = plan.network.partialRepositories === 'fresh';
  for (const qm of queueManagers) {
    if (world.directory.isFresh) world.directory.newMembers.add(qm.id);
    for (const definition of qm.queues.values()) {
      if (definition.type === 'QLOCAL') localQueueFor(world, qm, definition);
    }
    enter(world.directory, qm);
  }
  for (const qm of queueManagers) {
    for (const queue of [...qm.locals.values()]) if (queue.definition.isTransmission) senderOf(world, qm, queue);
  }
  addClients(world);
  return world;
}

function makeQueueManager(
  world: Rows,
  plan: PlanQueueManager,
  id: number,
  whole: Plan,
  hasPublishers: boolean,
): QueueManager {
  const channels = plan.channels.map(readChannel);
  const topics = (plan.topics ?? []).map(readTopic);
  const ofType = (...types: string[]) => channels.filter((channel) => types.includes(channel.type));
  const definition = readQueueManager(plan);
  const row = addQueueManagerRow(world, id);
  setRunning(world, row, true);
  setLimits(world, row, definition);
  return {
    id,
    row,
    name: plan.name,
    clusters: new Set(plan.clusterMemberships.map((membership) => membership.cluster)),
    fullRepositoryOf: new Set(plan.clusterMemberships.filter((m) => m.isFullRepository).map((m) => m.cluster)),
    definition,
    state: 'running',
    group: undefined,
    host: whole.hosts.find(({ queueManagers }) => queueManagers.includes(plan.name))?.name,
    standby: standbyOf(plan.name, whole),
    failures: 0,
    lastEnd: 'clean',
    isSwitchingOver: false,
    queues: new Map(
      [...plan.queues.map(readQueue), ...(hasPublishers ? publicationQueuesOf(topics) : [])].map((each) => [
        each.name,
        each,
      ]),
    ),
    topics,
    subscriptions: (plan.subscriptions ?? []).map((each) => readSubscription(each, topics)),
    locals: new Map(),
    namelists: new Map(Object.entries(plan.namelists ?? {})),
    receivers: ofType('CLUSRCVR'),
    senders: ofType('SDR', 'SVR'),
    pointReceivers: ofType('RCVR', 'RQSTR'),
    outbound: new Map(),
    inbound: [],
    suspendedIn: new Set(),
    clusterSenders: ofType('CLUSSDR'),
    beliefs: new Map(),
    refreshing: new Set(),
    swept: new Set(),
    asked: new Map(),
    movedGroups: new Map(),
    forcedBy: new Map(),
    waysToQueues: new Map(),
    waysToQueueManagers: new Map(),
    meanings: new Map(),
    localUses: new Map(),
  };
}

/** The queues that publications pass, where somebody publishes. */
function publicationQueuesOf(topics: readonly TopicDefinition[]): readonly QueueDefinition[] {
  const queueFor = (name: string, clusters: readonly string[], put: string) =>
    readQueue({
      name,
      type: 'QLOCAL',
      clusters,
      attributes: { PUT: { value: put, at: undefined } },
      definedAt: undefined,
    });
  const hosted = topics.filter(({ cluster, isHostRouted }) => cluster !== '' && isHostRouted);
  return [
    queueFor(publicationQueue, [], 'ENABLED'),
    ...hosted.map(({ name, cluster, isPublishEnabled }) =>
      queueFor(hostQueueOf(name), [cluster], isPublishEnabled ? 'ENABLED' : 'DISABLED'),
    ),
  ];
}

const groupOwner = (name: string): PlanQueueManager => ({
  name,
  clusterMemberships: [],
  attributes: {},
  queues: [],
  channels: [],
});

function standbyOf(name: string, { takeovers = [] }: Plan): QueueManager['standby'] {
  const takeover = takeovers.find(({ queueManager }) => queueManager === name);
  return takeover && { afterUs: takeover.afterUs, host: takeover.host, isNativeHa: takeover.kind === 'native-ha' };
}

const makeLink = (latencyUs: number, bandwidth: number): Link => ({
  latencyUs,
  usPerByte: bandwidth > 0 ? 1_000_000 / bandwidth : 0,
});
