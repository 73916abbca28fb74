import { assumes } from '../assumptions.ts';
import { stateOf } from '../channel-row.ts';
import { takeSequence } from '../queue-manager-row.ts';
import { countUse, isUsed } from '../routing/route-uses.ts';
import { shareOf } from '../routing/weight.ts';
import type { QueueManager, World } from '../world.ts';

/**
 * What repositories tell one another travels over the channels that messages take, so it may count where shares are counted. (B4.5, from
 * memory: no page says that it does.) It matters once the sender deals messages out over several channels.
 */
export function countAdministration(world: World, from: QueueManager, to: QueueManager): void {
  const dealt = [...from.outbound.values()].filter(({ isCluster, use }) => isCluster && isUsed(world.routeUses, use));
  const channel = dealt.find((each) => each.to === to && stateOf(world, each.row) !== 'STOPPED');
  if (channel === undefined || dealt.length < 2) return;
  if (assumes(world, 'administration-messages', 'use-shares'))
    countUse(world.routeUses, channel.use, takeSequence(world, from.row), shareOf(channel.definition));
}
