import { effective, effectiveText } from '#core/model/effective.ts';
import {
  aliasTargets,
  isQueueManagerAlias,
  isSender,
  putTargets,
  routeOf,
  sendsFrom,
} from '#core/model/message-route.ts';
import type { Estate, MqObject, QueueManager } from '#core/model/model.ts';
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
 * The hops that start at an object. IBM: "Queue name resolution": a name is a local object, else a cluster queue; for remote queues
 * see `routeOf`.
 */
export function edgesFrom(from: MqObject, estate: Estate): readonly MessageEdge[] {
  const at = estate.queueManagers.get(from.queueManager.toUpperCase());
  if (!at) return [];
  if (from.type === 'QALIAS') return edgesOfAlias(from, at, estate);
  if (from.type === 'QREMOTE') return edgesOfRemote(from, at, estate);
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

/** The name spaces of what messages pass. */
const stops = ['queue', 'channel', 'topic', 'subscription'] as const;

function edgesOfAlias(from: MqObject, at: QueueManager, estate: Estate): readonly MessageEdge[] {
  const name = effectiveText(from, 'TARGET');
  const topic = effectiveText(from, 'TARGTYPE') === 'TOPIC' ? at.objects.get('topic', name) : undefined;
  const targets = topic ? [topic] : aliasTargets(from, at, estate);
  return targets.map((to) => ({ from, to, how: 'alias of', isMain: true, at: placeOf(from, 'TARGET') }));
}

/** A remote queue's next stop: an alias of the queue manager that it names, its transmission queue, else the queue that it stands for. */
function edgesOfRemote(from: MqObject, at: QueueManager, estate: Estate): readonly MessageEdge[] {
  const { aliases, transmission, saidBy, isWithinGroup, targets } = routeOf(from, at, estate);
  const edge = (to: MqObject, how: string, keyword: string): MessageEdge => ({
    ...{ from, to, how, isMain: true },
    at: placeOf(from, keyword),
  });
  if (isQueueManagerAlias(from)) {
    if (transmission) return [edge(transmission, 'over transmission queue', saidBy)];
    return [...(routesOf(estate).byAlias.get(from) ?? [])].map((to) =>
      edge(to, 'queue manager alias towards', 'RQMNAME'),
    );
  }
  const alias = aliases.find(({ queueManager }) => queueManager === from.queueManager);
  if (alias && saidBy === 'RQMNAME') return [edge(alias, 'by queue manager alias', 'RQMNAME')];
  const within = isWithinGroup
    ? targets.map((to) => edge(to, `by intra-group queuing${transmission ? ', up to 63 KB,' : ''} to`, 'RQMNAME'))
    : [];
  if (transmission) return [...within, edge(transmission, 'over transmission queue', saidBy)];
  if (isWithinGroup) return within;
  // An application names such a queue as the one for its replies (IBM: "Reply-to queue alias").
  const isOwn = effectiveText(from, 'RQMNAME').toUpperCase() === at.name.toUpperCase();
  return targets.map((to) => edge(to, isOwn ? 'reply-to alias for' : 'remote queue for', 'RNAME'));
}

function edgesOfLocal(from: MqObject, at: QueueManager, estate: Estate): readonly MessageEdge[] {
  if (effectiveText(from, 'USAGE') === 'XMITQ')
    return [...at.objects.all('channel')]
      .filter((channel) => sendsFrom(channel, from))
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
  const transmission = at.objects.get('queue', effectiveText(from, 'XMITQ'));
  const targets = transmission ? (routesOf(estate).byTransmission.get(transmission) ?? []) : [];
  return [...targets].map((to) => ({ from, to, how: 'delivers to', isMain: true, at: undefined }));
}

/** Where all remote queues of an estate lead, by the transmission queue and by the aliases on the way. */
interface Routes {
  readonly byTransmission: ReadonlyMap<MqObject, ReadonlySet<MqObject>>;
  readonly byAlias: ReadonlyMap<MqObject, ReadonlySet<MqObject>>;
}

function routesOf(estate: Estate): Routes {
  const known = routesByEstate.get(estate);
  if (known) return known;
  const byTransmission = new Map<MqObject, Set<MqObject>>();
  const byAlias = new Map<MqObject, Set<MqObject>>();
  const add = (ways: Map<MqObject, Set<MqObject>>, way: MqObject, targets: readonly MqObject[]): void => {
    const all = ways.get(way) ?? new Set();
    ways.set(way, all);
    for (const target of targets) all.add(target);
  };
  for (const at of estate.queueManagers.values())
    for (const remote of at.objects.all('queue')) {
      if (remote.type !== 'QREMOTE' || isQueueManagerAlias(remote)) continue;
      const { transmission, aliases, targets } = routeOf(remote, at, estate);
      if (transmission) add(byTransmission, transmission, targets);
      for (const alias of aliases) add(byAlias, alias, targets);
    }
  const made = { byTransmission, byAlias };
  routesByEstate.set(estate, made);
  return made;
}

const routesByEstate = new WeakMap<Estate, Routes>();

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
