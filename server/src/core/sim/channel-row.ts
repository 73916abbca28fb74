import { type BatchList, batchListWidth, countIn } from './batch.ts';
import { listWidth } from './message-list.ts';
import type { QueueManagerRow } from './queue-manager-row.ts';
import type { QueueRow } from './queue-row.ts';
import { addRow, noRow, type Row, type Rows } from './rows.ts';
import type { ChannelState } from './trace.ts';
import { wireWidth } from './wire.ts';
import type { Channel, StopStatus, World } from './world.ts';

/** What messages change of a channel. Its row begins with the list of what waits for it; behind that stands what is on the wire. */
export type ChannelRow = Row;

/** Its number among the world's channels. */
const id = listWidth + wireWidth;
/** The row of its transmission queue, and of the queue manager that it leads to. */
const queue = id + 1;
const partner = id + 2;
/** See `states` and `phases`. */
const state = id + 3;
const phase = id + 4;
const isPumpDue = id + 5;
/** Changes when the channel fails or starts anew, so that events of the session before are void. */
const epoch = id + 6;
/** Messages of the batch that is under way, and their bytes. */
const batchCount = id + 7;
const batchBytes = id + 8;
/** What a STOP CHANNEL that is under way ends in, see `ends`. */
const stopsAs = id + 9;
/** The number of its terms among the world's. */
const terms = id + 10;
const sent = id + 11;
const batches = id + 12;
/** Failures in a row: since a batch last came through. */
const attempts = id + 13;
/** Its definition at the receiving end is gone: it starts no more. */
const isRetired = id + 14;
/** Whether the receiver is going to try a message again, and how often it still may; -1 where that was not asked yet. */
const isRetryingMessage = id + 15;
const messageRetriesLeft = id + 16;
/** Whether the receiver has committed the batch that the sender is in doubt about. */
const wasCommitted = id + 17;
/** The last message sequence number as each end has it. Cluster channels do not check them. */
const sequenceSent = id + 18;
const sequenceReceived = id + 19;
/** Sent under the batch's syncpoint, and its end not asked for yet: fast nonpersistent messages are no part of it. */
const batch = id + 20;
/** What the sender has asked to confirm, without an answer. */
const doubt = batch + batchListWidth;
/** Put by the receiver, not committed. */
const received = doubt + batchListWidth;
/** What the receiver has committed of a batch whose confirmation is not back. */
const committed = received + batchListWidth;
const width = committed + batchListWidth;

const states = [
  'INACTIVE',
  'BINDING',
  'RUNNING',
  'RETRYING',
  'STOPPING',
  'STOPPED',
  'SWITCHING',
  'INITIALIZING',
  'STARTING',
  'REQUESTING',
  'PAUSED',
] as const satisfies readonly ChannelState[];

/** `checking`: BATCHHB makes sure of the partner before the batch goes in doubt. */
export const phases = { idle: 0, sending: 1, filling: 2, checking: 3, confirming: 4 } as const;

const ends = [undefined, 'STOPPED', 'INACTIVE'] as const satisfies readonly (StopStatus | undefined)[];

export function addChannelRow(
  world: Rows,
  given: { readonly id: number; readonly queue: QueueRow; readonly partner: QueueManagerRow },
): ChannelRow {
  const channel = addRow(world, width);
  world.rows[channel + id] = given.id;
  world.rows[channel + partner] = given.partner;
  world.rows[channel + messageRetriesLeft] = -1;
  setQueueOf(world, channel, given.queue);
  return channel;
}

export const channelNumberOf = ({ rows }: Rows, channel: ChannelRow): number => rows[channel + id] ?? 0;

/** The channel itself. Its row was made for it, so there is one. */
export const channelIn = (world: World, channel: ChannelRow): Channel =>
  world.channels[channelNumberOf(world, channel)] as Channel;

/** Its transmission queue. */
export const queueOfChannel = ({ rows }: Rows, channel: ChannelRow): QueueRow => rows[channel + queue] ?? noRow;

export function setQueueOf({ rows }: Rows, channel: ChannelRow, to: QueueRow): void {
  rows[channel + queue] = to;
}

/** The queue manager that it leads to. */
export const partnerOf = ({ rows }: Rows, channel: ChannelRow): QueueManagerRow => rows[channel + partner] ?? noRow;

export const stateOf = ({ rows }: Rows, channel: ChannelRow): ChannelState =>
  states[rows[channel + state] ?? 0] ?? 'INACTIVE';

export function setState({ rows }: Rows, channel: ChannelRow, to: ChannelState): void {
  rows[channel + state] = states.indexOf(to);
}

/** One of `phases`. */
export const phaseOf = ({ rows }: Rows, channel: ChannelRow): number => rows[channel + phase] ?? phases.idle;

export function setPhase({ rows }: Rows, channel: ChannelRow, to: number): void {
  rows[channel + phase] = to;
}

export const isPumpDueOn = ({ rows }: Rows, channel: ChannelRow): boolean => rows[channel + isPumpDue] === 1;

export function setPumpDue({ rows }: Rows, channel: ChannelRow, due: 0 | 1): void {
  rows[channel + isPumpDue] = due;
}

export const epochOf = ({ rows }: Rows, channel: ChannelRow): number => rows[channel + epoch] ?? 0;

export function beginEpoch({ rows }: Rows, channel: ChannelRow): void {
  rows[channel + epoch] = (rows[channel + epoch] ?? 0) + 1;
}

export const batchCountOf = ({ rows }: Rows, channel: ChannelRow): number => rows[channel + batchCount] ?? 0;
export const batchBytesOf = ({ rows }: Rows, channel: ChannelRow): number => rows[channel + batchBytes] ?? 0;

/** One message more is sent, and in the batch. */
export function countSending({ rows }: Rows, channel: ChannelRow, size: number): void {
  rows[channel + sent] = (rows[channel + sent] ?? 0) + 1;
  rows[channel + batchCount] = (rows[channel + batchCount] ?? 0) + 1;
  rows[channel + batchBytes] = Math.min((rows[channel + batchBytes] ?? 0) + size, mostBytes);
}

/** Batches without a limit may have more than fit into a row; nobody asks how many then. */
const mostBytes = 2 ** 31 - 1;

export function beginBatch({ rows }: Rows, channel: ChannelRow): void {
  rows[channel + batchCount] = 0;
  rows[channel + batchBytes] = 0;
}

export const batchOf = (channel: ChannelRow): BatchList => channel + batch;
export const doubtOf = (channel: ChannelRow): BatchList => channel + doubt;
export const receivedOf = (channel: ChannelRow): BatchList => channel + received;
export const committedOf = (channel: ChannelRow): BatchList => channel + committed;

/** How many messages the sender is in doubt about. */
export const countInDoubt = (world: Rows, channel: ChannelRow): number => countIn(world, channel + doubt);

export const hasCommitted = ({ rows }: Rows, channel: ChannelRow): boolean => rows[channel + wasCommitted] === 1;

export function setCommitted({ rows }: Rows, channel: ChannelRow, has: 0 | 1): void {
  rows[channel + wasCommitted] = has;
}

export const sequenceSentOver = ({ rows }: Rows, channel: ChannelRow): number => rows[channel + sequenceSent] ?? 0;
export const sequenceReceivedOver = ({ rows }: Rows, channel: ChannelRow): number =>
  rows[channel + sequenceReceived] ?? 0;

export function setSequenceSent({ rows }: Rows, channel: ChannelRow, to: number): void {
  rows[channel + sequenceSent] = to;
}

export function setSequenceReceived({ rows }: Rows, channel: ChannelRow, to: number): void {
  rows[channel + sequenceReceived] = to;
}

export const stopsAsOf = ({ rows }: Rows, channel: ChannelRow): StopStatus | undefined =>
  ends[rows[channel + stopsAs] ?? 0];

export function setStopsAs({ rows }: Rows, channel: ChannelRow, to: StopStatus | undefined): void {
  rows[channel + stopsAs] = ends.indexOf(to);
}

export const termsNumberOfChannel = ({ rows }: Rows, channel: ChannelRow): number => rows[channel + terms] ?? 0;

export function setTermsNumberOf({ rows }: Rows, channel: ChannelRow, number: number): void {
  rows[channel + terms] = number;
}

export const sentOver = ({ rows }: Rows, channel: ChannelRow): number => rows[channel + sent] ?? 0;

/** So many messages more, or less. */
export function countSent({ rows }: Rows, channel: ChannelRow, by: number): void {
  rows[channel + sent] = (rows[channel + sent] ?? 0) + by;
}

/** The batch has come through. */
export function endBatch({ rows }: Rows, channel: ChannelRow): void {
  rows[channel + batches] = (rows[channel + batches] ?? 0) + 1;
  rows[channel + attempts] = 0;
  rows[channel + batchCount] = 0;
  rows[channel + batchBytes] = 0;
  rows[channel + phase] = phases.idle;
}

export const batchesOver = ({ rows }: Rows, channel: ChannelRow): number => rows[channel + batches] ?? 0;

export function countBatch({ rows }: Rows, channel: ChannelRow): void {
  rows[channel + batches] = (rows[channel + batches] ?? 0) + 1;
}

export const attemptsOf = ({ rows }: Rows, channel: ChannelRow): number => rows[channel + attempts] ?? 0;

export function setAttempts({ rows }: Rows, channel: ChannelRow, count: number): void {
  rows[channel + attempts] = count;
}

export const isRetiredNow = ({ rows }: Rows, channel: ChannelRow): boolean => rows[channel + isRetired] === 1;

export function setRetired({ rows }: Rows, channel: ChannelRow, isGone: 0 | 1): void {
  rows[channel + isRetired] = isGone;
}

export const isRetryingOn = ({ rows }: Rows, channel: ChannelRow): boolean => rows[channel + isRetryingMessage] === 1;

export function setRetrying({ rows }: Rows, channel: ChannelRow, retries: 0 | 1): void {
  rows[channel + isRetryingMessage] = retries;
}

export const messageRetriesLeftOn = ({ rows }: Rows, channel: ChannelRow): number =>
  rows[channel + messageRetriesLeft] ?? -1;

export function setMessageRetriesLeft({ rows }: Rows, channel: ChannelRow, count: number): void {
  rows[channel + messageRetriesLeft] = count;
}
