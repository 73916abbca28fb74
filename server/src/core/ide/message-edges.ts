import { effective, effectiveText } from '#core/model/effective.ts';
import type { Estate, MqObject, QueueManager } from '#core/model/model.ts';
import { clustersOf } from '#core/model/queries.ts';
import type { Location } from '#core/text/span.ts';

/** One hop of messages: from an object to another to which it hands them on. */
export interface MessageEdge {
  readonly from: MqObject;
  readonly to: MqObject;
  /** How, for people: `alias of`, `through`. */
  readonly how: string;
  /** Every message takes this hop; others only what was backed out, could not be delivered, or is copied. */
  readonly isMain: boolean;
  /** The value in the text that makes the hop; undefined when it is a default or follows from names alone. */
  readonly at: Location | undefined;
}

/**
 * All hops that the definitions of an estate make. IBM: "Queue name resolution": a name is a local object, else a cluster
 * queue; a remote queue goes over its XMITQ, else the transmission queue called like its RQMNAME, else the cluster, else
 * DEFXMITQ.
 */
export function messageEdges(estate: Estate): readonly MessageEdge[] {
  const known = kept.get(estate);
  if (known) return known;
  const edges = [...estate.queueManagers.values()].flatMap((queueManager) => edgesOn(queueManager, estate));
  kept.set(estate, edges);
  return edges;
}

/** The objects that a put to this name reaches from this queue manager: what is there, and each instance that clusters offer. */
export function putTargets(at: QueueManager, name: string, estate: Estate): readonly MqObject[] {
  const local = at.objects.get('queue', name);
  const isClustered = local !== undefined && clustersOf(local, at).length > 0;
  if (local && !(isClustered && local.type === 'QLOCAL')) return [local];
  const offered = [...estate.clusters.values()]
    .filter(({ members }) => members.length === 0 || members.some((m) => m.queueManager === at))
    .flatMap((cluster) => (cluster.cloneGroups.get(name)?.instances ?? []).map((instance) => instance.object));
  return [...new Set([...(local ? [local] : []), ...offered])];
}

const kept = new WeakMap<Estate, readonly MessageEdge[]>();

function edgesOn(queueManager: QueueManager, estate: Estate): readonly MessageEdge[] {
  const queues = [...queueManager.objects.all('queue')];
  const channels = [...queueManager.objects.all('channel')].filter(isSender);
  const remotes = queues.filter(({ type }) => type === 'QREMOTE').map((from) => routeOf(from, queueManager, estate));
  return [
    ...queues.filter(({ type }) => type === 'QALIAS').flatMap((alias) => edgesOfAlias(alias, queueManager, estate)),
    ...remotes.flatMap(({ edges }) => edges),
    ...queues
      .filter(({ type }) => type === 'QLOCAL')
      .flatMap((local) => edgesOfLocal(local, queueManager, channels, estate)),
    ...channels.flatMap((channel) => edgesOfChannel(channel, remotes, estate)),
    ...[...queueManager.objects.all('subscription')].flatMap((one) => edgesOfSubscription(one, queueManager, estate)),
  ];
}

const isSender = ({ channelType }: MqObject): boolean => channelType === 'SDR' || channelType === 'SVR';

function edgesOfAlias(from: MqObject, at: QueueManager, estate: Estate): readonly MessageEdge[] {
  const name = effectiveText(from, 'TARGET');
  const topic = effectiveText(from, 'TARGTYPE') === 'TOPIC' ? at.objects.get('topic', name) : undefined;
  const targets = topic ? [topic] : name === '' ? [] : putTargets(at, name, estate);
  return targets.map((to) => ({ from, to, how: 'alias of', isMain: true, at: placeOf(from, 'TARGET') }));
}

/** A remote queue, the transmission queue that it takes, and where its messages are meant to arrive. */
interface RemoteRoute {
  readonly remote: MqObject;
  readonly transmission: MqObject | undefined;
  readonly edges: readonly MessageEdge[];
}

function routeOf(remote: MqObject, at: QueueManager, estate: Estate): RemoteRoute {
  const manager = effectiveText(remote, 'RQMNAME');
  const named = effectiveText(remote, 'XMITQ');
  const make = (to: MqObject, how: string, keyword: string): MessageEdge => ({
    ...{ from: remote, to, how, isMain: true },
    at: placeOf(remote, keyword),
  });
  const transmissionCalled = (name: string): MqObject | undefined => {
    const found = name === '' ? undefined : at.objects.get('queue', name);
    return found?.type === 'QLOCAL' ? found : undefined;
  };
  const over = (transmission: MqObject, keyword: string): RemoteRoute => ({
    remote,
    transmission,
    edges: [make(transmission, 'over transmission queue', keyword)],
  });
  const explicit = transmissionCalled(named);
  if (explicit) return over(explicit, 'XMITQ');
  if (manager === '') return { remote, transmission: undefined, edges: [] };
  const likeManager = transmissionCalled(manager);
  if (named === '' && likeManager && effectiveText(likeManager, 'USAGE') === 'XMITQ')
    return over(likeManager, 'RQMNAME');
  const other = estate.queueManagers.get(manager.toUpperCase());
  const target = targetOn(other, remote);
  const isTogether = [...estate.clusters.values()].some(
    ({ members }) => members.some((m) => m.queueManager === at) && members.some((m) => m.queueManager === other),
  );
  if (other === at || isTogether)
    return { remote, transmission: undefined, edges: target ? [make(target, 'remote queue for', 'RNAME')] : [] };
  const byDefault = transmissionCalled(effectiveText(at.attributes, 'DEFXMITQ'));
  return byDefault ? over(byDefault, 'RQMNAME') : { remote, transmission: undefined, edges: [] };
}

const targetOn = (queueManager: QueueManager | undefined, remote: MqObject): MqObject | undefined =>
  queueManager?.objects.get('queue', effectiveText(remote, 'RNAME'));

function edgesOfLocal(
  from: MqObject,
  at: QueueManager,
  channels: readonly MqObject[],
  estate: Estate,
): readonly MessageEdge[] {
  if (effectiveText(from, 'USAGE') === 'XMITQ')
    return channels
      .filter((channel) => effectiveText(channel, 'XMITQ') === from.name)
      .map((to) => ({ from, to, how: 'sent by', isMain: true, at: undefined }));
  const asides = [
    [from, 'BOQNAME', 'backs out to'],
    [from, 'STREAMQ', 'copies to'],
    [at.attributes, 'DEADQ', 'dead letters to'],
  ] as const;
  return asides.flatMap(([holder, keyword, how]) => {
    const name = effectiveText(holder, keyword);
    const targets = name === '' ? [] : putTargets(at, name, estate).filter((to) => to !== from);
    const place = holder === from ? placeOf(from, keyword) : undefined;
    return targets.map((to) => ({ from, to, how, isMain: false, at: place }));
  });
}

/** A channel hands on what the remote queues of its transmission queue name at the other end. */
function edgesOfChannel(from: MqObject, remotes: readonly RemoteRoute[], estate: Estate): readonly MessageEdge[] {
  const transmission = effectiveText(from, 'XMITQ');
  const targets = remotes
    .filter((route) => route.transmission?.name === transmission)
    .flatMap(({ remote }) => {
      const manager = effectiveText(remote, 'RQMNAME');
      return targetOn(estate.queueManagers.get(manager.toUpperCase()), remote) ?? [];
    });
  return [...new Set(targets)].map((to) => ({ from, to, how: 'delivers to', isMain: true, at: undefined }));
}

function edgesOfSubscription(from: MqObject, at: QueueManager, estate: Estate): readonly MessageEdge[] {
  const topic = at.objects.get('topic', effectiveText(from, 'TOPICOBJ'));
  const name = effectiveText(from, 'DEST');
  const targets = name === '' ? [] : putTargets(at, name, estate);
  return [
    ...(topic ? [{ from: topic, to: from, how: 'subscribed by', isMain: true, at: undefined }] : []),
    ...targets.map((to) => ({ from, to, how: 'delivers to', isMain: true, at: placeOf(from, 'DEST') })),
  ];
}

function placeOf(object: MqObject, keyword: string): Location | undefined {
  const origin = effective(object, keyword)?.origin;
  return origin?.kind === 'written' ? (origin.valueAt ?? origin.at) : undefined;
}
