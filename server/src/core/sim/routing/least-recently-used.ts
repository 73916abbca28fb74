import type { Route } from '../world.ts';
import { isUsed, sequenceOf } from './route-uses.ts';
import { keepWhere, type RoutingStep } from './step.ts';

export const leastRecentlyUsed: RoutingStep = {
  name: 'least-recently-used',
  title: 'Least recently used channel',
  run: (candidates, { world: { routeUses } }) => {
    let first = candidates[0];
    for (const candidate of candidates) {
      if (first === undefined || sequenceOf(routeUses, candidate.use) < sequenceOf(routeUses, first.use))
        first = candidate;
    }
    // A queue manager with several receivers is several candidates; its name alone would not tell them apart.
    const nameOf = ({ owner, channel }: Route): string =>
      channel !== undefined && candidates.some((other) => other.owner === owner && other.channel !== channel)
        ? `${owner.name} over ${channel.name}`
        : owner.name;
    return keepWhere(
      candidates,
      (candidate) => candidate === first,
      (candidate) => ({
        reason: !isUsed(routeUses, candidate.use)
          ? `no message went to ${nameOf(candidate)} yet, and ${first && nameOf(first)} is before it in line (MQ does not define which is first)`
          : `${nameOf(candidate)} was chosen more recently than ${first && nameOf(first)}`,
        attribute: undefined,
        at: undefined,
      }),
    );
  },
};
