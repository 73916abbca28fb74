import type { Estate, MqObject } from '#core/model/model.ts';
import { fullRepositoriesOf } from '#core/model/queries.ts';
import type { Location, SourceId } from '#core/text/span.ts';
import { edgesFrom } from './message-edges.ts';
import type { NameUse } from './names/name-use.ts';
import { channelPartners, homesOf, objectAt } from './names/same-thing.ts';

/** How a place in a source is told to a person: `QM1.mqsc:12`. */
export type Placer = (source: SourceId, offset: number) => string;

/** More would fill the screen. */
const mostTargets = 8;
const mostHops = 6;

/** What a name in a value stands for, and for a queue where messages put to it go, hop by hop. */
export function nameMarkdown(use: NameUse, estate: Estate, place: Placer): string {
  const { means, name } = use;
  if (means.kind === 'cluster') return clusterMarkdown(name, estate);
  if (means.kind === 'queue-manager') {
    const queueManager = estate.queueManagers.get(name.toUpperCase());
    return queueManager ? `Queue manager ${queueManager.name} (${queueManager.reason}).` : '';
  }
  const objects = homesOf(use, estate).flatMap((home) => objectAt(home, name, estate) ?? []);
  if (objects.length === 0) return means.spaces.includes('queue') ? `No file defines \`${name}\` for this place.` : '';
  const lines = few(objects, (object) => [`- ${told(object, place)}`, ...hopLines(object, estate, place, [object])]);
  return [`\`${name}\` is:`, '', ...lines].join('\n');
}

/** Where messages go that are put to a queue; empty when they stay there. */
export function routeMarkdown(object: MqObject, estate: Estate, place: Placer): string {
  const lines = hopLines(object, estate, place, [object]);
  return lines.length === 0 ? '' : ['Messages put here:', '', ...lines.map((line) => line.slice(2))].join('\n');
}

/** The channels at the other end. */
export function partnerMarkdown(channel: MqObject, estate: Estate, place: Placer): string {
  const partners = channelPartners(channel, estate);
  if (partners.length > 0)
    return ['Other end:', '', ...few(partners, (partner) => [`- ${told(partner, place)}`])].join('\n');
  const wanted = expectedEnds[channel.channelType ?? ''];
  return wanted && channel.isDefined ? `Other end: no file here defines ${wanted} called \`${channel.name}\`.` : '';
}

const expectedEnds: Readonly<Record<string, string>> = {
  SDR: 'an RCVR or RQSTR',
  SVR: 'an RCVR or RQSTR',
  RCVR: 'an SDR or SVR',
  RQSTR: 'an SDR or SVR',
  CLUSSDR: 'a CLUSRCVR',
};

function hopLines(from: MqObject, estate: Estate, place: Placer, passed: readonly MqObject[]): readonly string[] {
  if (passed.length > mostHops) return [];
  const hops = edgesFrom(from, estate).filter(({ isMain, to }) => isMain && !passed.includes(to));
  const indent = '  '.repeat(passed.length);
  return few(hops, ({ to, how }) => [
    `${indent}- ${how} ${told(to, place)}`,
    ...hopLines(to, estate, place, [...passed, to]),
  ]);
}

function clusterMarkdown(name: string, estate: Estate): string {
  const cluster = estate.clusters.get(name);
  if (!cluster || cluster.members.length === 0) return `No queue manager here is in cluster ${name}.`;
  const full = new Set(fullRepositoriesOf(cluster).map(({ queueManager }) => queueManager));
  const members = cluster.members.map(
    ({ queueManager }) => `${queueManager.name}${full.has(queueManager) ? ' (full repository)' : ''}`,
  );
  const shown = members.slice(0, mostTargets).join(', ');
  const more = members.length > mostTargets ? ` and ${members.length - mostTargets} more` : '';
  const queues = cluster.cloneGroups.size;
  return `Cluster ${name}: ${shown}${more}; ${queues} queue${queues === 1 ? '' : 's'}.`;
}

const told = ({ name, type, channelType, queueManager, nameAt }: MqObject, place: Placer): string =>
  `\`${name}\`, ${channelType ?? type} on ${queueManager} (${placeOf(nameAt, place)})`;

const placeOf = ({ source, span }: Location, place: Placer): string => place(source, span.start);

/** The lines of the first, and how many there are besides. */
function few<T>(things: readonly T[], linesOf: (thing: T) => readonly string[]): readonly string[] {
  const lines = things.slice(0, mostTargets).map(linesOf);
  const more = things.length - lines.length;
  const indent = /^ */.exec(lines[0]?.[0] ?? '')?.[0] ?? '';
  return [...lines.flat(), ...(more > 0 ? [`${indent}- and ${more} more`] : [])];
}
