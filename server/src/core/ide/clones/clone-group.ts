import type { CloneGroup, Estate } from '#core/model/model.ts';
import { clusterTopicsOf } from '#core/rules/parts/cluster-topics.ts';
import type { CloneName } from './comparison.ts';

/** The instances of a cluster queue or cluster topic; undefined when there are none. */
export const cloneGroup = ({ kind, name, cluster }: CloneName, estate: Estate): CloneGroup | undefined =>
  kind === 'queue'
    ? estate.clusters.get(cluster)?.cloneGroups.get(name)
    : clusterTopicsOf(estate).find((group) => group.queue === name && group.cluster === cluster);
