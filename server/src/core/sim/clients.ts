import { busySessionsOf, setLeaving, setPlace } from './consumer-row.ts';
import { happening, schedule } from './happening.ts';
import { note } from './notes.ts';
import { setProducerLeaving, setProducerPlace } from './producer-row.ts';
import type { Consumer, Producer, QueueManager, World } from './world.ts';

/** A program with a connection to a queue manager. */
export type Client = Consumer | Producer;

export const isReader = (client: Client): client is Consumer => client.plan.kind === 'consumer';

/** Each instance of an application has a name of its own in the trace. */
export const instanceName = ({
  plan,
  instance,
}: Pick<Client, 'instance'> & { readonly plan: Client['plan'] }): string =>
  plan.instances > 1 ? `${plan.name}#${instance}` : plan.name;

/**
 * The queue manager that takes the program's connection now; undefined when none does. Only the client library of a program
 * with `reconnect: any` turns to another one.
 */
export function connect(world: World, client: Client): QueueManager | undefined {
  const { queueManager: before } = client;
  const isOpen = before !== undefined && isTaken(world, client, before);
  if (client.plan.reconnect !== 'any') return isOpen ? before : undefined;
  const next = isOpen ? before : nextPlace(world, client);
  if (next === undefined) return undefined;
  if (next !== before) moveConnection(world, client, next, `${before?.name ?? client.plan.queueManager} does not run`);
  balanceSoon(world, next);
  return next;
}

/** Why `connect` found nothing. */
export function obstacleFor(world: World, client: Client): string {
  const { queueManager } = client;
  if (client.plan.reconnect === 'any') return '2059: no queue manager that it can connect to runs';
  if (queueManager?.state !== 'running') return '2059: its queue manager does not run';
  const text = `${queueManager.name} runs on ${queueManager.host} now; ${instanceName(client)} is bound to it locally on ${homeOf(world, client)} and cannot follow.`;
  note(world, queueManager.name, text);
  return `2059: its queue manager runs on ${queueManager.host} now`;
}

export function moveConnection(world: World, client: Client, to: QueueManager, reason: string): void {
  client.queueManager = to;
  if (isReader(client)) setPlace(world, client.row, to);
  else setProducerPlace(world, client.row, to);
  const application = instanceName(client);
  world.record?.({ kind: 'connection', atUs: world.nowUs, application, queueManager: to.name, reason });
}

/**
 * Where the client library may connect the program: to any member of its uniform cluster; where there is none, to any queue manager
 * that shares a cluster or a queue-sharing group with the first one; a reader only where its queue is.
 */
export function placesFor(world: World, client: Client): readonly QueueManager[] {
  const home = world.queueManagerNamed.get(client.plan.queueManager);
  if (home === undefined) return [];
  const uniform = world.uniformClusters.find(({ members }) => members.includes(home));
  const near = uniform?.members ?? world.queueManagers.filter((qm) => sharesCluster(qm, home));
  return client.plan.kind === 'producer' ? near : near.filter((qm) => qm === home || qm.queues.has(client.plan.queue));
}

/** After the connection broke, or was refused: the library, or the listener, tries again by itself. */
export function reconnectLater(world: World, client: Client): void {
  const { plan } = client;
  const pause = plan.reconnect === 'any' ? reconnectUs : 'retryIntervalUs' in plan ? plan.retryIntervalUs : 0;
  if (pause === 0 || client.isReconnectDue) return;
  client.isReconnectDue = true;
  schedule(world, pause, happening.reconnect, plan.kind === 'producer' ? 0 : 1, client.id);
}

/** Clients that a queue manager which comes up can help. A listener with an interval of its own does not notice it earlier. */
export const waitingFor = <T extends Client>(world: World, clients: readonly T[], qm: QueueManager): readonly T[] =>
  clients.filter(
    (client) =>
      client.state === 'waiting' &&
      world.nowUs >= client.plan.startAtUs &&
      !client.isReconnectDue &&
      (client.queueManager === qm || (client.plan.reconnect === 'any' && placesFor(world, client).includes(qm))),
  );

/** Something changed: the members look at their clients before long. */
export function balanceSoon(world: World, queueManager: QueueManager): void {
  for (const cluster of world.uniformClusters) {
    if (cluster.isBalanceDue || !cluster.members.includes(queueManager)) continue;
    cluster.isBalanceDue = true;
    schedule(world, cluster.balanceUs, happening.balance, cluster.id);
  }
}

/** A uniform cluster has asked it to go there; undefined: it may stay, or has gone. */
export function sendTo(world: World, client: Client, to: QueueManager | undefined): void {
  client.movingTo = to;
  const leaves = to === undefined ? 0 : 1;
  if (isReader(client)) setLeaving(world, client.row, leaves);
  else setProducerLeaving(world, client.row, leaves);
}

/** Whether the client may go now: it has nothing uncommitted, and waits for no reply. (IBM: Influencing application re-balancing.) */
export function isReadyToMove(world: World, client: Client): boolean {
  if (client.movingTo === undefined) return false;
  const { type = 'simple', transactions = 'respected' } = client.plan.balancing ?? {};
  const isUncommitted = isReader(client) ? busySessionsOf(world, client.row) > 0 : client.unit.length > 0;
  if (isUncommitted && transactions === 'respected') return false;
  return type === 'simple' || isReader(client) || client.repliedAtUs <= world.nowUs;
}

/** It has done something that may leave it ready to move. */
export function moveSoon(world: World, client: Client): void {
  if (client.movingTo === undefined) return;
  const untilUs = isReader(client) ? 0 : client.repliedAtUs;
  schedule(world, untilUs - world.nowUs, happening.moveIfReady, isReader(client) ? 1 : 0, client.id);
}

/** MQ's client library makes its first attempt after about a second. */
const reconnectUs = 1_000_000;

const isTaken = (world: World, client: Client, qm: QueueManager): boolean =>
  qm.state === 'running' && (!isBoundLocally(world, client) || qm.host === homeOf(world, client));

/** It stands on the host of its queue manager and has no client library that would find it again: a bindings connection. */
function isBoundLocally(world: World, client: Client): boolean {
  const home = homeOf(world, client);
  const { plan } = client;
  return (
    home !== undefined &&
    plan.reconnect === 'no' &&
    world.plan.hosts.some(({ name, queueManagers }) => name === home && queueManagers.includes(plan.queueManager))
  );
}

const homeOf = (world: World, { plan }: Client): string | undefined =>
  world.plan.hosts.find(({ applications }) => applications.includes(plan.name))?.name;

/** The next one after the present one that runs; one that asks to be left alone only when there is no other. */
function nextPlace(world: World, client: Client): QueueManager | undefined {
  const places = placesFor(world, client).filter(({ state }) => state === 'running');
  const present = client.queueManager?.id ?? -1;
  const inTurn = [...places.filter(({ id }) => id > present), ...places.filter(({ id }) => id < present)];
  return inTurn.find(({ suspendedIn }) => suspendedIn.size === 0) ?? inTurn[0];
}

const sharesCluster = (a: QueueManager, b: QueueManager): boolean =>
  a === b ||
  (a.group !== undefined && a.group === b.group) ||
  [...a.clusters].some((cluster) => b.clusters.has(cluster));
