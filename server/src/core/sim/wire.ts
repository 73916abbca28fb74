import { type Lists, listWidth, type MessageList } from './message-list.ts';
import { fact, type Message, noMessage, numberOf, setNumber } from './message-store.ts';

/**
 * What is on the wire of a channel, in the order it was sent; behind it the request to confirm the batch, after which nothing is
 * sent until the answer is there. It stands in the channel's row behind the list of what waits for it. A message on the wire is on no
 * list, so the same column links both.
 */
const first = listWidth;
const last = first + 1;
/** 1 when the end of the batch is on the wire. */
const end = first + 2;
const width = first + 3;
/** Numbers that it takes in the row. */
export const wireWidth = width - listWidth;

export function putOnWire({ rows, messages }: Lists, wire: MessageList, message: Message): void {
  const before = rows[wire + last] ?? noMessage;
  setNumber(messages, message, fact.next, noMessage);
  if (before === noMessage) rows[wire + first] = message;
  else setNumber(messages, before, fact.next, message);
  rows[wire + last] = message;
}

export function putEndOnWire({ rows }: Lists, wire: MessageList): void {
  rows[wire + end] = 1;
}

/** What comes in next; `noMessage` is the end of the batch. */
export function takeFromWire({ rows, messages }: Lists, wire: MessageList): Message {
  const message = rows[wire + first] ?? noMessage;
  if (message === noMessage) {
    rows[wire + end] = 0;
    return noMessage;
  }
  const behind = numberOf(messages, message, fact.next);
  rows[wire + first] = behind;
  if (behind === noMessage) rows[wire + last] = noMessage;
  return message;
}

export const isWireEmpty = ({ rows }: Lists, wire: MessageList): boolean =>
  rows[wire + first] === noMessage && rows[wire + end] === 0;

/** The messages on it. */
export function messagesOnWire({ rows, messages }: Lists, wire: MessageList): readonly Message[] {
  const all: Message[] = [];
  for (let each = rows[wire + first] ?? noMessage; each !== noMessage; each = numberOf(messages, each, fact.next))
    all.push(each);
  return all;
}

export function clearWire({ rows }: Lists, wire: MessageList): void {
  rows.fill(0, wire + listWidth, wire + width);
}
