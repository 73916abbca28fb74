import { defaultOf } from '#core/facts/lookup.ts';
import type { Plan, PlanApplication, PlanObject } from '#core/scenario/plan.ts';
import type { Case, Holds, Reduction } from './case.ts';
import { movedBy } from './fewer.ts';
import { shrinkList } from './shrink-list.ts';

/** The first of the candidates that holds, else what there was. */
const firstThatHolds = (from: Case, candidates: readonly Case[], holds: Holds): Case => candidates.find(holds) ?? from;

const withBase = (from: Case, base: Partial<Plan>): Case => ({ ...from, base: { ...from.base, ...base } });

/** What a scenario that says nothing would have: each value by itself. */
export const plainValues: Reduction = (from, holds) => {
  let smallest = from;
  const attempt = (base: Partial<Plan>): void => {
    if (isSame(smallest.base, base)) return;
    smallest = firstThatHolds(smallest, [withBase(smallest, base)], holds);
  };
  attempt({ seed: 1 });
  attempt({ assume: {} });
  attempt({ hosts: [] });
  attempt({ network: plainNetwork });
  attempt({ warnings: [] });
  for (const index of smallest.base.applications.keys())
    for (const simple of plainApplication) {
      const one = smallest.base.applications[index];
      if (one === undefined) continue;
      const changed = simple(one);
      if (isSame(one, changed)) continue;
      attempt({ applications: smallest.base.applications.map((each, at) => (at === index ? changed : each)) });
    }
  return smallest;
};

const plainNetwork: Plan['network'] = {
  latencyUs: 1_000,
  channelStartUs: 20_000,
  bandwidth: 100 * 1024 * 1024,
  repositoryDelayUs: 5_000,
  links: [],
};

/** Whether everything that `change` names is so already. */
const isSame = (known: object, change: object): boolean =>
  Object.entries(change).every(
    ([field, value]) => JSON.stringify(value) === JSON.stringify(Object.getOwnPropertyDescriptor(known, field)?.value),
  );

const plainApplication: readonly ((application: PlanApplication) => PlanApplication)[] = [
  (one) => ({ ...one, startAtUs: 0 }),
  (one) => (one.kind === 'consumer' ? { ...one, poison: [], failureRate: 0, maxRetries: -1 } : one),
  (one) =>
    one.kind === 'consumer'
      ? { ...one, service: { timeUs: 10_000, distribution: 'constant' } }
      : {
          ...one,
          message: { ...one.message, size: 1024, expiryUs: 0, priority: 'as-q-def' },
        },
  (one) => (one.kind === 'producer' ? { ...one, arrival: 'constant', intervalUs: 100_000 } : one),
  (one) => (one.kind === 'producer' ? { ...one, reopenAfter: 0, syncpoint: 1 } : one),
  (one) => (one.kind === 'producer' ? { ...one, group: undefined } : one),
  (one) => (one.kind === 'producer' ? { ...one, verb: 'MQPUT', objectQueueManager: '' } : one),
  (one) => (one.kind === 'producer' ? { ...one, bind: 'as-q-def' } : one),
  (one) => (one.kind === 'producer' ? { ...one, message: { ...one.message, persistence: 'as-q-def' } } : one),
];

/** An attribute that has not MQ's own default. */
interface Written {
  readonly queueManager: string;
  readonly group: 'queues' | 'channels' | 'attributes';
  readonly index: number;
  readonly keyword: string;
}

/** What makes an object what it is, and what leads from one to another. */
const structural = new Set(
  'CHLTYPE CLUSTER CLUSNL CONNAME LOCLADDR TARGET TARGQ TARGTYPE RNAME RQMNAME XMITQ USAGE REPOS REPOSNL TRPTYPE'.split(
    ' ',
  ),
);

/** MQ's own defaults, for as many attributes as will have them; then queues and channels that nothing needs go. */
export const plainAttributes: Reduction = (from, holds) => {
  const written = from.base.queueManagers.flatMap(writtenIn);
  const kept = shrinkList(written, (some) => holds(withOnly(from, written, some)));
  const plain = kept.length === written.length ? from : withOnly(from, written, kept);
  return withoutObjects(plain, holds);
};

function writtenIn({
  name: queueManager,
  queues,
  channels,
  attributes,
}: Plan['queueManagers'][number]): readonly Written[] {
  const ofObject = (type: string, channelType: string | undefined, object: Pick<PlanObject, 'attributes'>) =>
    Object.entries(object.attributes).flatMap(([keyword, { value }]) =>
      structural.has(keyword) || value === (defaultOf(type, keyword, { platform: 'multi', channelType }) ?? '')
        ? []
        : [keyword],
    );
  return [
    ...ofObject('QMGR', undefined, { attributes }).map(
      (keyword): Written => ({ queueManager, group: 'attributes', index: 0, keyword }),
    ),
    ...queues.flatMap((queue, index) =>
      ofObject(queue.type, undefined, queue).map(
        (keyword): Written => ({ queueManager, group: 'queues', index, keyword }),
      ),
    ),
    ...channels.flatMap((channel, index) =>
      ofObject('CHANNEL', channel.type, channel).map(
        (keyword): Written => ({ queueManager, group: 'channels', index, keyword }),
      ),
    ),
  ];
}

function withOnly(from: Case, all: readonly Written[], kept: readonly Written[]): Case {
  const keep = new Set(kept);
  const dropped = new Set(all.filter((one) => !keep.has(one)).map(keyOf));
  const plain = <T extends Pick<PlanObject, 'attributes'>>(object: T, where: Omit<Written, 'keyword'>): T => ({
    ...object,
    attributes: Object.fromEntries(
      Object.entries(object.attributes).filter(([keyword]) => !dropped.has(keyOf({ ...where, keyword }))),
    ),
  });
  return withBase(from, {
    queueManagers: from.base.queueManagers.map((each) => {
      const queueManager = each.name;
      return {
        ...plain(each, { queueManager, group: 'attributes', index: 0 }),
        queues: each.queues.map((queue, index) => plain(queue, { queueManager, group: 'queues', index })),
        channels: each.channels.map((channel, index) => plain(channel, { queueManager, group: 'channels', index })),
      };
    }),
  });
}

const keyOf = ({ queueManager, group, index, keyword }: Written): string =>
  `${queueManager}\u0000${group}\u0000${index}\u0000${keyword}`;

function withoutObjects(from: Case, holds: Holds): Case {
  const all = from.base.queueManagers.flatMap(({ queues, channels }) => [...queues, ...channels]);
  const make = (kept: readonly PlanObject[]): Case => {
    const keep = new Set(kept);
    const isKept = (object: PlanObject): boolean => keep.has(object);
    return withBase(from, {
      queueManagers: from.base.queueManagers.map((each) => {
        const channels = each.channels.filter(isKept);
        return { ...each, queues: each.queues.filter(isKept), channels, clusterMemberships: joined(each, channels) };
      }),
    });
  };
  const kept = shrinkList(all, (some) => holds(make(some)));
  return kept.length === all.length ? from : make(kept);
}

/** The clusters that a queue manager is in when it has these channels only. One that was in a cluster without a channel stays in it. */
const joined = (
  { clusterMemberships, channels: before }: Plan['queueManagers'][number],
  channels: readonly PlanObject[],
): Plan['queueManagers'][number]['clusterMemberships'] => {
  const isNamed = (by: readonly PlanObject[], cluster: string) => by.some(({ clusters }) => clusters.includes(cluster));
  return clusterMemberships.filter(
    ({ cluster, isFullRepository }) => isFullRepository || isNamed(channels, cluster) || !isNamed(before, cluster),
  );
};

/** Failures at full seconds, tenths … where that shows the same, and an end soon after all is over. */
export const roundTimes: Reduction = (from, holds, harm) => {
  let smallest = from;
  for (const index of from.faults.keys()) {
    const events = smallest.faults[index] ?? [];
    const [begin] = events;
    if (begin === undefined || !('atUs' in begin)) continue;
    const { atUs } = begin;
    const rounded = [1_000_000, 100_000, 10_000, 1_000, 100, 10]
      .flatMap((grain) => [Math.ceil(atUs / grain) * grain, Math.floor(atUs / grain) * grain])
      .filter((time, at, all) => all.indexOf(time) === at);
    if (rounded[0] === atUs || rounded[1] === atUs) continue;
    const candidates = rounded
      .filter((time) => time !== atUs)
      .map((time) => ({
        ...smallest,
        faults: smallest.faults.map((each, at) => (at === index ? movedBy(each, time - atUs) : each)),
      }));
    smallest = firstThatHolds(smallest, candidates, holds);
  }
  if (harm.severity('for-good') === 'note') return smallest;
  const ends = [5_000_000, 10_000_000, 60_000_000, 120_000_000].filter((untilUs) => untilUs < smallest.base.untilUs);
  return firstThatHolds(
    smallest,
    ends.map((untilUs) => withBase(smallest, { untilUs })),
    holds,
  );
};
