import { effectiveText } from '#core/model/effective.ts';
import type { Estate, MqObject, QueueManager } from '#core/model/model.ts';
import { putTargets } from './put-targets.ts';

/** The way of the messages that are put to a remote queue. */
export interface RemoteRoute {
  /** Queue manager aliases that it takes on its way, here and where it arrives. */
  readonly aliases: readonly MqObject[];
  /** The transmission queue here that it leaves by, and the attribute that says so. */
  readonly transmission: MqObject | undefined;
  readonly saidBy: 'XMITQ' | 'RQMNAME';
  /** The queues where it ends, as far as the estate knows them. */
  readonly targets: readonly MqObject[];
}

/** A remote queue without a name of a queue there stands for a queue manager (IBM: "Queue manager alias definitions"). */
export const isQueueManagerAlias = (object: MqObject): boolean =>
  object.type === 'QREMOTE' && effectiveText(object, 'RNAME') === '';

/**
 * Where a remote queue leads. IBM: "Queue name resolution": over its XMITQ, else what its RQMNAME is here: this queue manager, an
 * alias, a transmission queue, a member of a common cluster, else DEFXMITQ. Where messages arrive the name may be an alias again.
 */
export function routeOf(remote: MqObject, at: QueueManager, estate: Estate): RemoteRoute {
  const named = transmissionCalled(effectiveText(remote, 'XMITQ'), at);
  const queue = effectiveText(remote, 'RNAME');
  const manager = effectiveText(remote, 'RQMNAME');
  const walk: Walk = { estate, queue, aliases: [], left: mostHops };
  if (named)
    return { ...arrived(overQueue(at, named, manager || at.name, walk)), transmission: named, saidBy: 'XMITQ' };
  if (manager === '') return nowhere;
  return arrived(from(at, manager, isQueueManagerAlias(remote) ? { ...walk, aliases: [remote] } : walk));
}

interface Walk {
  readonly estate: Estate;
  readonly queue: string;
  readonly aliases: readonly MqObject[];
  /** Aliases that name each other would lead round for ever. */
  readonly left: number;
}

type Reached = Partial<RemoteRoute> & { readonly walk: Walk };

const mostHops = 8;

const nowhere: RemoteRoute = { aliases: [], transmission: undefined, saidBy: 'RQMNAME', targets: [] };

const arrived = ({ walk, ...route }: Reached): RemoteRoute => ({ ...nowhere, aliases: walk.aliases, ...route });

/** What a name of a queue manager means at one. */
function from(at: QueueManager, manager: string, walk: Walk): Reached {
  const { estate, queue } = walk;
  if (walk.left === 0) return { walk };
  if (manager === '') return { walk, targets: queue === '' ? [] : putTargets(at, queue, estate) };
  if (manager.toUpperCase() === at.name.toUpperCase()) return { walk, targets: found(at, queue) };
  const alias = at.objects.get('queue', manager);
  if (alias && isQueueManagerAlias(alias) && !walk.aliases.includes(alias)) {
    const next = { ...walk, aliases: [...walk.aliases, alias], left: walk.left - 1 };
    const meant = effectiveText(alias, 'RQMNAME');
    const own = transmissionCalled(effectiveText(alias, 'XMITQ'), at);
    return own ? leavingBy(own, at, meant || manager, next) : from(at, meant, next);
  }
  const like = transmissionCalled(manager, at);
  if (like && effectiveText(like, 'USAGE') === 'XMITQ') return leavingBy(like, at, manager, walk);
  const other = estate.queueManagers.get(manager.toUpperCase());
  if (other && areTogether(at, other, estate)) return { walk, targets: found(other, queue) };
  const byDefault = transmissionCalled(effectiveText(at.attributes, 'DEFXMITQ'), at);
  return byDefault ? leavingBy(byDefault, at, manager, walk) : { walk };
}

const leavingBy = (transmission: MqObject, at: QueueManager, manager: string, walk: Walk): Reached => ({
  ...overQueue(at, transmission, manager, walk),
  transmission,
});

/** At the other end of a transmission queue: at the queue manager of that name, else at what the name means where the channel ends. */
function overQueue(
  { name: sender, objects }: QueueManager,
  transmission: MqObject,
  manager: string,
  walk: Walk,
): Reached {
  const { estate, queue } = walk;
  const meant = estate.queueManagers.get(manager.toUpperCase());
  if (meant) return { walk, targets: found(meant, queue) };
  const channels = [...objects.all('channel')].filter((channel) => sendsFrom(channel, transmission));
  const receivers = [...estate.queueManagers.values()].filter(
    (one) => one.name !== sender && channels.some(({ name }) => receives(one.objects.get('channel', name))),
  );
  let reached: Reached = { walk, targets: [] };
  for (const receiver of receivers) {
    const { targets = [], walk: after } = from(receiver, manager, { ...reached.walk, left: walk.left - 1 });
    reached = { walk: after, targets: [...(reached.targets ?? []), ...targets] };
  }
  return reached;
}

/** Whether it is a sender or server channel for the transmission queue. */
export const sendsFrom = (channel: MqObject, transmission: MqObject): boolean =>
  isSender(channel) && effectiveText(channel, 'XMITQ') === transmission.name;

export const isSender = ({ channelType }: MqObject): boolean => channelType === 'SDR' || channelType === 'SVR';

const receives = (channel: MqObject | undefined): boolean =>
  channel?.channelType === 'RCVR' || channel?.channelType === 'RQSTR';

function transmissionCalled(name: string, at: QueueManager): MqObject | undefined {
  const object = name === '' ? undefined : at.objects.get('queue', name);
  return object?.type === 'QLOCAL' ? object : undefined;
}

function found(at: QueueManager, queue: string): readonly MqObject[] {
  const object = queue === '' ? undefined : at.objects.get('queue', queue);
  return object ? [object] : [];
}

const areTogether = (one: QueueManager, other: QueueManager, { clusters }: Estate): boolean =>
  [...clusters.values()].some(
    ({ members }) => members.some((m) => m.queueManager === one) && members.some((m) => m.queueManager === other),
  );
