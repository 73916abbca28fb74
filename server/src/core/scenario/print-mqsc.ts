import { attributeFacts, defaultOf } from '#core/facts/lookup.ts';
import type { PlanAttributes, PlanObject, PlanQueueManager } from './plan.ts';

/** MQSC that makes this queue manager again: only what differs from MQ's own defaults is written. */
export function printMqsc(queueManager: PlanQueueManager): string {
  const { attributes, queues, channels } = queueManager;
  const altered = parametersOf('QMGR', undefined, attributes);
  return [
    ...namelistsOf(queueManager).map(
      ([name, items]) => `DEFINE NAMELIST(${word(name)}) NAMES(${items.map(word).join(', ')})`,
    ),
    ...(queueManager.nonrecoverableStructures ?? []).map((name) => `DEFINE CFSTRUCT(${word(name)}) RECOVER(NO)`),
    ...(altered.length > 0 || queues.length + channels.length === 0 ? [command('ALTER QMGR', altered)] : []),
    ...queues.map((queue) => define(queue, undefined)),
    ...channels.map((channel) => define(channel, channel.type)),
    ...(queueManager.topics ?? []).map((topic) => define(topic, undefined)),
    ...(queueManager.subscriptions ?? []).map((subscription) => define(subscription, undefined)),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function define(object: PlanObject, channelType: string | undefined): string {
  const head = channelType
    ? `DEFINE CHANNEL(${word(object.name)}) CHLTYPE(${channelType})`
    : `DEFINE ${object.type}(${word(object.name)})`;
  return command(head, parametersOf(channelType ? 'CHANNEL' : object.type, channelType, object.attributes));
}

/** Goes on in the next line where a line would become hard to read. */
function command(head: string, parameters: readonly string[]): string {
  const lines = [head];
  for (const parameter of parameters) {
    const last = lines.at(-1) ?? '';
    if (last.length + parameter.length < 100) lines[lines.length - 1] = `${last} ${parameter}`;
    else {
      lines[lines.length - 1] = `${last} +`;
      lines.push(`       ${parameter}`);
    }
  }
  return lines.join('\n');
}

function parametersOf(type: string, channelType: string | undefined, attributes: PlanAttributes): readonly string[] {
  return Object.entries(attributes)
    .filter(([keyword, { value }]) => keyword !== 'CHLTYPE' && value !== initial(type, keyword, channelType))
    .map(([keyword, { value }]) => parameter(type, keyword, value));
}

const initial = (type: string, keyword: string, channelType: string | undefined): string =>
  defaultOf(type, keyword, { platform: 'multi', channelType }) ?? '';

function parameter(type: string, keyword: string, value: string): string {
  const kind = attributeFacts(type, keyword)?.type;
  if (kind === 'flag') return value;
  if (kind?.endsWith('List')) return `${keyword}(${value.split(',').map(word).join(', ')})`;
  return `${keyword}(${word(value)})`;
}

/** Unquoted where MQ reads the same: capitals, digits and the other characters of names. */
const word = (value: string): string =>
  /^[A-Z0-9._%/-]+$/.test(value) ? value : `'${(value === '' ? ' ' : value).replaceAll("'", "''")}'`;

/** A plan may know the clusters, and not the namelists that name them. */
function namelistsOf(queueManager: PlanQueueManager): readonly (readonly [string, readonly string[]])[] {
  const lists = new Map<string, readonly string[]>(Object.entries(queueManager.namelists ?? {}));
  for (const object of [...queueManager.queues, ...queueManager.channels]) {
    const name = object.attributes.CLUSNL?.value;
    if (name && object.clusters.length > 0) lists.set(name, object.clusters);
  }
  const full = queueManager.clusterMemberships.filter((each) => each.isFullRepository).map((each) => each.cluster);
  const name = queueManager.attributes.REPOSNL?.value;
  if (name && full.length > 0) lists.set(name, full);
  return [...lists];
}
