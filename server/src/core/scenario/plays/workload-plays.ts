import { effectiveText } from '#core/model/effective.ts';
import { milliseconds, type Play, plainMessage, queuePath, type Scene, seconds, sender, valueAt } from './play.ts';

/** Longer than the channels let through, but not than the queue takes. Queue managers have limits of their own: 4 MB, unless somebody changed that. */
export const messageLongerThanCloneAccepts: Play = (scene) => {
  const { estate, group } = scene;
  const members = estate.clusters.get(group.cluster)?.members ?? [];
  const limits = group.instances.flatMap(({ queueManager }) =>
    members.flatMap((member) =>
      member.queueManager === queueManager
        ? member.receivers.map((each) => Number(effectiveText(each, 'MAXMSGL')))
        : [],
    ),
  );
  const size = Math.min(...limits.filter((limit) => limit > 0)) + 1;
  if (!(size <= 4 * 1024 * 1024)) return 'Messages of this length are more than a queue manager takes by default.';
  return {
    name: `${group.queue}: messages of ${size} bytes; watch them be taken from the sender and stay on its side of the channel`,
    applications: [sender(scene, { message: { ...plainMessage, size } }), ...scene.readers],
    expectations: ['totals.deadLettered == 0', 'totals.inTransit == 0'],
    untilUs: seconds(60),
  };
};

/** The best rank is down, and the algorithm looks at ranks before it looks at channels. */
export const cloneRankStarves: Play = (scene) => {
  const best = bestRanked(scene);
  return {
    name: `${scene.group.queue}: ${best} fails; watch every message wait for it, while the other instances have nothing to do`,
    applications: [sender(scene), ...scene.readers],
    events: [{ atUs: seconds(1), action: { do: 'fail-queue-manager', queueManager: best } }],
    expectations: ['totals.inTransit == 0'],
    untilUs: seconds(30),
  };
};

export const localInstancePreferred: Play = (scene) => {
  const { instances } = scene.group;
  const keeping = instances.find((one) => valueAt(one, 'CLWLUSEQ') !== 'ANY') ?? instances[0];
  const host = keeping?.queueManager.name ?? '';
  const others = instances.filter((one) => one !== keeping).map(({ queueManager }) => queueManager.name);
  if (others.length === 0) return 'The queue has one instance only.';
  return {
    name: `${scene.group.queue}: a program on ${host} puts; watch the instances elsewhere get none of it`,
    applications: [sender({ ...scene, from: host }), ...scene.readers],
    expectations: others.map((name) => `${queuePath(name, scene.group.queue, 'arrived')} > 0`),
    untilUs: seconds(30),
  };
};

/** A program puts where messages are only to be dealt out, and they stay there. */
export const distributorHostsInstance: Play = (scene) => {
  const read = new Set(scene.readers.map(({ queueManager }) => queueManager));
  const host = scene.group.instances.map(({ queueManager }) => queueManager.name).find((name) => !read.has(name));
  if (host === undefined) return 'Every instance has a reader.';
  return {
    name: `${scene.group.queue}: a program puts on ${host}; watch its messages stay there, where nobody reads`,
    applications: [sender({ ...scene, from: host }), ...scene.readers],
    expectations: ['totals.marooned == 0'],
    untilUs: seconds(30),
  };
};

export const instanceWithoutConsumer: Play = (scene) => ({
  name: `${scene.group.queue}: the cluster deals out messages; watch those stay that reach an instance without a reader`,
  applications: [sender(scene), ...scene.readers],
  expectations: ['totals.marooned == 0'],
  untilUs: seconds(30),
});

export const clusteredAliasWithoutTarget: Play = (scene) => ({
  name: `${scene.group.queue}: the alias leads nowhere on one queue manager; watch the messages that reach it`,
  applications: [sender(scene), ...scene.readers],
  expectations: ['totals.deadLettered == 0', 'totals.inTransit == 0'],
  untilUs: seconds(60),
});

/** The queue's own host is down, and the other gateway's alias is the best place left. A slow network keeps the traffic watchable. */
export const gatewayAliasBounces: Play = (scene) => {
  const { instances, queue } = scene.group;
  const [gateway] = instances.filter(({ object }) => object.type === 'QALIAS');
  const host = instances.find(({ object }) => object.type === 'QLOCAL');
  if (gateway === undefined || host === undefined) return 'There is no queue beside the aliases of the gateways.';
  const { name, attributes } = gateway.queueManager;
  const waits = queuePath(name, 'SYSTEM.CLUSTER.TRANSMIT.QUEUE', 'depth');
  const isShared = effectiveText(attributes, 'DEFCLXQ') !== 'CHANNEL';
  return {
    name: `${queue}: ${host.queueManager.name} is down; watch what is put at ${name} travel to and fro between the gateways`,
    applications: [sender({ ...scene, from: name }, { count: 5, startAtUs: seconds(1) })],
    events: [{ atUs: 0, action: { do: 'fail-queue-manager', queueManager: host.queueManager.name } }],
    network: { latencyUs: milliseconds(50) },
    expectations: ['totals.inDoubt == 0', ...(isShared ? [`${waits} == 5`] : [])],
    untilUs: seconds(10),
  };
};

/** The host that the algorithm prefers: by the rank of its channels, then of its instance. */
function bestRanked({ estate, group }: Scene): string {
  const members = estate.clusters.get(group.cluster)?.members ?? [];
  const ranked = group.instances.map((instance) => {
    const receivers = members.find((one) => one.queueManager === instance.queueManager)?.receivers ?? [];
    const channel = Math.max(0, ...receivers.map((object) => numberAt({ ...instance, object })));
    return { name: instance.queueManager.name, rank: 10 * channel + numberAt(instance) };
  });
  return ranked.reduce((best, each) => (each.rank > best.rank ? each : best), { name: '', rank: -1 }).name;
}

const numberAt = (instance: Scene['group']['instances'][number]): number => Number(valueAt(instance, 'CLWLRANK')) || 0;
