import { entriesOf, letGoOfBatch, messageOf, targetThen, wasBoundThen } from './batch.ts';
import { doubtOf } from './channel-row.ts';
import { addUse } from './handle-row.ts';
import { handleOf, idOf, setRole, targetOf } from './message.ts';
import { addFirst } from './message-list.ts';
import {
  addMessage,
  expiryOf,
  fact,
  flag,
  hasFlag,
  type Message,
  numberOf,
  setExpiry,
  setFlag,
  setNumber,
} from './message-store.ts';
import { priorityOn } from './place.ts';
import { changeDepth } from './queue-row.ts';
import { recordPut } from './record-put.ts';
import type { Row } from './rows.ts';
import type { Channel, Handle, World } from './world.ts';

/**
 * The sender keeps messages that the receiver has committed as well: from here on they are messages of their own, which
 * stand at the front of the transmission queue as the originals did.
 */
export function copyMessages(world: World, channel: Channel): void {
  const doubt = doubtOf(channel.row);
  const copies = entriesOf(world, doubt).map((entry) => copyOf(world, channel, entry));
  letGoOfBatch(world, doubt);
  for (const copy of copies.toReversed()) {
    addFirst(world, channel.row, copy, priorityOn(world, channel.transmissionQueue.row, copy));
  }
}

function copyOf(world: World, channel: Channel, entry: Row): Message {
  const { messages } = world;
  const original = messageOf(world, entry);
  const copy = addCopy(world, original, handleOf(world, original));
  setNumber(messages, copy, fact.target, targetThen(world, entry));
  setFlag(messages, copy, flag.isBound, wasBoundThen(world, entry));
  setRole(world, copy, 'transmission');
  changeDepth(world, channel.transmissionQueue.row, 1);
  record(world, channel, copy, handleOf(world, original));
  return copy;
}

/** A duplicate: a message of its own that says the same; where it stands is the caller's. */
export function addCopy(world: World, original: Message, handle: Handle): Message {
  const copy = makeCopy(world, original, handle);
  const aside = world.asides.get(idOf(world, original));
  if (aside !== undefined) world.asides.set(idOf(world, copy), aside);
  world.copies.set(idOf(world, copy), idOf(world, original));
  world.totals.duplicated++;
  return copy;
}

/** Another message like it, made on purpose. */
export function makeCopy(world: World, original: Message, handle: Handle): Message {
  const { messages } = world;
  const copy = addMessage(messages);
  for (const what of copiedFacts) setNumber(messages, copy, what, numberOf(messages, original, what));
  setFlag(messages, copy, flag.isPersistent, hasFlag(messages, original, flag.isPersistent));
  setExpiry(messages, copy, expiryOf(messages, original));
  setNumber(messages, copy, fact.id, world.nextMessage++);
  setNumber(messages, copy, fact.handle, handle.row);
  addUse(world, handle.row);
  return copy;
}

const copiedFacts = [fact.ordinal, fact.serial, fact.size, fact.priority, fact.group] as const;

function record(world: World, channel: Channel, copy: Message, { producer }: Handle): void {
  const { from, to, transmissionQueue, name } = channel;
  const message = idOf(world, copy);
  if (world.record)
    recordPut(world, copy, {
      application: producer.plan.name,
      queueManager: from.name,
      queue: producer.plan.queue,
      copyOf: world.copies.get(message),
      decision: undefined,
    });
  world.record?.({
    kind: 'enqueue',
    atUs: world.nowUs,
    message,
    queueManager: from.name,
    queue: transmissionQueue.name,
    role: 'transmission',
    target: { queueManager: to.name, queue: targetOf(world, copy).queue, channel: name },
    reason: `RESOLVE CHANNEL ACTION(BACKOUT), but ${to.name} had committed it`,
    decision: undefined,
  });
}
