import { keepWhere, type RoutingStep } from './step.ts';

export const notSuspended: RoutingStep = {
  name: 'not-suspended',
  title: 'Not suspended (step 7)',
  run: (candidates, { world, chooser }) => {
    if (world.directory.suspended.size === 0 && chooser.suspendedIn.size === 0)
      return { kept: candidates, dropped: [] };
    return keepWhere(
      candidates,
      ({ owner, sharedClusters }) => {
        const suspended = owner === chooser ? owner.suspendedIn : world.directory.suspended.get(owner.id);
        return suspended === undefined || !sharedClusters.some((cluster) => suspended.has(cluster));
      },
      ({ owner }) => ({ reason: `${owner.name} is suspended from the cluster`, attribute: undefined, at: undefined }),
    );
  },
};
