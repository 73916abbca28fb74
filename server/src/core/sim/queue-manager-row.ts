import type { QueueManagerDefinition } from './definitions.ts';
import { addRow, noRow, type Row, type Rows } from './rows.ts';
import type { QueueManager, World } from './world.ts';

/** What each message asks of the queue managers that it passes; a group that shares queues has a row too. */
export type QueueManagerRow = Row;

/** Its number among the world's queue managers, the groups behind them. */
const id = 0;
const running = 1;
/** Grows with each change of its own definitions, which it knows at once. */
const ownVersion = 2;
/** Grows when one of its channels comes into another state. */
const stateVersion = 3;
const maxMessageLength = 4;
/** CLWLMRUC. */
const mostRecentChannels = 5;
/** MQ's DestSeqNumber: the next number to give to a chosen channel. */
const nextSequence = 6;
const width = 7;

export function addQueueManagerRow(world: Rows, number: number): QueueManagerRow {
  const queueManager = addRow(world, width);
  world.rows[queueManager + id] = number;
  world.rows[queueManager + nextSequence] = 1;
  return queueManager;
}

export const queueManagerNumberOf = ({ rows }: Rows, queueManager: QueueManagerRow): number =>
  rows[queueManager + id] ?? 0;

/** The queue manager itself; undefined for `noRow`. */
export const queueManagerIn = (world: World, queueManager: QueueManagerRow): QueueManager | undefined =>
  queueManager === noRow ? undefined : ownerNumbered(world, queueManagerNumberOf(world, queueManager));

/** Where a number that stands for the owner of a queue leads: a queue manager, or a group. */
export const ownerNumbered = (world: World, number: number): QueueManager | undefined =>
  world.queueManagers[number] ?? world.sharingGroups[number - world.queueManagers.length]?.owner;

/** Nobody runs at `noRow`. */
export const isRunning = ({ rows }: Rows, queueManager: QueueManagerRow): boolean => rows[queueManager + running] === 1;

export function setRunning({ rows }: Rows, queueManager: QueueManagerRow, runs: boolean): void {
  rows[queueManager + running] = runs ? 1 : 0;
}

/** A definition may say more than fits into a row: no message is that long. */
const mostNumber = 2 ** 31 - 1;

/** What it says of itself: kept where each message looks for it. */
export function setLimits({ rows }: Rows, queueManager: QueueManagerRow, definition: QueueManagerDefinition): void {
  rows[queueManager + maxMessageLength] = Math.min(definition.maxMessageLength, mostNumber);
  rows[queueManager + mostRecentChannels] = Math.min(definition.mostRecentChannels, mostNumber);
}

export const maxMessageLengthOf = ({ rows }: Rows, queueManager: QueueManagerRow): number =>
  rows[queueManager + maxMessageLength] ?? 0;
export const mostRecentChannelsOf = ({ rows }: Rows, queueManager: QueueManagerRow): number =>
  rows[queueManager + mostRecentChannels] ?? 0;

/** Something that it knows has changed: what was worked out from its definitions before holds no longer. */
export function outdateDefinitions({ rows }: Rows, queueManager: QueueManagerRow): void {
  rows[queueManager + ownVersion] = (rows[queueManager + ownVersion] ?? 0) + 1;
}

/** One of its channels has come into another state. */
export function outdateStates({ rows }: Rows, queueManager: QueueManagerRow): void {
  rows[queueManager + stateVersion] = (rows[queueManager + stateVersion] ?? 0) + 1;
}

/** Grows with each change of what this queue manager knows: of its own definitions, and of the cluster's. */
export const versionOf = ({ rows, directory }: World, queueManager: QueueManagerRow): number =>
  directory.version + (rows[queueManager + ownVersion] ?? 0);

/** Grows with each change of a definition that it knows, and of a channel's state. */
export const stateVersionOf = (world: World, queueManager: QueueManagerRow): number =>
  versionOf(world, queueManager) + (world.rows[queueManager + stateVersion] ?? 0);

export function takeSequence({ rows }: Rows, queueManager: QueueManagerRow): number {
  const taken = rows[queueManager + nextSequence] ?? 1;
  rows[queueManager + nextSequence] = taken + 1;
  return taken;
}
