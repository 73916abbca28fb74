import { keepOnly, type RoutingStep } from './step.ts';

export const sharedCluster: RoutingStep = {
  name: 'shared-cluster',
  title: 'In a common cluster (step 1)',
  mayLeaveNothing: true,
  run: (candidates, { chooser }) =>
    keepOnly(
      candidates,
      (candidate) => candidate.channel === undefined || candidate.sharedClusters.length > 0,
      (candidate) => ({
        reason: `${candidate.receiver?.name ?? 'Its channel'} is in no cluster that ${chooser.name} is a member of`,
        attribute: 'CLUSTER',
        at: candidate.receiver?.definedAt,
      }),
    ),
};
