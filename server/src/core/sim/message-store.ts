/**
 * A message is a number: its place in the world's message store. There is no object for a message, so millions can wait. Places
 * are used again; what names a message for people is its `id`, which counts over the whole run. All that is known of a message
 * stands in one line of the processor's cache: in columns, one a fact, each look at a message would be at as many lines as facts.
 */
export type Message = number;

/** The place that is never used: the end of a list, an idle session. */
export const noMessage: Message = 0;

/** What is known of each message. What it does not have from its start is set to 0 in `addMessage`. */
export const fact = {
  /** The message behind it on its list. */
  next: 0,
  /** Counts from 1 over the whole run. */
  id: 1,
  /** Row of its handle, see `handleOf`. */
  handle: 2,
  /** Its place in the order of the handle's puts. */
  ordinal: 3,
  /** Its place in the order of the producer's puts, whatever the handle. */
  serial: 4,
  /** In bytes. */
  size: 5,
  priority: 6,
  /** 0 when it belongs to none, see `groupOf`. */
  group: 7,
  /** What its transmission header says, see `targetOf`. */
  target: 8,
  /** How many came to its queue up to it. */
  arrivalOrdinal: 9,
  /** Of the queue it was put to last, see `roleOf`. */
  role: 10,
  backouts: 11,
  /** Batches that name it: its place is not used again while one does. */
  holds: 12,
  /** Those of `flag`. */
  flags: 13,
} as const;

export type Fact = Exclude<(typeof fact)[keyof typeof fact], typeof fact.flags>;

/** The time when it expires takes the last two numbers of its sixteen, as one of twice the size. */
const width = 16;
const expiry = 7;

/*
 * These are kept so small that the compiler puts them into their callers whatever else it has put there (27 bytes of bytecode). Places
 * are shifted: a product is looked at for what cannot be, overflow and minus zero.
 */

/** Where the numbers of a message begin; a fact of it stands so much further on. */
export const startOf = (message: Message): number => message << 4;

export const numberOf = (messages: MessageStore, message: Message, what: Fact): number =>
  messages.numbers[(message << 4) + what] ?? 0;

export function setNumber(messages: MessageStore, message: Message, what: Fact, to: number): void {
  messages.numbers[(message << 4) + what] = to;
}

/** Infinity when it does not expire. */
export const expiryOf = (messages: MessageStore, message: Message): number =>
  messages.times[(message << 3) + expiry] ?? 0;

export function setExpiry(messages: MessageStore, message: Message, atUs: number): void {
  messages.times[(message << 3) + expiry] = atUs;
}

export const flag = {
  isPersistent: 1,
  /** Whether no other instance may be chosen for it. */
  isBound: 2,
  /** Whether the channel that sends it does so in a batch; a fast nonpersistent message goes beside it. */
  isInBatch: 4,
  /** Its life is over. */
  isGone: 8,
} as const;

export type Flag = (typeof flag)[keyof typeof flag];

export interface MessageStore {
  /** Sixteen numbers a message. */
  numbers: Int32Array;
  /** The same memory, for times. */
  times: Float64Array;
  /** Places that were ever used, the one of `noMessage` included. */
  used: number;
  /** The first of the free places; each names the next one. */
  free: Message;
}

/** Bytes that a message takes. */
export const bytesPerMessage = width * Int32Array.BYTES_PER_ELEMENT;

export const makeMessageStore = (capacity = 64): MessageStore => ({ ...makeRoom(capacity), used: 1, free: noMessage });

function makeRoom(capacity: number): Pick<MessageStore, 'numbers' | 'times'> {
  const numbers = new Int32Array(capacity * width);
  return { numbers, times: new Float64Array(numbers.buffer) };
}

export const hasFlag = (messages: MessageStore, message: Message, which: Flag): boolean =>
  ((messages.numbers[(message << 4) + fact.flags] ?? 0) & which) !== 0;

export function setFlag({ numbers }: MessageStore, message: Message, which: Flag, to: boolean): void {
  const at = startOf(message) + fact.flags;
  const before = numbers[at] ?? 0;
  numbers[at] = to ? before | which : before & ~which;
}

/** A place for a message; its maker fills in what it is from its start. */
export function addMessage(messages: MessageStore): Message {
  const place = takePlace(messages);
  const { numbers } = messages;
  const at = startOf(place);
  for (let what = at + fact.target; what <= at + fact.flags; what++) numbers[what] = 0;
  return place;
}

/** Its life is over; whether its place is free now. */
export function dropMessage(messages: MessageStore, message: Message): boolean {
  setFlag(messages, message, flag.isGone, true);
  if (numberOf(messages, message, fact.holds) > 0) return false;
  setFree(messages, message);
  return true;
}

/** A batch names the message: until `releaseMessage` its place keeps what it was. */
export function holdMessage(messages: MessageStore, message: Message): void {
  setNumber(messages, message, fact.holds, numberOf(messages, message, fact.holds) + 1);
}

/** Whether its place is free now. */
export function releaseMessage(messages: MessageStore, message: Message): boolean {
  const holds = numberOf(messages, message, fact.holds) - 1;
  setNumber(messages, message, fact.holds, holds);
  if (holds > 0 || !hasFlag(messages, message, flag.isGone)) return false;
  setFree(messages, message);
  return true;
}

function setFree(messages: MessageStore, message: Message): void {
  setNumber(messages, message, fact.next, messages.free);
  messages.free = message;
}

function takePlace(messages: MessageStore): Message {
  const place = messages.free;
  if (place !== noMessage) {
    messages.free = numberOf(messages, place, fact.next);
    return place;
  }
  if (startOf(messages.used) === messages.numbers.length) grow(messages);
  return messages.used++;
}

/** By half: a store of millions must not be doubled. */
function grow(messages: MessageStore): void {
  const room = makeRoom(Math.ceil((messages.numbers.length / width) * 1.5));
  room.numbers.set(messages.numbers);
  Object.assign(messages, room);
}
