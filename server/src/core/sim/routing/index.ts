import type { World } from '../world.ts';
import { channelAvailable } from './channel-available.ts';
import { channelPriority } from './channel-priority.ts';
import { channelRank } from './channel-rank.ts';
import { channelRetrying } from './channel-retrying.ts';
import { channelStarting } from './channel-starting.ts';
import { channelStopped } from './channel-stopped.ts';
import { leastRecentlyUsed } from './least-recently-used.ts';
import { localInstance } from './local-instance.ts';
import { networkPriority } from './network-priority.ts';
import { notFull } from './not-full.ts';
import { notSuspended } from './not-suspended.ts';
import { putEnabled } from './put-enabled.ts';
import { queueCluster } from './queue-cluster.ts';
import { queuePriority } from './queue-priority.ts';
import { queueRank } from './queue-rank.ts';
import { recentlyUsedChannels } from './recently-used-channels.ts';
import { sharedCluster } from './shared-cluster.ts';
import type { RoutingStep } from './step.ts';
import { weight } from './weight.ts';

const membership = [sharedCluster, queueCluster];
const ranks = [channelRank, queueRank];
const rest: readonly RoutingStep[] = [
  notSuspended,
  channelAvailable,
  channelStarting,
  channelRetrying,
  channelStopped,
  networkPriority,
  channelPriority,
  queuePriority,
];

/** MQ 8.0 and later: ranks decide before anything is known of puts and local instances. (IBM: The cluster workload management algorithm.) */
const since80: readonly RoutingStep[] = [...membership, ...ranks, putEnabled, notFull, localInstance, ...rest];

/** MQ 6.0 to 7.5: a disabled or local instance is settled first. */
const before80: readonly RoutingStep[] = [...membership, putEnabled, notFull, localInstance, ...ranks, ...rest];

/** In their order: what looks at definitions, channel states and suspension … */
export const stepsByState = ({ usesNewStepOrder }: World): readonly RoutingStep[] =>
  usesNewStepOrder ? since80 : before80;

/** … and then what looks at use, and so comes out differently from one message to the next. */
export const stepsByUse: readonly RoutingStep[] = [recentlyUsedChannels, weight, leastRecentlyUsed];
