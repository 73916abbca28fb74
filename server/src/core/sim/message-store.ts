/**
 * A message is a number: its place in the columns of the world's message store. There is no object for a message, so
 * millions can wait. Places are used again; what names a message for people is its `id`, which counts over the whole run.
 */
export type Message = number;

/** The place that is never used: the end of a list, an idle session. */
export const noMessage: Message = 0;

/** What is known of each message, one column a fact. What a message does not have from its start is set to 0 in `addMessage`. */
const columns = {
  /** The message behind it on its list. */
  next: Int32Array,
  /** Counts from 1 over the whole run. */
  id: Uint32Array,
  /** Row of its handle, see `handleOf`. */
  handle: Int32Array,
  /** Its place in the order of the handle's puts. */
  ordinal: Uint32Array,
  /** Its place in the order of the producer's puts, whatever the handle. */
  serial: Uint32Array,
  /** In bytes. */
  size: Int32Array,
  isPersistent: Uint8Array,
  priority: Uint8Array,
  /** Infinity when it does not expire. */
  expiresAtUs: Float64Array,
  /** 0 when it belongs to none, see `groupOf`. */
  group: Int32Array,
  /** Whether no other instance may be chosen for it. */
  isBound: Uint8Array,
  /** What its transmission header says, see `targetOf`. */
  target: Int32Array,
  /** How many came to its queue up to it. */
  arrivalOrdinal: Uint32Array,
  /** Of the queue it was put to last, see `roleOf`. */
  role: Uint8Array,
  backouts: Uint32Array,
  /** Whether the channel that sends it does so in a batch; a fast nonpersistent message goes beside it. */
  isInBatch: Uint8Array,
  /** Batches that name it: its place is not used again while one does. */
  holds: Uint16Array,
  /** 1 when its life is over. */
  isGone: Uint8Array,
} as const;

type Columns = { -readonly [Name in keyof typeof columns]: InstanceType<(typeof columns)[Name]> };

export interface MessageStore extends Columns {
  /** Places that were ever used, the one of `noMessage` included. */
  used: number;
  /** The first of the free places; each names the next one. */
  free: Message;
}

export const makeMessageStore = (capacity = 1024): MessageStore => ({
  ...columnsOf((make) => new make(capacity)),
  used: 1,
  free: noMessage,
});

/** Bytes that a message takes. */
export const bytesPerMessage = Object.values(columns).reduce((sum, column) => sum + column.BYTES_PER_ELEMENT, 0);

/** A place for a message; its maker fills in what it is from its start. */
export function addMessage(messages: MessageStore): Message {
  const place = takePlace(messages);
  messages.isBound[place] = 0;
  messages.target[place] = 0;
  messages.arrivalOrdinal[place] = 0;
  messages.role[place] = 0;
  messages.backouts[place] = 0;
  messages.isInBatch[place] = 0;
  messages.holds[place] = 0;
  messages.isGone[place] = 0;
  return place;
}

/** Its life is over. */
export function dropMessage(messages: MessageStore, message: Message): void {
  messages.isGone[message] = 1;
  if (messages.holds[message] === 0) setFree(messages, message);
}

/** A batch names the message: until `releaseMessage` its place keeps what it was. */
export function holdMessage(messages: MessageStore, message: Message): void {
  messages.holds[message] = (messages.holds[message] ?? 0) + 1;
}

export function releaseMessage(messages: MessageStore, message: Message): void {
  const holds = (messages.holds[message] ?? 1) - 1;
  messages.holds[message] = holds;
  if (holds === 0 && messages.isGone[message] === 1) setFree(messages, message);
}

function setFree(messages: MessageStore, message: Message): void {
  messages.next[message] = messages.free;
  messages.free = message;
}

function takePlace(messages: MessageStore): Message {
  const place = messages.free;
  if (place !== noMessage) {
    messages.free = messages.next[place] ?? noMessage;
    return place;
  }
  if (messages.used === messages.next.length) grow(messages);
  return messages.used++;
}

/** By half: a store of millions must not be doubled. */
function grow(messages: MessageStore): void {
  const capacity = Math.ceil(messages.next.length * 1.5);
  Object.assign(
    messages,
    columnsOf((make, name) => {
      const bigger = new make(capacity);
      bigger.set(messages[name]);
      return bigger;
    }),
  );
}

type Name = keyof typeof columns;
const names = Object.keys(columns) as readonly Name[];

const columnsOf = (make: (column: (typeof columns)[Name], name: Name) => Columns[Name]): Columns =>
  Object.fromEntries(names.map((name) => [name, make(columns[name], name)])) as unknown as Columns;
