import { addRow, type Row, type Rows } from './rows.ts';

/** What messages change of an open queue: few numbers, so that those of four stand in one line of the cache. */
export type HandleRow = Row;

/** Its number among the world's handles. */
const number = 0;
/** The row of its producer, see `producer-row.ts`. */
const producer = 1;
/** Messages that live and were put with it, and one more as long as it is open. */
const uses = 2;
/** The highest `ordinal` that was processed. */
const highestProcessed = 3;
const width = 4;

export function addHandleRow(world: Rows, given: number): HandleRow {
  const handle = addRow(world, width);
  world.rows[handle + number] = given;
  return handle;
}

/** Begins anew: the row may have been another handle's. */
export function resetHandle({ rows }: Rows, handle: HandleRow, of: Row): void {
  rows[handle + producer] = of;
  rows[handle + uses] = 0;
  rows[handle + highestProcessed] = 0;
}

export const handleNumberOf = ({ rows }: Rows, handle: HandleRow): number => rows[handle + number] ?? 0;
export const producerRowOf = ({ rows }: Rows, handle: HandleRow): Row => rows[handle + producer] ?? 0;
export const highestOf = ({ rows }: Rows, handle: HandleRow): number => rows[handle + highestProcessed] ?? 0;

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
