import type { PlanProducer } from '../plan.ts';
import { makeProducer } from '../plan-parts.ts';
import { readCommand } from '../read-command.ts';
import {
  firstHost,
  milliseconds,
  type Play,
  queuePath,
  readersWith,
  type Scene,
  seconds,
  sender,
  valueAt,
} from './play.ts';

/** Who answers an open is chance, so several programs open the queue, and the host fails under some of them. */
export const cloneDefbindDiffers: Play = (scene) => ({
  name: `${scene.group.queue}: ${firstHost(scene)} fails; watch the messages of some programs wait for it, while others go round it`,
  applications: [...programs(scene, 8, {}), ...scene.readers],
  events: [{ atUs: seconds(1), action: { do: 'fail-queue-manager', queueManager: firstHost(scene) } }],
  expectations: ['totals.inTransit == 0', 'totals.lost == 0'],
  untilUs: seconds(30),
});

/** Reopening for each message asks another instance each time; the readers come only after the restart. */
export const clonePersistenceDiffers: Play = (scene) => ({
  name: `${scene.group.queue}: ${firstHost(scene)} restarts; watch it lose the messages that were put as nonpersistent`,
  applications: [
    sender(scene, { bind: 'as-q-def', intervalUs: milliseconds(50), reopenAfter: 1 }),
    ...readersWith(scene, { startAtUs: seconds(4) }),
  ],
  events: [
    { atUs: seconds(2), action: { do: 'fail-queue-manager', queueManager: firstHost(scene) } },
    { atUs: seconds(3), action: { do: 'start-queue-manager', queueManager: firstHost(scene) } },
  ],
  expectations: ['totals.lost == 0'],
  untilUs: seconds(30),
});

export const clonePriorityDiffers: Play = (scene) => ({
  name: `${scene.group.queue}: equal programs get unequal priorities; watch later messages overtake earlier ones`,
  applications: [...programs(scene, 6, { count: 10 }), ...readersWith(scene, slow)],
  untilUs: seconds(90),
});

/** A local instance sends a message on that it cannot take; an alias or a remote one sends it to the dead-letter queue. */
export const cloneKindDiffers: Play = (scene) => {
  const odd = scene.group.instances.find(({ object }) => object.type !== 'QLOCAL');
  if (!odd) return 'All instances are local queues.';
  const { name } = odd.queueManager;
  const command = `ALTER ${odd.object.type}('${scene.group.queue}') PUT(DISABLED)`;
  const parsed = readCommand(command);
  if (!parsed) return 'The queue has a name that no command can hold.';
  return {
    name: `${scene.group.queue}: the ${odd.object.type} on ${name} closes while messages are on their way; watch where they go`,
    applications: [sender(scene, { intervalUs: milliseconds(50), startAtUs: seconds(1) }), ...scene.readers],
    events: [{ atUs: seconds(1) + milliseconds(500), action: { do: 'mqsc', queueManager: name, command, parsed } }],
    expectations: ['totals.deadLettered == 0'],
    network: { latencyUs: milliseconds(200) },
    untilUs: seconds(30),
  };
};

export const cloneOutsideCluster: Play = (scene) => {
  const inside = new Set(scene.group.instances.map((each) => each.queueManager.name));
  const outside = scene.queueManagers.find((name) => !inside.has(name));
  if (outside === undefined) return 'Every instance is in the cluster.';
  return {
    name: `${scene.group.queue}: watch the queue on ${outside} get nothing of what the cluster shares out`,
    applications: [...programs(scene, 1, { count: 20 }), ...scene.readers],
    expectations: [`${queuePath(outside, scene.group.queue, 'arrived')} > 0`],
    untilUs: seconds(30),
  };
};

/** The cluster knows the alias, not what it stands for. */
export const cloneAliasTargetDiffers: Play = (scene) => {
  const { queue, instances } = scene.group;
  const targets = instances.map((each) => ({
    name: each.queueManager.name,
    target: valueAt(each, each.object.type === 'QREMOTE' ? 'RNAME' : 'TARGET'),
  }));
  const kinds = [...new Set(targets.map(({ target }) => target))];
  const arrivedOn = (target: string) =>
    targets.filter((one) => one.target === target).map(({ name }) => queuePath(name, target, 'arrived'));
  return {
    name: `${queue}: watch messages for one name land on ${kinds.join(' and ')}`,
    applications: [...programs(scene, 1, { bind: 'not-fixed', count: 20 }), ...scene.readers],
    expectations: kinds.slice(1).map((target) =>
      arrivedOn(target)
        .map((path) => `${path} == 0`)
        .join(' && '),
    ),
    untilUs: seconds(30),
  };
};

export const everyClonePutDisabled: Play = (scene) => ({
  name: `${scene.group.queue}: no instance takes messages; watch every put fail`,
  applications: [
    makeProducer({ name: 'sender', queueManager: scene.from, queue: scene.group.queue, bind: 'not-fixed' }),
    makeProducer({ name: 'bound-sender', queueManager: scene.from, queue: scene.group.queue, bind: 'on-open' }),
    ...scene.readers,
  ],
  expectations: ['totals.rejected == 0'],
  untilUs: seconds(10),
});

const slow = { service: { timeUs: milliseconds(200), distribution: 'constant' } } as const;

/** Programs that each open the queue once with the queue's own attributes. */
function programs(scene: Scene, many: number, change: Partial<PlanProducer>): readonly PlanProducer[] {
  return Array.from({ length: many }, (_, index) =>
    sender(scene, {
      bind: 'as-q-def',
      count: 15,
      startAtUs: milliseconds(10 * index),
      ...change,
      name: many === 1 ? 'sender' : `sender-${index + 1}`,
    }),
  );
}
