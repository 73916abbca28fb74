import type { CloneGroup, Cluster, Estate, MqObject, QueueManager } from '#core/model/model.ts';
import { cloneGroupsIn } from './clone-groups.ts';

/** Queue managers that host clones together, in one cluster. */
export interface CloneHosts {
  readonly cluster: Cluster;
  readonly queueManagers: readonly QueueManager[];
  /** The queues that have an instance on several of them. */
  readonly groups: readonly CloneGroup[];
}

/** The queue managers of a cluster that share queues, each in one set only: so what is said of them is said once and not per queue. */
export const cloneHostsOf = (cluster: Cluster, estate: Estate): readonly CloneHosts[] => {
  const groups = cloneGroupsIn(cluster, estate);
  const known = hostsOf.get(cluster);
  if (known?.groups === groups) return known.hosts;
  const hosts = connected(cluster, groups);
  hostsOf.set(cluster, { groups, hosts });
  return hosts;
};

/** The one cluster receiver of the queue manager in the cluster; undefined when there is none or a choice of several. */
export const onlyReceiverOf = ({ members }: Cluster, queueManager: QueueManager): MqObject | undefined => {
  const receivers = members.find((member) => member.queueManager === queueManager)?.receivers ?? [];
  return receivers.length === 1 ? receivers[0] : undefined;
};

const hostsOf = new WeakMap<
  Cluster,
  { readonly groups: readonly CloneGroup[]; readonly hosts: readonly CloneHosts[] }
>();

/** Sets of queue managers that have nothing in common with each other. */
function connected(cluster: Cluster, groups: readonly CloneGroup[]): readonly CloneHosts[] {
  const sets = new Map<QueueManager, Draft>();
  for (const group of groups) {
    let into: Draft | undefined;
    for (const { queueManager } of group.instances) {
      const own = sets.get(queueManager);
      into = into && own ? join(into, own, sets) : (into ?? own);
    }
    into ??= { members: new Set(), groups: [] };
    into.groups.push(group);
    for (const { queueManager } of group.instances) {
      into.members.add(queueManager);
      sets.set(queueManager, into);
    }
  }
  return [...new Set(sets.values())].map((set) => ({ cluster, queueManagers: [...set.members], groups: set.groups }));
}

/** The smaller of two sets becomes part of the larger one. */
function join(a: Draft, b: Draft, sets: Map<QueueManager, Draft>): Draft {
  if (a === b) return a;
  const [into, other] = a.members.size < b.members.size ? [b, a] : [a, b];
  into.groups.push(...other.groups);
  for (const one of other.members) {
    into.members.add(one);
    sets.set(one, into);
  }
  return into;
}

interface Draft {
  readonly members: Set<QueueManager>;
  readonly groups: CloneGroup[];
}
