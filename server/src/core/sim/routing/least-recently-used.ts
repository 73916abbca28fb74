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
    return keepWhere(
      candidates,
      (candidate) => candidate === first,
      ({ owner, use }) => ({
        reason: !isUsed(routeUses, use)
          ? `no message went to ${owner.name} yet, and ${first?.owner.name} is before it in line (MQ does not define which is first)`
          : `${owner.name} was chosen more recently than ${first?.owner.name}`,
        attribute: undefined,
        at: undefined,
      }),
    );
  },
};
