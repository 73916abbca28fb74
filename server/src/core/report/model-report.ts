import { existsAt } from '#core/facts/exists-at.ts';
import { attributesOf } from '#core/facts/lookup.ts';
import { effective } from '#core/model/effective.ts';
import type { Cluster, EffectiveValue, Estate, MqObject, NameSpace, QueueManager } from '#core/model/model.ts';
import type { ReportSources } from './place.ts';
import type { Style } from './style.ts';

export interface ModelReportOptions {
  /** Say where each value comes from, and write out the defaults as well. */
  readonly detail: 'written' | 'origins';
}

/**
 * The value that `mqsc model --format json` prints: effective definitions per queue manager, and the clusters. Where two
 * estates have one of the same name, the later one's key has the file of its first source behind it.
 */
export function modelJson(estates: readonly Estate[], sources: ReportSources, options: ModelReportOptions): object {
  const queueManagers: Record<string, object> = {};
  const clusters: Record<string, object> = {};
  for (const estate of estates) {
    const where = placeOf(estate, sources);
    for (const queueManager of estate.queueManagers.values())
      queueManagers[unused(queueManager.name, where, queueManagers)] = queueManagerJson(queueManager, sources, options);
    for (const cluster of estate.clusters.values())
      clusters[unused(cluster.name, where, clusters)] = clusterJson(cluster);
  }
  return { queueManagers, clusters };
}

/** The same for people: MQSC-like lines per queue manager, with origins behind them if wanted. */
export function modelText(
  estates: readonly Estate[],
  sources: ReportSources,
  options: ModelReportOptions,
  style: Style,
): string {
  const blocks = estates.flatMap((estate) => [
    ...[...estate.queueManagers.values()].map((each) => queueManagerText(each, sources, options, style)),
    ...[...estate.clusters.values()].map((each) => clusterText(each, style)),
  ]);
  return `${blocks.join('\n\n')}\n`;
}

const placeOf = (estate: Estate, sources: ReportSources): string => {
  const [first] = estate.documents.keys();
  return first === undefined ? '' : sources.nameOf(first);
};

const unused = (name: string, where: string, taken: object): string => (name in taken ? `${name} (${where})` : name);

const queueManagerJson = (queueManager: QueueManager, sources: ReportSources, options: ModelReportOptions): object => ({
  reason: queueManager.reason,
  platform: queueManager.platform,
  mqVersion: queueManager.version,
  files: queueManager.sources.map((source) => sources.nameOf(source)),
  attributes: attributesJson(queueManager.attributes, queueManager, sources, options),
  objects: objectsOf(queueManager).map((object) => ({
    type: object.type,
    name: object.name,
    attributes: attributesJson(object, queueManager, sources, options),
  })),
});

const clusterJson = (cluster: Cluster): object => ({
  members: cluster.members.map((member) => ({
    queueManager: member.queueManager.name,
    fullRepository: member.isFullRepository,
  })),
  queues: Object.fromEntries(
    [...cluster.cloneGroups.values()].map((group) => [
      group.queue,
      group.instances.map((instance) => instance.queueManager.name),
    ]),
  ),
});

function queueManagerText(
  queueManager: QueueManager,
  sources: ReportSources,
  options: ModelReportOptions,
  style: Style,
): string {
  const { name, reason, platform, version } = queueManager;
  const objects = [queueManager.attributes, ...objectsOf(queueManager)].flatMap((object) =>
    objectLines(object, queueManager, sources, options, style),
  );
  const head = `${style.bold(name)} ${style.dim(`(${reason}; ${platform}, MQ ${version})`)}`;
  return [head, ...objects.map((line) => `  ${line}`)].join('\n');
}

function clusterText(cluster: Cluster, style: Style): string {
  const members = cluster.members.map((m) => m.queueManager.name + (m.isFullRepository ? '*' : ''));
  const queues = [...cluster.cloneGroups.values()].map(
    (g) => `  ${g.queue}: ${g.instances.map((i) => i.queueManager.name).join(', ')}`,
  );
  const head = `${style.bold(`cluster ${cluster.name}`)}: ${members.join(', ')} ${style.dim('(* full repository)')}`;
  return [head, ...queues].join('\n');
}

const spaces: readonly NameSpace[] = [
  'queue',
  'channel',
  'client-channel',
  'namelist',
  'process',
  'topic',
  'subscription',
  'authinfo',
  'comminfo',
  'listener',
  'service',
  'cfstruct',
  'stgclass',
  'chlauth',
  'authrec',
  'policy',
  'other',
];

const objectsOf = (queueManager: QueueManager): readonly MqObject[] =>
  spaces.flatMap((space) => [...queueManager.objects.all(space)]);

/** What is set, or with origins every attribute that the platform and level of MQ have and that has a value. */
function shownValues(
  object: MqObject,
  { version }: QueueManager,
  options: ModelReportOptions,
): readonly (readonly [string, EffectiveValue])[] {
  if (options.detail === 'written') return [...object.written];
  const keywords = new Set([
    ...object.written.keys(),
    ...attributesOf(object.type)
      .filter((facts) => facts.kind === 'attribute' && !facts.displayOnly)
      .filter((facts) => !(facts.type === 'flag' && facts.keyword.startsWith('NO')))
      .filter((facts) => existsAt(facts, { platform: object.platform, version, channelType: object.channelType }))
      .map((facts) => facts.keyword),
  ]);
  return [...keywords].flatMap((keyword) => {
    const value = effective(object, keyword);
    return value ? [[keyword, value] as const] : [];
  });
}

function attributesJson(
  object: MqObject,
  queueManager: QueueManager,
  sources: ReportSources,
  options: ModelReportOptions,
): object {
  return Object.fromEntries(
    shownValues(object, queueManager, options).map(([keyword, value]) => [
      keyword,
      options.detail === 'origins' ? { value: value.value, origin: originText(value, sources) } : value.value,
    ]),
  );
}

function objectLines(
  object: MqObject,
  queueManager: QueueManager,
  sources: ReportSources,
  options: ModelReportOptions,
  style: Style,
): readonly string[] {
  const values = shownValues(object, queueManager, options);
  if (object.type === 'QMGR' && values.length === 0) return [];
  const head = object.type === 'QMGR' ? 'QMGR' : `${object.type}(${object.name})`;
  return [
    head,
    ...values.map(([keyword, value]) => {
      const shown = `  ${keyword}(${value.value === '' ? "' '" : value.value})`;
      return options.detail === 'origins' ? `${shown} ${style.dim(`— ${originText(value, sources)}`)}` : shown;
    }),
  ];
}

function originText(value: EffectiveValue, sources: ReportSources): string {
  const { origin } = value;
  if (origin.kind === 'default') return `default (${origin.from})`;
  if (origin.kind === 'like') return `LIKE(${origin.object})`;
  const at = sources.positionOf(origin.at.source, origin.at.span.start);
  return `${sources.nameOf(origin.at.source)}:${at.line}:${at.column}`;
}
