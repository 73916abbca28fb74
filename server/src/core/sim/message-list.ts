import { type Message, type MessageStore, noMessage } from './message-store.ts';

/**
 * Messages in delivery order: by priority (highest first), then as they came. A message given back goes to the front of
 * its priority. A message stands on one list at a time: the store's `next` column links them.
 */
export interface MessageList {
  length: number;
  /** No priority above this one has any. */
  highest: number;
  /** By priority. */
  readonly first: Message[];
  readonly last: Message[];
}

export const makeMessageList = (): MessageList => ({ length: 0, highest: 0, first: [], last: [] });

export function addLast(messages: MessageStore, list: MessageList, message: Message, priority: number): void {
  makeRoom(list, priority);
  const last = list.last[priority] ?? noMessage;
  if (last === noMessage) list.first[priority] = message;
  else messages.next[last] = message;
  messages.next[message] = noMessage;
  list.last[priority] = message;
  list.length++;
}

export function addFirst(messages: MessageStore, list: MessageList, message: Message, priority: number): void {
  makeRoom(list, priority);
  const first = list.first[priority] ?? noMessage;
  if (first === noMessage) list.last[priority] = message;
  messages.next[message] = first;
  list.first[priority] = message;
  list.length++;
}

/** `noMessage` when there is none. */
export function takeFirst(messages: MessageStore, list: MessageList): Message {
  if (list.length === 0) return noMessage;
  for (let priority = list.highest; priority >= 0; priority--) {
    const first = list.first[priority] ?? noMessage;
    if (first === noMessage) continue;
    const next = messages.next[first] ?? noMessage;
    list.first[priority] = next;
    if (next === noMessage) list.last[priority] = noMessage;
    list.length--;
    list.highest = priority;
    return first;
  }
  return noMessage;
}

/** All of them in delivery order; the list is empty afterwards. */
export function takeAll(messages: MessageStore, list: MessageList): Message[] {
  const all = [...messagesOf(messages, list)];
  list.first.length = 0;
  list.last.length = 0;
  list.length = 0;
  list.highest = 0;
  return all;
}

/** In delivery order. */
export function* messagesOf(messages: MessageStore, list: MessageList): Iterable<Message> {
  for (let priority = list.first.length - 1; priority >= 0; priority--) {
    for (let each = list.first[priority] ?? noMessage; each !== noMessage; each = messages.next[each] ?? noMessage)
      yield each;
  }
}

function makeRoom(list: MessageList, priority: number): void {
  if (priority > list.highest) list.highest = priority;
  while (list.first.length <= priority) {
    list.first.push(noMessage);
    list.last.push(noMessage);
  }
}
