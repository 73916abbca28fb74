import type { PlanAttributes, PlanObject, PlanQueueManager } from './plan.ts';

/** A cluster of the `clusters:` section: who is in it, and which of them hold a full repository. */
export interface ClusterShorthand {
  readonly name: string;
  readonly members: readonly string[];
  readonly fullRepositories: readonly string[];
}

/**
 * The MQSC, for each queue manager, of all that the clusters need and the queue managers do not define yet: for each member
 * a cluster-receiver `<CLUSTER>.<QM>`, for each full repository REPOS and cluster-senders to the other ones, for any other
 * member a cluster-sender to the first full repository that it is not itself.
 */
export function shorthandMqsc(
  clusters: readonly ClusterShorthand[],
  queueManagers: readonly PlanQueueManager[],
): ReadonlyMap<string, string> {
  const byName = new Map(queueManagers.map((each) => [each.name, each]));
  const lines = new Map<string, string[]>();
  for (const cluster of clusters) {
    const receiverOf = (name: string): string =>
      findChannel(byName.get(name), 'CLUSRCVR', cluster.name)?.name ?? `${cluster.name}.${name}`;
    for (const member of cluster.members) {
      const made = lines.get(member) ?? [];
      lines.set(member, made);
      const known = byName.get(member);
      if (!findChannel(known, 'CLUSRCVR', cluster.name))
        made.push(defineChannel(receiverOf(member), 'CLUSRCVR', cluster.name, member));
      for (const target of sendersOf(cluster, member))
        if (!known?.channels.some((channel) => channel.name === receiverOf(target)))
          made.push(defineChannel(receiverOf(target), 'CLUSSDR', cluster.name, target));
    }
  }
  for (const name of lines.keys()) lines.get(name)?.push(...repositoryLines(name, byName.get(name), clusters));
  return new Map([...lines].map(([name, made]) => [name, made.join('\n')]));
}

/** A queue manager with what the shorthand made for it added; what it defines itself stays. */
export function mergeQueueManager(
  own: PlanQueueManager,
  made: PlanQueueManager,
  clusters: readonly ClusterShorthand[],
): PlanQueueManager {
  const memberships = new Map(own.clusterMemberships.map((each) => [each.cluster, each.isFullRepository]));
  for (const { name, members, fullRepositories } of clusters)
    if (members.includes(own.name))
      memberships.set(name, memberships.get(name) === true || fullRepositories.includes(own.name));
  return {
    ...own,
    clusterMemberships: [...memberships].map(([cluster, isFullRepository]) => ({ cluster, isFullRepository })),
    attributes: { ...own.attributes, ...repositoryAttributes(made.attributes) },
    queues: [...own.queues, ...made.queues],
    channels: [...own.channels, ...made.channels],
  };
}

function sendersOf(cluster: ClusterShorthand, member: string): readonly string[] {
  const others = cluster.fullRepositories.filter((name) => name !== member);
  return cluster.fullRepositories.includes(member) ? others : others.slice(0, 1);
}

const findChannel = (of: PlanQueueManager | undefined, type: string, cluster: string): PlanObject | undefined =>
  of?.channels.find((channel) => channel.type === type && channel.clusters.includes(cluster));

const defineChannel = (name: string, type: string, cluster: string, target: string): string =>
  `DEFINE CHANNEL('${name}') CHLTYPE(${type}) CONNAME('${target.toLowerCase()}(1414)') CLUSTER('${cluster}')`;

/** REPOS holds one cluster; a full repository of several needs a namelist. */
function repositoryLines(
  name: string,
  known: PlanQueueManager | undefined,
  clusters: readonly ClusterShorthand[],
): readonly string[] {
  const before = known?.clusterMemberships.filter((each) => each.isFullRepository).map((each) => each.cluster) ?? [];
  const more = clusters.filter((cluster) => cluster.fullRepositories.includes(name)).map((cluster) => cluster.name);
  const all = [...new Set([...before, ...more])];
  if (all.length === before.length) return [];
  if (all.length === 1) return [`ALTER QMGR REPOS('${all[0]}')`];
  return [
    `DEFINE NAMELIST(${repositoryNamelist}) NAMES(${all.map((each) => `'${each}'`).join(', ')})`,
    `ALTER QMGR REPOS(' ') REPOSNL(${repositoryNamelist})`,
  ];
}

const repositoryNamelist = 'FULL.REPOSITORIES';

const repositoryAttributes = (made: PlanAttributes): PlanAttributes =>
  made.REPOS?.value || made.REPOSNL?.value
    ? Object.fromEntries(Object.entries(made).filter(([keyword]) => keyword === 'REPOS' || keyword === 'REPOSNL'))
    : {};
