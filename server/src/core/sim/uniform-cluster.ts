import { type Client, isReader, isReadyToMove, moveConnection, moveSoon, placesFor, sendTo } from './clients.ts';
import { startConsumer, stopConsumer } from './consumer.ts';
import { happening, schedule } from './happening.ts';
import { setProducerState, startProducer } from './producer.ts';
import type { QueueManager, UniformCluster, World } from './world.ts';

/**
 * A member with fewer instances of an application asks one with more, until they differ by one at most. Instances that may not be
 * connected elsewhere stay where they are. (IBM: How automatic balancing works.)
 */
export function balance(world: World, cluster: UniformCluster): void {
  cluster.isBalanceDue = false;
  const open = cluster.members.filter((qm) => qm.state === 'running' && !qm.suspendedIn.has(cluster.name));
  for (const clients of movable(world, cluster)) {
    const places = open.filter((qm) => clients.some((client) => placesFor(world, client).includes(qm)));
    for (;;) {
      const at = places.map((qm) => ({ qm, clients: clients.filter((client) => aimOf(client) === qm) }));
      const most = at.reduce((a, b) => (b.clients.length > a.clients.length ? b : a), at[0] ?? nowhere);
      const least = at.reduce((a, b) => (b.clients.length < a.clients.length ? b : a), at[0] ?? nowhere);
      const client = most.clients.at(-1);
      if (client === undefined || least.qm === undefined || most.clients.length - least.clients.length < 2) break;
      move(world, client, least.qm, `${cluster.name} balances ${client.plan.name}`);
    }
  }
}

/** SUSPEND QMGR moves the clients away at once, if another member takes them. (IBM: Suspending a queue manager from a uniform cluster.) */
export function leaveSuspended(world: World, queueManager: QueueManager, name: string): void {
  const cluster = world.uniformClusters.find((each) => each.name === name);
  if (cluster === undefined) return;
  const open = cluster.members.filter((qm) => qm.state === 'running' && !qm.suspendedIn.has(name));
  for (const clients of movable(world, cluster)) {
    for (const client of clients.filter((each) => aimOf(each) === queueManager)) {
      const places = open.filter((qm) => placesFor(world, client).includes(qm));
      const load = (qm: QueueManager) => clients.filter((each) => aimOf(each) === qm).length;
      const [to] = places.toSorted((a, b) => load(a) - load(b) || a.id - b.id);
      if (to !== undefined) move(world, client, to, `${queueManager.name} is suspended from ${name}`);
    }
  }
}

/** A client goes where it was asked to; what it has not committed is backed out. */
function finishMove(world: World, client: Client): void {
  const to = client.movingTo;
  if (to === undefined) return;
  sendTo(world, client, undefined);
  if (client.state !== 'running' || to.state !== 'running') return;
  if (isReader(client)) {
    stopConsumer(world, client, 'waiting', `moves to ${to.name}`);
    moveConnection(world, client, to, client.moveReason);
    startConsumer(world, client, `connected to ${to.name}`);
  } else {
    setProducerState(world, client, 'waiting', `moves to ${to.name}`);
    moveConnection(world, client, to, client.moveReason);
    startProducer(world, client, `connected to ${to.name}`);
  }
}

/** It may have come to a good moment, or its time is over. */
export function moveIfReady(world: World, client: Client): void {
  if (isReadyToMove(world, client) || world.nowUs >= client.moveByUs) finishMove(world, client);
}

function move(world: World, client: Client, to: QueueManager, reason: string): void {
  sendTo(world, client, to);
  client.moveReason = reason;
  const timeoutUs = client.plan.balancing?.timeoutUs ?? defaultTimeoutUs;
  client.moveByUs = timeoutUs < 0 ? Infinity : world.nowUs + timeoutUs;
  if (isReadyToMove(world, client) || timeoutUs === 0) {
    finishMove(world, client);
    return;
  }
  moveSoon(world, client);
  if (timeoutUs > 0) schedule(world, timeoutUs, happening.moveIfReady, isReader(client) ? 1 : 0, client.id);
}

/** What it does may hold it up for so long, where it says nothing: BALTIMEOUT(DEFAULT). */
const defaultTimeoutUs = 10_000_000;
const nowhere: { readonly qm: QueueManager | undefined; readonly clients: readonly Client[] } = {
  qm: undefined,
  clients: [],
};

/** Running instances that may be moved, by application. */
function movable(world: World, { members }: UniformCluster): readonly (readonly Client[])[] {
  const byPlan = new Map<Client['plan'], Client[]>();
  for (const client of [...world.consumers, ...world.producers]) {
    const at = client.queueManager;
    if (
      client.plan.reconnect !== 'any' ||
      'xa' in client.plan ||
      client.state !== 'running' ||
      at === undefined ||
      !members.includes(at)
    )
      continue;
    const known = byPlan.get(client.plan);
    if (known === undefined) byPlan.set(client.plan, [client]);
    else known.push(client);
  }
  return [...byPlan.values()];
}

const aimOf = ({ movingTo, queueManager }: Client): QueueManager | undefined => movingTo ?? queueManager;
