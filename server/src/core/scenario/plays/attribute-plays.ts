import { milliseconds, type Play, plainMessage, readersWith, type Scene, seconds, sender, valueAt } from './play.ts';

/** Plays of the findings that are about one attribute of the clones, by the attribute. */
export const attributePlays: Readonly<Record<string, Play>> = {
  MAXMSGL: (scene) => {
    const smallest = Math.min(...numbersOf(scene));
    if (!(smallest < 100 * 1024 * 1024)) return 'The lengths that the instances accept are not known.';
    const size = smallest + 1;
    return {
      name: `${scene.group.queue}: messages of ${size} bytes; watch the instance that is too small put its share on the dead-letter queue`,
      applications: [sender(scene, { message: { ...plainMessage, size } }), ...scene.readers],
      expectations: ['totals.deadLettered == 0', 'totals.inTransit == 0'],
      untilUs: seconds(60),
    };
  },
  MAXDEPTH: (scene) => {
    const smallest = Math.min(...numbersOf(scene));
    if (!(smallest <= 5000)) return 'So many messages take too long to show.';
    const count = (smallest + 5) * scene.group.instances.length;
    return {
      name: `${scene.group.queue}: the readers are late; watch the smaller instance fill up first`,
      applications: [
        sender(scene, { count, intervalUs: Math.min(milliseconds(10), Math.ceil(seconds(2) / count)) }),
        ...readersWith(scene, {
          startAtUs: seconds(20),
          service: { timeUs: milliseconds(1), distribution: 'constant' },
        }),
      ],
      expectations: ['totals.deadLettered == 0'],
      untilUs: seconds(60),
    };
  },
  BOTHRESH: poisoned,
  BOQNAME: poisoned,
  GET: (scene) => ({
    name: `${scene.group.queue}: one instance is closed for gets; watch its share of the messages stay there`,
    applications: [sender(scene, {}), ...scene.readers],
    expectations: ['totals.marooned == 0'],
    untilUs: seconds(30),
  }),
  MSGDLVSQ: (scene) => ({
    name: `${scene.group.queue}: watch urgent messages overtake on one instance and stand in line on the other`,
    applications: [
      sender(scene, { name: 'bulk', message: { ...plainMessage, priority: 0 } }),
      // All at once: put in turn with the others they would all go to one instance.
      sender(scene, {
        name: 'urgent',
        startAtUs: milliseconds(1050),
        count: 6,
        intervalUs: 0,
        message: { ...plainMessage, priority: 9 },
      }),
      ...readersWith(scene, { service: { timeUs: milliseconds(400), distribution: 'constant' } }),
    ],
    untilUs: seconds(30),
  }),
  NPMCLASS: (scene) => ({
    name: `${scene.group.queue}: all hosts restart in a controlled way; watch one keep its nonpersistent messages and one lose them`,
    applications: [
      sender(scene, { message: { ...plainMessage, persistence: 'nonpersistent' } }),
      ...readersWith(scene, { startAtUs: seconds(5) }),
    ],
    events: scene.group.instances.flatMap(({ queueManager: { name } }) => [
      { atUs: milliseconds(2500), action: { do: 'stop-queue-manager' as const, queueManager: name } },
      { atUs: milliseconds(3500), action: { do: 'start-queue-manager' as const, queueManager: name } },
    ]),
    expectations: ['totals.lost == 0'],
    untilUs: seconds(30),
  }),
};

/** A message that always fails: backed out in the end on one host, met again and again on the other until the reader stops. */
function poisoned(scene: Scene): ReturnType<Play> {
  return {
    name: `${scene.group.queue}: a poison message on each host; watch it be put aside on one and stop the reader on the other`,
    applications: [sender(scene, {}), ...readersWith(scene, { poison: [2], maxRetries: 5 })],
    expectations: ['totals.marooned == 0'],
    untilUs: seconds(30),
  };
}

const numbersOf = ({ group, attribute }: Scene): readonly number[] =>
  group.instances.map((each) => Number(valueAt(each, attribute)));
