/**
 * What messages change of a queue, a channel, a program: numbers that stand side by side in one row of the world's. A row is a line
 * or two of the processor's cache, an object of its own several. Each kind of thing says in a file of its own what stands where.
 */
export interface Rows {
  rows: Int32Array;
  /** Numbers of `rows` that belong to somebody. */
  rowsUsed: number;
}

/** Where a row begins in `rows`; `noRow` is nobody's. */
export type Row = number;

export const noRow: Row = 0;

/** A row begins where a line of the cache may begin. */
const line = 16;

/** It starts small: a campaign makes thousands of worlds. */
export const makeRows = (): Rows => ({ rows: new Int32Array(64 * line), rowsUsed: line });

/** A row of so many zeros. */
export function addRow(world: Rows, width: number): Row {
  const row = world.rowsUsed;
  world.rowsUsed += line * Math.ceil(width / line);
  if (world.rowsUsed > world.rows.length) {
    const bigger = new Int32Array(Math.max(world.rowsUsed, 2 * world.rows.length));
    bigger.set(world.rows);
    world.rows = bigger;
  }
  return row;
}
