import type { ChannelRow } from '../channel-row.ts';
import { addRow, noRow, type Row, type Rows } from '../rows.ts';
import type { World } from '../world.ts';
import { factorOf, type RouteUses, sequenceOf } from './route-uses.ts';

/**
 * The ways that the workload algorithm's steps by state leave of a name, in one row: a head, then each way. Whose turn it is can be
 * seen here without a look at the definitions, routes and channels that they were made of.
 */
export type Fork = Row;
/** Where the numbers of a way begin. */
export type Way = Row;

/** A fork's row and how many ways fit into it; it is used again when the ways change. */
export interface ForkRoom {
  readonly fork: Fork;
  readonly room: number;
}

export interface WayTold {
  /** Its place in `routeUses`. */
  readonly use: number;
  /** What a message adds to its factor there. */
  readonly share: number;
  /** The row of its channel; `here` for the local instance. */
  readonly channel: ChannelRow | typeof here;
  /** The row of the local instance. */
  readonly queue: Row;
  /** What the transmission header says. */
  readonly target: number;
  /** Whether it was chosen when the queue was opened: to go it again is no choice. */
  readonly isBound: boolean;
}

/** The channel of what needs none. */
export const here = noRow;

/** The `stateVersion` of its queue manager that it holds for; 0 where puts must not follow it without more ado. */
const version = 0;
const count = 1;
const weighted = 2;
const head = 3;

const use = 0;
const share = 1;
const channel = 2;
const queue = 3;
const target = 4;
const bound = 5;
const width = 6;

/** Tells of ways; in the room that an earlier fork of the same name has left, where that is enough. */
export function makeFork(
  world: Rows,
  known: ForkRoom | undefined,
  told: { readonly version: number; readonly isWeighted: boolean; readonly ways: readonly WayTold[] },
): ForkRoom {
  const { ways } = told;
  const made =
    known !== undefined && known.room >= ways.length
      ? known
      : { fork: addRow(world, head + width * ways.length), room: ways.length };
  const { rows } = world;
  const { fork } = made;
  rows[fork + version] = told.version;
  rows[fork + count] = ways.length;
  rows[fork + weighted] = told.isWeighted ? 1 : 0;
  ways.forEach((each, at) => {
    const way = wayAt(fork, at);
    rows[way + use] = each.use;
    rows[way + share] = each.share;
    rows[way + channel] = each.channel;
    rows[way + queue] = each.queue;
    rows[way + target] = each.target;
    rows[way + bound] = each.isBound ? 1 : 0;
  });
  return made;
}

const wayAt = (fork: Fork, at: number): Way => fork + head + width * at;

/** Which of the ways this is. */
export const placeOfWay = (fork: Fork, way: Way): number => (way - fork - head) / width;

export const isForkFor = ({ rows }: Rows, fork: Fork, state: number): boolean => rows[fork + version] === state;

/** The way whose turn it is: the smallest share where weights differ, then the one that was used least recently. */
export function nextInTurn(
  { rows, routeUses }: Pick<World, 'rows'> & { readonly routeUses: RouteUses },
  fork: Fork,
): Way {
  const isWeighted = rows[fork + weighted] === 1;
  const end = wayAt(fork, rows[fork + count] ?? 0);
  let best = fork + head;
  let first = rows[best + use] ?? 0;
  for (let way = best + width; way < end; way += width) {
    const other = rows[way + use] ?? 0;
    const difference = isWeighted ? factorOf(routeUses, other) - factorOf(routeUses, first) : 0;
    if (difference > 0 || (difference === 0 && sequenceOf(routeUses, other) >= sequenceOf(routeUses, first))) continue;
    best = way;
    first = other;
  }
  return best;
}

export const useOf = ({ rows }: Rows, way: Way): number => rows[way + use] ?? 0;
export const shareAlong = ({ rows }: Rows, way: Way): number => rows[way + share] ?? 0;
export const channelAlong = ({ rows }: Rows, way: Way): ChannelRow | typeof here => rows[way + channel] ?? here;
export const queueAlong = ({ rows }: Rows, way: Way): Row => rows[way + queue] ?? noRow;
export const isBoundAlong = ({ rows }: Rows, way: Way): boolean => rows[way + bound] === 1;
export const targetAlong = ({ rows }: Rows, way: Way): number => rows[way + target] ?? 0;
