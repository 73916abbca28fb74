import { placeOf } from '../definitions.ts';
import { keepOnly, type RoutingStep } from './step.ts';

export const queueCluster: RoutingStep = {
  name: 'queue-cluster',
  title: "Channel in the queue's cluster (step 2)",
  mayLeaveNothing: true,
  run: (candidates) =>
    keepOnly(
      candidates,
      ({ channel, instance, sharedClusters }) =>
        channel === undefined || instance === undefined || sharedClusters.some((c) => instance.clusters.includes(c)),
      ({ receiver, instance }) => ({
        reason: `${receiver?.name} is not in ${instance?.clusters.join(', ')}, the queue's cluster`,
        attribute: 'CLUSTER',
        at: receiver && placeOf(receiver.attributes, 'CLUSTER'),
      }),
    ),
};
