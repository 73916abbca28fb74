import { addRow, type Row, type Rows } from './rows.ts';
import type { Producer, World } from './world.ts';

/** What the messages of a producer change when they are processed. */
export type ProducerRow = Row;

/** Its number among the world's producers. */
const id = 0;
/** The highest `serial` that was processed, and what that message is like. */
const highestProcessed = 1;
const overtakerPriority = 2;
const isOvertakerPersistent = 3;
const width = 4;

export function addProducerRow(world: Rows, given: number): ProducerRow {
  const producer = addRow(world, width);
  world.rows[producer + id] = given;
  return producer;
}

export const producerNumberOf = ({ rows }: Rows, producer: ProducerRow): number => rows[producer + id] ?? 0;

/** The producer itself. Its row was made for it, so there is one. */
export const producerIn = (world: World, producer: ProducerRow): Producer =>
  world.producers[producerNumberOf(world, producer)] as Producer;

export const highestSerialOf = ({ rows }: Rows, producer: ProducerRow): number =>
  rows[producer + highestProcessed] ?? 0;
export const overtakerPriorityOf = ({ rows }: Rows, producer: ProducerRow): number =>
  rows[producer + overtakerPriority] ?? 0;
export const wasOvertakerPersistent = ({ rows }: Rows, producer: ProducerRow): boolean =>
  rows[producer + isOvertakerPersistent] === 1;

/** Remembers the message that was put last of all that are processed. */
export function rememberHighest(
  { rows, messages }: Pick<World, 'rows' | 'messages'>,
  producer: ProducerRow,
  message: number,
): void {
  rows[producer + highestProcessed] = messages.serial[message] ?? 0;
  rows[producer + overtakerPriority] = messages.priority[message] ?? 0;
  rows[producer + isOvertakerPersistent] = messages.isPersistent[message] ?? 0;
}
