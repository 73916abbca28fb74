import { listWidth } from './message-list.ts';
import type { QueueManagerRow } from './queue-manager-row.ts';
import { addRow, noRow, type Row, type Rows } from './rows.ts';
import type { LocalQueue, World } from './world.ts';

/** What messages change of a local queue. Its row begins with the list of the messages that can be seen on it. */
export type QueueRow = Row;

/** Its number among the world's local queues. */
const id = listWidth;
/** Messages on it, uncommitted ones included, as MQ's CURDEPTH counts. */
const depth = id + 1;
const peakDepth = id + 2;
const arrived = id + 3;
const consumed = id + 4;
const isWakeDue = id + 5;
/** How many programs read it, the first of them, and which one is to get the next message. */
const readers = id + 6;
const firstReader = id + 7;
const nextReader = id + 8;
/** The row of the queue manager, or the group, that it belongs to. */
const owner = id + 9;
/** The number of its terms among the world's. */
const terms = id + 10;
/** Why nothing goes on with it: `deleted` and `failed`. */
const ends = id + 11;
const width = id + 12;

const deleted = 1;
/** The structure that a shared queue stands in has failed. */
const failed = 2;

export function addQueueRow(world: Rows, number: number, of: QueueManagerRow): QueueRow {
  const queue = addRow(world, width);
  world.rows[queue + id] = number;
  world.rows[queue + owner] = of;
  return queue;
}

/** The queue itself. Its row was made for it, so there is one. */
export const queueIn = ({ rows, localQueues }: World, queue: QueueRow): LocalQueue =>
  localQueues[rows[queue + id] ?? 0] as LocalQueue;

export const depthOf = ({ rows }: Rows, queue: QueueRow): number => rows[queue + depth] ?? 0;
export const peakDepthOf = ({ rows }: Rows, queue: QueueRow): number => rows[queue + peakDepth] ?? 0;
export const arrivedAt = ({ rows }: Rows, queue: QueueRow): number => rows[queue + arrived] ?? 0;
export const consumedFrom = ({ rows }: Rows, queue: QueueRow): number => rows[queue + consumed] ?? 0;

/** So many messages more, or less. */
export function changeDepth({ rows }: Rows, queue: QueueRow, by: number): void {
  rows[queue + depth] = (rows[queue + depth] ?? 0) + by;
}

/** A message was put, visible or not. */
export function deepen({ rows }: Rows, queue: QueueRow): void {
  const now = (rows[queue + depth] ?? 0) + 1;
  rows[queue + depth] = now;
  if (now > (rows[queue + peakDepth] ?? 0)) rows[queue + peakDepth] = now;
}

/** A message has come; how many that makes. */
export function countArrived({ rows }: Rows, queue: QueueRow): number {
  const now = (rows[queue + arrived] ?? 0) + 1;
  rows[queue + arrived] = now;
  return now;
}

export function countConsumed({ rows }: Rows, queue: QueueRow): void {
  rows[queue + consumed] = (rows[queue + consumed] ?? 0) + 1;
}

/** Whether its readers are going to be told that there may be something for them. */
export const isWakeDueOn = ({ rows }: Rows, queue: QueueRow): boolean => rows[queue + isWakeDue] === 1;

export function setWakeDue({ rows }: Rows, queue: QueueRow, due: 0 | 1): void {
  rows[queue + isWakeDue] = due;
}

export const ownerOf = ({ rows }: Rows, queue: QueueRow): QueueManagerRow => rows[queue + owner] ?? 0;
export const termsNumberOf = ({ rows }: Rows, queue: QueueRow): number => rows[queue + terms] ?? 0;

export function setTermsNumber({ rows }: Rows, queue: QueueRow, number: number): void {
  rows[queue + terms] = number;
}

/** Whether it is as it should be. */
export const isThere = ({ rows }: Rows, queue: QueueRow): boolean => rows[queue + ends] === 0;
export const isDeleted = ({ rows }: Rows, queue: QueueRow): boolean => ((rows[queue + ends] ?? 0) & deleted) !== 0;
export const isFailed = ({ rows }: Rows, queue: QueueRow): boolean => ((rows[queue + ends] ?? 0) & failed) !== 0;

export function markDeleted({ rows }: Rows, queue: QueueRow): void {
  rows[queue + ends] = (rows[queue + ends] ?? 0) | deleted;
}

export function markFailed({ rows }: Rows, queue: QueueRow, hasFailed: 'failed' | 'available'): void {
  rows[queue + ends] = ((rows[queue + ends] ?? 0) & ~failed) | (hasFailed === 'failed' ? failed : 0);
}

export const hasReaders = ({ rows }: Rows, queue: QueueRow): boolean => (rows[queue + readers] ?? 0) > 0;

/** Its readers have changed: these are they now. */
export function setReaders({ rows }: Rows, queue: QueueRow, all: readonly Row[]): void {
  rows[queue + readers] = all.length;
  rows[queue + firstReader] = all[0] ?? noRow;
}

/** The one program that reads it; `noRow` when none or several do. */
export const onlyReader = ({ rows }: Rows, queue: QueueRow): Row =>
  rows[queue + readers] === 1 ? (rows[queue + firstReader] ?? noRow) : noRow;

export const nextReaderOf = ({ rows }: Rows, queue: QueueRow): number => rows[queue + nextReader] ?? 0;

export function setNextReader({ rows }: Rows, queue: QueueRow, next: number): void {
  rows[queue + nextReader] = next;
}
