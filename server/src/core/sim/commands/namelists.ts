import type { CommandBody } from '#core/syntax/tree.ts';
import type { QueueManager, World } from '../world.ts';
import { readReceiversAnew } from './channel-definitions.ts';
import { type Command, hasKeyword, nameOf, textAfter } from './command.ts';
import { readNamelistAnew } from './queues.ts';

export const defineNamelist: Command = (world, at, body) => {
  const name = nameOf(body);
  if (at.namelists.has(name) && !hasKeyword(body, 'REPLACE')) return `AMQ8150E: object ${name} already exists`;
  setNames(world, at, name, namesIn(body) ?? at.namelists.get(textAfter(body, 'LIKE') ?? '') ?? []);
  return 'defined';
};

export const alterNamelist: Command = (world, at, body) => {
  const name = nameOf(body);
  const before = at.namelists.get(name);
  if (before === undefined) return `AMQ8147E: object ${name} not found`;
  setNames(world, at, name, namesIn(body) ?? before);
  return 'altered';
};

export const deleteNamelist: Command = (world, at, body) => {
  const name = nameOf(body);
  if (!at.namelists.delete(name)) return `AMQ8147E: object ${name} not found`;
  tell(world, at, name);
  return 'deleted';
};

function setNames(world: World, at: QueueManager, name: string, names: readonly string[]): void {
  at.namelists.set(name, names);
  tell(world, at, name);
}

/** Queues and cluster-receivers that name it by CLUSNL change clusters at once. (IBM: DEFINE NAMELIST, usage notes) */
function tell(world: World, at: QueueManager, name: string): void {
  readReceiversAnew(world, at, name);
  readNamelistAnew(world, at, name);
}

const namesIn = (body: CommandBody): readonly string[] | undefined =>
  textAfter(body, 'NAMES')
    ?.split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
