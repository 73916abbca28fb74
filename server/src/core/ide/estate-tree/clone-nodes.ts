import type { CloneGroup, Cluster } from '#core/model/model.ts';
import { clusterTopicsIn } from '#core/rules/parts/cluster-topics.ts';
import { oddInstances } from '../clones/odd-instances.ts';
import type { EstateNode } from './estate-node.ts';
import { bare, compare, count, idOf, type TreeRoot } from './node-parts.ts';
import { talliesOf } from './tallies.ts';

/** The queues and topics that the cluster has, each with its instances. */
export const cloneGroupsOf = ({ estate }: TreeRoot, cluster: Cluster): readonly CloneGroup[] => [
  ...cluster.cloneGroups.values(),
  ...clusterTopicsIn(cluster, estate),
];

export const cloneNodes = (root: TreeRoot, cluster: Cluster): readonly EstateNode[] => {
  const odd = oddInstances(root.findings.values());
  const { ofClones } = talliesOf(root.estate, root.findings);
  return cloneGroupsOf(root, cluster)
    .toSorted((a, b) => compare(a.queue, b.queue))
    .map((group): EstateNode => {
      const kind = kindOf(group);
      const differing = group.instances.filter(({ queueManager }) => odd.get(group.queue)?.has(queueManager.name));
      return {
        ...bare,
        id: idOf(root, ['cluster', cluster.name, 'clones', kind, group.queue]),
        kind: 'clone-group',
        label: group.queue,
        description: [
          count(group.instances.length, 'instance'),
          ...(differing.length > 0 ? [`${differing.length} ${differing.length === 1 ? 'differs' : 'differ'}`] : []),
        ].join(', '),
        tooltip: `${group.queue}, cluster ${kind} in ${cluster.name} on ${group.instances.map(({ queueManager }) => queueManager.name).join(', ')}`,
        type: group.instances[0]?.object.type ?? '',
        hasChildren: true,
        findings: ofClones(group.queue),
        clone: { kind, name: group.queue, cluster: cluster.name },
      };
    });
};

export const instancesOf = (
  root: TreeRoot,
  cluster: Cluster,
  [kind, name]: readonly string[],
): readonly EstateNode[] => {
  const group = cloneGroupsOf(root, cluster).find((one) => one.queue === name && kindOf(one) === kind);
  if (!group) return [];
  const odd = oddInstances(root.findings.values()).get(group.queue);
  const { ofObject } = talliesOf(root.estate, root.findings);
  return group.instances.map(({ queueManager, object }): EstateNode => {
    const differs = odd?.has(queueManager.name) === true;
    return {
      ...bare,
      id: idOf(root, ['cluster', cluster.name, 'clones', kindOf(group), group.queue, queueManager.name]),
      kind: 'instance',
      label: queueManager.name,
      description: [object.type, ...(differs ? ['differs'] : [])].join(', '),
      tooltip: `${object.type} ${object.name} on ${queueManager.name}${differs ? ': differs from other instances' : ''}`,
      type: object.type,
      at: object.nameAt,
      findings: ofObject(queueManager.name, object.name),
      queueManager: queueManager.name,
      clone: { kind: kindOf(group), name: group.queue, cluster: cluster.name },
    };
  });
};

const kindOf = ({ instances }: CloneGroup): 'queue' | 'topic' =>
  instances[0]?.object.type === 'TOPIC' ? 'topic' : 'queue';
