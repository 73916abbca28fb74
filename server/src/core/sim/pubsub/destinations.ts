import { hostQueueOf, publicationQueue } from '../definitions.ts';
import { linkBetween } from '../network.ts';
import { clusterQueue, resolveName } from '../resolve-name.ts';
import type { QueueManager, Resolution, World } from '../world.ts';
import { isPublishedHereOnly, isSubscribedHereOnly } from './scopes.ts';
import { isMatch, type Subscription, type TopicDefinition } from './topics.ts';
import { clusterTopicOf } from './tree.ts';

/** A place that gets a publication, and what to say of it when it cannot. */
export interface Destination {
  readonly resolution: Resolution;
  readonly name: string;
}

/** The queues of subscriptions at this queue manager, for what was published here. */
const subscriptionsAt = (world: World, at: QueueManager, published: string): readonly Destination[] =>
  queuesOf(
    world,
    at,
    at.subscriptions.filter((subscription) => isThere(subscription) && isMatch(subscription, published)),
  );

/** The same for what comes from another queue manager. */
export const sharedSubscriptionsAt = (world: World, at: QueueManager, published: string): readonly Destination[] =>
  queuesOf(
    world,
    at,
    at.subscriptions.filter((subscription) => isThere(subscription) && isWanted(world, at, subscription, published)),
  );

const isThere = ({ untilUs }: Subscription): boolean => untilUs === undefined;

/** Whether another queue manager holds it for there: what it is told takes the time of one message. */
function isKnown(world: World, at: QueueManager, member: QueueManager, { sinceUs, untilUs }: Subscription): boolean {
  if (sinceUs === undefined && untilUs === undefined) return true;
  const toldUs = world.nowUs - linkBetween(world, at.name, member.name).latencyUs;
  return (sinceUs ?? toldUs) <= toldUs && toldUs < (untilUs ?? Number.POSITIVE_INFINITY);
}

/** Whether it takes what is published elsewhere. */
const isWanted = (world: World, at: QueueManager, subscription: Subscription, published: string): boolean =>
  isMatch(subscription, published) && !isSubscribedHereOnly(world, at, subscription);

const queuesOf = (world: World, at: QueueManager, subscriptions: readonly Subscription[]): readonly Destination[] =>
  subscriptions.map(({ name, queue, queueManager }) => ({
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
  if (topic === undefined || isPublishedHereOnly(world, at, published)) return here;
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
  const here = sharedSubscriptionsAt(world, host, published);
  if (topic === undefined) return here;
  return [...here, ...membersWith(world, host, topic, published, from === undefined ? [host] : [host, from])];
}

const isHost = ({ topics }: QueueManager, { name, cluster }: TopicDefinition): boolean =>
  topics.some((topic) => topic.name === name && topic.cluster === cluster);

/** Members of the topic's cluster that have told of a subscription. */
const membersWith = (
  world: World,
  at: QueueManager,
  { cluster }: TopicDefinition,
  published: string,
  without: readonly QueueManager[],
): readonly Destination[] =>
  world.queueManagers
    .filter(
      (member) =>
        !without.includes(member) &&
        member.clusters.has(cluster) &&
        at.clusters.has(cluster) &&
        member.subscriptions.some(
          (subscription) =>
            isKnown(world, at, member, subscription) && isWanted(world, member, subscription, published),
        ),
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
