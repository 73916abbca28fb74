import { fact, type Message, type MessageStore, noMessage, numberOf, setNumber } from './message-store.ts';
import type { Row } from './rows.ts';

/**
 * Messages in delivery order: by priority (highest first), then as they came. A message given back goes to the front of
 * its priority. A message stands on one list at a time: the store's `next` column links them. A list is the beginning of a row:
 * what has one begins its row with it. Most lists only ever see one priority, and need no lanes.
 */
export type MessageList = Row;

export interface Lists {
  readonly messages: MessageStore;
  readonly rows: Int32Array;
  /** Of the lists on which messages of several priorities wait. */
  readonly lanes: Map<MessageList, Lanes>;
}

/** By priority. */
interface Lanes {
  readonly first: Message[];
  readonly last: Message[];
}

/** Numbers that a list takes at the beginning of its row. */
export const listWidth = 4;

const length = 0;
/** All messages have this one, or it is `mixed`. */
const priority = 1;
const first = 2;
const last = 3;

const mixed = -1;

export const lengthOf = ({ rows }: Lists, list: MessageList): number => rows[list + length] ?? 0;

export function addLast(lists: Lists, list: MessageList, message: Message, at: number): void {
  const { rows, messages } = lists;
  setNumber(messages, message, fact.next, noMessage);
  const lanes = lanesFor(lists, list, at);
  if (lanes !== undefined) {
    const before = lanes.last[at] ?? noMessage;
    if (before === noMessage) lanes.first[at] = message;
    else setNumber(messages, before, fact.next, message);
    lanes.last[at] = message;
  } else {
    const before = rows[list + last] ?? noMessage;
    if (before === noMessage) rows[list + first] = message;
    else setNumber(messages, before, fact.next, message);
    rows[list + last] = message;
  }
  rows[list + length] = lengthOf(lists, list) + 1;
}

export function addFirst(lists: Lists, list: MessageList, message: Message, at: number): void {
  const { rows, messages } = lists;
  const lanes = lanesFor(lists, list, at);
  if (lanes !== undefined) {
    const behind = lanes.first[at] ?? noMessage;
    setNumber(messages, message, fact.next, behind);
    if (behind === noMessage) lanes.last[at] = message;
    lanes.first[at] = message;
  } else {
    const behind = rows[list + first] ?? noMessage;
    setNumber(messages, message, fact.next, behind);
    if (behind === noMessage) rows[list + last] = message;
    rows[list + first] = message;
  }
  rows[list + length] = lengthOf(lists, list) + 1;
}

/** `noMessage` when there is none. */
export function takeFirst(lists: Lists, list: MessageList): Message {
  const { rows, messages } = lists;
  const left = lengthOf(lists, list) - 1;
  if (left < 0) return noMessage;
  const lanes = lanesOf(lists, list);
  const taken = lanes === undefined ? (rows[list + first] ?? noMessage) : takeFromLanes(lists, lanes);
  if (lanes === undefined) {
    const next = numberOf(messages, taken, fact.next);
    rows[list + first] = next;
    if (next === noMessage) rows[list + last] = noMessage;
  } else if (left === 0) clear(lists, list);
  rows[list + length] = left;
  return taken;
}

/** All of them in delivery order; the list is empty afterwards. */
export function takeAll(lists: Lists, list: MessageList): Message[] {
  const all = [...messagesOf(lists, list)];
  clear(lists, list);
  return all;
}

/** In delivery order. */
export function* messagesOf(lists: Lists, list: MessageList): Iterable<Message> {
  for (const head of lanesOf(lists, list)?.first.toReversed() ?? [lists.rows[list + first]])
    for (let each = head ?? noMessage; each !== noMessage; each = numberOf(lists.messages, each, fact.next)) yield each;
}

const lanesOf = ({ rows, lanes }: Lists, list: MessageList): Lanes | undefined =>
  rows[list + priority] === mixed ? lanes.get(list) : undefined;

/** The lanes of a list that a message of this priority is to join: none as long as all have the same. */
function lanesFor(lists: Lists, list: MessageList, at: number): Lanes | undefined {
  const { rows } = lists;
  const known = rows[list + priority] ?? 0;
  if (known === at) return undefined;
  if (known === mixed) return lists.lanes.get(list);
  if (rows[list + length] === 0) {
    rows[list + priority] = at;
    return undefined;
  }
  const lanes: Lanes = { first: [], last: [] };
  lanes.first[known] = rows[list + first] ?? noMessage;
  lanes.last[known] = rows[list + last] ?? noMessage;
  rows[list + first] = noMessage;
  rows[list + last] = noMessage;
  rows[list + priority] = mixed;
  lists.lanes.set(list, lanes);
  return lanes;
}

/** Takes the first message of the highest priority that is there. */
function takeFromLanes({ messages }: Lists, lanes: Lanes): Message {
  let highest = lanes.first.length - 1;
  while (highest > 0 && (lanes.first[highest] ?? noMessage) === noMessage) highest--;
  const taken = lanes.first[highest] ?? noMessage;
  const next = numberOf(messages, taken, fact.next);
  lanes.first[highest] = next;
  if (next === noMessage) lanes.last[highest] = noMessage;
  return taken;
}

function clear({ rows, lanes }: Lists, list: MessageList): void {
  if (rows[list + priority] === mixed) lanes.delete(list);
  rows.fill(0, list, list + listWidth);
}
