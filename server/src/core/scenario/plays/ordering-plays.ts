import type { PlanConsumer } from '../plan.ts';
import { makeProducer } from '../plan-parts.ts';
import { milliseconds, type Play, queuePath, type Scene, seconds, sender, valueAt } from './play.ts';

/** The readers are not equally fast, as no two hosts ever are. */
const outOfOrder =
  (title: (scene: Scene) => string): Play =>
  (scene) => ({
    name: title(scene),
    applications: [
      makeProducer({
        name: 'sender',
        queueManager: scene.from,
        queue: scene.group.queue,
        count: 20,
        ...(scene.group.instances.every((each) => valueAt(each, 'DEFBIND') === 'OPEN')
          ? { bind: 'as-q-def', reopenAfter: 1 }
          : { bind: 'not-fixed' }),
      }),
      ...unequalReaders(scene),
    ],
    expectations: ['violations.length == 0'],
    untilUs: seconds(30),
  });

const unequalReaders = ({ readers }: Scene): readonly PlanConsumer[] =>
  readers.map((reader, index) => ({
    ...reader,
    service: { timeUs: milliseconds(10 + 290 * (index % 2)), distribution: 'constant' },
  }));

const sequenceBroken = outOfOrder(
  ({ group }) => `${group.queue}: its instances are read at different speeds; watch later messages be processed first`,
);

/** A declared batch comes apart, a declared sequence comes out of order. */
export const orderedQueueHasClones: Play = (scene) => {
  const { estate, group, from, readers } = scene;
  const needs = estate.ordering.filter(({ queues }) => queues.includes(group.queue)).map(({ need }) => need);
  if (needs.includes('sequence') || !needs.includes('complete-batch')) return sequenceBroken(scene);
  return {
    name: `${group.queue}: batches of five messages; watch each be dealt out to several queue managers`,
    applications: [
      makeProducer({
        name: 'sender',
        queueManager: from,
        queue: group.queue,
        bind: 'not-fixed',
        count: 20,
        group: { size: 5, logicalOrder: false },
      }),
      ...readers,
    ],
    expectations: ['violations.length == 0'],
    untilUs: seconds(30),
  };
};

export const exclusiveConsumerOnClones: Play = (scene) => {
  const act = outOfOrder(
    ({ group }) => `${group.queue}: one reader is meant, each instance has one; watch them work side by side`,
  )(scene);
  if (typeof act === 'string') return act;
  const reason = 'a queue that one program at a time may read is mostly meant to keep its order';
  return {
    ...act,
    ordering: [{ need: 'sequence', queues: [scene.group.queue], reason, rule: 'exclusive-consumer-on-clones' }],
  };
};

export const groupsWithoutGroupBinding: Play = ({ group, from, readers }) => ({
  name: `${group.queue}: messages of one group go their own ways; watch the groups come apart`,
  applications: [
    makeProducer({
      name: 'sender',
      queueManager: from,
      queue: group.queue,
      count: 18,
      group: { size: 3, logicalOrder: true },
    }),
    ...readers,
  ],
  expectations: ['totals.groupsSplit == 0'],
  untilUs: seconds(30),
});

export const triggerDepthOnClones: Play = ({ group, from }) => {
  const [first] = group.instances;
  const depth = Number(first && valueAt(first, 'TRIGDPTH'));
  if (!(depth >= 2 && depth <= 1000)) return 'The trigger depth is too small or too large to show it.';
  return {
    name: `${group.queue}: after ${depth} messages no instance holds ${depth}; watch the depths, nothing is triggered`,
    applications: [
      makeProducer({
        name: 'sender',
        queueManager: from,
        queue: group.queue,
        bind: 'not-fixed',
        count: depth,
        intervalUs: Math.min(milliseconds(100), Math.ceil(seconds(2) / depth)),
      }),
    ],
    expectations: [
      group.instances
        .map((each) => `${queuePath(each.queueManager.name, group.queue, 'depth')} >= ${depth}`)
        .join(' || '),
    ],
    untilUs: seconds(30),
  };
};

export const bindOnOpenDefeatsBalancing: Play = ({ group, from, readers }) => ({
  name: `${group.queue}: the program keeps its queue open; watch all its messages go to one instance`,
  applications: [makeProducer({ name: 'sender', queueManager: from, queue: group.queue, count: 20 }), ...readers],
  expectations: [
    group.instances.map((each) => `${queuePath(each.queueManager.name, group.queue, 'arrived')} > 0`).join(' && '),
  ],
  untilUs: seconds(30),
});

/** One program's messages, which belong on one queue manager. A second queue of the need would be chosen by itself in the same way. */
export const splitAffinity: Play = (scene) => ({
  name: `${scene.group.queue}: one program's messages are dealt out; watch them be processed on several queue managers`,
  applications: [sender(scene), ...scene.readers],
  expectations: ['violations.length == 0'],
  untilUs: seconds(30),
});

/** A server elsewhere answers without naming the queue manager that asked. */
export const replyQueueHasClones: Play = (scene) => {
  const { group, from, readers } = scene;
  const [asking, ...others] = group.instances.map(({ queueManager }) => queueManager.name);
  return {
    name: `${group.queue}: a server on ${from} answers requests of ${asking}; watch half of the replies go astray`,
    applications: [sender(scene, { name: 'server' }), ...readers],
    expectations: others.map((name) => `${queuePath(name, group.queue, 'arrived')} == 0`),
    untilUs: seconds(30),
  };
};
