import { senderOf } from './channels.ts';
import { agentFor } from './intra-group.ts';
import { idOf, isPersistent, sizeOf } from './message.ts';
import type { Message } from './message-store.ts';
import { type Cargo, refusalOf } from './put-checks.ts';
import { termsOf } from './queue-terms.ts';
import { chooseRoute, type RouteRequest } from './routing/choose-route.ts';
import { targetFor } from './target-row.ts';
import type { Choice, LocalQueue, Placement, QueueManager, Resolution, Route, World } from './world.ts';

/** A place for a message, or MQ's reason why there is none. */
export type Settled =
  | Placement
  | { readonly kind: 'refused'; readonly reason: number; readonly decision: number | undefined };

export interface SettleRequest extends Pick<RouteRequest, 'occasion' | 'bind' | 'arrivedOver' | 'message'>, Cargo {
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
  isPersistent: isPersistent(world, message),
  boundTo: undefined,
  isBound: false,
});

/** Where a message goes that is put to an opened name: runs the workload algorithm where there is a choice. */
export function settle(world: World, at: QueueManager, resolution: Resolution, request: SettleRequest): Settled {
  if (resolution.kind === 'failed') return { kind: 'refused', reason: resolution.reason, decision: undefined };
  if (resolution.kind === 'local') return settleHere(world, at, resolution, request);
  if (isClosedHere(at, resolution)) return { kind: 'refused', reason: 2051, decision: undefined };
  switch (resolution.kind) {
    case 'transmission': {
      const agent = agentFor(world, at, world.queueManagerNamed.get(resolution.targetQueueManager), request.size);
      const queue = agent?.transmissionQueue ?? resolution.queue;
      return check(world, request, {
        kind: 'placed',
        at,
        queue,
        row: queue.row,
        role: 'transmission',
        channel: agent ?? senderOf(world, at, resolution.queue),
        target: targetFor(world, resolution.targetQueue, resolution.targetQueueManager),
        isBound: true,
        route: undefined,
        reason: `over transmission queue ${queue.name}`,
        decision: undefined,
      });
    }
    default: {
      if (request.boundTo !== undefined) return along(world, at, resolution, request.boundTo, request, undefined);
      const { route, reason, decision } = chooseRoute(world, at, resolution, request);
      return route === undefined
        ? { kind: 'refused', reason, decision }
        : along(world, at, resolution, route, request, decision);
    }
  }
}

/** The place for a message that is put to a queue of this queue manager: nothing else is to be known of it. */
export function settleHere(world: World, at: QueueManager, resolution: LocalName, cargo: Cargo): Settled {
  return isClosedHere(at, resolution)
    ? { kind: 'refused', reason: 2051, decision: undefined }
    : check(world, cargo, placeOn(world, at, resolution));
}

type LocalName = Extract<Resolution, { kind: 'local' }>;

/** The place for a message that takes this route. What takes it as one before did gets the same place, unless it has an explanation of its own. */
export function along(
  world: World,
  at: QueueManager,
  resolution: Choice,
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
  const isChosen = request.boundTo === undefined;
  const mayKeep = decision === undefined && !byName && route.name === queueName;
  const known = !mayKeep ? undefined : isChosen ? route.place : route.boundPlace;
  if (known?.queue === queue && known.channel === channel && known.isBound === request.isBound)
    return check(world, request, known);
  const placement: Placement = {
    kind: 'placed',
    at,
    queue,
    row: queue.row,
    role: channel === undefined ? 'target' : 'transmission',
    channel,
    // A clustered queue manager alias is resolved where it is defined.
    target: targetFor(world, queueName, byName && channel !== undefined ? resolution.queueManager : route.owner.name),
    isBound: request.isBound || byName,
    route,
    reason: reasonFor(at, queue, route, request),
    decision,
  };
  if (mayKeep && isChosen) route.place = placement;
  else if (mayKeep) route.boundPlace = placement;
  return check(world, request, placement);
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
function placeOn(world: World, at: QueueManager, resolution: LocalName): Placement {
  const { place: known, queue } = resolution;
  const role = termsOf(world, known?.row ?? queue.row).isTransmission ? 'transmission' : 'target';
  if (known?.role === role && known.at === at) return known;
  const place: Placement = {
    kind: 'placed',
    at,
    queue,
    row: queue.row,
    role,
    channel: undefined,
    target: targetFor(world, queue.name, at.name),
    isBound: true,
    route: undefined,
    reason: placeWords(at, queue, 'local queue'),
    decision: undefined,
  };
  resolution.place = place;
  return place;
}

const placeWords = (at: QueueManager, { owner }: LocalQueue, otherwise: string): string =>
  owner === at ? otherwise : `shared queue of ${owner.name}, put through ${at.name}`;

/** An alias or remote definition that stands in the way has its own PUT; a queue's own is looked at by the algorithm and the put. */
const isClosedHere = (at: QueueManager, { opened, isIndirect }: Exclude<Resolution, { kind: 'failed' }>): boolean =>
  isIndirect && opened !== undefined && !(at.queues.get(opened.name) ?? opened).isPutEnabled;

function check(world: World, cargo: Cargo, placement: Placement): Settled {
  const reason = refusalOf(world, placement.row, cargo);
  return reason === 0 ? placement : { kind: 'refused', reason, decision: placement.decision };
}
