import { effectiveText } from '#core/model/effective.ts';
import type { CloneGroup, Cluster, Estate, MqObject, NameSpace, QueueManager } from '#core/model/model.ts';
import { clusterTopicsIn } from '#core/rules/parts/cluster-topics.ts';
import type { Finding } from '#core/rules/rule.ts';
import { decoded } from '#core/text/decoded.ts';
import type { SourceId } from '#core/text/span.ts';
import { oddInstances } from '../clones/odd-instances.ts';
import type { EstateNode, Tally } from './estate-node.ts';
import { nothing, talliesOf } from './tallies.ts';

/** An estate as the tree takes it. */
export interface TreeRoot {
  /** The estate file, or `''` for what no estate file governs. */
  readonly key: string;
  readonly estate: Estate;
  readonly findings: ReadonlyMap<SourceId, readonly Finding[]>;
}

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

const cloneGroupsOf = ({ estate }: TreeRoot, cluster: Cluster): readonly CloneGroup[] => [
  ...cluster.cloneGroups.values(),
  ...clusterTopicsIn(cluster, estate),
];

const cloneNodes = (root: TreeRoot, cluster: Cluster): readonly EstateNode[] => {
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

const instancesOf = (root: TreeRoot, cluster: Cluster, [kind, name]: readonly string[]): readonly EstateNode[] => {
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

const inQueueManager = (
  root: TreeRoot,
  parent: readonly string[],
  [name = '', space]: readonly string[],
): readonly EstateNode[] => {
  const queueManager = root.estate.queueManagers.get(name.toUpperCase());
  if (!queueManager) return [];
  const { objects } = queueManager;
  const own = [...parent, name];
  if (space === undefined)
    return kinds.flatMap(([kind, label]) => {
      const there = [...objects.all(kind)];
      if (there.length === 0) return [];
      const tally = sum(there.map((object) => talliesOf(root.estate, root.findings).ofObject(name, object.name)));
      return [{ ...folder(root, [...own, kind], label, kind, there.length), findings: tally }];
    });
  return [...objects.all(space as NameSpace)]
    .toSorted((a, b) => Number(a.isSystem) - Number(b.isSystem) || compare(a.name, b.name))
    .map((object) => objectNode(root, [...own, space], object));
};

const objectNode = (root: TreeRoot, parent: readonly string[], object: MqObject): EstateNode => {
  const { name, queueManager, nameAt } = object;
  const type = object.channelType ?? object.type;
  const cluster = effectiveText(object, 'CLUSTER');
  const isQueue = object.type.startsWith('Q');
  const group = isQueue ? root.estate.clusters.get(cluster)?.cloneGroups.get(name) : undefined;
  return {
    ...bare,
    id: idOf(root, [...parent, name]),
    kind: group ? 'instance' : 'object',
    label: name,
    description: [type, ...(cluster === '' ? [] : [cluster])].join(' · '),
    tooltip: [
      `${type} ${name} on ${queueManager}${cluster === '' ? '' : ` in cluster ${cluster}`}`,
      effectiveText(object, 'DESCR'),
      object.isDefined ? '' : 'Only altered here: no file defines it.',
    ]
      .filter((line) => line !== '')
      .join('\n'),
    type,
    at: nameAt,
    findings: talliesOf(root.estate, root.findings).ofObject(queueManager, name),
    queueManager,
    clone: group && { kind: 'queue', name, cluster },
  };
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

const queueManagerNode = (
  root: TreeRoot,
  parent: readonly string[],
  queueManager: QueueManager,
  cluster: Cluster | undefined,
): EstateNode => {
  const { name, host, reason, platform, version, sources } = queueManager;
  const member = cluster?.members.find((one) => one.queueManager === queueManager);
  const [source] = sources;
  return {
    ...bare,
    id: idOf(root, [...parent, name]),
    kind: 'queue-manager',
    label: name,
    description: [
      ...(member?.isFullRepository ? ['full repository'] : []),
      ...(member?.isImplied ? ['implied member'] : []),
      ...(host === undefined ? [] : [host]),
    ].join(' · '),
    tooltip: `Queue manager ${name} (${reason}), ${platform}, MQ ${version}${host === undefined ? '' : `, host ${host}`}`,
    type: member?.isFullRepository ? 'full-repository' : '',
    at: source === undefined ? undefined : placeOf(root.estate, queueManager, source),
    hasChildren: true,
    findings: talliesOf(root.estate, root.findings).ofQueueManager(name),
    queueManager: name,
  };
};

/** Where the queue manager's part of its first source begins. */
const placeOf = (estate: Estate, { name }: QueueManager, source: SourceId) => {
  const own = estate.assignments.get(source)?.find(({ queueManagers }) => queueManagers.includes(name.toUpperCase()));
  const start = own?.span.start ?? 0;
  return { source, span: { start, end: start } };
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

const folder = (root: TreeRoot, path: readonly string[], label: string, type: string, size: number): EstateNode => ({
  ...bare,
  id: idOf(root, path),
  kind: 'folder',
  label,
  description: String(size),
  tooltip: label,
  type,
  hasChildren: true,
});

const bare = {
  description: '',
  type: '',
  at: undefined,
  hasChildren: false,
  findings: nothing,
  queueManager: undefined,
  clone: undefined,
};

const alone = (estate: Estate): readonly QueueManager[] => {
  const members = new Set([...estate.clusters.values()].flatMap((c) => c.members.map((one) => one.queueManager)));
  return [...estate.queueManagers.values()].filter((one) => !members.has(one)).toSorted(byName);
};

/** Files with commands that nothing gives to a queue manager. */
const unassigned = (estate: Estate): readonly SourceId[] =>
  [...estate.assignments]
    .filter(([, parts]) => parts.length > 0 && parts.every(({ queueManagers }) => queueManagers.length === 0))
    .map(([source]) => source);

const kindOf = ({ instances }: CloneGroup): 'queue' | 'topic' =>
  instances[0]?.object.type === 'TOPIC' ? 'topic' : 'queue';

const idOf = (root: TreeRoot, path: readonly string[]): string =>
  [segmentOf(root), ...path].map(encodeURIComponent).join('/');

/** Never empty: an editor takes an empty id for none. */
const segmentOf = ({ key }: TreeRoot): string => `estate ${key}`;

const sum = (tallies: readonly Tally[]): Tally => ({
  count: tallies.reduce((total, one) => total + one.count, 0),
  worst: (['error', 'warning', 'info'] as const).find((severity) => tallies.some(({ worst }) => worst === severity)),
});

const byName = (a: { readonly name: string }, b: { readonly name: string }): number => compare(a.name, b.name);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;

const kinds: readonly (readonly [NameSpace, string])[] = [
  ['queue', 'Queues'],
  ['channel', 'Channels'],
  ['client-channel', 'Client channels'],
  ['topic', 'Topics'],
  ['subscription', 'Subscriptions'],
  ['namelist', 'Namelists'],
  ['process', 'Processes'],
  ['listener', 'Listeners'],
  ['service', 'Services'],
  ['authinfo', 'Authentication information'],
  ['chlauth', 'Channel authentication'],
  ['authrec', 'Authority records'],
  ['comminfo', 'Communication information'],
  ['cfstruct', 'Coupling-facility structures'],
  ['stgclass', 'Storage classes'],
  ['policy', 'Policies'],
  ['other', 'Others'],
];
