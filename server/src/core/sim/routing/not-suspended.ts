import { suspensionKnown } from '../repository/knowledge.ts';
import type { Route } from '../world.ts';
import { keepWhere, type RoutingStep } from './step.ts';

/** A queue manager is suspended in one cluster at a time: what reaches it through another one is not held back. */
export const notSuspended: RoutingStep = {
  name: 'not-suspended',
  title: 'Not suspended (step 7)',
  run: (candidates, { world, chooser }) => {
    if (world.directory.suspended.size === 0 && chooser.suspendedIn.size === 0)
      return { kept: candidates, dropped: [] };
    return keepWhere(
      candidates,
      (candidate) => {
        const { owner } = candidate;
        const suspended = suspensionKnown(world, chooser, owner);
        return suspended === undefined || !waysIn(candidate).every((cluster) => suspended.has(cluster));
      },
      (candidate) => ({
        reason: `${candidate.owner.name} is suspended from ${waysIn(candidate).join(' and ')}`,
        attribute: undefined,
        at: undefined,
      }),
    );
  },
};

/** The clusters that the chooser can use for it: of a queue, only those the queue is in. */
const waysIn = ({ instance, sharedClusters }: Route): readonly string[] =>
  instance === undefined ? sharedClusters : sharedClusters.filter((cluster) => instance.clusters.includes(cluster));
