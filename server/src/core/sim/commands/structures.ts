import { recoverStructure } from '../structure.ts';
import { type Command, nameOf, textAfter } from './command.ts';

export const recoverStructureByCommand: Command = (world, at, body) => {
  if (at.group === undefined) return `${at.name} is in no queue-sharing group`;
  const how = textAfter(body, 'TYPE') === 'PURGE' ? 'purge' : 'restore';
  return recoverStructure(world, at.group, nameOf(body), how);
};

/** A run supposes that there is a backup: it changes nothing. */
export const backUpStructure: Command = (_world, at, body) => {
  if (at.group === undefined) return `${at.name} is in no queue-sharing group`;
  return at.group.structures.has(nameOf(body)) ? 'backed up' : `CSQM125I: no CFSTRUCT ${nameOf(body)} is defined`;
};
