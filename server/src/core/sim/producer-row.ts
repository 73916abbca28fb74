import type { PlanProducer } from '#core/scenario/plan.ts';
import type { Habits } from './habits.ts';
import type { HandleRow } from './handle-row.ts';
import { fact, flag, hasFlag, numberOf } from './message-store.ts';
import type { QueueManagerRow } from './queue-manager-row.ts';
import type { QueueRow } from './queue-row.ts';
import { addRow, noRow, type Row, type Rows } from './rows.ts';
import type { Producer, QueueManager, World } from './world.ts';

/** What each put changes of a producer, and what its messages change when they are processed. */
export type ProducerRow = Row;

/** Its number among the world's producers. */
const id = 0;
/** The highest `serial` that was processed; what that message is like: twice its priority, and one more when it is persistent; the row of its queue. */
const highestProcessed = 1;
const overtaker = 2;
const overtakerQueue = 3;
/** Grows with each change of its state, so that the turns of the state before are void. */
const epoch = 4;
/** Messages of the plan that it has tried to put. */
const attempts = 5;
/** Messages that it has put. */
const put = 6;
/** Messages that it has tried to put since it committed. */
const uncommitted = 7;
/** The row of the queue manager that it is connected to. */
const queueManager = 8;
/** Whether a uniform cluster has asked it to go. */
const isLeaving = 9;
/** The row of its open handle. */
const handle = 10;
/** The number of its habits among the world's. */
const habits = 11;
const width = 12;

export function addProducerRow(
  world: Rows,
  given: { readonly id: number; readonly habits: number; readonly at: QueueManager | undefined },
): ProducerRow {
  const producer = addRow(world, width);
  world.rows[producer + id] = given.id;
  world.rows[producer + habits] = given.habits;
  setProducerPlace(world, producer, given.at);
  return producer;
}

export const producerNumberOf = ({ rows }: Rows, producer: ProducerRow): number => rows[producer + id] ?? 0;

/** The producer itself. Its row was made for it, so there is one. */
export const producerIn = (world: World, producer: ProducerRow): Producer =>
  world.producers[producerNumberOf(world, producer)] as Producer;

/** How it works. It has had habits from its start, so there are these. */
export const producerHabitsIn = ({ rows, producerHabits }: World, producer: ProducerRow): Habits<PlanProducer> =>
  producerHabits.all[rows[producer + habits] ?? 0] as Habits<PlanProducer>;

export const producerEpochOf = ({ rows }: Rows, producer: ProducerRow): number => rows[producer + epoch] ?? 0;

export function beginEpoch({ rows }: Rows, producer: ProducerRow): void {
  rows[producer + epoch] = (rows[producer + epoch] ?? 0) + 1;
}

export const attemptsBy = ({ rows }: Rows, producer: ProducerRow): number => rows[producer + attempts] ?? 0;
export const putBy = ({ rows }: Rows, producer: ProducerRow): number => rows[producer + put] ?? 0;
export const uncommittedBy = ({ rows }: Rows, producer: ProducerRow): number => rows[producer + uncommitted] ?? 0;

/** So many attempts more, or less. */
export function countAttempts({ rows }: Rows, producer: ProducerRow, by: number): void {
  rows[producer + attempts] = (rows[producer + attempts] ?? 0) + by;
}

/** So many messages put more, or less. */
export function countPut({ rows }: Rows, producer: ProducerRow, by: number): void {
  rows[producer + put] = (rows[producer + put] ?? 0) + by;
}

export function setUncommitted({ rows }: Rows, producer: ProducerRow, count: number): void {
  rows[producer + uncommitted] = count;
}

/** Where it is connected, or was last. */
export const producerPlaceOf = ({ rows }: Rows, producer: ProducerRow): QueueManagerRow =>
  rows[producer + queueManager] ?? noRow;

export function setProducerPlace({ rows }: Rows, producer: ProducerRow, at: QueueManager | undefined): void {
  rows[producer + queueManager] = at?.row ?? noRow;
}

export const isProducerLeaving = ({ rows }: Rows, producer: ProducerRow): boolean => rows[producer + isLeaving] === 1;

export function setProducerLeaving({ rows }: Rows, producer: ProducerRow, leaves: 0 | 1): void {
  rows[producer + isLeaving] = leaves;
}

/** The row of its open handle; `noRow` while it has none. */
export const handleUsedBy = ({ rows }: Rows, producer: ProducerRow): HandleRow => rows[producer + handle] ?? noRow;

export function setHandleUsed({ rows }: Rows, producer: ProducerRow, open: HandleRow): void {
  rows[producer + handle] = open;
}

export const highestSerialOf = ({ rows }: Rows, producer: ProducerRow): number =>
  rows[producer + highestProcessed] ?? 0;
export const overtakerPriorityOf = ({ rows }: Rows, producer: ProducerRow): number =>
  (rows[producer + overtaker] ?? 0) >> 1;
export const wasOvertakerPersistent = ({ rows }: Rows, producer: ProducerRow): boolean =>
  ((rows[producer + overtaker] ?? 0) & 1) === 1;
/** Where it was processed. */
export const overtakerQueueOf = ({ rows }: Rows, producer: ProducerRow): QueueRow =>
  rows[producer + overtakerQueue] ?? noRow;

/** Remembers the message that was put last of all that are processed. */
export function rememberHighest(
  { rows, messages }: Pick<World, 'rows' | 'messages'>,
  producer: ProducerRow,
  queue: QueueRow,
  message: number,
): void {
  const isPersistent = hasFlag(messages, message, flag.isPersistent) ? 1 : 0;
  rows[producer + highestProcessed] = numberOf(messages, message, fact.serial);
  rows[producer + overtaker] = numberOf(messages, message, fact.priority) * 2 + isPersistent;
  rows[producer + overtakerQueue] = queue;
}
