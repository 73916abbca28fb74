import type { QueueDefinition } from './definitions.ts';
import { schedule } from './happening.ts';
import { note } from './notes.ts';
import type { Directory, QueueManager, World } from './world.ts';

export const makeDirectory = (): Directory => ({
  version: 0,
  instances: new Map(),
  receivers: new Map(),
  suspended: new Map(),
  publications: [],
  held: [],
});

/** Everybody knows this from the start of the run. */
export function enter(directory: Directory, owner: QueueManager): void {
  for (const definition of owner.queues.values()) {
    if (definition.clusters.length > 0) setInstance(directory, owner, definition.name, definition);
  }
  directory.receivers.set(owner.id, owner.receivers);
  directory.version++;
}

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
  owner.ownVersion++;
  const clusters = [...new Set([...before, ...(definition?.clusters ?? [])])];
  if (clusters.length === 0) return;
  const told = definition !== undefined && definition.clusters.length > 0 ? definition : undefined;
  publish(world, owner, clusters, () => setInstance(world.directory, owner, name, told));
}

/** Tells the cluster who asks not to be sent messages. */
export function publishSuspension(world: World, owner: QueueManager, cluster: string): void {
  const suspended = new Set(owner.suspendedIn);
  publish(world, owner, [cluster], () => world.directory.suspended.set(owner.id, suspended));
}

/** A full repository is back: changes that waited for one travel now. */
export function releaseHeld(world: World, repository: QueueManager): void {
  const { directory } = world;
  const waiting = directory.held;
  directory.held = waiting.filter((h) => !h.clusters.some((cluster) => repository.fullRepositoryOf.has(cluster)));
  for (const held of waiting) {
    if (!directory.held.includes(held))
      schedule(world, world.plan.network.repositoryDelayUs, 'publish', held.publication);
  }
}

/** The change has reached the members. */
export function applyPublication(world: World, index: number): void {
  world.directory.publications[index]?.();
  world.directory.version++;
}

/** MQ starts the shares of a weighted balance anew when a channel becomes available or a workload attribute changes. */
export function resetFactors(queueManager: QueueManager): void {
  for (const channel of queueManager.outbound.values()) channel.history.factor = 0;
  for (const history of queueManager.localHistories.values()) history.factor = 0;
}

/** Lets a change travel to the members, or keeps it until a full repository runs. */
export function publish(world: World, owner: QueueManager, clusters: readonly string[], apply: () => void): void {
  const { directory } = world;
  const index = directory.publications.push(apply) - 1;
  const hasRepository = world.queueManagers.some(
    (qm) => qm.state === 'running' && clusters.some((cluster) => qm.fullRepositoryOf.has(cluster)),
  );
  if (hasRepository) {
    schedule(world, world.plan.network.repositoryDelayUs, 'publish', index);
    return;
  }
  note(world, owner.name, `No full repository of ${clusters.join(', ')} runs: the change stays unknown to the others.`);
  directory.held.push({ clusters, publication: index });
}

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
