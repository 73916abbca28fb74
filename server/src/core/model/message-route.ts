import { areTogether, offeredTo } from './cluster-offers.ts';
import { effectiveText } from './effective.ts';
import type { Estate, MqObject, QueueManager } from './model.ts';
import { clustersOf } from './queries.ts';
import {
  type Header,
  headerOf,
  isManagerAlias,
  type NamedQueue,
  type NameMeaning,
  type NamePlace,
  resolveName,
  resolveRemote,
} from './resolve-name.ts';
import { isSharedQueue } from './sharing-groups.ts';

/** The way of the messages that are put to a remote queue. */
export interface RemoteRoute {
  /** Queue manager aliases that it takes on its way, here and where it arrives. */
  readonly aliases: readonly MqObject[];
  /** The transmission queue here that it leaves by, and the attribute that says so. */
  readonly transmission: MqObject | undefined;
  readonly saidBy: 'XMITQ' | 'RQMNAME';
  /** Intra-group queuing takes them, or, where there is a transmission queue too, those that are short enough. */
  readonly isWithinGroup: boolean;
  /** The queues where it ends, as far as the estate knows them; each may lead on. */
  readonly targets: readonly MqObject[];
}

/**
 * Where a remote queue leads, by the definitions of the files (`resolveName`). Where messages arrive the name may be an alias
 * again. Files may leave out what carries them: a transmission queue that they do not define is taken to lead where RQMNAME says.
 */
export function routeOf(remote: MqObject, at: QueueManager, estate: Estate): RemoteRoute {
  const place = placeIn(at, estate);
  const object = queueOf(remote, at);
  const meaning = isManagerAlias(object)
    ? resolveName(place, { queue: '', queueManager: remote.name })
    : resolveRemote(place, object);
  const { aliases, targets } = follow(meaning, { at, estate, start: remote, left: mostHops });
  const saidBy = object.transmissionQueue === '' ? 'RQMNAME' : 'XMITQ';
  const there = headerOf(meaning)?.queueManager ?? '';
  return {
    aliases,
    targets,
    isWithinGroup: meaning.kind !== 'failed' && place.isInGroup(there),
    transmission: meaning.kind === 'transmission' ? meaning.transmission.object : undefined,
    saidBy,
  };
}

/**
 * What a remote queue stands for by the definitions of its own queue manager alone, without clusters: the names that messages take along,
 * or the reason why there is no transmission queue for them.
 */
export const meaningOfRemote = (remote: MqObject, at: QueueManager): NameMeaning<NamedQueue> =>
  resolveRemote(alone(at), queueOf(remote, at));

/** What ObjectName and ObjectQMgrName mean at a queue manager of the estate. */
export const meaningAt = (at: QueueManager, names: Header, estate: Estate): NameMeaning<NamedQueue> =>
  resolveName(placeIn(at, estate), names);

/** The objects that a put to this name reaches from this queue manager: what is there, and each instance that clusters offer. */
export function putTargets(at: QueueManager, name: string, estate: Estate): readonly MqObject[] {
  const local = at.objects.get('queue', name);
  const isClustered = local !== undefined && clustersOf(local, at).length > 0;
  if (local && !(isClustered && local.type === 'QLOCAL')) return [local];
  const offered = offeredTo(at, name, estate).map(({ object }) => object);
  return [...new Set([...(local ? [local] : []), ...offered])];
}

/** The same for an alias: its own name means the queue of that name elsewhere in a cluster. */
export const aliasTargets = (alias: MqObject, at: QueueManager, estate: Estate): readonly MqObject[] => {
  const name = effectiveText(alias, 'TARGET');
  if (name !== alias.name) return name === '' ? [] : putTargets(at, name, estate);
  return offeredTo(at, name, estate).flatMap(({ object }) => (object === alias ? [] : [object]));
};

/** A remote queue without a name of a queue there stands for a queue manager. */
export const isQueueManagerAlias = (object: MqObject): boolean =>
  object.type === 'QREMOTE' && effectiveText(object, 'RNAME') === '';

/** Whether it is a sender or server channel for the transmission queue. */
export const sendsFrom = (channel: MqObject, transmission: MqObject): boolean =>
  isSender(channel) && effectiveText(channel, 'XMITQ') === transmission.name;

export const isSender = ({ channelType }: MqObject): boolean => channelType === 'SDR' || channelType === 'SVR';

/** A queue of the estate as resolution sees it. */
interface EstateQueue extends NamedQueue {
  readonly object: MqObject;
}

/** Read when asked: most lookups want one or two of them. */
function queueOf(object: MqObject, at: QueueManager): EstateQueue {
  const { name, type } = object;
  return {
    ...{ object, name, type },
    get clusters() {
      return clustersOf(object, at);
    },
    get target() {
      return type === 'QALIAS' && effectiveText(object, 'TARGTYPE') !== 'TOPIC' ? effectiveText(object, 'TARGET') : '';
    },
    get remoteName() {
      return effectiveText(object, 'RNAME');
    },
    get remoteQueueManager() {
      return effectiveText(object, 'RQMNAME');
    },
    get transmissionQueue() {
      return effectiveText(object, 'XMITQ');
    },
  };
}

/** The queue manager as its files define it, with nobody around it. */
function alone(at: QueueManager): NamePlace<EstateQueue> {
  const queue = (name: string) => {
    const object = name === '' ? undefined : at.objects.get('queue', name);
    return object && queueOf(object, at);
  };
  return {
    isItself: (name) => name.toUpperCase() === at.name.toUpperCase(),
    queue,
    local: (name) => {
      const found = queue(name);
      if (found?.type !== 'QLOCAL') return undefined;
      return { queue: found, isTransmission: effectiveText(found.object, 'USAGE') === 'XMITQ' };
    },
    defaultTransmissionQueue: effectiveText(at.attributes, 'DEFXMITQ'),
    isOffered: () => false,
    followsOwnName: () => true,
    isInReach: () => false,
    isInGroup: () => false,
    isSharedHere: ({ queue: name, queueManager }) => {
      const object = name === '' ? undefined : at.objects.get('queue', name);
      return object !== undefined && isSharedQueue(object, at) && queueManager === at.sharingGroup;
    },
    isAmbiguous: () => false,
    unknown: () => 2085,
  };
}

/** The same among the others. */
const placeIn = (at: QueueManager, estate: Estate): NamePlace<EstateQueue> => ({
  ...alone(at),
  isOffered: (name) =>
    offeredTo(at, name, estate).some(({ object, queueManager }) => queueManager !== at && !isQueueManagerAlias(object)),
  isInReach: (name) => {
    const other = estate.queueManagers.get(name.toUpperCase());
    return (other !== undefined && areTogether(at, other, estate)) || aliasesOffered(at, name, estate).length > 0;
  },
  isAmbiguous: (name) => isAmbiguous(name, at, estate),
  isInGroup: (name) => isGroupMember(name, at, estate) && effectiveText(at.attributes, 'IGQ') === 'ENABLED',
  isSharedHere: (header) =>
    alone(at).isSharedHere({ ...header, queueManager: at.sharingGroup ?? '' }) &&
    (header.queueManager === at.sharingGroup ||
      (isGroupMember(header.queueManager, at, estate) && effectiveText(at.attributes, 'SQQMNAME') === 'IGNORE')),
});

/** A private queue of a shared one's name. */
function isAmbiguous(name: string, at: QueueManager, { queueManagers }: Estate): boolean {
  const own = at.sharingGroup === undefined ? undefined : at.objects.get('queue', name);
  if (own === undefined || isSharedQueue(own, at)) return false;
  return [...queueManagers.values()].some((other) => {
    const theirs = other.sharingGroup === at.sharingGroup ? other.objects.get('queue', name) : undefined;
    return theirs !== undefined && isSharedQueue(theirs, other);
  });
}

const isGroupMember = (name: string, { sharingGroup }: QueueManager, { queueManagers }: Estate): boolean =>
  sharingGroup !== undefined && queueManagers.get(name.toUpperCase())?.sharingGroup === sharingGroup;

/** The clustered queue manager aliases of that name on other queue managers. */
const aliasesOffered = (at: QueueManager, name: string, estate: Estate) =>
  offeredTo(at, name, estate).filter(({ object, queueManager }) => queueManager !== at && isQueueManagerAlias(object));

interface Walk {
  readonly at: QueueManager;
  readonly estate: Estate;
  /** Where the way begins: it is not where it ends. */
  readonly start: MqObject | undefined;
  /** Queue managers that send on to each other would lead round for ever. */
  readonly left: number;
}

type Reached = Pick<RemoteRoute, 'aliases' | 'targets'>;

const mostHops = 8;

/** The queues that a meaning reaches, here or at other queue managers. */
function follow(meaning: NameMeaning<EstateQueue>, walk: Walk): Reached {
  const { at, estate, start } = walk;
  const passed = meaning.passed.map(({ object }) => object);
  const aliases = passed.filter(isQueueManagerAlias);
  // An alias or remote queue on the way is the next stop: it leads on by itself.
  const next = passed.find((object) => object !== start && !isQueueManagerAlias(object));
  if (next) return { aliases, targets: [next] };
  switch (meaning.kind) {
    case 'local':
      return { aliases, targets: [meaning.queue.object] };
    case 'cluster-queue':
      return { aliases, targets: putTargets(at, meaning.name, estate) };
    case 'failed':
    case 'intra-group': {
      const header = headerOf(meaning);
      return { aliases, targets: header ? known(header, estate) : [] };
    }
    case 'cluster-queue-manager':
      return together(aliases, acrossCluster(meaning, walk));
    case 'transmission':
      return together(aliases, acrossChannel(meaning, walk));
  }
}

/** To the queue manager of that name, else to those that advertise an alias of it. */
function acrossCluster({ queue, queueManager }: Header, { at, estate, left }: Walk): Reached {
  const other = estate.queueManagers.get(queueManager.toUpperCase());
  if (other) return { aliases: [], targets: known({ queue, queueManager }, estate) };
  const hosts = aliasesOffered(at, queueManager, estate).map((one) => one.queueManager);
  return arriving(hosts, { queue, queueManager }, estate, left);
}

/** At the other end of a transmission queue: at the queue manager of that name, else at what the name means where the channel ends. */
function acrossChannel(
  { transmission, queue, queueManager }: Header & { readonly transmission: EstateQueue },
  { at, estate, left }: Walk,
): Reached {
  const meant = queueManager || at.name;
  if (estate.queueManagers.has(meant.toUpperCase()))
    return { aliases: [], targets: known({ queue, queueManager: meant }, estate) };
  const channels = [...at.objects.all('channel')].filter((channel) => sendsFrom(channel, transmission.object));
  const receivers = [...estate.queueManagers.values()].filter(
    (one) => one.name !== at.name && channels.some(({ name }) => receives(one.objects.get('channel', name))),
  );
  return arriving(receivers, { queue, queueManager }, estate, left);
}

const arriving = (receivers: readonly QueueManager[], header: Header, estate: Estate, left: number): Reached =>
  left === 0
    ? nowhere
    : receivers
        .map((at) => follow(resolveName(placeIn(at, estate), header), { at, estate, start: undefined, left: left - 1 }))
        .reduce(
          (all, one) => together([...all.aliases], { ...one, targets: [...all.targets, ...one.targets] }),
          nowhere,
        );

const nowhere: Reached = { aliases: [], targets: [] };

const together = (aliases: readonly MqObject[], { aliases: later, targets }: Reached): Reached => ({
  aliases: [...new Set([...aliases, ...later])],
  targets: [...new Set(targets)],
});

/** The queue on the queue manager of that name, if the files have both. */
function known({ queue, queueManager }: Header, { queueManagers }: Estate): readonly MqObject[] {
  const found = queue === '' ? undefined : queueManagers.get(queueManager.toUpperCase())?.objects.get('queue', queue);
  return found ? [found] : [];
}

const receives = (channel: MqObject | undefined): boolean =>
  channel?.channelType === 'RCVR' || channel?.channelType === 'RQSTR';
