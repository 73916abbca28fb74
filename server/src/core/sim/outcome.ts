import { assumptionWarnings } from './assumptions.ts';
import { countIn } from './batch.ts';
import { batchesOver, batchOf, countInDoubt, epochOf, hasCommitted, sentOver, stateOf } from './channel-row.ts';
import { type Client, isReader, placesFor } from './clients.ts';
import { inputQueueOf } from './consumer.ts';
import { busySessionsOf, consumedBy, queueReadBy } from './consumer-row.ts';
import { evaluateExpectation } from './expectation.ts';
import { itemsOf } from './fifo.ts';
import { isExpired, roleOf } from './message.ts';
import { lengthOf, messagesOf } from './message-list.ts';
import { flag, hasFlag, noMessage } from './message-store.ts';
import { violationsListed } from './notes.ts';
import { putBy } from './producer-row.ts';
import { openedBy } from './pubsub/topics.ts';
import { arrivedAt, consumedFrom, depthOf, isFailed, peakDepthOf, queueIn } from './queue-row.ts';
import { reachedBy } from './reached.ts';
import { noRow } from './rows.ts';
import type { ChannelOutcome, CommandOutcome, Outcome, QueueOutcome, TotalName } from './trace.ts';
import { messagesOnWire } from './wire.ts';
import type { LocalQueue, World } from './world.ts';

/** Counts where every message is at the end. */
export function takeStock(world: World): Outcome {
  const { plan, totals } = world;
  const places = countPlaces(world);
  const counted: Record<TotalName, number> = {
    put: totals.put,
    rejected: totals.rejected,
    consumed: totals.consumed,
    ...places,
    expired: totals.expired + places.expired,
    lost: totals.lost,
    duplicated: totals.duplicated,
    streamed: totals.streamed,
    rerouted: totals.rerouted,
    outOfOrder: totals.outOfOrder,
    groupsSplit: totals.groupsSplit,
  };
  const balance =
    counted.consumed +
    counted.waiting +
    counted.marooned +
    counted.inTransit +
    counted.inDoubt +
    counted.deadLettered +
    counted.backedOut +
    counted.expired +
    counted.lost;
  const violations: Outcome['violations'][number][] = world.violations.map(
    ({ kind, queue, atUs, message, detail, rule }) => ({
      kind,
      queue,
      atMs: atUs / 1000,
      ...(message !== undefined && { message }),
      detail,
      ...(rule !== undefined && { rule }),
    }),
  );
  if (balance !== counted.put + counted.duplicated + counted.streamed) {
    const detail = `${counted.put} messages were put, ${balance} are accounted for.`;
    violations.push({ kind: 'conservation', queue: '', atMs: world.nowUs / 1000, detail });
  }
  const outcome: Omit<Outcome, 'expectations'> = {
    scenario: plan.name,
    seed: plan.seed,
    endedAtMs: world.nowUs / 1000,
    events: world.processed,
    lastConsumedAtMs: world.lastConsumedUs / 1000,
    totals: counted,
    queues: queueOutcomes(world),
    channels: channelOutcomes(world),
    applications: applicationOutcomes(world),
    routes: routeOutcomes(world),
    violations: violations.slice(0, violationsListed + 1),
    ...(world.answers.length > 0 && { commands: world.answers.map(commandOutcome) }),
    warnings: [...plan.warnings, ...assumptionWarnings(world)],
  };
  return { ...outcome, expectations: plan.expectations.map((expect) => evaluateExpectation(expect, outcome)) };
}

const commandOutcome = ({ atUs, ...answer }: World['answers'][number]): CommandOutcome => ({
  atMs: atUs / 1000,
  ...answer,
});

type Places = Record<
  'waiting' | 'marooned' | 'inTransit' | 'inDoubt' | 'deadLettered' | 'backedOut' | 'expired',
  number
>;

function countPlaces(world: World): Places {
  const places: Places = {
    waiting: 0,
    marooned: 0,
    inTransit: 0,
    inDoubt: 0,
    deadLettered: 0,
    backedOut: 0,
    expired: 0,
  };
  const read = readersByName(world);
  for (const queue of world.localQueues) {
    const resting = restingPlace(world, queue, read);
    for (const message of messagesOf(world, queue.row)) {
      const role = roleOf(world, message);
      if (isExpired(world, message)) places.expired++;
      else if (role === 'dead-letter') places.deadLettered++;
      else if (role === 'backout') places.backedOut++;
      else if (role === 'transmission') places.inTransit++;
      else places[resting]++;
    }
  }
  for (const { row } of world.consumers) places.waiting += busySessionsOf(world, row);
  places.inDoubt += world.doubts.length;
  for (const { unit } of world.producers) {
    for (const { placement } of unit) places[placement.role === 'transmission' ? 'inTransit' : 'waiting']++;
  }
  for (const channel of world.channels) {
    for (const message of messagesOf(world, channel.row)) {
      if (isExpired(world, message)) places.expired++;
      else places.inTransit++;
    }
    if (!hasCommitted(world, channel.row)) {
      places.inDoubt += countInDoubt(world, channel.row);
      places.inTransit += countIn(world, batchOf(channel.row));
    }
    // Fast nonpersistent messages on the wire belong to no batch.
    for (const message of [...itemsOf(channel.inbox), ...messagesOnWire(world, channel.row)]) {
      if (message !== noMessage && !hasFlag(world.messages, message, flag.isInBatch)) places.inTransit++;
    }
  }
  return places;
}

/** For each queue name: the queues that consumers of the plan read, and those whose reader runs. */
function readersByName(
  world: World,
): Map<string, { readonly read: Set<LocalQueue>; readonly served: Set<LocalQueue> }> {
  const byName = new Map<string, { read: Set<LocalQueue>; served: Set<LocalQueue> }>();
  for (const consumer of world.consumers) {
    const read = queueReadBy(world, consumer.row);
    const queue = read === noRow ? inputQueueOf(world, consumer) : queueIn(world, read);
    if (typeof queue === 'number') continue;
    const entry = byName.get(queue.name) ?? { read: new Set(), served: new Set() };
    entry.read.add(queue);
    if (consumer.state === 'running') entry.served.add(queue);
    byName.set(queue.name, entry);
  }
  return byName;
}

/** Marooned: on a queue manager that is down, or where nobody reads although somebody should. */
function restingPlace(
  world: World,
  queue: LocalQueue,
  readers: ReturnType<typeof readersByName>,
): 'waiting' | 'marooned' {
  if (queue.owner.state === 'down' || isFailed(world, queue.row)) return 'marooned';
  const entry = readers.get(queue.name);
  return entry === undefined || entry.served.has(queue) ? 'waiting' : 'marooned';
}

function queueOutcomes(world: World): Outcome['queues'] {
  const all = byName<Record<string, QueueOutcome>>();
  for (const queue of world.localQueues) {
    const isSystem = queue.name.startsWith('SYSTEM.');
    const arrived = arrivedAt(world, queue.row);
    const peakDepth = peakDepthOf(world, queue.row);
    if (isSystem && arrived === 0 && peakDepth === 0) continue;
    const ofOwner = all[queue.owner.name] ?? byName<QueueOutcome>();
    all[queue.owner.name] = ofOwner;
    ofOwner[queue.name] = {
      arrived,
      consumed: consumedFrom(world, queue.row),
      depth: depthOf(world, queue.row),
      peakDepth,
    };
  }
  return all;
}

const channelOutcomes = (world: World): ChannelOutcome[] =>
  world.channels
    .filter(
      (channel) =>
        epochOf(world, channel.row) > 0 ||
        lengthOf(world, channel.row) > 0 ||
        stateOf(world, channel.row) !== 'INACTIVE',
    )
    .map(({ from, to, name, row, retries }) => ({
      from: from.name,
      to: to.name,
      name,
      state: stateOf(world, row),
      messages: sentOver(world, row),
      batches: batchesOver(world, row),
      retries,
      inDoubt: countInDoubt(world, row),
    }));

function applicationOutcomes(world: World): Outcome['applications'] {
  const all = byName<{
    put: number;
    rejected: Record<string, number>;
    consumed: number;
    connections?: Record<string, number>;
  }>();
  for (const application of [...world.producers, ...world.consumers]) {
    const entry = all[application.plan.name] ?? { put: 0, rejected: {}, consumed: 0 };
    all[application.plan.name] = entry;
    if (isReader(application)) entry.consumed += consumedBy(world, application.row);
    else entry.put += putBy(world, application.row);
    if (isCounted(application)) entry.connections = connectionsOf(world, application, entry.connections);
    for (const [reason, count] of application.rejected) {
      entry.rejected[reason] = (entry.rejected[reason] ?? 0) + count;
    }
  }
  return all;
}

const isCounted = ({ plan }: Client): boolean => plan.instances > 1 || plan.reconnect !== 'no';

/** With each queue manager that the client could be connected to, by name. */
function connectionsOf(world: World, client: Client, known: Record<string, number> | undefined) {
  const places = client.plan.reconnect === 'any' ? placesFor(world, client) : [];
  const counts = known ?? Object.assign(byName<number>(), Object.fromEntries(places.map(({ name }) => [name, 0])));
  const { queueManager, state } = client;
  if (queueManager !== undefined)
    counts[queueManager.name] = (counts[queueManager.name] ?? 0) + (state === 'running' ? 1 : 0);
  return counts;
}

function routeOutcomes(world: World): Outcome['routes'] {
  const all = byName<Record<string, Record<string, number>>>();
  for (const { plan, id } of world.producers) {
    const queues = all[plan.name] ?? byName<Record<string, number>>();
    all[plan.name] = queues;
    const counts = queues[openedBy(plan)] ?? byName<number>();
    queues[openedBy(plan)] = counts;
    for (const each of reachedBy(world.reached, id)) {
      const name = world.queueManagers[each.id]?.name;
      if (name !== undefined) counts[name] = (counts[name] ?? 0) + each.count;
    }
  }
  return all;
}

/** Without JavaScript's own names: `__proto__` is a name like any other. */
const byName = <T>(): Record<string, T> => Object.create(null);
