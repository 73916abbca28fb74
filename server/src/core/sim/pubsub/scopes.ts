import type { QueueManager, World } from '../world.ts';
import type { Subscription, TopicDefinition } from './topics.ts';
import { definitionsAbove } from './tree.ts';

/*
 * A publication goes from one queue manager to another when both its scope and that of the subscription are ALL; at home neither counts.
 * (IBM: Combining publication and subscription scopes, q005390; Publication scope, q005370; Subscription scope, q005380)
 */

export const isPublishedHereOnly = (world: World, at: QueueManager, published: string): boolean =>
  scopeAt(world, at, published, 'publicationScope') === 'QMGR';

/** A subscription may narrow the scope of its topic, not widen it. */
export const isSubscribedHereOnly = (world: World, at: QueueManager, { isLocal, topicString }: Subscription): boolean =>
  isLocal || scopeAt(world, at, topicString, 'subscriptionScope') === 'QMGR';

/** What the nearest point of the tree says that says anything; the root says ALL. Where several define that point, the first counts. */
function scopeAt(
  world: World,
  at: QueueManager,
  topicString: string,
  which: keyof Pick<TopicDefinition, 'publicationScope' | 'subscriptionScope'>,
): 'ALL' | 'QMGR' {
  for (const [definition] of definitionsAbove(world, at, topicString)) {
    const scope = definition?.[which];
    if (scope === 'ALL' || scope === 'QMGR') return scope;
  }
  return 'ALL';
}
