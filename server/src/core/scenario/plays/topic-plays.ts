import type { PlanProducer } from '../plan.ts';
import { makeProducer } from '../plan-parts.ts';
import { type Play, plainMessage, queuePath, type Scene, seconds, valueAt } from './play.ts';

/** A program at each queue manager that defines the topic publishes by the definition there; one subscriber gets it all. */
const publishers = (scene: Scene): readonly PlanProducer[] =>
  scene.group.instances.map(({ queueManager, object }) =>
    makeProducer({
      name: `publisher-${queueManager.name}`,
      queueManager: queueManager.name,
      queue: '',
      topic: valueAt({ queueManager, object }, 'TOPICSTR'),
      count: 10,
      message: plainMessage,
    }),
  );

const subscriberFor = ({ from, group }: Scene, topic: string) => ({
  queueManager: from,
  topic,
  queue: `${group.queue}.SUBSCRIBER`.slice(-48),
});

/** The subscriber's queue manager restarts: it keeps what one definition made persistent. */
const persistence: Play = (scene) => {
  const [topic = '', ...others] = new Set(publishers(scene).map((one) => one.topic));
  if (topic === '' || others.length > 0) return 'The definitions are of different topic strings.';
  const subscriber = subscriberFor(scene, topic);
  return {
    name: `${scene.group.queue}: the subscriber's queue manager restarts; watch the publications of some programs be lost`,
    applications: publishers(scene),
    subscriber,
    events: [
      { atUs: seconds(3), action: { do: 'fail-queue-manager', queueManager: subscriber.queueManager } },
      { atUs: seconds(3) + 500_000, action: { do: 'start-queue-manager', queueManager: subscriber.queueManager } },
    ],
    expectations: ['totals.lost == 0'],
    untilUs: seconds(90),
  };
};

/** Who is connected where publishing is inhibited cannot publish. */
const inhibited: Play = (scene) => {
  const [topic = '', ...others] = new Set(publishers(scene).map((one) => one.topic));
  if (topic === '' || others.length > 0) return 'The definitions are of different topic strings.';
  const subscriber = subscriberFor(scene, topic);
  return {
    name: `${scene.group.queue}: a program publishes at each definition; watch some be refused (2051)`,
    applications: publishers(scene),
    subscriber,
    expectations: ['totals.rejected == 0', `${queuePath(subscriber.queueManager, subscriber.queue, 'arrived')} > 0`],
    untilUs: seconds(30),
  };
};

/** By the attribute in which the definitions of a topic differ. */
export const topicPlays: Readonly<Record<string, Play>> = { DEFPSIST: persistence, PUB: inhibited };
