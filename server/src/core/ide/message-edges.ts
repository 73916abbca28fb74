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
 * The hops that start at an object. IBM: "Queue name resolution": a name is a local object, else a cluster queue; a remote
 * queue goes over its XMITQ, else the transmission queue called like its RQMNAME, else the cluster, else DEFXMITQ.
 */
export function edgesFrom(from: MqObject, estate: Estate): readonly MessageEdge[] {
  const at = estate.queueManagers.get(from.queueManager.toUpperCase());
  if (!at) return [];
  if (from.type === 'QALIAS') return edgesOfAlias(from, at, estate);
  if (from.type === 'QREMOTE') return routeOf(from, at, estate).edges;
  if (from.type === 'QLOCAL') return edgesOfLocal(from, at, estate);
  if (from.type === 'CHANNEL') return isSender(from) ? edgesOfChannel(from, at, estate) : [];
  if (from.type === 'TOPIC') return edgesOfTopic(from, at);
  return from.type === 'SUB' ? edgesOfSubscription(from, at, estate) : [];
}

/** The hops that end at an object: every object of the estate is asked where it leads. */
export const edgesTo = (to: MqObject, estate: Estate): readonly MessageEdge[] =>
  [...estate.queueManagers.values()].flatMap(({ objects }) =>
    stops.flatMap((space) =>
      [...objects.all(space)].flatMap((from) => edgesFrom(from, estate).filter((edge) => edge.to === to)),
    ),
  );

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

/** The name spaces of what messages pass. */
const stops = ['queue', 'channel', 'topic', 'subscription'] as const;

const isSender = ({ channelType }: MqObject): boolean => channelType === 'SDR' || channelType === 'SVR';

function edgesOfAlias(from: MqObject, at: QueueManager, estate: Estate): readonly MessageEdge[] {
  const name = effectiveText(from, 'TARGET');
  const topic = effectiveText(from, 'TARGTYPE') === 'TOPIC' ? at.objects.get('topic', name) : undefined;
  const targets = topic ? [topic] : name === '' ? [] : putTargets(at, name, estate);
  return targets.map((to) => ({ from, to, how: 'alias of', isMain: true, at: placeOf(from, 'TARGET') }));
}

/** The transmission queue that a remote queue takes, if it takes one, and its hops. */
interface RemoteRoute {
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
    transmission,
    edges: [make(transmission, 'over transmission queue', keyword)],
  });
  const explicit = transmissionCalled(named);
  if (explicit) return over(explicit, 'XMITQ');
  if (manager === '') return { transmission: undefined, edges: [] };
  const likeManager = transmissionCalled(manager);
  if (named === '' && likeManager && effectiveText(likeManager, 'USAGE') === 'XMITQ')
    return over(likeManager, 'RQMNAME');
  const other = estate.queueManagers.get(manager.toUpperCase());
  const target = targetOn(other, remote);
  const isTogether = [...estate.clusters.values()].some(
    ({ members }) => members.some((m) => m.queueManager === at) && members.some((m) => m.queueManager === other),
  );
  if (other === at || isTogether)
    return { transmission: undefined, edges: target ? [make(target, 'remote queue for', 'RNAME')] : [] };
  const byDefault = transmissionCalled(effectiveText(at.attributes, 'DEFXMITQ'));
  return byDefault ? over(byDefault, 'RQMNAME') : { transmission: undefined, edges: [] };
}

const targetOn = (queueManager: QueueManager | undefined, remote: MqObject): MqObject | undefined =>
  queueManager?.objects.get('queue', effectiveText(remote, 'RNAME'));

function edgesOfLocal(from: MqObject, at: QueueManager, estate: Estate): readonly MessageEdge[] {
  if (effectiveText(from, 'USAGE') === 'XMITQ')
    return [...at.objects.all('channel')]
      .filter((channel) => isSender(channel) && effectiveText(channel, 'XMITQ') === from.name)
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
function edgesOfChannel(from: MqObject, at: QueueManager, estate: Estate): readonly MessageEdge[] {
  const targets = targetsOver(at, estate).get(effectiveText(from, 'XMITQ')) ?? [];
  return targets.map((to) => ({ from, to, how: 'delivers to', isMain: true, at: undefined }));
}

/** Where the remote queues of a queue manager lead, by transmission queue. */
function targetsOver(at: QueueManager, estate: Estate): ReadonlyMap<string, readonly MqObject[]> {
  const known = targetsByEstate.get(estate) ?? new Map<QueueManager, ReadonlyMap<string, readonly MqObject[]>>();
  targetsByEstate.set(estate, known);
  const before = known.get(at);
  if (before) return before;
  const targets = new Map<string, Set<MqObject>>();
  for (const remote of at.objects.all('queue')) {
    if (remote.type !== 'QREMOTE') continue;
    const { transmission } = routeOf(remote, at, estate);
    const target = targetOn(estate.queueManagers.get(effectiveText(remote, 'RQMNAME').toUpperCase()), remote);
    if (!transmission || !target) continue;
    targets.set(transmission.name, (targets.get(transmission.name) ?? new Set()).add(target));
  }
  const made = new Map([...targets].map(([name, found]) => [name, [...found]]));
  known.set(at, made);
  return made;
}

const targetsByEstate = new WeakMap<Estate, Map<QueueManager, ReadonlyMap<string, readonly MqObject[]>>>();

const edgesOfTopic = (from: MqObject, at: QueueManager): readonly MessageEdge[] =>
  [...at.objects.all('subscription')]
    .filter((subscription) => effectiveText(subscription, 'TOPICOBJ') === from.name)
    .map((to) => ({ from, to, how: 'subscribed by', isMain: true, at: undefined }));

function edgesOfSubscription(from: MqObject, at: QueueManager, estate: Estate): readonly MessageEdge[] {
  const name = effectiveText(from, 'DEST');
  const targets = name === '' ? [] : putTargets(at, name, estate);
  return targets.map((to) => ({ from, to, how: 'delivers to', isMain: true, at: placeOf(from, 'DEST') }));
}

function placeOf(object: MqObject, keyword: string): Location | undefined {
  const origin = effective(object, keyword)?.origin;
  return origin?.kind === 'written' ? (origin.valueAt ?? origin.at) : undefined;
}
