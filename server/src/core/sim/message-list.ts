import { type Message, type MessageStore, noMessage } from './message-store.ts';

/**
 * Messages in delivery order: by priority (highest first), then as they came. A message given back goes to the front of
 * its priority. A message stands on one list at a time: the store's `next` column links them. Most lists only ever see one
 * priority, and need no lanes.
 */
export interface MessageList {
  length: number;
  /** All of one priority, this one, while there are no lanes. */
  priority: number;
  first: Message;
  last: Message;
  /** Set while messages of several priorities wait. */
  lanes: Lanes | undefined;
}

/** By priority. */
interface Lanes {
  readonly first: Message[];
  readonly last: Message[];
}

export const makeMessageList = (): MessageList => ({
  length: 0,
  priority: 0,
  first: noMessage,
  last: noMessage,
  lanes: undefined,
});

export function addLast(messages: MessageStore, list: MessageList, message: Message, priority: number): void {
  messages.next[message] = noMessage;
  const lanes = lanesFor(list, priority);
  const last = lanes === undefined ? list.last : (lanes.last[priority] ?? noMessage);
  if (last !== noMessage) messages.next[last] = message;
  else setFirst(list, lanes, priority, message);
  setLast(list, lanes, priority, message);
  list.length++;
}

export function addFirst(messages: MessageStore, list: MessageList, message: Message, priority: number): void {
  const lanes = lanesFor(list, priority);
  const first = lanes === undefined ? list.first : (lanes.first[priority] ?? noMessage);
  messages.next[message] = first;
  if (first === noMessage) setLast(list, lanes, priority, message);
  setFirst(list, lanes, priority, message);
  list.length++;
}

/** `noMessage` when there is none. */
export function takeFirst(messages: MessageStore, list: MessageList): Message {
  if (list.length === 0) return noMessage;
  const { lanes } = list;
  const priority = lanes === undefined ? list.priority : highestOf(lanes);
  const first = lanes === undefined ? list.first : (lanes.first[priority] ?? noMessage);
  const next = messages.next[first] ?? noMessage;
  setFirst(list, lanes, priority, next);
  if (next === noMessage) setLast(list, lanes, priority, noMessage);
  if (--list.length === 0) list.lanes = undefined;
  return first;
}

/** All of them in delivery order; the list is empty afterwards. */
export function takeAll(messages: MessageStore, list: MessageList): Message[] {
  const all = [...messagesOf(messages, list)];
  Object.assign(list, makeMessageList());
  return all;
}

/** In delivery order. */
export function* messagesOf(messages: MessageStore, list: MessageList): Iterable<Message> {
  for (const first of list.lanes?.first.toReversed() ?? [list.first])
    for (let each = first ?? noMessage; each !== noMessage; each = messages.next[each] ?? noMessage) yield each;
}

/** The lanes of a list that a message of this priority is to join: none as long as all have the same. */
function lanesFor(list: MessageList, priority: number): Lanes | undefined {
  if (list.length === 0) list.priority = priority;
  if (list.lanes !== undefined || list.priority === priority) return list.lanes;
  const lanes: Lanes = { first: [], last: [] };
  lanes.first[list.priority] = list.first;
  lanes.last[list.priority] = list.last;
  list.first = noMessage;
  list.last = noMessage;
  list.lanes = lanes;
  return lanes;
}

function highestOf({ first }: Lanes): number {
  let priority = first.length - 1;
  while (priority > 0 && (first[priority] ?? noMessage) === noMessage) priority--;
  return priority;
}

function setFirst(list: MessageList, lanes: Lanes | undefined, priority: number, message: Message): void {
  if (lanes === undefined) list.first = message;
  else lanes.first[priority] = message;
}

function setLast(list: MessageList, lanes: Lanes | undefined, priority: number, message: Message): void {
  if (lanes === undefined) list.last = message;
  else lanes.last[priority] = message;
}
