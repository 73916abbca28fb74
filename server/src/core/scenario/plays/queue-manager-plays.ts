import { channelPlays } from './channel-plays.ts';
import { type Play, queuePath, seconds, sender } from './play.ts';

/** Plays of queue managers that differ although they host the same queue, by the attribute. */
export const queueManagerPlays: Readonly<Record<string, Play>> = {
  // The same faults as with USEDLQ, and the same watching: a queue manager without a dead-letter queue stops the channel.
  DEADQ: (scene) => channelPlays.USEDLQ?.(scene) ?? '',
  CLWLUSEQ: (scene) => {
    const { instances, queue } = scene.group;
    const hosts = instances.map(({ queueManager }) => queueManager.name);
    return {
      name: `${queue}: a program on each of its hosts; watch one keep its messages and the other deal them out`,
      applications: [
        ...hosts.map((host) => sender(scene, { name: `sender-on-${host}`, queueManager: host })),
        ...scene.readers,
      ],
      // As many as were put: nobody would get more than another.
      expectations: hosts.map((host) => `${queuePath(host, queue, 'arrived')} == 20`),
      untilUs: seconds(30),
    };
  },
};
