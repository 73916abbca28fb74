import type { Instance } from '#core/model/model.ts';
import { type Play, readersWith, type Scene, seconds, sender, valueAt } from './play.ts';
import { clusteredAliasWithoutTarget } from './workload-plays.ts';

/** Plays of an object that one host of the queue lacks, by the attribute that names it. */
export const supportObjectPlays: Readonly<Record<string, Play>> = {
  BOQNAME: (scene) => ({
    name: `${scene.group.queue}: a poison message on each host; watch where it goes on the one without the backout queue`,
    applications: [sender(scene), ...readersWith(scene, { poison: [2], maxRetries: 20 })],
    expectations: ['totals.deadLettered == 0', 'totals.marooned == 0'],
    untilUs: seconds(30),
  }),
  PROCESS: (scene) => {
    // A run looks up no process: where there is none, no program is what a trigger would start.
    const able = new Set(scene.group.instances.filter(hasProcess).map(({ queueManager }) => queueManager.name));
    return triggered(scene, 'process', (host) => able.has(host));
  },
  INITQ: (scene) => triggered(scene, 'initiation queue', () => true),
  STREAMQ: (scene) => ({
    name: `${scene.group.queue}: twenty messages; watch those on the host without the stream queue be copied nowhere`,
    applications: [sender(scene), ...scene.readers],
    expectations: ['totals.streamed == 20', 'totals.deadLettered == 0'],
    untilUs: seconds(30),
  }),
  TARGET: clusteredAliasWithoutTarget,
};

/** Every reader waits for a trigger. */
const triggered = (
  scene: Scene,
  what: string,
  canStart: (host: string) => boolean,
): Exclude<ReturnType<Play>, string> => ({
  name: `${scene.group.queue}: programs that are started by triggers; watch messages wait on the host without the ${what}`,
  applications: [
    sender(scene),
    ...readersWith(scene, { triggered: true }).filter(({ queueManager }) => canStart(queueManager)),
  ],
  expectations: ['totals.consumed == 20'],
  untilUs: seconds(30),
});

const hasProcess = (instance: Instance): boolean =>
  instance.queueManager.objects.get('process', valueAt(instance, 'PROCESS'))?.isDefined === true;
