import { placeOf } from '../definitions.ts';
import { isLocal, keepWhere, type RoutingStep } from './step.ts';

/** Chooses between the networks that lead to one queue manager, not between queue managers. */
export const networkPriority: RoutingStep = {
  name: 'network-priority',
  title: 'Network priority, per queue manager (step 12)',
  run: (candidates) => {
    const highest = new Map<number, number>();
    for (const { owner, receiver } of candidates) {
      highest.set(owner.id, Math.max(highest.get(owner.id) ?? 0, receiver?.networkPriority ?? 0));
    }
    return keepWhere(
      candidates,
      (candidate) =>
        isLocal(candidate) || (candidate.receiver?.networkPriority ?? 0) === highest.get(candidate.owner.id),
      ({ receiver, owner }) => ({
        reason: `NETPRTY(${receiver?.networkPriority}) of ${receiver?.name} is below ${highest.get(owner.id)} on another channel to ${owner.name}`,
        attribute: 'NETPRTY',
        at: receiver && placeOf(receiver.attributes, 'NETPRTY'),
      }),
    );
  },
};
