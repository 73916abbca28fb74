import type { YamlPlace, YamlStep } from '#core/estate/yaml-place.ts';
import { attributesOf } from '#core/facts/lookup.ts';
import type { Estate } from '#core/model/model.ts';
import { rules } from '#core/rules/index.ts';
import { decoded } from '#core/text/decoded.ts';
import type { SourceId } from '#core/text/span.ts';

/** What the names in the two files can be: of the estate, and of the file itself. */
export interface KnownNames {
  readonly estate: Estate;
  readonly source: SourceId;
  readonly text: string;
}

/** Names with a word about each that a value, or the key of a free mapping, may have here. */
export function namesAt({ role, steps }: YamlPlace, known: KnownNames): readonly (readonly [string, string])[] {
  const path = steps.map((step) => (step.kind === 'key' ? step.key : '-'));
  if (role === 'key') return path.length === 1 ? (keys.get(path[0] ?? '')?.(known) ?? []) : [];
  const key = path.findLast((one) => one !== '-') ?? '';
  if (key === 'queue' || key === 'queues') return queues(known, steps);
  return values.get(key)?.(known) ?? (path[0] === 'hosts' ? [...queueManagers(known), ...applications(known)] : []);
}

type Names = (known: KnownNames) => readonly (readonly [string, string])[];

const queueManagers: Names = ({ estate }) =>
  [...estate.queueManagers.values()].map(({ name, reason }) => [name, reason] as const);

const clusters: Names = ({ estate }) => [...estate.clusters.keys()].map((name) => [name, 'cluster'] as const);

/** The clustered queues, and all of the queue manager that stands beside. */
function queues({ estate }: KnownNames, steps: readonly YamlStep[]): readonly (readonly [string, string])[] {
  const beside = steps.findLast((step) => step.kind === 'key')?.siblings.get('queueManager');
  const found = new Map<string, string>();
  for (const cluster of estate.clusters.values())
    for (const { queue, instances } of cluster.cloneGroups.values())
      found.set(queue, `${instances.length === 1 ? '1 instance' : `${instances.length} instances`} in ${cluster.name}`);
  for (const { name, type, isSystem } of estate.queueManagers.get((beside ?? '').toUpperCase())?.objects.all('queue') ??
    [])
    if (!isSystem && !found.has(name)) found.set(name, `${type} · ${beside}`);
  return [...found];
}

/** `- name: order-entry` anywhere in the list of applications: the file may be too unfinished to be read. */
const applications: Names = ({ text }) =>
  [...text.matchAll(/^\s*-\s*(?:\{\s*)?name:\s*([\w.-]+)/gm)].map(([, name = '']) => [name, 'application'] as const);

const hosts: Names = ({ text }) =>
  [...text.matchAll(/\bhost:\s*([\w.-]+)/g)].map(([, name = '']) => [name, 'host'] as const);

/** The files beside and below the estate file, as it would write them. */
const files: Names = ({ estate, source }) => {
  const folder = source.slice(0, source.lastIndexOf('/') + 1);
  return [...estate.documents.keys()]
    .filter((one) => one.startsWith(folder) && one !== source)
    .map((one) => [decoded(one.slice(folder.length)), 'MQSC'] as const);
};

const keys: ReadonlyMap<string, Names> = new Map(
  Object.entries<Names>({
    queueManagers,
    definitions: queueManagers,
    uniformClusters: clusters,
    clusters,
    rules: () => rules.map(({ code, title }) => [code, title] as const),
  }),
);

const values: ReadonlyMap<string, Names> = new Map(
  Object.entries<Names>({
    queueManager: queueManagers,
    objectQueueManager: queueManagers,
    members: queueManagers,
    fullRepositories: queueManagers,
    between: queueManagers,
    from: queueManagers,
    to: queueManagers,
    application: applications,
    host: hosts,
    files,
    channel: ({ estate }) => [
      ...new Map(
        [...estate.queueManagers.values()].flatMap((one) =>
          [...one.objects.all('channel')].map((channel) => [channel.name, channel.channelType ?? 'channel'] as const),
        ),
      ),
    ],
    mayDiffer: () =>
      attributesOf('QLOCAL')
        .filter(({ kind }) => kind === 'attribute')
        .map(({ keyword, description }) => [keyword, description] as const),
  }),
);
