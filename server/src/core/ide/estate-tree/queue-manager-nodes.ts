import { effectiveText } from '#core/model/effective.ts';
import type { Cluster, Estate, MqObject, NameSpace, QueueManager } from '#core/model/model.ts';
import type { SourceId } from '#core/text/span.ts';
import type { EstateNode, Tally } from './estate-node.ts';
import { bare, compare, folder, idOf, type TreeRoot } from './node-parts.ts';
import { talliesOf } from './tallies.ts';

export const queueManagerNode = (
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

/** The kinds of objects that it has, or the objects of one kind. */
export const inQueueManager = (
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

/** Where the queue manager's part of its first source begins. */
const placeOf = (estate: Estate, { name }: QueueManager, source: SourceId) => {
  const own = estate.assignments.get(source)?.find(({ queueManagers }) => queueManagers.includes(name.toUpperCase()));
  const start = own?.span.start ?? 0;
  return { source, span: { start, end: start } };
};

const sum = (tallies: readonly Tally[]): Tally => ({
  count: tallies.reduce((total, one) => total + one.count, 0),
  worst: (['error', 'warning', 'info'] as const).find((severity) => tallies.some(({ worst }) => worst === severity)),
});

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
