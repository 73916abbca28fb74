import { senderOf } from './channels.ts';
import { agentFor } from './intra-group.ts';
import { idOf, numberTarget, sizeOf, targetNumbered } from './message.ts';
import type { Message } from './message-store.ts';
import { refusalOf } from './put-checks.ts';
import { chooseRoute, type RouteAnswer, type RouteRequest } from './routing/choose-route.ts';
import type { LocalQueue, Placed, QueueManager, Resolution, Route, World } from './world.ts';

/** A place for a message, or MQ's reason why there is none. */
export type Settled =
  | Placed
  | { readonly kind: 'refused'; readonly reason: number; readonly decision: number | undefined };

export interface SettleRequest extends Pick<RouteRequest, 'occasion' | 'bind' | 'arrivedOver' | 'message'> {
  readonly size: number;
  /** An earlier choice to stay with. */
  readonly boundTo: Route | undefined;
  /** Whether the message must stay with this choice. */
  readonly isBound: boolean;
}

/** A message that is here already and may go to any instance. */
export const freeRequest = (world: World, message: Message, occasion: SettleRequest['occasion']): SettleRequest => ({
  occasion,
  bind: 'not-fixed',
  arrivedOver: 'application',
  message: idOf(world, message),
  size: sizeOf(world, message),
  boundTo: undefined,
  isBound: false,
});

/** Where a message goes that is put to an opened name: runs the workload algorithm where there is a choice. */
export function settle(world: World, at: QueueManager, resolution: Resolution, request: SettleRequest): Settled {
  if (resolution.kind === 'failed') return { kind: 'refused', reason: resolution.reason, decision: undefined };
  if (isClosedHere(at, resolution)) return { kind: 'refused', reason: 2051, decision: undefined };
  switch (resolution.kind) {
    case 'local':
      return check(request, placeOn(world, at, resolution.queue));
    case 'transmission': {
      const agent = agentFor(world, at, world.queueManagerNamed.get(resolution.targetQueueManager), request.size);
      const queue = agent?.transmissionQueue ?? resolution.queue;
      return check(request, {
        kind: 'placed',
        placement: {
          at,
          queue,
          role: 'transmission',
          channel: agent ?? senderOf(world, at, resolution.queue),
          target: numberTarget(world, resolution.targetQueue, resolution.targetQueueManager),
          isBound: true,
          reason: `over transmission queue ${queue.name}`,
          decision: undefined,
        },
        route: undefined,
      });
    }
    default: {
      const answer = request.boundTo === undefined ? choose(world, at, resolution, request) : bound(request.boundTo);
      return answer.route === undefined
        ? { kind: 'refused', reason: answer.reason, decision: answer.decision }
        : along(world, at, resolution, answer.route, request, answer.decision);
    }
  }
}

/** The place for a message that takes this route. What takes it as one before did gets the same place, unless it has an explanation of its own. */
export function along(
  world: World,
  at: QueueManager,
  resolution: Extract<Resolution, { kind: 'cluster-queue' | 'cluster-queue-manager' }>,
  route: Route,
  request: SettleRequest,
  decision: number | undefined,
): Settled {
  const byName = resolution.kind === 'cluster-queue-manager';
  const queueName = byName ? resolution.queue : resolution.name;
  const channel =
    route.channel === undefined ? undefined : (agentFor(world, at, route.owner, request.size) ?? route.channel);
  const queue = channel === undefined ? at.locals.get(queueName) : channel.transmissionQueue;
  if (queue === undefined) return { kind: 'refused', reason: 2085, decision };
  const way = (request.isBound ? 1 : 0) + (request.boundTo === undefined ? 0 : 2);
  const known = decision === undefined && !byName ? route.places[way] : undefined;
  if (
    known?.placement.queue === queue &&
    known.placement.channel === channel &&
    targetNumbered(world, known.placement.target).queue === queueName
  )
    return check(request, known);
  const placed: Placed = {
    kind: 'placed',
    placement: {
      at,
      queue,
      role: channel === undefined ? 'target' : 'transmission',
      channel,
      // A clustered queue manager alias is resolved where it is defined.
      target: numberTarget(
        world,
        queueName,
        byName && channel !== undefined ? resolution.queueManager : route.owner.name,
      ),
      isBound: request.isBound || byName,
      reason: reasonFor(at, queue, route, request),
      decision,
    },
    route,
  };
  if (decision === undefined && !byName) route.places[way] = placed;
  return check(request, placed);
}

const reasonFor = (
  at: QueueManager,
  queue: LocalQueue,
  { channel, owner }: Route,
  { boundTo }: SettleRequest,
): string =>
  channel === undefined
    ? placeWords(at, queue, 'local instance')
    : boundTo === undefined
      ? `chosen: ${owner.name}`
      : `bound to ${owner.name}`;

/** A queue opened by its own name. */
function placeOn(world: World, at: QueueManager, queue: LocalQueue): Placed {
  const role = queue.definition.isTransmission ? 'transmission' : 'target';
  if (queue.place?.placement.role === role && queue.place.placement.at === at) return queue.place;
  const placed: Placed = {
    kind: 'placed',
    placement: {
      at,
      queue,
      role,
      channel: undefined,
      target: numberTarget(world, queue.name, at.name),
      isBound: true,
      reason: placeWords(at, queue, 'local queue'),
      decision: undefined,
    },
    route: undefined,
  };
  queue.place = placed;
  return placed;
}

const placeWords = (at: QueueManager, { owner }: LocalQueue, otherwise: string): string =>
  owner === at ? otherwise : `shared queue of ${owner.name}, put through ${at.name}`;

/** An alias or remote definition that stands in the way has its own PUT; a queue's own is looked at by the algorithm and the put. */
function isClosedHere(at: QueueManager, { opened }: Exclude<Resolution, { kind: 'failed' }>): boolean {
  if (opened?.type !== 'QALIAS' && opened?.type !== 'QREMOTE') return false;
  return (at.queues.get(opened.name) ?? opened).isPutEnabled === false;
}

function choose(
  world: World,
  at: QueueManager,
  resolution: Extract<Resolution, { kind: 'cluster-queue' | 'cluster-queue-manager' }>,
  request: SettleRequest,
): RouteAnswer {
  const { occasion, bind, arrivedOver, message } = request;
  const way = { occasion, bind, arrivedOver, message };
  return resolution.kind === 'cluster-queue'
    ? chooseRoute(world, at, { subject: 'queue', name: resolution.name, queue: resolution.name, ...way })
    : chooseRoute(world, at, {
        subject: 'queue-manager',
        name: resolution.queueManager,
        queue: resolution.queue,
        ...way,
      });
}

const bound = (route: Route): RouteAnswer => ({ route, reason: 0, decision: undefined });

function check(request: SettleRequest, placed: Placed): Settled {
  const { placement } = placed;
  const reason = refusalOf(placement.queue, request.size);
  return reason === 0 ? placed : { kind: 'refused', reason, decision: placement.decision };
}
