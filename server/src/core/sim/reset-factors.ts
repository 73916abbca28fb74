import { resetFactor } from './routing/route-uses.ts';
import type { QueueManager, World } from './world.ts';

/** MQ starts the shares of a weighted balance anew when a channel becomes available or a workload attribute changes. (B4.4) */
export function resetFactors({ routeUses }: World, queueManager: QueueManager): void {
  for (const { use } of queueManager.outbound.values()) resetFactor(routeUses, use);
  for (const use of queueManager.localUses.values()) resetFactor(routeUses, use);
}
