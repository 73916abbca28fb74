import type { Cluster, Estate, QueueManager } from '#core/model/model.ts';
import { decoded } from '#core/text/decoded.ts';
import type { SourceId } from '#core/text/span.ts';
import { cloneGroupsOf, cloneNodes, instancesOf } from './clone-nodes.ts';
import type { EstateNode } from './estate-node.ts';
import { bare, byName, count, folder, idOf, segmentOf, type TreeRoot } from './node-parts.ts';
import { inQueueManager, queueManagerNode } from './queue-manager-nodes.ts';
import { nothing, talliesOf } from './tallies.ts';

/** The children of a node of the estate's tree, or its first level. A single estate has no node of its own. */
export function estateChildren(roots: readonly TreeRoot[], id: string | undefined): readonly EstateNode[] {
  const shown = roots.filter(({ estate }) => estate.queueManagers.size > 0 || unassigned(estate).length > 0);
  const [only, another] = shown;
  if (id === undefined) return only && !another ? topLevel(only) : shown.map(estateNode);
  const path = id.split('/').map(decoded);
  const root = shown.find((one) => segmentOf(one) === path[0]);
  return root ? childrenAt(root, path.slice(1)) : [];
}

function childrenAt(root: TreeRoot, [place, ...path]: readonly string[]): readonly EstateNode[] {
  const { estate } = root;
  switch (place) {
    case undefined:
      return topLevel(root);
    case 'files':
      return unassigned(estate).map((source) => fileNode(root, source));
    case 'alone':
      return path.length === 0
        ? alone(estate).map((one) => queueManagerNode(root, ['alone'], one, undefined))
        : inQueueManager(root, ['alone'], path);
    case 'cluster': {
      const [name = '', folder, ...rest] = path;
      const cluster = estate.clusters.get(name);
      if (!cluster) return [];
      const parent = ['cluster', name];
      if (folder === undefined) return foldersOf(root, cluster);
      if (folder === 'clones') return rest.length === 0 ? cloneNodes(root, cluster) : instancesOf(root, cluster, rest);
      if (rest.length > 0) return inQueueManager(root, [...parent, folder], rest);
      return cluster.members
        .toSorted((a, b) => byName(a.queueManager, b.queueManager))
        .map(({ queueManager }) => queueManagerNode(root, [...parent, folder], queueManager, cluster));
    }
    default:
      return [];
  }
}

const topLevel = (root: TreeRoot): readonly EstateNode[] => {
  const { estate } = root;
  const clusters = [...estate.clusters.values()].toSorted(byName).map((cluster) => clusterNode(root, cluster));
  const others = alone(estate);
  const files = unassigned(estate);
  return [
    ...clusters,
    ...(clusters.length === 0 ? others.map((one) => queueManagerNode(root, ['alone'], one, undefined)) : []),
    ...(clusters.length > 0 && others.length > 0
      ? [folder(root, ['alone'], 'Queue managers in no cluster', 'queue-managers', others.length)]
      : []),
    ...(files.length > 0 ? [folder(root, ['files'], 'Files of no queue manager', 'files', files.length)] : []),
  ];
};

const foldersOf = (root: TreeRoot, cluster: Cluster): readonly EstateNode[] => {
  const clones = cloneGroupsOf(root, cluster);
  const parent = ['cluster', cluster.name];
  return [
    ...(cluster.members.length > 0
      ? [folder(root, [...parent, 'members'], 'Queue managers', 'queue-managers', cluster.members.length)]
      : []),
    ...(clones.length > 0
      ? [folder(root, [...parent, 'clones'], 'Cluster queues and topics', 'clones', clones.length)]
      : []),
  ];
};

const estateNode = (root: TreeRoot): EstateNode => ({
  ...bare,
  id: idOf(root, []),
  kind: 'estate',
  label: root.key === '' ? 'Without mqsc.yaml' : decoded(root.key.split('/').slice(-2).join('/')),
  description: count(root.estate.queueManagers.size, 'queue manager'),
  tooltip: root.key === '' ? 'Files that no mqsc.yaml governs' : `The files that ${decoded(root.key)} governs`,
  at: root.key === '' ? undefined : { source: root.key, span: { start: 0, end: 0 } },
  hasChildren: true,
  findings: talliesOf(root.estate, root.findings).ofEstate,
});

const clusterNode = (root: TreeRoot, cluster: Cluster): EstateNode => {
  const full = cluster.members.filter(({ isFullRepository }) => isFullRepository);
  return {
    ...bare,
    id: idOf(root, ['cluster', cluster.name]),
    kind: 'cluster',
    label: cluster.name,
    description: count(cluster.members.length, 'queue manager'),
    tooltip: `Cluster ${cluster.name}${cluster.isUniform ? ' (uniform)' : ''}: full repositories ${full.length === 0 ? 'not known' : full.map(({ queueManager }) => queueManager.name).join(', ')}`,
    hasChildren: cluster.members.length > 0 || cloneGroupsOf(root, cluster).length > 0,
    findings: talliesOf(root.estate, root.findings).ofCluster(cluster.name),
    clone: undefined,
  };
};

const fileNode = (root: TreeRoot, source: SourceId): EstateNode => ({
  ...bare,
  id: idOf(root, ['files', source]),
  kind: 'file',
  label: decoded(source.slice(source.lastIndexOf('/') + 1)),
  description: '',
  tooltip: 'Nothing tells which queue manager runs this file',
  at: { source, span: { start: 0, end: 0 } },
  findings: nothing,
});

const alone = (estate: Estate): readonly QueueManager[] => {
  const members = new Set([...estate.clusters.values()].flatMap((c) => c.members.map((one) => one.queueManager)));
  return [...estate.queueManagers.values()].filter((one) => !members.has(one)).toSorted(byName);
};

/** Files with commands that nothing gives to a queue manager. */
const unassigned = (estate: Estate): readonly SourceId[] =>
  [...estate.assignments]
    .filter(([, parts]) => parts.length > 0 && parts.every(({ queueManagers }) => queueManagers.length === 0))
    .map(([source]) => source);
