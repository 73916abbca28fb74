import { readQueueManager } from '../definitions.ts';
import { publishSuspension } from '../directory.ts';
import { note } from '../notes.ts';
import { attributesOf, type Command, textAfter } from './command.ts';

export const alterQueueManager: Command = (_world, at, body) => {
  at.definition = readQueueManager({ attributes: { ...at.definition.attributes, ...attributesOf(body) } });
  at.ownVersion++;
  return 'altered';
};

/** A request to the others to avoid this queue manager if they can. MODE(FORCE) would also stop channels, which is not simulated. */
export const suspend: Command = (world, at, body) => {
  const cluster = textAfter(body, 'CLUSTER');
  if (cluster === undefined || !at.clusters.has(cluster))
    return `${at.name} is not a member of ${cluster ?? 'that cluster'}`;
  if (textAfter(body, 'MODE') === 'FORCE')
    note(world, at.name, 'SUSPEND QMGR MODE(FORCE) is simulated as MODE(QUIESCE).');
  at.suspendedIn.add(cluster);
  publishSuspension(world, at, cluster);
  return 'suspended';
};

export const resume: Command = (world, at, body) => {
  const cluster = textAfter(body, 'CLUSTER');
  if (cluster === undefined || !at.suspendedIn.delete(cluster)) return `${at.name} was not suspended`;
  publishSuspension(world, at, cluster);
  return 'resumed';
};
