import { type Play, readersWith, seconds, sender } from './play.ts';
import { clusteredAliasWithoutTarget } from './workload-plays.ts';

/** Plays of an object that one host of the queue lacks, by the attribute that names it. */
export const supportObjectPlays: Readonly<Record<string, Play>> = {
  BOQNAME: (scene) => ({
    name: `${scene.group.queue}: a poison message on each host; watch where it goes on the one without the backout queue`,
    applications: [sender(scene), ...readersWith(scene, { poison: [2], maxRetries: 20 })],
    expectations: ['totals.deadLettered == 0', 'totals.marooned == 0'],
    untilUs: seconds(30),
  }),
  TARGET: clusteredAliasWithoutTarget,
};
