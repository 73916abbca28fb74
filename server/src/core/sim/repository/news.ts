import { stateOf } from '../channel-row.ts';
import { happening, schedule } from '../happening.ts';
import { canReach } from '../network.ts';
import { note } from '../notes.ts';
import { outdateDefinitions } from '../queue-manager-row.ts';
import { resetFactors } from '../reset-factors.ts';
import type { News, QueueManager, RepositoryContent, World } from '../world.ts';
import { countAdministration } from './administration.ts';
import { isFullRepository, queueKey, receiversKey, suspensionKey, tell, toldOf } from './knowledge.ts';
import { takeReceivers } from './take-receivers.ts';

/*
 * How a change becomes known (SEMANTICS C7.1): its queue manager tells two full repositories; each of them tells the other
 * full repositories that it has a cluster-sender channel of its own to, and the partial ones that asked. What was heard
 * before is dropped. What cannot travel now waits with its sender.
 */

/** What the members know at the start came from somewhere: a cluster without a full repository is taken as if it had had one. */
export function checkRepositories(world: World): void {
  for (const cluster of new Set(world.queueManagers.flatMap((qm) => [...qm.clusters]))) {
    if (world.queueManagers.some((qm) => qm.fullRepositoryOf.has(cluster))) continue;
    const text = `Cluster ${cluster} has no full repository here: its members start with full knowledge, and learn nothing more.`;
    note(world, undefined, text);
  }
}

/** Tells the cluster of a queue that was defined, altered, deleted or taken out of it. */
export function publishQueue(world: World, owner: QueueManager, name: string, before: readonly string[]): void {
  const definition = owner.queues.get(name);
  outdateDefinitions(world, owner.row);
  const clusters = [...new Set([...before, ...(definition?.clusters ?? [])])];
  if (clusters.length === 0) return;
  const told = definition !== undefined && definition.clusters.length > 0 ? definition : undefined;
  publish(world, owner, { subject: owner, clusters, content: { kind: 'queue', name, definition: told } });
}

/** Tells these clusters of the CLUSRCVR channels as they are now. */
export function publishReceivers(world: World, owner: QueueManager, clusters: readonly string[]): void {
  outdateDefinitions(world, owner.row);
  resetFactors(world, owner);
  const content = { kind: 'receivers', definitions: owner.receivers } as const;
  publish(world, owner, { subject: owner, clusters, content });
}

/** Tells the cluster who asks not to be sent messages. */
export function publishSuspension(world: World, owner: QueueManager, cluster: string): void {
  const content = { kind: 'suspension', clusters: new Set(owner.suspendedIn) } as const;
  publish(world, owner, { subject: owner, clusters: [cluster], content });
}

/** Begins to spread something about `subject`, which is `origin` itself unless a full repository removes it by force. */
export function publish(
  world: World,
  origin: QueueManager,
  { subject, clusters, content }: Pick<News, 'subject' | 'clusters' | 'content'>,
): void {
  const { directory } = world;
  const key = keyOf(subject, content);
  const before = { number: directory.newest.get(key) ?? -1, subject, content: toldOf(directory, subject, content) };
  const isNewName =
    content.kind === 'queue' && content.definition !== undefined && !directory.instances.has(content.name);
  if (isNewName) directory.newNames.add(content.name);
  const number = directory.news.push({ origin, subject, clusters, content }) - 1;
  for (const member of world.queueManagers) {
    if (member === origin || member === subject || !isMember(member, clusters)) continue;
    if (isInterested(world, member, content) && !member.beliefs.has(key)) member.beliefs.set(key, before);
  }
  directory.newest.set(key, number);
  tell(directory, { subject, content });
  const isHeardBySomebody = spread(world, number, origin);
  if (!isHeardBySomebody && !isFullRepository(origin)) {
    const text = `No full repository of ${clusters.join(', ')} can be reached: the change stays unknown to the others.`;
    note(world, origin.name, text);
  }
}

/** A letter arrives, or waits on if it cannot. */
export function deliverNews(world: World, number: number, fromId: number, toId: number): void {
  const from = world.queueManagers[fromId];
  const to = world.queueManagers[toId];
  if (from === undefined || to === undefined) return;
  if (!canTell(world, from, to)) world.directory.held.push({ number, from, to });
  else if (hear(world, to, number) && isFullRepository(to)) spread(world, number, to);
}

/** Something came back: what waited for it travels now. */
export function releaseNews(world: World): void {
  const { directory } = world;
  if (directory.held.length === 0) return;
  const waiting = directory.held;
  directory.held = [];
  for (const { number, from, to } of waiting) post(world, number, from, to);
}

/** Half of the delay from a change to its being known: one leg to a full repository, one on from there. */
export const legUs = (world: World): number => Math.round(world.plan.network.repositoryDelayUs / 2);

/** Whether news can go from one to the other now: both run, the link is up, and not every channel between them is stopped. */
export function canTell(world: World, from: QueueManager, to: QueueManager): boolean {
  if (!canReach(world, from, to)) return false;
  let isStopped = false;
  for (const channel of from.outbound.values()) {
    if (channel.to !== to || !channel.isCluster) continue;
    if (stateOf(world, channel.row) !== 'STOPPED') return true;
    isStopped = true;
  }
  return !isStopped;
}

/** Full repositories of these clusters, those first that the queue manager has a cluster-sender channel of its own to. */
export function repositoriesOf(world: World, of: QueueManager, clusters: readonly string[]): readonly QueueManager[] {
  const all = world.queueManagers.filter((qm) => qm !== of && clusters.some((name) => qm.fullRepositoryOf.has(name)));
  return [...all.filter((qm) => hasSenderTo(of, qm)), ...all.filter((qm) => !hasSenderTo(of, qm))];
}

const keyOf = (subject: QueueManager, content: RepositoryContent): string =>
  content.kind === 'queue'
    ? queueKey(subject, content.name)
    : content.kind === 'receivers'
      ? receiversKey(subject)
      : suspensionKey(subject);

/** Sends it on to those this queue manager tells; says whether a letter could leave at once. */
function spread(world: World, number: number, from: QueueManager): boolean {
  const news = world.directory.news[number];
  if (news === undefined) return false;
  const { origin, subject, clusters, content } = news;
  // Who leaves a cluster still tells it so.
  const shared = from === origin ? clusters : clusters.filter((cluster) => from.clusters.has(cluster));
  const isRepository = shared.some((cluster) => from.fullRepositoryOf.has(cluster));
  const repositories = repositoriesOf(world, from, shared);
  const told = isRepository
    ? repositories.filter((qm) => hasSenderTo(from, qm))
    : shared.flatMap((cluster) => repositoriesOf(world, from, [cluster]).slice(0, 2));
  const members = isRepository
    ? world.queueManagers.filter(
        (qm) => !repositories.includes(qm) && isMember(qm, shared) && isInterested(world, qm, content),
      )
    : [];
  let left = false;
  for (const to of new Set([...told, ...members])) {
    if (to === from || to === origin || to === subject) continue;
    if (post(world, number, from, to)) left = true;
  }
  return left;
}

/** Sends one letter, or keeps it; says whether it left. */
function post(world: World, number: number, from: QueueManager, to: QueueManager): boolean {
  if (canTell(world, from, to)) {
    schedule(world, legUs(world), happening.news, number, from.id, to.id);
    countAdministration(world, from, to);
    return true;
  }
  world.directory.held.push({ number, from, to });
  return false;
}

/** Takes it in, unless something newer of the same kind is known; says whether it was new. */
function hear(world: World, by: QueueManager, number: number): boolean {
  const { directory } = world;
  const news = directory.news[number];
  if (news === undefined) return false;
  const { subject, content } = news;
  const key = keyOf(subject, content);
  const belief = by.beliefs.get(key);
  if (belief === undefined || belief.number >= number) return false;
  if (directory.newest.get(key) === number) by.beliefs.delete(key);
  else by.beliefs.set(key, { number, subject, content });
  directory.version++;
  if (content.kind === 'receivers') takeReceivers(world, by, subject, content.definitions);
  return true;
}

const isMember = (qm: QueueManager, clusters: readonly string[]): boolean =>
  clusters.some((cluster) => qm.clusters.has(cluster));

/** Full repositories take in everything; a partial one hears of a queue whose name is new to it only if it asked for it. */
const isInterested = ({ directory }: World, member: QueueManager, content: RepositoryContent): boolean =>
  content.kind !== 'queue' ||
  (!directory.newNames.has(content.name) && !directory.isFresh && !member.swept.has(content.name)) ||
  isFullRepository(member) ||
  member.asked.has(content.name);

const hasSenderTo = (from: QueueManager, to: QueueManager): boolean =>
  from.clusterSenders.some(({ name }) => to.receivers.some((receiver) => receiver.name === name));
