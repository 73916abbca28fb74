import { clusterChannel } from '../channels.ts';
import { type ChannelDefinition, isQueueManagerAlias, type QueueDefinition } from '../definitions.ts';
import { takeSequence, versionOf } from '../queue-manager-row.ts';
import { instancesKnown, isMemberKnown, receiversKnown } from '../repository/knowledge.ts';
import type { Choice, QueueManager, Route, Ways, World } from '../world.ts';
import { addRouteUse } from './route-uses.ts';
import { shareOf } from './weight.ts';

/** All ways that a choice is among. */
export const waysOf = (world: World, chooser: QueueManager, choice: Choice): Ways =>
  choice.kind === 'cluster-queue'
    ? waysToQueue(world, chooser, choice.name)
    : waysToQueueManager(world, chooser, choice.queueManager);

/**
 * All ways from a queue manager to the instances of a queue that it knows: one for each cluster-receiver channel of
 * each owner. Kept until something in the definitions changes.
 */
export const queueRoutes = (world: World, chooser: QueueManager, queue: string): readonly Route[] =>
  waysToQueue(world, chooser, queue).routes;

function waysToQueue(world: World, chooser: QueueManager, queue: string): Ways {
  const version = versionOf(world, chooser.row);
  const known = chooser.waysToQueues.get(queue);
  if (known !== undefined && known.version === version) return known;
  return keep(world, chooser, chooser.waysToQueues, queue, routesToQueue(world, chooser, queue));
}

/** All ways to a queue manager of this name, or to a clustered alias of one. */
export const queueManagerRoutes = (world: World, chooser: QueueManager, name: string): readonly Route[] =>
  waysToQueueManager(world, chooser, name).routes;

function waysToQueueManager(world: World, chooser: QueueManager, name: string): Ways {
  const version = versionOf(world, chooser.row);
  const known = chooser.waysToQueueManagers.get(name);
  if (known !== undefined && known.version === version) return known;
  return keep(world, chooser, chooser.waysToQueueManagers, name, routesToQueueManager(world, chooser, name));
}

function routesToQueue(world: World, chooser: QueueManager, queue: string): Route[] {
  const routes: Route[] = [];
  const own = chooser.queues.get(queue);
  // An alias is what led here: it is no instance of what it stands for.
  if (own?.type === 'QLOCAL' && own.clusters.length > 0) addLocal(world, chooser, own, routes);
  for (const { owner, definition } of instancesKnown(world, chooser, queue)) {
    if (owner === chooser || isQueueManagerAlias(definition)) continue;
    if (definition.clusters.some((cluster) => chooser.clusters.has(cluster))) {
      addRemote(world, chooser, queue, owner, definition, routes);
    }
  }
  return routes;
}

function routesToQueueManager(world: World, chooser: QueueManager, name: string): Route[] {
  const routes: Route[] = [];
  const owner = world.queueManagerNamed.get(name);
  if (
    owner !== undefined &&
    owner !== chooser &&
    sharesCluster(chooser, owner) &&
    isMemberKnown(world, chooser, owner)
  ) {
    addRemote(world, chooser, name, owner, undefined, routes);
  }
  for (const { owner: host, definition } of instancesKnown(world, chooser, name)) {
    if (host !== chooser && isQueueManagerAlias(definition)) addRemote(world, chooser, name, host, definition, routes);
  }
  return routes.filter((route) => route.sharedClusters.length > 0);
}

/** The version is taken once the routes are made: a channel that is thought of for the first time may add its transmission queue. */
function keep(
  world: World,
  chooser: QueueManager,
  among: Map<string, Ways>,
  name: string,
  routes: readonly Route[],
): Ways {
  const ways: Ways = {
    version: versionOf(world, chooser.row),
    routes,
    selections: new Map(),
    forks: among.get(name)?.forks ?? new Map(),
  };
  among.set(name, ways);
  return ways;
}

const unused = { channel: undefined, place: undefined, boundPlace: undefined };

function addLocal(world: World, chooser: QueueManager, instance: QueueDefinition, routes: Route[]): void {
  const sharedClusters = instance.clusters.filter((cluster) => chooser.clusters.has(cluster));
  const receivers = chooser.receivers.filter((r) => r.clusters.some((cluster) => instance.clusters.includes(cluster)));
  const stands: (ChannelDefinition | undefined)[] = receivers.length > 0 ? receivers : [undefined];
  for (const receiver of stands) {
    const use = localUse(world, chooser, receiver?.name ?? '');
    routes.push({
      ...unused,
      name: instance.name,
      owner: chooser,
      instance,
      receiver,
      use,
      share: shareOf(receiver),
      sharedClusters,
    });
  }
}

function addRemote(
  world: World,
  chooser: QueueManager,
  name: string,
  owner: QueueManager,
  instance: QueueDefinition | undefined,
  routes: Route[],
): void {
  for (const receiver of receiversKnown(world, chooser, owner)) {
    const channel = clusterChannel(world, chooser, owner, receiver);
    const sharedClusters = receiver.clusters.filter((cluster) => chooser.clusters.has(cluster));
    routes.push({
      ...unused,
      name,
      owner,
      instance,
      receiver,
      channel,
      use: channel.use,
      share: shareOf(receiver),
      sharedClusters,
    });
  }
}

function localUse(world: World, chooser: QueueManager, receiver: string): number {
  const known = chooser.localUses.get(receiver);
  if (known !== undefined) return known;
  const made = addRouteUse(world.routeUses, takeSequence(world, chooser.row));
  chooser.localUses.set(receiver, made);
  return made;
}

const sharesCluster = (a: QueueManager, b: QueueManager): boolean => [...b.clusters].some((c) => a.clusters.has(c));
