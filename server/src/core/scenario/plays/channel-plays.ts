import type { PlanEvent } from '../plan.ts';
import { readCommand } from '../read-command.ts';
import { milliseconds, type Play, plainMessage, type Scene, seconds, sender } from './play.ts';

/** Plays of cluster-receiver channels that differ between the hosts of a queue, by the attribute. */
export const channelPlays: Readonly<Record<string, Play>> = {
  NPMSPEED: (scene) => ({
    name: `${scene.group.queue}: the links break for a moment; watch nonpersistent messages be lost on the fast channel only`,
    applications: [
      sender(scene, {
        count: 40,
        intervalUs: milliseconds(50),
        message: { ...plainMessage, persistence: 'nonpersistent' },
      }),
      ...scene.readers,
    ],
    events: hostsOf(scene).flatMap((host) => cut(scene, host, seconds(1), milliseconds(1500))),
    expectations: ['totals.lost == 0'],
    network: { latencyUs: milliseconds(120) },
    untilUs: seconds(90),
  }),
  USEDLQ: (scene) => {
    const shut = hostsOf(scene).flatMap((host) => closed(scene, host));
    if (shut.length === 0) return 'The queue has a name that no command can hold.';
    return {
      name: `${scene.group.queue}: all instances close under bound messages; watch them go to the dead-letter queue on one host and stop the channel to the other`,
      applications: [...boundSenders(scene), ...scene.readers],
      events: shut,
      expectations: ['totals.inTransit == 0'],
      untilUs: seconds(240),
    };
  },
  SHORTTMR: retried,
  SHORTRTY: retried,
  LONGTMR: retried,
  LONGRTY: retried,
};

/** Both hosts are away for a while; the one that is tried again later is served later. */
function retried(scene: Scene): ReturnType<Play> {
  return {
    name: `${scene.group.queue}: all its hosts are out of reach for ten minutes; watch one channel come back long after the other`,
    applications: [...boundSenders(scene), ...scene.readers],
    events: hostsOf(scene).flatMap((host) => cut(scene, host, seconds(1), seconds(601))),
    untilUs: seconds(3600),
  };
}

/** Persistent messages for each host by name. */
const boundSenders = (scene: Scene) =>
  hostsOf(scene).map((host) =>
    sender(scene, {
      name: `sender-to-${host}`,
      objectQueueManager: host,
      bind: 'as-q-def',
      message: { ...plainMessage, persistence: 'persistent' },
    }),
  );

const hostsOf = ({ group, from }: Scene): readonly string[] =>
  group.instances.map(({ queueManager }) => queueManager.name).filter((name) => name !== from);

const cut = ({ from }: Scene, to: string, atUs: number, untilUs: number): readonly PlanEvent[] => [
  { atUs, action: { do: 'break-link', from, to } },
  { atUs: untilUs, action: { do: 'repair-link', from, to } },
];

function closed({ group }: Scene, queueManager: string): readonly PlanEvent[] {
  const text = `ALTER QLOCAL('${group.queue}') PUT(DISABLED)`;
  const parsed = readCommand(text);
  return parsed ? [{ atUs: seconds(1), action: { do: 'mqsc', queueManager, command: text, parsed } }] : [];
}
