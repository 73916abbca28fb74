import type { QueueManagerRow } from './queue-manager-row.ts';
import type { QueueRow } from './queue-row.ts';
import { addRow, noRow, type Row, type Rows } from './rows.ts';
import type { Target, World } from './world.ts';

/** What transmission headers say, each pair of names once, and what it meant where it was looked up last. */
export type TargetRow = Row;

/** Its number among the world's targets. */
const id = 0;
/** The row of the queue manager where it was looked up last, and the version of what that knew. */
const meantAt = 1;
const meantIn = 2;
/** The queue that it led to there, if it led straight to one. */
const queue = 3;
const width = 4;

/** The row of a pair of names. */
export function targetFor(world: World, queueName: string, queueManager: string): TargetRow {
  const key = `${queueName}\u0000${queueManager}`;
  const known = world.targetRows.get(key);
  if (known !== undefined) return known;
  const target = addRow(world, width);
  world.rows[target + id] = world.targets.push({ queue: queueName, queueManager, meaning: undefined }) - 1;
  world.targetRows.set(key, target);
  return target;
}

/** What it says. */
export const targetIn = (world: World, target: TargetRow): Target =>
  target === noRow ? nowhere : (world.targets[world.rows[target + id] ?? 0] ?? nowhere);

const nowhere: Target = { queue: '', queueManager: '', meaning: undefined };

/** Whether it was looked up last there and then. */
export const isMeantAt = ({ rows }: Rows, target: TargetRow, at: QueueManagerRow, version: number): boolean =>
  rows[target + meantAt] === at && rows[target + meantIn] === version;

/** It was looked up, and led straight to this queue; `noRow`: it did not. */
export function rememberMeaning(
  { rows }: Rows,
  target: TargetRow,
  meant: { readonly at: QueueManagerRow; readonly version: number; readonly queue: QueueRow },
): void {
  rows[target + meantAt] = meant.at;
  rows[target + meantIn] = meant.version;
  rows[target + queue] = meant.queue;
}

/** The queue that it leads straight to there and then; `noRow` where it has to be looked up. */
export const queueMeantAt = (world: Rows, target: TargetRow, at: QueueManagerRow, version: number): QueueRow =>
  isMeantAt(world, target, at, version) ? (world.rows[target + queue] ?? noRow) : noRow;
