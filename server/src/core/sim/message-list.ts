import type { Message } from './world.ts';

/** Messages in delivery order: by priority (highest first), then as they came. A message given back goes to the front of its priority. */
export interface MessageList {
  length: number;
  readonly lanes: Lane[];
  /** No lane above this one holds anything. */
  highest: number;
}

export const makeMessageList = (): MessageList => ({ length: 0, lanes: [], highest: 0 });

export function addLast(list: MessageList, message: Message, priority: number): void {
  const lane = laneOf(list, priority);
  lane.items.push(message);
  list.length++;
}

export function addFirst(list: MessageList, message: Message, priority: number): void {
  const lane = laneOf(list, priority);
  if (lane.head > 0) lane.items[--lane.head] = message;
  else lane.items.unshift(message);
  list.length++;
}

export function takeFirst(list: MessageList): Message | undefined {
  if (list.length === 0) return undefined;
  for (let priority = list.highest; priority >= 0; priority--) {
    const lane = list.lanes[priority];
    if (lane === undefined) continue;
    const message = lane.items[lane.head];
    if (message !== undefined) {
      lane.items[lane.head] = undefined;
      lane.head++;
      if (lane.head > 512 && lane.head * 2 > lane.items.length) {
        lane.items = lane.items.slice(lane.head);
        lane.head = 0;
      }
      list.length--;
      list.highest = priority;
      return message;
    }
  }
  return undefined;
}

/** All of them in delivery order; the list is empty afterwards. */
export function takeAll(list: MessageList): Message[] {
  const all = [...messagesOf(list)];
  list.lanes.length = 0;
  list.length = 0;
  list.highest = 0;
  return all;
}

export function* messagesOf(list: MessageList): Iterable<Message> {
  for (let priority = list.lanes.length - 1; priority >= 0; priority--) {
    const lane = list.lanes[priority];
    if (lane === undefined) continue;
    for (let i = lane.head; i < lane.items.length; i++) {
      const message = lane.items[i];
      if (message !== undefined) yield message;
    }
  }
}

interface Lane {
  items: (Message | undefined)[];
  head: number;
}

function laneOf(list: MessageList, priority: number): Lane {
  if (priority > list.highest) list.highest = priority;
  for (let p = list.lanes.length; p <= priority; p++) list.lanes.push({ items: [], head: 0 });
  return list.lanes[priority] ?? { items: [], head: 0 };
}
