import type { QueueManager } from './world.ts';

/** MQ starts the shares of a weighted balance anew when a channel becomes available or a workload attribute changes. (B4.4) */
export function resetFactors(queueManager: QueueManager): void {
  for (const channel of queueManager.outbound.values()) channel.history.factor = 0;
  for (const history of queueManager.localHistories.values()) history.factor = 0;
}
