import { senderOf } from './channels.ts';
import { agentFor } from './intra-group.ts';
import { numberTarget } from './message.ts';
import { refusalOf } from './put-checks.ts';
import { chooseRoute, type RouteAnswer, type RouteRequest } from './routing/choose-route.ts';
import type { LocalQueue, Placement, QueueManager, Resolution, Route, World } from './world.ts';

/** A place for a message, or MQ's reason why there is none. */
export type Settled =
  | { readonly kind: 'placed'; readonly placement: Placement; readonly route: Route | undefined }
  | { readonly kind: 'refused'; readonly reason: number; readonly decision: number | undefined };

export interface SettleRequest extends Pick<RouteRequest, 'occasion' | 'bind' | 'arrivedOver' | 'message'> {
  readonly size: number;
  /** An earlier choice to stay with. */
  readonly boundTo: Route | undefined;
  /** Whether the message must stay with this choice. */
  readonly isBound: boolean;
}

/** Where a message goes that is put to an opened name: runs the workload algorithm where there is a choice. */
export function settle(world: World, at: QueueManager, resolution: Resolution, request: SettleRequest): Settled {
  if (resolution.kind === 'failed') return { kind: 'refused', reason: resolution.reason, decision: undefined };
  if (isClosedHere(at, resolution)) return { kind: 'refused', reason: 2051, decision: undefined };
  switch (resolution.kind) {
    case 'local':
      return check(request, {
        at,
        queue: resolution.queue,
        role: resolution.queue.definition.isTransmission ? 'transmission' : 'target',
        channel: undefined,
        target: numberTarget(world, resolution.queue.name, at.name),
        isBound: true,
        reason: placeWords(at, resolution.queue, 'local queue'),
        decision: undefined,
      });
    case 'transmission': {
      const agent = agentFor(world, at, world.queueManagerNamed.get(resolution.targetQueueManager), request.size);
      const queue = agent?.transmissionQueue ?? resolution.queue;
      return check(request, {
        at,
        queue,
        role: 'transmission',
        channel: agent ?? senderOf(world, at, resolution.queue),
        target: numberTarget(world, resolution.targetQueue, resolution.targetQueueManager),
        isBound: true,
        reason: `over transmission queue ${queue.name}`,
        decision: undefined,
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

/** The place for a message that takes this route. */
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
  const common = { at, decision, isBound: request.isBound || byName };
  if (route.channel === undefined) {
    const local = at.locals.get(queueName);
    if (local === undefined) return { kind: 'refused', reason: 2085, decision };
    const reason = placeWords(at, local, 'local instance');
    return check(
      request,
      {
        ...common,
        queue: local,
        role: 'target',
        channel: undefined,
        target: numberTarget(world, queueName, at.name),
        reason,
      },
      route,
    );
  }
  const channel = agentFor(world, at, route.owner, request.size) ?? route.channel;
  return check(
    request,
    {
      ...common,
      queue: channel.transmissionQueue,
      role: 'transmission',
      channel,
      // A clustered queue manager alias is resolved where it is defined.
      target: numberTarget(world, queueName, byName ? resolution.queueManager : route.owner.name),
      reason: request.boundTo === undefined ? `chosen: ${route.owner.name}` : `bound to ${route.owner.name}`,
    },
    route,
  );
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

function check(request: SettleRequest, placement: Placement, route?: Route): Settled {
  const reason = refusalOf(placement.queue, request.size);
  return reason === 0
    ? { kind: 'placed', placement, route }
    : { kind: 'refused', reason, decision: placement.decision };
}
