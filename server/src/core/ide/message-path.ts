import type { Estate, MqObject, NameSpace } from '#core/model/model.ts';
import type { Location, SourceId } from '#core/text/span.ts';
import type { PathCall, PathItem } from './answers.ts';
import { edgesFrom, edgesTo } from './message-edges.ts';
import { type NameScope, nameAt } from './names/name-scope.ts';
import { homesOf, objectAt } from './names/same-thing.ts';

/** What stands under the offset, as a stop on the way of messages: queues, channels, topics and subscriptions. */
export function pathItemsAt(scope: NameScope, source: SourceId, offset: number): readonly PathItem[] {
  const use = nameAt(scope, source, offset);
  if (!use) return [];
  const objects = homesOf(use, scope.estate).flatMap((home) => objectAt(home, use.name, scope.estate) ?? []);
  return objects.filter(({ type }) => spaceOfType(type) !== undefined).map(itemOf);
}

/** Where its messages go next. */
export function outgoingOf({ key }: PathItem, estate: Estate): readonly PathCall[] {
  const object = objectOfKey(key, estate);
  const edges = object ? edgesFrom(object, estate) : [];
  return merged(edges.map(({ from, to, how, at }) => ({ item: withHow(itemOf(to), how), at: within(at, from) })));
}

/** Who puts here: objects that hand messages on to it, and for an instance the queue managers whose cluster may choose it. */
export function incomingOf({ key }: PathItem, estate: Estate): readonly PathCall[] {
  const object = objectOfKey(key, estate);
  if (!object) return [];
  const calls = edgesTo(object, estate).map(({ from, how, at }) => ({
    item: withHow(itemOf(from), how),
    at: within(at, from),
  }));
  return merged([...calls, ...clusterPutters(object, estate)]);
}

/** Members of the cluster without an instance of their own: a put there is spread over the instances. */
function clusterPutters(instance: MqObject, estate: Estate): readonly PathCall[] {
  return [...estate.clusters.values()].flatMap((cluster) => {
    const group = cluster.cloneGroups.get(instance.name);
    if (!group?.instances.some(({ object }) => object === instance)) return [];
    return cluster.members
      .filter(({ queueManager }) => !queueManager.objects.get('queue', group.queue))
      .flatMap(({ queueManager, receivers, senders }) => {
        const [source] = queueManager.sources;
        const place = [...receivers, ...senders][0]?.nameAt ?? (source && { source, span: { start: 0, end: 0 } });
        if (!place) return [];
        const item: PathItem = {
          ...{ name: queueManager.name, kind: 'QMGR', detail: `puts through cluster ${cluster.name}` },
          ...{ at: place, command: place.span, key: `${queueManager.name} QMGR` },
        };
        return [{ item, at: [] }];
      });
  });
}

function itemOf(object: MqObject): PathItem {
  const { name, type, channelType, queueManager, nameAt: at, definedBy } = object;
  const { start, end } = definedBy.command;
  const command = definedBy.source === at.source ? { start, end } : at.span;
  return { name, kind: type, detail: `${channelType ?? type} on ${queueManager}`, at, command, key: keyOf(object) };
}

const withHow = (item: PathItem, how: string): PathItem => ({ ...item, detail: `${how} · ${item.detail}` });

const keyOf = ({ queueManager, type, name }: MqObject): string =>
  `${queueManager.toUpperCase()} ${spaceOfType(type)} ${name}`;

/** Names may hold blanks, queue managers and name spaces none. */
function objectOfKey(key: string, estate: Estate): MqObject | undefined {
  const [at = '', space = '', ...name] = key.split(' ');
  return estate.queueManagers.get(at)?.objects.get(space as NameSpace, name.join(' '));
}

function spaceOfType(type: string): NameSpace | undefined {
  if (type === 'CHANNEL') return 'channel';
  if (type === 'TOPIC') return 'topic';
  if (type === 'SUB') return 'subscription';
  return /^Q(LOCAL|ALIAS|REMOTE|MODEL)$/.test(type) ? 'queue' : undefined;
}

/** Only places in the text that holds the putting object can be shown with it. */
const within = (at: Location | undefined, from: MqObject): readonly Location[] =>
  at && at.source === from.nameAt.source ? [at] : [];

/** Several hops between the same two are one call. */
function merged(calls: readonly PathCall[]): readonly PathCall[] {
  const byKey = new Map<string, PathCall>();
  for (const call of calls) {
    const before = byKey.get(call.item.key);
    byKey.set(call.item.key, before ? { ...before, at: [...before.at, ...call.at] } : call);
  }
  return [...byKey.values()];
}
