import { effective, effectiveText } from './effective.ts';
import { writtenText } from './make-object.ts';
import type { Cluster, ClusterMember, Estate, MqObject, QueueManager } from './model.ts';
import { isDefaultObject } from './name-spaces.ts';

/**
 * The clusters an object is in: CLUSTER, else the names in the namelist of CLUSNL (for the queue manager's own attributes
 * REPOS and REPOSNL). Empty for SYSTEM.DEF objects, for open values, and for a namelist that no file defines.
 */
export function clustersOf(object: MqObject, queueManager: QueueManager): readonly string[] {
  if (isDefaultObject(object.name)) return [];
  const [one, list] = object.type === 'QMGR' ? (['REPOS', 'REPOSNL'] as const) : (['CLUSTER', 'CLUSNL'] as const);
  const cluster = effectiveText(object, one);
  if (cluster !== '') return [cluster];
  const namelist = effectiveText(object, list);
  return namelist === '' ? [] : namesIn(namelist, queueManager);
}

/** The names that a namelist holds; empty when no file defines it or its names are open. */
function namesIn(namelist: string, queueManager: QueueManager): readonly string[] {
  const found = queueManager.objects.get('namelist', namelist);
  return found ? namesOf(found) : [];
}

/** NAMES of a namelist. */
export const namesOf = (namelist: MqObject): readonly string[] =>
  effectiveText(namelist, 'NAMES')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

/**
 * Whether the object may be in more clusters than `clustersOf` knows: its CLUSTER or CLUSNL is open, or the namelist is
 * not in the files.
 */
export function hasOpenClusters(object: MqObject, queueManager: QueueManager): boolean {
  const keywords = object.type === 'QMGR' ? ['REPOS', 'REPOSNL'] : ['CLUSTER', 'CLUSNL'];
  if (keywords.some((keyword) => writtenText(object, keyword)?.isOpen)) return true;
  const namelist = effectiveText(object, keywords[1] ?? '');
  if (namelist === '') return false;
  const found = queueManager.objects.get('namelist', namelist);
  return !found?.isDefined || (writtenText(found, 'NAMES')?.isOpen ?? false);
}

/** Whether the queue manager may be a member of clusters that the model does not show: a cluster channel is open. */
export function hasOpenMembership(queueManager: QueueManager): boolean {
  const known = openMembership.get(queueManager);
  if (known !== undefined) return known;
  const found = clusterChannelsOf(queueManager).some((channel) => hasOpenClusters(channel, queueManager));
  openMembership.set(queueManager, found);
  return found;
}

const openMembership = new WeakMap<QueueManager, boolean>();

/** All CLUSRCVR and CLUSSDR channels but the default objects; looked for once, because rules ask for each queue. */
export function clusterChannelsOf(queueManager: QueueManager): readonly MqObject[] {
  const known = clusterChannels.get(queueManager);
  if (known) return known;
  const found = [...queueManager.objects.all('channel')].filter(
    ({ name, channelType }) => (channelType === 'CLUSRCVR' || channelType === 'CLUSSDR') && !isDefaultObject(name),
  );
  clusterChannels.set(queueManager, found);
  return found;
}

const clusterChannels = new WeakMap<QueueManager, readonly MqObject[]>();

/** A queue of one queue manager, whose name may be in any case. */
export const findQueue = (estate: Estate, queueManager: string, name: string): MqObject | undefined =>
  estate.queueManagers.get(queueManager.toUpperCase())?.objects.get('queue', name);

export const fullRepositoriesOf = (cluster: Cluster): readonly ClusterMember[] =>
  cluster.members.filter((member) => member.isFullRepository);

export interface Resolution {
  readonly path: readonly MqObject[];
  /** Where the last object points when no file of this queue manager defines it. */
  readonly missing: string | undefined;
}

/**
 * Follows the aliases from a queue name to what it stands for on this queue manager: the objects passed, the last one
 * being a local or remote queue. Stops where a name is not defined, is open, or comes round again.
 *
 * It stands beside `resolveName` because that tells what a put does: it fails at an alias of an alias (2001) and at one without its
 * target, and goes to any instance of a cluster queue. What a file meant by such a chain, and which queue a consumer reads that opens an
 * alias (gets are local), is told here. Where aliases lead a put to a local queue the two agree (`resolve-name.test.ts`).
 */
export function followAliases(queueManager: QueueManager, name: string): Resolution {
  const path: MqObject[] = [];
  for (let next = name; ; ) {
    const object = queueManager.objects.get('queue', next);
    if (!object) return { path, missing: next };
    if (path.includes(object)) return { path, missing: undefined };
    path.push(object);
    const target = object.type === 'QALIAS' ? effective(object, 'TARGET') : undefined;
    if (!target || target.isOpen || target.value === '') return { path, missing: undefined };
    if (effectiveText(object, 'TARGTYPE') === 'TOPIC') return { path, missing: undefined };
    next = target.value;
  }
}
