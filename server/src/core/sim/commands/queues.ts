import { recordLoss } from '../channel-state.ts';
import { startConsumer } from '../consumer.ts';
import { isClusterTransmissionQueue, makeTransmissionQueue, type QueueDefinition, readQueue } from '../definitions.ts';
import { takeAll } from '../message-list.ts';
import { note } from '../notes.ts';
import { pumpSoon, wakeSoon } from '../place.ts';
import { changeDepth, depthOf, markDeleted } from '../queue-row.ts';
import { define } from '../queue-terms.ts';
import { publishQueue } from '../repository/news.ts';
import { holdersOf, inItsStructure, localQueueFor } from '../sharing-group.ts';
import { lookForTrigger } from '../trigger.ts';
import type { LocalQueue, QueueManager, World } from '../world.ts';
import { attributesOf, type Command, clustersAfter, clustersIn, hasKeyword, nameOf, textAfter } from './command.ts';
import { handlesOn, isOpen, leadsElsewhere } from './open-handles.ts';

export const alterQueue: Command = (world, at, body) => {
  const name = nameOf(body);
  const before = definitionOf(at, name);
  if (before === undefined || before.type !== body.objectName) return `AMQ8147E: object ${name} not found`;
  const attributes = { ...before.attributes, ...attributesOf(body) };
  const clusters = clustersAfter(at, body, attributes, before.clusters);
  const after = readQueue({ ...before, clusters, attributes });
  const handles = leadsElsewhere(before, after) ? handlesOn(world, at, name) : [];
  if (handles.length > 0 && !hasKeyword(body, 'FORCE')) return `AMQ8148E: ${name} is in use; FORCE would alter it`;
  for (const handle of handles) handle.isChanged = true;
  install(world, at, after);
  return 'altered';
};

/** A namelist was changed: what names it is in other clusters now. */
export function readNamelistAnew(world: World, at: QueueManager, namelist: string): void {
  for (const queue of [...at.queues.values()])
    if (queue.attributes.CLUSNL?.value.trim() === namelist)
      install(world, at, readQueue({ ...queue, clusters: clustersIn(at, queue.attributes) }));
}

/** What a program does that alters one attribute or two, as amqsclm does. */
export function alterAttributes(
  world: World,
  at: QueueManager,
  name: string,
  values: Readonly<Record<string, string>>,
): string {
  const before = definitionOf(at, name);
  if (before === undefined) return `AMQ8147E: object ${name} not found`;
  const set = Object.entries(values).map(([keyword, value]) => [keyword, { value, at: undefined }] as const);
  install(world, at, readQueue({ ...before, attributes: { ...before.attributes, ...Object.fromEntries(set) } }));
  return 'altered';
}

export const defineQueue: Command = (world, at, body) => {
  const name = nameOf(body);
  const before = at.queues.get(name);
  if (before !== undefined && !hasKeyword(body, 'REPLACE')) return `AMQ8150E: object ${name} already exists`;
  if (before !== undefined && before.type !== body.objectName) return `AMQ8151E: object ${name} has a different type`;
  const like = textAfter(body, 'LIKE');
  const model = like === undefined ? undefined : at.queues.get(like);
  const attributes = { ...model?.attributes, ...attributesOf(body) };
  const after = readQueue({
    name,
    type: body.objectName ?? 'QLOCAL',
    clusters: clustersAfter(at, body, attributes, model?.clusters ?? []),
    attributes,
    definedAt: undefined,
  });
  if (before !== undefined && leadsElsewhere(before, after)) {
    for (const handle of handlesOn(world, at, name)) handle.isChanged = true;
  }
  install(world, at, after);
  return 'defined';
};

export const deleteQueue: Command = (world, at, body) => {
  const name = nameOf(body);
  const before = at.queues.get(name);
  if (before === undefined || before.type !== body.objectName) return `AMQ8147E: object ${name} not found`;
  const local = at.locals.get(name);
  if (local !== undefined) {
    if (isOpen(world, local)) return `AMQ8148E: ${name} is in use`;
    if (depthOf(world, local.row) > 0 && !hasKeyword(body, 'PURGE')) return `AMQ8143E: ${name} is not empty`;
    discardAll(world, local, `${name} was deleted with PURGE`);
    markDeleted(world, local.row);
    local.owner.locals.delete(name);
  }
  if (before.disposition === 'SHARED') at.group?.owner.queues.delete(name);
  for (const holder of holdersOf(at, before)) {
    holder.locals.delete(name);
    holder.queues.delete(name);
    publishQueue(world, holder, name, before.clusters);
  }
  return 'deleted';
};

export const clearQueue: Command = (world, at, body) => {
  const name = nameOf(body);
  const local = at.locals.get(name);
  if (local === undefined) return `AMQ8147E: object ${name} not found`;
  if (isOpen(world, local)) return `AMQ8148E: ${name} is in use`;
  discardAll(world, local, `${name} was cleared`);
  return 'cleared';
};

/** Cluster transmission queues are there without a definition. */
const definitionOf = (at: QueueManager, name: string): QueueDefinition | undefined =>
  at.queues.get(name) ?? (isClusterTransmissionQueue(name) ? makeTransmissionQueue(name) : undefined);

/** Makes a definition current here at once, at every member of the group for a shared queue, and known in the cluster later. */
function install(world: World, at: QueueManager, given: QueueDefinition): void {
  const definition = inItsStructure(at.group, given);
  for (const holder of holdersOf(at, definition)) installAt(world, holder, definition);
  if (definition.disposition === 'SHARED') at.group?.owner.queues.set(definition.name, definition);
}

function installAt(world: World, at: QueueManager, definition: QueueDefinition): void {
  const before = at.queues.get(definition.name);
  at.queues.set(definition.name, definition);
  if (definition.type === 'QLOCAL') {
    const local = localQueueFor(world, at, definition);
    define(world, local, definition);
    wakeSoon(world, local.row);
    lookForTrigger(world, local);
    // A transmission queue that is open for gets again.
    for (const channel of at.outbound.values()) if (channel.transmissionQueue === local) pumpSoon(world, channel.row);
  }
  publishQueue(world, at, definition.name, before?.clusters ?? []);
  const namelist = definition.attributes.CLUSNL?.value.trim() ?? '';
  if (namelist !== '' && !at.namelists.has(namelist))
    note(
      world,
      at.name,
      `CLUSNL(${namelist}) of ${definition.name} names no cluster: ${at.name} has no such namelist.`,
    );
  for (const consumer of world.consumers) {
    if (consumer.queueManager !== at || consumer.state !== 'waiting' || world.nowUs < consumer.plan.startAtUs) continue;
    if (consumer.isReconnectDue) continue;
    startConsumer(world, consumer, `${definition.name} was defined`);
  }
}

function discardAll(world: World, local: LocalQueue, reason: string): void {
  for (const message of takeAll(world, local.row)) {
    changeDepth(world, local.row, -1);
    recordLoss(world, local.owner.name, message, 'discarded', reason);
  }
}
