/**
 * The cluster workload management algorithm a second time, as plainly as it can be written: no caches, no explanations, no
 * code of the engine. The differential test plays both against each other.
 */
export interface PlainCluster {
  /** MQ 8.0 and later: ranks before what is disabled or local. */
  readonly isNewOrder: boolean;
  readonly queueManagers: readonly PlainQueueManager[];
}

export interface PlainQueueManager {
  readonly name: string;
  readonly clusters: readonly string[];
  readonly useQueue: 'LOCAL' | 'ANY';
  /** CLWLMRUC. */
  readonly mostRecent: number;
  /** Clusters that it is suspended in. */
  readonly suspendedIn: readonly string[];
  readonly receivers: readonly PlainReceiver[];
  readonly queue: PlainQueue | undefined;
}

export interface PlainReceiver {
  readonly name: string;
  readonly clusters: readonly string[];
  readonly rank: number;
  readonly priority: number;
  readonly networkPriority: number;
  readonly weight: number;
}

export interface PlainQueue {
  readonly cluster: string;
  readonly rank: number;
  readonly priority: number;
  readonly isPutEnabled: boolean;
  readonly useQueue: 'LOCAL' | 'ANY' | 'QMGR';
}

/** A way to an instance: a receiver of its queue manager. */
export interface PlainRoute {
  readonly owner: PlainQueueManager;
  readonly queue: PlainQueue;
  readonly receiver: PlainReceiver;
  readonly isLocal: boolean;
}

export interface Shares {
  /** When each route was chosen last; a route that never was is not in it. */
  readonly lastChosen: ReadonlyMap<string, number>;
  /** What MQ calls DestSeqFactor. */
  readonly factors: ReadonlyMap<string, number>;
}

export const keyOf = ({ owner, receiver }: PlainRoute): string => `${owner.name} ${receiver.name}`;

/** Every way that is there before a step has looked at it, but for those that share no cluster (steps 1 and 2). */
export function waysFrom(chooser: PlainQueueManager, cluster: PlainCluster): readonly PlainRoute[] {
  return cluster.queueManagers.flatMap((owner) => {
    const { queue } = owner;
    if (queue === undefined || !chooser.clusters.includes(queue.cluster)) return [];
    return owner.receivers
      .filter((receiver) => receiver.clusters.includes(queue.cluster))
      .map((receiver) => ({ owner, queue, receiver, isLocal: owner === chooser }));
  });
}

/**
 * Which of these ways MQ may choose. More than one is left only where several were never used: MQ does not say which of them
 * is first.
 */
export function mayChoose(
  ways: readonly PlainRoute[],
  chooser: PlainQueueManager,
  { isNewOrder }: PlainCluster,
  stateOf: (route: PlainRoute) => string,
  cameOverClusterChannel: boolean,
  { lastChosen, factors }: Shares,
): readonly PlainRoute[] {
  let left = ways;
  const prefer = (passes: (route: PlainRoute) => boolean) => {
    if (left.some(passes)) left = left.filter(passes);
  };
  const highest = (measure: (route: PlainRoute) => number) => {
    const best = Math.max(...left.map(measure));
    left = left.filter((route) => measure(route) === best);
  };

  const byRank = () => {
    // A local instance has no channel that could be ranked: it stays, and does not count (an open question of IBM's text).
    const best = Math.max(0, ...left.filter((route) => !route.isLocal).map(({ receiver }) => receiver.rank));
    prefer(({ isLocal, receiver }) => isLocal || receiver.rank === best);
    highest(({ queue }) => queue.rank);
  };
  const byPutAndPlace = () => {
    prefer(({ queue }) => queue.isPutEnabled);
    const local = left.find(({ isLocal }) => isLocal);
    if (local === undefined) return;
    const { useQueue } = local.queue;
    const staysHere = useQueue === 'LOCAL' || (useQueue === 'QMGR' && chooser.useQueue === 'LOCAL');
    if (staysHere || cameOverClusterChannel) prefer(({ isLocal }) => isLocal);
  };
  if (isNewOrder) {
    byRank();
    byPutAndPlace();
  } else {
    byPutAndPlace();
    byRank();
  }

  // In the queue's cluster: one can be suspended there and not in another.
  prefer(({ owner, queue }) => !owner.suspendedIn.includes(queue.cluster));
  for (const states of [['INACTIVE', 'RUNNING'], ['BINDING', 'INITIALIZING', 'STARTING', 'STOPPING'], ['RETRYING']]) {
    if (!left.some((route) => states.includes(stateOf(route)))) continue;
    left = left.filter((route) => states.includes(stateOf(route)));
    break;
  }
  left = left.filter(
    (route) =>
      route.isLocal ||
      left.every(
        (other) =>
          other.isLocal ||
          other.owner !== route.owner ||
          other.receiver.networkPriority <= route.receiver.networkPriority,
      ),
  );
  highest(({ receiver }) => receiver.priority);
  highest(({ queue }) => queue.priority);

  const last = (route: PlainRoute) => lastChosen.get(keyOf(route)) ?? 0;
  if (left.length > chooser.mostRecent) {
    const remote = left.filter(({ isLocal }) => !isLocal);
    const least = remote.map(last).sort((a, b) => b - a)[chooser.mostRecent - 1];
    if (least !== undefined) left = left.filter((route) => route.isLocal || last(route) >= least);
  }
  if (left.some(({ receiver }) => receiver.weight !== 50)) {
    const factor = (route: PlainRoute) => factors.get(keyOf(route)) ?? 0;
    const least = Math.min(...left.map(factor));
    left = left.filter((route) => factor(route) === least);
  }
  const oldest = Math.min(...left.map(last));
  return left.filter((route) => last(route) === oldest);
}

/** What choosing this route adds to its factor. */
export const stepOf = ({ receiver }: PlainRoute): number => Math.floor(1000 / receiver.weight);
