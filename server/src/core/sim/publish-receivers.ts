import { publish, resetFactors } from './directory.ts';
import { retireChannel } from './retire-channel.ts';
import type { QueueManager, World } from './world.ts';

/**
 * Tells these clusters of the CLUSRCVR channels as they are now. Workload attributes count at once, the rest when a channel
 * starts next (C1.4); the channels to a receiver that is gone end. Shares of a weighted balance start anew everywhere (B4.4).
 */
export function publishReceivers(world: World, owner: QueueManager, clusters: readonly string[]): void {
  const receivers = owner.receivers;
  owner.ownVersion++;
  publish(world, owner, clusters, () => {
    world.directory.receivers.set(owner.id, receivers);
    world.directory.version++;
    for (const channel of owner.inbound) {
      if (!channel.isCluster) continue;
      const now = receivers.find((receiver) => receiver.name === channel.name);
      if (now?.clusters.some((cluster) => channel.from.clusters.has(cluster))) {
        channel.nextDefinition = now;
        channel.isRetired = false;
      } else retireChannel(world, channel);
    }
    for (const member of world.queueManagers) resetFactors(member);
  });
}
