import { forceRemove, refresh } from '../repository/refresh.ts';
import { type Command, textAfter } from './command.ts';

export const refreshCluster: Command = (world, at, body) => {
  const named = textAfter(body, 'CLUSTER') ?? '';
  const clusters = named === '*' ? [...at.clusters] : [named];
  const foreign = clusters.find((cluster) => !at.clusters.has(cluster));
  if (foreign !== undefined) return `${at.name} is not a member of ${foreign}`;
  const isWhole = textAfter(body, 'REPOS') === 'YES';
  const held = clusters.find((cluster) => at.fullRepositoryOf.has(cluster));
  if (isWhole && held !== undefined) {
    return `AMQ9406E: REPOS(YES) is refused, ${at.name} holds a full repository of ${held}`;
  }
  for (const cluster of clusters) refresh(world, at, cluster);
  return 'refresh begun';
};

export const resetCluster: Command = (world, at, body) => {
  const cluster = textAfter(body, 'CLUSTER') ?? '';
  if (!at.fullRepositoryOf.has(cluster)) return `refused: ${at.name} holds no full repository of ${cluster}`;
  if (textAfter(body, 'ACTION') !== 'FORCEREMOVE') return 'refused: ACTION(FORCEREMOVE) is the only action';
  const name = textAfter(body, 'QMNAME', 'QMID') ?? '';
  const subject = world.queueManagerNamed.get(name);
  if (subject === undefined || !subject.clusters.has(cluster)) return `${name} is not a member of ${cluster}`;
  if (subject === at) return `refused: ${at.name} cannot remove itself`;
  const isWithQueues = textAfter(body, 'QUEUES') === 'YES';
  forceRemove(world, at, subject, cluster, isWithQueues ? 'queue-manager-and-queues' : 'queue-manager');
  return `${name} is removed from ${cluster}`;
};
