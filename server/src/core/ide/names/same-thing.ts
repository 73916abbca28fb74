import { advertised, offeredTo } from '#core/model/cluster-offers.ts';
import type { Estate, MqObject, NameSpace } from '#core/model/model.ts';
import { holdersOf } from '#core/model/sharing-groups.ts';
import type { NameUse } from './name-use.ts';

/** An object by where it lives: `QM1 queue`. Objects of one name only are ever compared. */
export type Home = string;

/** All objects that a use stands for; none for a cluster or a queue manager. */
export function homesOf(use: NameUse, estate: Estate): readonly Home[] {
  const { means, name, lookedUpOn } = use;
  if (means.kind !== 'object') return [];
  const { spaces } = means;
  if (!lookedUpOn) {
    const all = [...estate.queueManagers.keys()];
    return all.flatMap((at) => homeOn(at, spaces, name, estate) ?? []);
  }
  return lookedUpOn.flatMap((at) => {
    const here = homeOn(at, spaces, name, estate);
    const undefinedHere = homeIn(at, spaces[0] ?? 'other');
    if (here || use.isOwnName || !spaces.includes('queue')) return [here ?? undefinedHere];
    const offered = instancesFor(at, name, estate);
    return offered.length > 0 ? offered : [undefinedHere];
  });
}

/**
 * These objects and all that must have the same name as they: the other instances of a cluster queue, the other end of a
 * channel, what a queue-sharing group has of the same definition, and what shares a piece of text with one of them.
 */
export function withPartners(
  homes: readonly Home[],
  name: string,
  uses: readonly NameUse[],
  estate: Estate,
): ReadonlySet<Home> {
  const found = new Set(homes);
  const shared = uses.filter(({ lookedUpOn }) => lookedUpOn).map((use) => homesOf(use, estate));
  const texts = [...new Map(shared.filter((own) => own.length > 1).map((own) => [own.join(), own])).values()];
  for (let size = 0; size !== found.size; ) {
    size = found.size;
    for (const home of [...found]) for (const partner of partnersOf(home, name, estate)) found.add(partner);
    for (const text of texts) if (text.some((home) => found.has(home))) for (const home of text) found.add(home);
  }
  return found;
}

/** The object that lives there; undefined when no file defines or changes it. */
export function objectAt(home: Home, name: string, estate: Estate): MqObject | undefined {
  const [at = '', space = ''] = splitHome(home);
  return estate.queueManagers.get(at)?.objects.get(space as NameSpace, name);
}

export const queueManagerOfHome = (home: Home): string => splitHome(home)[0] ?? '';

/** The channels at the other end: those of the same name whose type goes with this one's. */
export function channelPartners(channel: MqObject, estate: Estate): readonly MqObject[] {
  const wanted = otherEnds[channel.channelType ?? ''];
  if (!wanted) return [];
  return [...estate.queueManagers.values()].flatMap((queueManager) =>
    (['channel', 'client-channel'] as const).flatMap((space) => {
      const other = queueManager.objects.get(space, channel.name);
      const fits = other && other !== channel && wanted.includes(other.channelType ?? '');
      const isElsewhere = other?.queueManager !== channel.queueManager || wanted.includes('SVRCONN');
      return fits && (isElsewhere || other.channelType === 'CLNTCONN') ? [other] : [];
    }),
  );
}

const homeIn = (queueManager: string, space: NameSpace): Home => `${queueManager} ${space}`;

const splitHome = (home: Home): readonly string[] => {
  const at = home.lastIndexOf(' ');
  return [home.slice(0, at), home.slice(at + 1)];
};

function homeOn(at: string, spaces: readonly NameSpace[], name: string, estate: Estate): Home | undefined {
  const objects = estate.queueManagers.get(at)?.objects;
  const space = spaces.find((one) => objects?.get(one, name));
  return space && homeIn(at, space);
}

/** The instances that clusters offer to a queue manager without one of its own; to one that is in no cluster with it, all there are. */
function instancesFor(at: string, name: string, estate: Estate): readonly Home[] {
  const here = estate.queueManagers.get(at);
  const offered = here ? offeredTo(here, name, estate) : [];
  return (offered.length > 0 ? offered : advertised(name, estate)).map(({ queueManager }) =>
    homeIn(queueManager.name.toUpperCase(), 'queue'),
  );
}

function partnersOf(home: Home, name: string, estate: Estate): readonly Home[] {
  return [...groupPartners(home, name, estate), ...partnersElsewhere(home, name, estate)];
}

/** The same definition as the other members of a queue-sharing group have it. */
export function groupPartners(home: Home, name: string, estate: Estate): readonly Home[] {
  const object = objectAt(home, name, estate);
  const space = splitHome(home)[1] as NameSpace;
  return object ? holdersOf(object, space, estate).map((holder) => homeIn(holder.name.toUpperCase(), space)) : [];
}

function partnersElsewhere(home: Home, name: string, estate: Estate): readonly Home[] {
  const object = objectAt(home, name, estate);
  if (!object) return [];
  const [, space] = splitHome(home);
  if (space === 'channel' || space === 'client-channel')
    return channelPartners(object, estate).map((other) =>
      homeIn(other.queueManager.toUpperCase(), other.channelType === 'CLNTCONN' ? 'client-channel' : 'channel'),
    );
  if (space !== 'queue') return [];
  return [...estate.clusters.values()].flatMap((cluster) => {
    const instances = cluster.cloneGroups.get(name)?.instances ?? [];
    return instances.some((instance) => instance.object === object)
      ? instances.map(({ queueManager }) => homeIn(queueManager.name.toUpperCase(), 'queue'))
      : [];
  });
}

const otherEnds: Readonly<Record<string, readonly string[]>> = {
  SDR: ['RCVR', 'RQSTR'],
  SVR: ['RCVR', 'RQSTR'],
  RCVR: ['SDR', 'SVR'],
  RQSTR: ['SDR', 'SVR'],
  CLUSSDR: ['CLUSRCVR'],
  CLUSRCVR: ['CLUSSDR'],
  CLNTCONN: ['SVRCONN'],
  SVRCONN: ['CLNTCONN'],
};
