import { happening, schedule } from '../happening.ts';
import { targetOf } from '../message.ts';
import { messagesOf } from '../message-list.ts';
import { note } from '../notes.ts';
import { outdateDefinitions } from '../queue-manager-row.ts';
import type { QueueManager, World } from '../world.ts';
import { questionKey, toldOf } from './knowledge.ts';
import { canTell, legUs, publish, publishQueue, publishReceivers, repositoriesOf } from './news.ts';

/**
 * REFRESH CLUSTER: all that it knows of the cluster is dropped; meanwhile it finds nobody else. (A6.5) A full repository gets it again from
 * another one. A partial one starts cold: what is in use is asked for at once, and the rest when somebody needs it.
 */
export function refresh(world: World, qm: QueueManager, cluster: string): void {
  qm.refreshing.add(cluster);
  qm.asked.clear();
  if (!qm.fullRepositoryOf.has(cluster)) sweep(world, qm, cluster);
  world.directory.version++;
  askAgain(world, qm);
  if (!canAsk(world, qm, cluster)) {
    const text = `REFRESH CLUSTER(${cluster}): no full repository can be reached, so ${qm.name} knows nobody in it for now.`;
    note(world, qm.name, text);
  }
}

/** A refresh that could reach no full repository goes on when one is there. */
export function goOnRefreshing(world: World): void {
  for (const qm of world.queueManagers) if (qm.refreshing.size > 0) askAgain(world, qm);
}

/** The full repositories have answered. It tells about itself as well, and so joins again if it was removed. */
export function endRefresh(world: World, id: number): void {
  const qm = world.queueManagers[id];
  if (qm === undefined) return;
  for (const cluster of [...qm.refreshing]) {
    const repository = repositoriesOf(world, qm, [cluster]).find((each) => canTell(world, each, qm));
    if (repository === undefined) continue;
    qm.refreshing.delete(cluster);
    for (const [key, { subject }] of [...qm.beliefs]) if (subject.clusters.has(cluster)) qm.beliefs.delete(key);
    takeBeliefsOf(repository, qm, cluster);
    world.directory.version++;
    tellAgain(world, qm, cluster);
  }
}

function sweep(world: World, qm: QueueManager, cluster: string): void {
  const inUse = namesInUse(world, qm);
  for (const [name, instances] of world.directory.instances)
    if (!inUse.has(name) && instances.some(({ definition }) => definition.clusters.includes(cluster)))
      qm.swept.add(name);
  for (const { name, clusters } of world.queueManagers)
    if (clusters.has(cluster)) qm.swept.add(questionKey({ kind: 'member', name }));
}

/** Who hosts an instance of a queue wants the others; so does an open handle, and a message that may go elsewhere. */
function namesInUse(world: World, qm: QueueManager): ReadonlySet<string> {
  const hosted = [...qm.queues.values()].filter(({ type, clusters }) => type === 'QLOCAL' && clusters.length > 0);
  const opened = world.producers.flatMap(({ queueManager, handle }) =>
    queueManager === qm && handle?.resolution.kind === 'cluster-queue' ? [handle.resolution.name] : [],
  );
  const waiting = [...qm.outbound.values()].flatMap((channel) =>
    [...messagesOf(world, channel.row)].map((message) => targetOf(world, message).queue),
  );
  return new Set([...hosted.map(({ name }) => name), ...opened, ...waiting]);
}

/** RESET CLUSTER ACTION(FORCEREMOVE): the cluster forgets the member, which does not hear of it. (A6.3) */
export function forceRemove(
  world: World,
  repository: QueueManager,
  subject: QueueManager,
  cluster: string,
  what: 'queue-manager' | 'queue-manager-and-queues',
): void {
  const told = world.directory.receivers.get(subject.id) ?? [];
  const definitions = told
    .map((each) => ({ ...each, clusters: each.clusters.filter((name) => name !== cluster) }))
    .filter(({ clusters }) => clusters.length > 0);
  publish(world, repository, { subject, clusters: [cluster], content: { kind: 'receivers', definitions } });
  outdateDefinitions(world, repository.row);
  if (what === 'queue-manager') return;
  for (const { name, clusters } of subject.queues.values()) {
    if (!clusters.includes(cluster)) continue;
    publish(world, repository, {
      subject,
      clusters: [cluster],
      content: { kind: 'queue', name, definition: undefined },
    });
  }
}

/** Where the full repository is behind, so is what it answers. */
function takeBeliefsOf(repository: QueueManager, qm: QueueManager, cluster: string): void {
  for (const [key, belief] of repository.beliefs) {
    if (belief.subject !== qm && belief.subject.clusters.has(cluster)) qm.beliefs.set(key, belief);
  }
}

/** What the others hold of it and it does not say so itself. */
function tellAgain(world: World, qm: QueueManager, cluster: string): void {
  const told = toldOf(world.directory, qm, { kind: 'receivers', definitions: [] });
  if (told.kind === 'receivers' && told.definitions !== qm.receivers) publishReceivers(world, qm, [cluster]);
  for (const { name, clusters } of qm.queues.values()) {
    if (!clusters.includes(cluster)) continue;
    const queue = toldOf(world.directory, qm, { kind: 'queue', name, definition: undefined });
    if (queue.kind === 'queue' && queue.definition === undefined) publishQueue(world, qm, name, []);
  }
}

function askAgain(world: World, qm: QueueManager): void {
  if ([...qm.refreshing].some((cluster) => canAsk(world, qm, cluster)))
    schedule(world, 2 * legUs(world), happening.refreshed, qm.id);
}

const canAsk = (world: World, qm: QueueManager, cluster: string): boolean =>
  repositoriesOf(world, qm, [cluster]).some((each) => canTell(world, qm, each) && canTell(world, each, qm));
