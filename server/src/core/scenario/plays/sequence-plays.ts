import type { PlanEvent } from '../plan.ts';
import { readCommand } from '../read-command.ts';
import { milliseconds, type Play, plainMessage, readersWith, seconds, sender } from './play.ts';

/** One of the two channels fails for a moment: what it still held is sent over the other, behind what came later. */
export const parallelChannelsReorder: Play = (scene) => {
  const [host = ''] = scene.queueManagers;
  const members = scene.estate.clusters.get(scene.group.cluster)?.members ?? [];
  const receiver = members.find(({ queueManager }) => queueManager.name === host)?.receivers[0]?.name;
  const stop = receiver && command(host, `STOP CHANNEL('${receiver}') MODE(FORCE)`, milliseconds(1500));
  if (!stop) return 'The channels to the queue are not known.';
  return {
    name: `${scene.group.queue}: channel ${receiver} stops for a moment; watch later messages come in over the other channel`,
    applications: [
      sender(scene, {
        count: 60,
        intervalUs: milliseconds(50),
        message: { ...plainMessage, persistence: 'persistent' },
      }),
      ...scene.readers,
    ],
    events: [stop],
    expectations: ['violations.length == 0'],
    // Far enough that messages are on their way when the channel stops.
    network: { latencyUs: milliseconds(120) },
    untilUs: seconds(30),
  };
};

/** Each open asks another definition for its persistence; a nonpersistent message does not wait for the end of a batch. */
export const fastNonpersistentOvertakes: Play = (scene) => ({
  name: `${scene.group.queue}: persistent and nonpersistent messages on one fast channel; watch the nonpersistent ones overtake`,
  applications: [sender(scene, { bind: 'as-q-def', reopenAfter: 1, intervalUs: 0, count: 40 }), ...scene.readers],
  expectations: ['violations.length == 0'],
  untilUs: seconds(30),
});

export const priorityDeliveryReorders: Play = (scene) => ({
  name: `${scene.group.queue}: messages of two priorities; watch the higher ones be read first`,
  applications: [
    sender(scene, { bind: 'as-q-def', reopenAfter: 1, intervalUs: milliseconds(20), count: 40 }),
    ...readersWith(scene, { service: { timeUs: milliseconds(100), distribution: 'constant' } }),
  ],
  expectations: ['violations.length == 0'],
  untilUs: seconds(30),
});

/** The queue is closed for longer than message retry lasts. */
export const deadLetterBreaksSequence: Play = (scene) => {
  const [host = ''] = scene.queueManagers;
  const { queue } = scene.group;
  const close = command(host, `ALTER QLOCAL('${queue}') PUT(DISABLED)`, milliseconds(1200));
  const open = command(host, `ALTER QLOCAL('${queue}') PUT(ENABLED)`, seconds(15));
  if (!close || !open) return 'The queue has a name that no command can hold.';
  return {
    name: `${queue}: it is closed for a while; watch one message go to the dead-letter queue, and those behind it be processed without it`,
    applications: [sender(scene, { bind: 'on-open' }), ...scene.readers],
    events: [close, open],
    expectations: ['totals.deadLettered == 0'],
    untilUs: seconds(90),
  };
};

export const backoutBreaksSequence: Play = (scene) => ({
  name: `${scene.group.queue}: one message fails again and again; watch it be put aside, and those behind it be processed without it`,
  applications: [sender(scene, { bind: 'as-q-def' }), ...readersWith(scene, { poison: [5] })],
  expectations: ['totals.backedOut == 0'],
  untilUs: seconds(30),
});

/** Small messages go by the shared queue, large ones by a channel that has to start first. */
export const intraGroupQueuingReorders: Play = (scene) => {
  const [host, from] = scene.queueManagers;
  if (host === undefined || from === undefined) return 'No other member of the group puts to it.';
  return {
    name: `${scene.group.queue}: small and large messages of one program on ${from} in turn; watch the small ones overtake`,
    applications: [
      sender(
        { ...scene, from },
        { bind: 'on-open', intervalUs: milliseconds(10), message: { ...plainMessage, sizes: [100 * 1024, 1024] } },
      ),
      ...scene.readers,
    ],
    expectations: ['violations.length == 0'],
    untilUs: seconds(30),
  };
};

function command(queueManager: string, text: string, atUs: number): PlanEvent | undefined {
  const parsed = readCommand(text);
  return parsed && { atUs, action: { do: 'mqsc', queueManager, command: text, parsed } };
}
