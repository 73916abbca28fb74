import type { PlanConsumer } from '#core/scenario/plan.ts';
import type { Habits } from './habits.ts';
import { type Message, noMessage } from './message-store.ts';
import type { QueueManagerRow } from './queue-manager-row.ts';
import type { QueueRow } from './queue-row.ts';
import { addRow, noRow, type Row, type Rows } from './rows.ts';
import type { Consumer, QueueManager, World } from './world.ts';

/** What messages change of a program that reads. Behind it stand its sessions, three numbers each. */
export type ConsumerRow = Row;
/** Where the numbers of a session begin. */
export type Session = Row;

/** Its number among the world's consumers. */
const id = 0;
/** The row of the queue manager that it is connected to. */
const queueManager = 1;
/** Whether a uniform cluster has asked it to go. */
const isLeaving = 2;
const busySessions = 3;
const sessionCount = 4;
const queue = 5;
const failuresInRow = 6;
/** Trigger messages that started it, or will let it go on: each EVERY is good for one message. */
const triggers = 7;
const consumed = 8;
/** The number of its habits among the world's. */
const habits = 9;
const sessions = 10;

/** What a session is at: the message in its hands, `noMessage` while it is idle. */
const message = 0;
/** Grows with each message, so that what was scheduled for one before is void. */
const epoch = 1;
/** One of `phases`. */
const phase = 2;
const sessionWidth = 3;

/** How far a session's unit of work has come. */
export const phases = { working: 0, prepared: 1, decided: 2 } as const;

export function addConsumerRow(
  world: Rows,
  given: { readonly id: number; readonly sessions: number; readonly habits: number },
): ConsumerRow {
  const consumer = addRow(world, sessions + sessionWidth * given.sessions);
  world.rows[consumer + id] = given.id;
  world.rows[consumer + sessionCount] = given.sessions;
  world.rows[consumer + habits] = given.habits;
  return consumer;
}

/** The program itself. Its row was made for it, so there is one. */
export const consumerIn = ({ rows, consumers }: World, consumer: ConsumerRow): Consumer =>
  consumers[rows[consumer + id] ?? 0] as Consumer;
/** How it works. It has had habits from its start, so there are these. */
export const habitsIn = ({ rows, consumerHabits }: World, consumer: ConsumerRow): Habits<PlanConsumer> =>
  consumerHabits.all[rows[consumer + habits] ?? 0] as Habits<PlanConsumer>;
export const sessionCountOf = ({ rows }: Rows, consumer: ConsumerRow): number => rows[consumer + sessionCount] ?? 0;
/** Where it is connected, or was last. */
export const placeOf = ({ rows }: Rows, consumer: ConsumerRow): QueueManagerRow =>
  rows[consumer + queueManager] ?? noRow;
export const busySessionsOf = ({ rows }: Rows, consumer: ConsumerRow): number => rows[consumer + busySessions] ?? 0;
export const triggersOf = ({ rows }: Rows, consumer: ConsumerRow): number => rows[consumer + triggers] ?? 0;
export const consumedBy = ({ rows }: Rows, consumer: ConsumerRow): number => rows[consumer + consumed] ?? 0;
export const failuresOf = ({ rows }: Rows, consumer: ConsumerRow): number => rows[consumer + failuresInRow] ?? 0;
/** What it reads, `noRow` before it has begun. */
export const queueReadBy = ({ rows }: Rows, consumer: ConsumerRow): QueueRow => rows[consumer + queue] ?? 0;
export const isLeavingNow = ({ rows }: Rows, consumer: ConsumerRow): boolean => rows[consumer + isLeaving] === 1;

export function setQueueRead({ rows }: Rows, consumer: ConsumerRow, read: QueueRow): void {
  rows[consumer + queue] = read;
}

export function setPlace({ rows }: Rows, consumer: ConsumerRow, at: QueueManager | undefined): void {
  rows[consumer + queueManager] = at?.row ?? noRow;
}

export function setLeaving({ rows }: Rows, consumer: ConsumerRow, leaves: 0 | 1): void {
  rows[consumer + isLeaving] = leaves;
}

export function countFailure({ rows }: Rows, consumer: ConsumerRow): void {
  rows[consumer + failuresInRow] = (rows[consumer + failuresInRow] ?? 0) + 1;
}

export function forgetFailures({ rows }: Rows, consumer: ConsumerRow): void {
  rows[consumer + failuresInRow] = 0;
}

export function setTriggers({ rows }: Rows, consumer: ConsumerRow, count: number): void {
  rows[consumer + triggers] = count;
}

export function countConsumedBy({ rows }: Rows, consumer: ConsumerRow): void {
  rows[consumer + consumed] = (rows[consumer + consumed] ?? 0) + 1;
}

export const hasIdleSession = ({ rows }: Rows, consumer: ConsumerRow): boolean =>
  (rows[consumer + busySessions] ?? 0) < (rows[consumer + sessionCount] ?? 0);

export const sessionsOf = ({ rows }: Rows, consumer: ConsumerRow): readonly Session[] =>
  Array.from({ length: rows[consumer + sessionCount] ?? 0 }, (_, i) => consumer + sessions + sessionWidth * i);

/** The first session that has nothing to do; there is one while fewer are busy than there are. */
export function idleSession({ rows }: Rows, consumer: ConsumerRow): Session {
  let session = consumer + sessions;
  const last = session + sessionWidth * ((rows[consumer + sessionCount] ?? 1) - 1);
  while (session < last && rows[session + message] !== noMessage) session += sessionWidth;
  return session;
}

export const messageIn = ({ rows }: Rows, session: Session): Message => rows[session + message] ?? noMessage;
export const epochOf = ({ rows }: Rows, session: Session): number => rows[session + epoch] ?? 0;
export const phaseOf = ({ rows }: Rows, session: Session): number => rows[session + phase] ?? phases.working;

export function setPhase({ rows }: Rows, session: Session, to: keyof typeof phases): void {
  rows[session + phase] = phases[to];
}

/** Takes a message in hand; the number that its end must name. */
export function takeInHand({ rows }: Rows, consumer: ConsumerRow, session: Session, taken: Message): number {
  const now = (rows[session + epoch] ?? 0) + 1;
  rows[session + message] = taken;
  rows[session + phase] = phases.working;
  rows[session + epoch] = now;
  rows[consumer + busySessions] = (rows[consumer + busySessions] ?? 0) + 1;
  return now;
}

/** The work on its message is over. */
export function setIdle({ rows }: Rows, consumer: ConsumerRow, session: Session): void {
  rows[session + message] = noMessage;
  rows[consumer + busySessions] = (rows[consumer + busySessions] ?? 1) - 1;
}

/** Its work ends before its time. */
export function breakOff(world: Rows, consumer: ConsumerRow, session: Session): void {
  setIdle(world, consumer, session);
  world.rows[session + epoch] = epochOf(world, session) + 1;
}
