import { setRetired } from '../channel-row.ts';
import type { ChannelDefinition } from '../definitions.ts';
import { resetFactors } from '../reset-factors.ts';
import { retireChannel } from '../retire-channel.ts';
import type { QueueManager, World } from '../world.ts';

/**
 * An automatically defined sender copies the receiver at the other end: workload attributes count at once, the rest when
 * the channel starts next (C1.4); the channels to a receiver that is gone end.
 */
export function takeReceivers(
  world: World,
  by: QueueManager,
  owner: QueueManager,
  receivers: readonly ChannelDefinition[],
): void {
  for (const channel of by.outbound.values()) {
    if (channel.to !== owner || !channel.isCluster) continue;
    const now = receivers.find(({ name }) => name === channel.name);
    if (now?.clusters.some((cluster) => by.clusters.has(cluster))) {
      channel.nextDefinition = now;
      setRetired(world, channel.row, 0);
    } else retireChannel(world, channel);
  }
  resetFactors(world, by);
}
