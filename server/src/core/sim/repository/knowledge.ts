import type { ChannelDefinition, QueueDefinition } from '../definitions.ts';
import type { Directory, InstanceRecord, News, Question, QueueManager, RepositoryContent, World } from '../world.ts';

/*
 * What each queue manager knows of the cluster. The directory holds the newest that was told of everything; a queue manager
 * that has not heard of a change yet keeps what it knew before as a belief of its own. Most have no beliefs most of the
 * time, so a cluster of a thousand is kept once, not a thousand times.
 */

export const makeDirectory = (): Directory => ({
  version: 0,
  instances: new Map(),
  receivers: new Map(),
  suspended: new Map(),
  news: [],
  newest: new Map(),
  held: [],
  newNames: new Set(),
  askedNames: [],
  heldQuestions: [],
  newMembers: new Set(),
  isFresh: false,
  renewedAtUs: [],
  forgotten: new Set(),
});

/** Everybody knows this from the start of the run, as if all had asked for all of it long ago; unless the plan has them begin afresh. */
export function enter(directory: Directory, owner: QueueManager): void {
  for (const definition of owner.queues.values()) {
    if (definition.clusters.length > 0) setInstance(directory, owner, definition.name, definition);
  }
  directory.receivers.set(owner.id, owner.receivers);
  directory.renewedAtUs[owner.id] = 0;
  directory.version++;
}

/** Instances of a cluster queue, or clustered aliases of a queue manager, at other queue managers. */
export function instancesKnown(world: World, to: QueueManager, name: string): readonly InstanceRecord[] {
  const { directory } = world;
  const told = directory.instances.get(name) ?? none;
  if (isUpToDate(directory, to)) return told;
  if (mustAsk(world, to, name)) return none;
  const known = told.filter(({ owner }) => !to.beliefs.has(queueKey(owner, name)));
  for (const { subject, content } of to.beliefs.values()) {
    if (content.kind !== 'queue' || content.name !== name || content.definition === undefined) continue;
    known.push({ owner: subject, definition: content.definition });
  }
  return known
    .filter(({ owner, definition }) => !isOutOfSight(directory, to, owner, definition.clusters))
    .sort((a, b) => a.owner.id - b.owner.id);
}

/** The CLUSRCVR channels of another queue manager. */
export function receiversKnown(world: World, to: QueueManager, owner: QueueManager): readonly ChannelDefinition[] {
  const { directory } = world;
  const told = directory.receivers.get(owner.id) ?? none;
  if (isUpToDate(directory, to)) return told;
  const belief = to.beliefs.get(receiversKey(owner))?.content;
  const known = belief?.kind === 'receivers' ? belief.definitions : told;
  // A refresh keeps what is known of the full repositories, and a full one keeps all queue managers. (IBM: REFRESH CLUSTER, q082360)
  const isKept = (clusters: readonly string[]) =>
    isRepositoryOf(owner, clusters) || (isRepositoryOf(to, clusters) && !isForgotten(directory, to, owner));
  const hidden = (clusters: readonly string[]) => isOutOfSight(directory, to, owner, clusters) && !isKept(clusters);
  return known.filter(({ clusters }) => !hidden(clusters));
}

/** The clusters that another queue manager is known to be suspended in; undefined when in none. */
export function suspensionKnown(world: World, to: QueueManager, owner: QueueManager): ReadonlySet<string> | undefined {
  const { directory } = world;
  if (owner === to) return owner.suspendedIn;
  const belief = to.beliefs.get(suspensionKey(owner))?.content;
  return belief?.kind === 'suspension' ? belief.clusters : directory.suspended.get(owner.id);
}

/**
 * Whether what others know of this queue is hidden here until a full repository has been asked. Who has an instance of its own
 * asked when it was defined.
 */
export const mustAsk = ({ directory }: World, at: QueueManager, name: string): boolean =>
  (directory.isFresh || directory.newNames.has(name) || at.swept.has(name)) &&
  // Cluster topics are told to every member.
  !name.startsWith('topic ') &&
  !isFullRepository(at) &&
  at.asked.get(name)?.state !== 'answered' &&
  !(directory.isFresh && (at.queues.get(name)?.clusters.length ?? 0) > 0 && at.queues.get(name)?.type === 'QLOCAL');

/** The same for a name that perhaps nobody has. */
export const mustAskFor = (world: World, at: QueueManager, name: string): boolean =>
  mustAsk(world, at, name) || !(world.directory.instances.has(name) || isFullRepository(at));

/** Whether it could send to this queue manager by its name: they have met, or a full repository was asked. */
export function isMemberKnown({ directory }: World, at: QueueManager, member: QueueManager): boolean {
  const key = questionKey({ kind: 'member', name: member.name });
  if ((!directory.newMembers.has(member.id) && !at.swept.has(key)) || isFullRepository(at)) return true;
  if ([...at.clusters].some((cluster) => member.fullRepositoryOf.has(cluster))) return true;
  if (at.asked.get(key)?.state === 'answered') return true;
  return [...at.outbound.values(), ...at.inbound].some(
    ({ isCluster, from, to }) => isCluster && (from === member || to === member),
  );
}

/** Queues and queue managers may have the same name; no name has a blank in it. */
export const questionKey = ({ kind, name }: Question): string => (kind === 'queue' ? name : `member ${name}`);

export const isFullRepository = (qm: QueueManager): boolean => qm.fullRepositoryOf.size > 0;

export const queueKey = (owner: QueueManager, name: string): string => `${owner.id} queue ${name}`;
export const receiversKey = (owner: QueueManager): string => `${owner.id} receivers`;
export const suspensionKey = (owner: QueueManager): string => `${owner.id} suspension`;

/** What the directory holds under the key of this content. */
export function toldOf(directory: Directory, subject: QueueManager, content: RepositoryContent): RepositoryContent {
  switch (content.kind) {
    case 'queue': {
      const record = directory.instances.get(content.name)?.find(({ owner }) => owner === subject);
      return { kind: 'queue', name: content.name, definition: record?.definition };
    }
    case 'receivers':
      return { kind: 'receivers', definitions: directory.receivers.get(subject.id) ?? none };
    case 'suspension':
      return { kind: 'suspension', clusters: directory.suspended.get(subject.id) ?? new Set() };
  }
}

/** Makes this the newest that was told. */
export function tell(directory: Directory, { subject, content }: Pick<News, 'subject' | 'content'>): void {
  switch (content.kind) {
    case 'queue':
      setInstance(directory, subject, content.name, content.definition);
      break;
    case 'receivers':
      directory.receivers.set(subject.id, content.definitions);
      break;
    case 'suspension':
      directory.suspended.set(subject.id, content.clusters);
      break;
  }
  directory.version++;
}

const none: readonly never[] = [];

const isUpToDate = (directory: Directory, to: QueueManager): boolean =>
  to.beliefs.size === 0 &&
  to.refreshing.size === 0 &&
  to.swept.size === 0 &&
  directory.newNames.size === 0 &&
  !directory.isFresh &&
  directory.forgotten.size === 0;

/** Out of contact for too long, on either side, or swept away by a refresh. */
const isOutOfSight = (
  directory: Directory,
  to: QueueManager,
  owner: QueueManager,
  clusters: readonly string[],
): boolean =>
  isForgotten(directory, to, owner) ||
  (to.refreshing.size > 0 && clusters.every((cluster) => to.refreshing.has(cluster) || !to.clusters.has(cluster)));

const isForgotten = ({ forgotten }: Directory, to: QueueManager, owner: QueueManager): boolean =>
  forgotten.has(owner.id) || forgotten.has(to.id);

const isRepositoryOf = (qm: QueueManager, clusters: readonly string[]): boolean =>
  clusters.some((cluster) => qm.fullRepositoryOf.has(cluster));

function setInstance(
  directory: Directory,
  owner: QueueManager,
  name: string,
  definition: QueueDefinition | undefined,
): void {
  const others = (directory.instances.get(name) ?? []).filter((record) => record.owner !== owner);
  if (definition !== undefined) others.push({ owner, definition });
  others.sort((a, b) => a.owner.id - b.owner.id);
  directory.instances.set(name, others);
}
