import type { QueueManager, World } from '../world.ts';
import { covers, type TopicDefinition } from './topics.ts';

/** The topic objects that one of which says what holds for a topic string here: those deepest in the tree, one's own alone if there is one. */
export function definitionsFor(world: World, at: QueueManager, published: string): readonly TopicDefinition[] {
  return definitionsAbove(world, at, published)[0] ?? [];
}

/** The same for each point of the topic tree above that somebody defined, the deepest first. */
export function definitionsAbove(
  world: World,
  at: QueueManager,
  published: string,
): readonly (readonly TopicDefinition[])[] {
  const all = [...at.topics, ...clusterTopicsAt(world, at)].filter((topic) => covers(topic, published));
  const depths = [...new Set(all.map(({ topicString }) => topicString.length))].sort((a, b) => b - a);
  return depths.map((depth) => {
    const found = all.filter(({ topicString }) => topicString.length === depth);
    const own = found.filter((topic) => at.topics.includes(topic));
    return own.length > 0 ? own : found;
  });
}

/** Several members may define one: the first of them counts. In MQ nobody can tell which one does. */
export const clusterTopicOf = (world: World, at: QueueManager, published: string): TopicDefinition | undefined =>
  deepest(clusterTopicsAt(world, at).filter((topic) => covers(topic, published)));

const clusterTopicsAt = ({ queueManagers }: World, at: QueueManager): readonly TopicDefinition[] =>
  queueManagers.flatMap(({ topics }) => topics.filter(({ cluster }) => at.clusters.has(cluster)));

const deepest = (topics: readonly TopicDefinition[]): TopicDefinition | undefined =>
  topics.reduce<TopicDefinition | undefined>(
    (best, topic) => (best === undefined || topic.topicString.length > best.topicString.length ? topic : best),
    undefined,
  );
