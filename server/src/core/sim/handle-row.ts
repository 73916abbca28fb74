import { addRow, noRow, type Row, type Rows } from './rows.ts';

/** What messages change of an open queue: few numbers, so that those of two stand in one line of the cache. */
export type HandleRow = Row;

/** Its number among the world's handles. */
const number = 0;
/** The row of its producer, see `producer-row.ts`. */
const producer = 1;
/** Messages that live and were put with it, and one more as long as it is open. */
const uses = 2;
/** The highest `ordinal` that was processed. */
const highestProcessed = 3;
/** Messages that were put with it. */
const puts = 4;
/** What its messages are like. */
const isPersistent = 5;
const priority = 6;
/** The row of the ways that its next put may take without more ado, see `worn-way.ts`. */
const fork = 7;
const width = 8;

export function addHandleRow(world: Rows, given: number): HandleRow {
  const handle = addRow(world, width);
  world.rows[handle + number] = given;
  return handle;
}

/** Begins anew: the row may have been another handle's. */
export function resetHandle(
  { rows }: Rows,
  handle: HandleRow,
  given: { readonly producer: Row; readonly isPersistent: boolean; readonly priority: number },
): void {
  rows[handle + producer] = given.producer;
  rows[handle + uses] = 0;
  rows[handle + highestProcessed] = 0;
  rows[handle + puts] = 0;
  rows[handle + isPersistent] = given.isPersistent ? 1 : 0;
  rows[handle + priority] = given.priority;
  rows[handle + fork] = noRow;
}

export const handleNumberOf = ({ rows }: Rows, handle: HandleRow): number => rows[handle + number] ?? 0;
export const producerRowOf = ({ rows }: Rows, handle: HandleRow): Row => rows[handle + producer] ?? 0;
export const highestOf = ({ rows }: Rows, handle: HandleRow): number => rows[handle + highestProcessed] ?? 0;
export const putsWith = ({ rows }: Rows, handle: HandleRow): number => rows[handle + puts] ?? 0;
export const putsPersistent = ({ rows }: Rows, handle: HandleRow): boolean => rows[handle + isPersistent] === 1;
export const priorityWith = ({ rows }: Rows, handle: HandleRow): number => rows[handle + priority] ?? 0;
/** `noRow` when its next put has to be looked at in full. */
export const forkOf = ({ rows }: Rows, handle: HandleRow): Row => rows[handle + fork] ?? noRow;

export function setFork({ rows }: Rows, handle: HandleRow, to: Row): void {
  rows[handle + fork] = to;
}

/** One message more; how many that makes. */
export function countPutWith({ rows }: Rows, handle: HandleRow): number {
  const now = (rows[handle + puts] ?? 0) + 1;
  rows[handle + puts] = now;
  return now;
}

export function setHighest({ rows }: Rows, handle: HandleRow, ordinal: number): void {
  rows[handle + highestProcessed] = ordinal;
}

export function addUse({ rows }: Rows, handle: HandleRow): void {
  rows[handle + uses] = (rows[handle + uses] ?? 0) + 1;
}

/** One use less; how many are left. */
export function endUse({ rows }: Rows, handle: HandleRow): number {
  const left = (rows[handle + uses] ?? 1) - 1;
  rows[handle + uses] = left;
  return left;
}
