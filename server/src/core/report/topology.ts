import { clusterPartsOf } from '#core/model/clusters.ts';
import type { CloneGroup, Cluster, Estate, QueueManager } from '#core/model/model.ts';
import { isDefaultObject } from '#core/model/name-spaces.ts';
import { kept } from '#core/text/kept.ts';

/** What a picture of the queue managers shows: boxes in frames, and lines between them. */
export interface Topology {
  readonly nodes: readonly TopologyNode[];
  readonly edges: readonly TopologyEdge[];
}

export interface TopologyNode {
  readonly id: string;
  readonly kind: 'queue-manager' | 'full-repository' | 'queue';
  /** The lines of its text. */
  readonly lines: readonly string[];
  /** The one cluster that it is in. A gateway, and what is in none, stands outside of all frames. */
  readonly cluster: string | undefined;
}

export interface TopologyEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: 'channel' | 'instance';
  /** The channel's name. */
  readonly label: string;
}

/** The nodes of each frame, and those outside of all. */
export function framesOf({ nodes }: Topology) {
  const frames = new Map<string, TopologyNode[]>();
  const outside: TopologyNode[] = [];
  for (const node of nodes) (node.cluster === undefined ? outside : kept(frames, node.cluster, () => [])).push(node);
  return { frames: [...frames], outside };
}

/** With more clones than this, boxes of their own would hide everything else: each queue manager then says how many queues it has. */
const mostClones = 40;

/** The queue managers, the channels that definitions lead from one to another, and the queues that have several instances. */
export function topologyOf(estates: readonly Estate[]): Topology {
  const parts = estates.map((estate, index) => topologyOfOne(estate, index === 0 ? '' : `e${index}`));
  return { nodes: parts.flatMap(({ nodes }) => nodes), edges: parts.flatMap(({ edges }) => edges) };
}

function topologyOfOne({ queueManagers, clusters }: Estate, prefix: string): Topology {
  const all = [...queueManagers.values()];
  const ids = new Map(all.map((one, index) => [one, `${prefix}m${index}`]));
  const idOf = (one: QueueManager): string => ids.get(one) ?? '';
  const clones = [...clusters.values()].flatMap(clonesOf);
  const drawn = clones.length <= mostClones ? clones : [];
  const textOf = (one: QueueManager) => nodeOf(one, [...clusters.values()], clones.length > mostClones);
  return {
    nodes: [
      ...all.map((one) => ({ id: idOf(one), ...textOf(one) })),
      ...drawn.map(({ queue, cluster }, index) => ({
        id: `${prefix}q${index}`,
        kind: 'queue' as const,
        lines: [queue],
        cluster,
      })),
    ],
    edges: [
      ...channelsBetween(all).map(({ from, to, label }) => ({
        from: idOf(from),
        to: idOf(to),
        kind: 'channel' as const,
        label,
      })),
      ...drawn.flatMap(({ instances }, index) =>
        instances.map(({ queueManager }) => ({
          from: `${prefix}q${index}`,
          to: idOf(queueManager),
          kind: 'instance' as const,
          label: '',
        })),
      ),
    ],
  };
}

const clonesOf = ({ cloneGroups }: Cluster): readonly CloneGroup[] =>
  [...cloneGroups.values()].filter(({ queue, instances }) => instances.length > 1 && !queue.startsWith('SYSTEM.'));

function nodeOf(
  queueManager: QueueManager,
  clusters: readonly Cluster[],
  saysQueues: boolean,
): Omit<TopologyNode, 'id'> {
  const own = clusters.flatMap(({ name, members }) => {
    const member = members.find((one) => one.queueManager === queueManager);
    return member ? { name, isFull: member.isFullRepository } : [];
  });
  const [only, another] = own;
  const full = own.filter(({ isFull }) => isFull).map(({ name }) => name);
  const queues = new Set([...clusterPartsOf(queueManager).values()].flatMap(({ instances }) => [...instances.keys()]));
  return {
    kind: full.length > 0 ? 'full-repository' : 'queue-manager',
    lines: [
      queueManager.name,
      ...(full.length > 0 ? [another ? `full repository of ${full.join(', ')}` : 'full repository'] : []),
      ...(another ? [`in ${own.map(({ name }) => name).join(', ')}`] : []),
      ...(saysQueues && queues.size > 0 ? [`clustered queues: ${queues.size}`] : []),
    ],
    cluster: another ? undefined : only?.name,
  };
}

interface Between {
  readonly from: QueueManager;
  readonly to: QueueManager;
  readonly label: string;
}

const otherEnds: Readonly<Record<string, readonly string[]>> = {
  SDR: ['RCVR', 'RQSTR'],
  SVR: ['RCVR', 'RQSTR'],
  CLUSSDR: ['CLUSRCVR'],
};

/**
 * The two ends of a channel have one name (IBM: "Channels"). Where several queue managers have the other end nobody can tell from names which is
 * meant, and none is drawn.
 */
function channelsBetween(queueManagers: readonly QueueManager[]): readonly Between[] {
  const ends = new Map<string, QueueManager[]>();
  const channelsOf = ({ objects }: QueueManager) =>
    [...objects.all('channel')].filter(({ name, nameIsOpen }) => !nameIsOpen && !isDefaultObject(name));
  for (const queueManager of queueManagers)
    for (const { name, channelType = '' } of channelsOf(queueManager))
      kept(ends, `${channelType} ${name}`, () => []).push(queueManager);
  return queueManagers.flatMap((from) =>
    channelsOf(from).flatMap(({ name, channelType = '' }) => {
      const [to, another] = (otherEnds[channelType] ?? [])
        .flatMap((type) => ends.get(`${type} ${name}`) ?? [])
        .filter((one) => one !== from);
      return to && !another ? { from, to, label: name } : [];
    }),
  );
}
