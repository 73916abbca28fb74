import { hostQueueOf, publicationQueue } from '../definitions.ts';
import { clusterQueue, resolveName } from '../resolve-name.ts';
import type { QueueManager, Resolution, World } from '../world.ts';
import { covers, isMatch, type TopicDefinition } from './topics.ts';

/** A place that gets a publication, and what to say of it when it cannot. */
export interface Destination {
  readonly resolution: Resolution;
  readonly name: string;
}

/** The queues of subscriptions at this queue manager. */
export const subscriptionsAt = (world: World, at: QueueManager, published: string): readonly Destination[] =>
  at.subscriptions
    .filter((subscription) => isMatch(subscription, published))
    .map(({ name, queue, queueManager }) => ({
      resolution: resolveName(world, at, queue, queueManager),
      name: `subscription ${name}`,
    }));

/**
 * What a publication goes to: the subscriptions here; for a cluster topic each other member with a subscription, or one of the topic's
 * hosts, whether anybody subscribes or not. (IBM: Direct routing, and Topic host routing, in publish/subscribe clusters.)
 */
export function destinationsOf(world: World, at: QueueManager, published: string): readonly Destination[] {
  const here = subscriptionsAt(world, at, published);
  const topic = clusterTopicOf(world, at, published);
  if (topic === undefined) return here;
  if (!topic.isHostRouted || isHost(at, topic)) return [...here, ...membersWith(world, at, topic, published, [at])];
  return [...here, { resolution: clusterQueue(hostQueueOf(topic.name)), name: hostQueueOf(topic.name) }];
}

/** What a topic host passes a publication on to that `from` sent it: `from` has served its own subscriptions. */
export function passedOnBy(
  world: World,
  host: QueueManager,
  from: QueueManager | undefined,
  published: string,
): readonly Destination[] {
  const topic = clusterTopicOf(world, host, published);
  const here = subscriptionsAt(world, host, published);
  if (topic === undefined) return here;
  return [...here, ...membersWith(world, host, topic, published, from === undefined ? [host] : [host, from])];
}

/** The topic objects that one of which says what holds for a topic string here: those deepest in the tree, one's own alone if there is one. */
export function definitionsFor(world: World, at: QueueManager, published: string): readonly TopicDefinition[] {
  const all = [...at.topics, ...clusterTopicsAt(world, at)].filter((topic) => covers(topic, published));
  const depth = deepest(all)?.topicString.length ?? 0;
  const found = all.filter(({ topicString }) => topicString.length === depth);
  const own = found.filter((topic) => at.topics.includes(topic));
  return own.length > 0 ? own : found;
}

/** Several members may define one: the first of them counts. In MQ nobody can tell which one does. */
const clusterTopicOf = (world: World, at: QueueManager, published: string): TopicDefinition | undefined =>
  deepest(clusterTopicsAt(world, at).filter((topic) => covers(topic, published)));

const clusterTopicsAt = ({ queueManagers }: World, at: QueueManager): readonly TopicDefinition[] =>
  queueManagers.flatMap(({ topics }) => topics.filter(({ cluster }) => at.clusters.has(cluster)));

const deepest = (topics: readonly TopicDefinition[]): TopicDefinition | undefined =>
  topics.reduce<TopicDefinition | undefined>(
    (best, topic) => (best === undefined || topic.topicString.length > best.topicString.length ? topic : best),
    undefined,
  );

const isHost = ({ topics }: QueueManager, { name, cluster }: TopicDefinition): boolean =>
  topics.some((topic) => topic.name === name && topic.cluster === cluster);

/** Members of the topic's cluster that have told of a subscription. */
const membersWith = (
  { queueManagers }: World,
  at: QueueManager,
  { cluster }: TopicDefinition,
  published: string,
  without: readonly QueueManager[],
): readonly Destination[] =>
  queueManagers
    .filter(
      (member) =>
        !without.includes(member) &&
        member.clusters.has(cluster) &&
        at.clusters.has(cluster) &&
        member.subscriptions.some((subscription) => isMatch(subscription, published)),
    )
    .map(({ name }) => ({
      resolution: {
        kind: 'cluster-queue-manager',
        opened: undefined,
        isIndirect: false,
        queueManager: name,
        queue: publicationQueue,
        selection: undefined,
      },
      name: `subscriptions at ${name}`,
    }));
