import { isBound, letGo } from './message.ts';
import { fact, holdMessage, type Message, noMessage, numberOf } from './message-store.ts';
import type { QueueRow } from './queue-row.ts';
import { addRow, noRow, type Row, type Rows } from './rows.ts';
import type { TargetRow } from './target-row.ts';
import type { Placement, World } from './world.ts';

/**
 * Messages of a batch as one end of the channel has them, in the order they were sent. An entry says of a message what it was when it
 * came to the list, whatever becomes of it: the sender has it so as long as its batch is open. Entries are rows, linked, and used again.
 */
export type BatchList = Row;
type Entry = Row;

/** Numbers that a list takes in the row of its channel. */
export const batchListWidth = 3;
const first = 0;
const last = 1;
const count = 2;

const next = 0;
const message = 1;
const target = 2;
const wasBound = 3;
/** Where the receiver has put it. */
const queue = 4;
const entryWidth = 5;

/** One message more, which keeps its place and its handle until it has left the list. */
export function addToBatchList(world: World, list: BatchList, added: Message): void {
  holdMessage(world.messages, added);
  append(world, list, added, noRow);
}

/** A message that the receiver has put; its batch holds it already. `placement` where it is not straight on a queue. */
export function addReceived(
  world: World,
  list: BatchList,
  received: { readonly message: Message; readonly queue: QueueRow; readonly placement: Placement | undefined },
): void {
  const entry = append(world, list, received.message, received.queue);
  if (received.placement !== undefined) world.placements.set(entry, received.placement);
}

function append(world: World, list: BatchList, added: Message, at: QueueRow): Entry {
  const entry = takeEntry(world);
  const { rows } = world;
  rows[entry + next] = noRow;
  rows[entry + message] = added;
  rows[entry + target] = numberOf(world.messages, added, fact.target);
  rows[entry + wasBound] = isBound(world, added) ? 1 : 0;
  rows[entry + queue] = at;
  const before = rows[list + last] ?? noRow;
  if (before === noRow) rows[list + first] = entry;
  else rows[before + next] = entry;
  rows[list + last] = entry;
  rows[list + count] = (rows[list + count] ?? 0) + 1;
  return entry;
}

function takeEntry(world: World): Entry {
  const entry = world.freeEntry;
  if (entry === noRow) return addRow(world, entryWidth);
  world.freeEntry = world.rows[entry + next] ?? noRow;
  return entry;
}

export const countIn = ({ rows }: Rows, list: BatchList): number => rows[list + count] ?? 0;

/** The first entry; `noRow` when there is none. */
export const firstEntry = ({ rows }: Rows, list: BatchList): Entry => rows[list + first] ?? noRow;
export const entryAfter = ({ rows }: Rows, entry: Entry): Entry => rows[entry + next] ?? noRow;
export const messageOf = ({ rows }: Rows, entry: Entry): Message => rows[entry + message] ?? noMessage;
export const targetThen = ({ rows }: Rows, entry: Entry): TargetRow => rows[entry + target] ?? noRow;
export const wasBoundThen = ({ rows }: Rows, entry: Entry): boolean => rows[entry + wasBound] === 1;
export const queueOfEntry = ({ rows }: Rows, entry: Entry): QueueRow => rows[entry + queue] ?? noRow;
export const placementOf = ({ placements }: World, entry: Entry): Placement | undefined =>
  placements.size === 0 ? undefined : placements.get(entry);

export function entriesOf(world: Rows, list: BatchList): readonly Entry[] {
  const all: Entry[] = [];
  for (let entry = firstEntry(world, list); entry !== noRow; entry = entryAfter(world, entry)) all.push(entry);
  return all;
}

export const messagesIn = (world: Rows, list: BatchList): readonly Message[] =>
  entriesOf(world, list).map((entry) => messageOf(world, entry));

/** All that is on one list is on the other now, which was empty. */
export function moveBatch({ rows }: Rows, from: BatchList, to: BatchList): void {
  for (let at = 0; at < batchListWidth; at++) {
    rows[to + at] = rows[from + at] ?? 0;
    rows[from + at] = 0;
  }
}

/** Nothing is on the list any more. */
export function clearBatch(world: World, list: BatchList): void {
  const { rows } = world;
  const begin = rows[list + first] ?? noRow;
  if (begin === noRow) return;
  if (world.placements.size > 0) for (const entry of entriesOf(world, list)) world.placements.delete(entry);
  rows[(rows[list + last] ?? noRow) + next] = world.freeEntry;
  world.freeEntry = begin;
  rows[list + first] = noRow;
  rows[list + last] = noRow;
  rows[list + count] = 0;
}

/** The batch is over for the messages on the list. */
export function letGoOfBatch(world: World, list: BatchList): void {
  for (let entry = firstEntry(world, list); entry !== noRow; entry = entryAfter(world, entry))
    letGo(world, messageOf(world, entry));
  clearBatch(world, list);
}

/** Takes off the list what does not pass. */
export function keepInBatch(world: World, list: BatchList, passes: (message: Message) => boolean): void {
  const { rows } = world;
  const all = entriesOf(world, list);
  const kept = all.filter((entry) => passes(messageOf(world, entry)));
  for (const entry of all.filter((each) => !kept.includes(each))) freeEntry(world, entry);
  kept.forEach((entry, at) => {
    rows[entry + next] = kept[at + 1] ?? noRow;
  });
  rows[list + first] = kept[0] ?? noRow;
  rows[list + last] = kept.at(-1) ?? noRow;
  rows[list + count] = kept.length;
}

function freeEntry(world: World, entry: Entry): void {
  world.placements.delete(entry);
  world.rows[entry + next] = world.freeEntry;
  world.freeEntry = entry;
}
