import { recordLoss } from '../channel-state.ts';
import { addLocalQueue } from '../channels.ts';
import { startConsumer } from '../consumer.ts';
import { type QueueDefinition, readQueue } from '../definitions.ts';
import { publishQueue } from '../directory.ts';
import { takeAll } from '../message-list.ts';
import { note } from '../notes.ts';
import { wakeSoon } from '../place.ts';
import type { LocalQueue, QueueManager, World } from '../world.ts';
import { attributesOf, type Command, clustersSet, hasKeyword, nameOf, textAfter } from './command.ts';

export const alterQueue: Command = (world, at, body) => {
  const name = nameOf(body);
  const before = at.queues.get(name);
  if (before === undefined || before.type !== body.objectName) return `AMQ8147E: object ${name} not found`;
  install(world, at, {
    ...before,
    clusters: clustersSet(body) ?? before.clusters,
    attributes: { ...before.attributes, ...attributesOf(body) },
  });
  return 'altered';
};

export const defineQueue: Command = (world, at, body) => {
  const name = nameOf(body);
  const before = at.queues.get(name);
  if (before !== undefined && !hasKeyword(body, 'REPLACE')) return `AMQ8150E: object ${name} already exists`;
  if (before !== undefined && before.type !== body.objectName) return `AMQ8149E: object ${name} is of another type`;
  const like = textAfter(body, 'LIKE');
  const model = like === undefined ? undefined : at.queues.get(like);
  install(world, at, {
    name,
    type: body.objectName ?? 'QLOCAL',
    clusters: clustersSet(body) ?? model?.clusters ?? [],
    attributes: { ...model?.attributes, ...attributesOf(body) },
    definedAt: undefined,
  });
  return 'defined';
};

export const deleteQueue: Command = (world, at, body) => {
  const name = nameOf(body);
  const before = at.queues.get(name);
  if (before === undefined || before.type !== body.objectName) return `AMQ8147E: object ${name} not found`;
  const local = at.locals.get(name);
  if (local !== undefined) {
    if (local.readers.length > 0) return `AMQ8143E: ${name} is in use`;
    if (local.depth > 0 && !hasKeyword(body, 'PURGE')) return `AMQ8143E: ${name} is not empty`;
    discardAll(world, local, `${name} was deleted with PURGE`);
    local.isDeleted = true;
    at.locals.delete(name);
  }
  at.queues.delete(name);
  publishQueue(world, at, name, before.clusters);
  return 'deleted';
};

export const clearQueue: Command = (world, at, body) => {
  const name = nameOf(body);
  const local = at.locals.get(name);
  if (local === undefined) return `AMQ8147E: object ${name} not found`;
  if (local.readers.length > 0) return `AMQ8143E: ${name} is in use`;
  discardAll(world, local, `${name} was cleared`);
  return 'cleared';
};

/** Makes a definition current here at once, and known in the cluster later. */
function install(
  world: World,
  at: QueueManager,
  object: Pick<QueueDefinition, 'name' | 'type' | 'clusters' | 'attributes' | 'definedAt'>,
): void {
  const before = at.queues.get(object.name);
  const definition = readQueue(object);
  at.queues.set(object.name, definition);
  if (definition.type === 'QLOCAL') {
    const known = at.locals.get(object.name);
    if (known === undefined) addLocalQueue(world, at, definition);
    else known.definition = definition;
    const local = known ?? at.locals.get(object.name);
    if (local !== undefined) wakeSoon(world, local);
  }
  publishQueue(world, at, object.name, before?.clusters ?? []);
  if ('CLUSNL' in object.attributes && object.attributes.CLUSNL?.at === undefined) {
    const names = object.attributes.CLUSNL?.value.trim();
    if (names !== '' && object.clusters.length === 0) {
      note(world, at.name, `CLUSNL(${names}) of ${object.name} has no effect: namelists are not part of a run.`);
    }
  }
  for (const consumer of world.consumers) {
    if (consumer.queueManager !== at || consumer.state !== 'waiting' || world.nowUs < consumer.plan.startAtUs) continue;
    startConsumer(world, consumer, `${object.name} was defined`);
  }
}

function discardAll(world: World, local: LocalQueue, reason: string): void {
  for (const message of takeAll(local.messages)) {
    local.depth--;
    recordLoss(world, local.owner.name, message, 'discarded', reason);
  }
}
