import type { Plan } from '#core/scenario/plan.ts';
import type { Trace } from '#core/sim/trace.ts';
import type { Failure } from '../types.ts';

/** What can fail: the plan, and what its run without a failure uses. */
export interface Scene {
  readonly plan: Plan;
  readonly healthy: Pick<Trace, 'events'>;
}

/** The failures of one kind of element, in the order of the plan. */
export type ListFailures = (scene: Scene) => readonly Failure[];

export interface Lane {
  readonly from: string;
  readonly to: string;
  readonly channel: string;
}

/**
 * Channels that messages may take: those that the healthy run uses, and the cluster channels from a producer's queue manager
 * to each one with a queue of the name that it puts to. The others carry no message, whatever fails.
 */
export function lanes({ plan, healthy }: Scene): readonly Lane[] {
  const found = new Map<string, Lane>();
  const add = (lane: Lane): void => {
    found.set(`${lane.from}\u0000${lane.to}\u0000${lane.channel}`, lane);
  };
  for (const event of healthy.events)
    if (event.kind === 'send') add({ from: event.from, to: event.to, channel: event.channel });
  for (const one of plan.applications) {
    if (one.kind !== 'producer') continue;
    const clusters = new Set(
      plan.queueManagers.find(({ name }) => name === one.queueManager)?.clusterMemberships.map((each) => each.cluster),
    );
    for (const { name: to, queues, channels } of plan.queueManagers) {
      if (to === one.queueManager || !queues.some(({ name }) => name === one.queue)) continue;
      for (const channel of channels)
        if (channel.type === 'CLUSRCVR' && channel.clusters.some((cluster) => clusters.has(cluster)))
          add({ from: one.queueManager, to, channel: channel.name });
    }
  }
  const place = new Map(plan.queueManagers.map(({ name }, index) => [name, index]));
  const rank = (name: string): number => place.get(name) ?? place.size;
  return [...found.values()].sort(
    (one, other) =>
      rank(one.from) - rank(other.from) ||
      rank(one.to) - rank(other.to) ||
      (one.channel < other.channel ? -1 : one.channel > other.channel ? 1 : 0),
  );
}
