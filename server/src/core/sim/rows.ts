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

/** Numbers in a line of the cache. */
const line = 16;

/** It starts small: a campaign makes thousands of worlds. */
export const makeRows = (): Rows => ({ rows: new Int32Array(64 * line), rowsUsed: line });

/** A row of so many zeros. It stands in as few lines as it may. */
export function addRow(world: Rows, width: number): Row {
  const step = Math.min(line, 2 ** Math.ceil(Math.log2(width)));
  const row = step * Math.ceil(world.rowsUsed / step);
  world.rowsUsed = row + width;
  if (world.rowsUsed > world.rows.length) {
    const bigger = new Int32Array(Math.max(world.rowsUsed, 2 * world.rows.length));
    bigger.set(world.rows);
    world.rows = bigger;
  }
  return row;
}
