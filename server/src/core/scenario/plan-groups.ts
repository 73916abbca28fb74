import type { Estate } from '#core/model/model.ts';
import type { PlanMonitor, PlanQueueManager, PlanSharingGroup, PlanTakeover, PlanUniformCluster } from './plan.ts';
import { defaults } from './plan-parts.ts';
import type { ScenarioText } from './scenario-shape.ts';
import type { Reading } from './shape.ts';

/** The uniform clusters of the estate, those of them that have two members in the plan. */
export const planUniformClusters = (estate: Estate): readonly PlanUniformCluster[] =>
  [...estate.clusters.values()].flatMap(({ name, isUniform, members }) =>
    isUniform && members.length > 1
      ? [{ name, members: members.map((each) => each.queueManager.name), balanceUs: defaults.balanceUs }]
      : [],
  );

/** What the scenario says of uniform clusters, over what the estate says of them. */
export function uniformClustersOf(
  { uniformClusters }: Pick<ScenarioText, 'uniformClusters'>,
  queueManagers: readonly PlanQueueManager[],
  estate: Estate | undefined,
): readonly PlanUniformCluster[] {
  const own = [...uniformClusters].map(([name, { members, balance }]) => ({
    name,
    members: members ?? queueManagers.filter((each) => isMember(each, name)).map((each) => each.name),
    balanceUs: balance,
  }));
  const inherited = estate === undefined ? [] : planUniformClusters(estate);
  return [...inherited.filter(({ name }) => !uniformClusters.has(name)), ...own];
}

export const planSharingGroups = (estate: Estate): readonly PlanSharingGroup[] =>
  [...estate.queueSharingGroups].map(([name, members]) => ({
    name,
    members: members.map((each) => estate.queueManagers.get(each.toUpperCase())?.name ?? each),
    structures: [],
  }));

/** What the scenario says of queue-sharing groups, over what the estate says of them. */
export function sharingGroupsOf(
  { queueSharingGroups }: Pick<ScenarioText, 'queueSharingGroups'>,
  estate: Estate | undefined,
): readonly PlanSharingGroup[] {
  const own = [...queueSharingGroups].map(([name, group]) => ({ name, ...group }));
  const inherited = estate === undefined ? [] : planSharingGroups(estate);
  return [...inherited.filter(({ name }) => !queueSharingGroups.has(name)), ...own];
}

export const monitorsOf = ({ monitors }: Pick<ScenarioText, 'monitors'>): readonly PlanMonitor[] =>
  monitors.map(({ every, resend, ...rest }) => ({ ...rest, everyUs: every, resends: resend }));

export const takeoversOf = ({ takeover }: Pick<ScenarioText, 'takeover'>, reading: Reading): readonly PlanTakeover[] =>
  takeover.map(({ name, nameSpan, value: { after, host, kind } }) => {
    reading.mention('queue-manager', name, nameSpan);
    return {
      queueManager: name,
      afterUs: after,
      ...(host !== undefined && { host }),
      ...(kind !== 'standby' && { kind }),
    };
  });

const isMember = ({ clusterMemberships }: PlanQueueManager, cluster: string): boolean =>
  clusterMemberships.some((membership) => membership.cluster === cluster);
