import { type ConsumerRow, consumerIn, placeOf, sessionCountOf } from './consumer-row.ts';
import { orderForetoldBy } from './foretold-by.ts';
import { highestOf, producerRowOf, setHighest } from './handle-row.ts';
import { takesTwoWays } from './intra-group.ts';
import { handleOf, handleRowOf, idOf, isAside, isBound, roleOf } from './message.ts';
import { fact, type Message, numberOf } from './message-store.ts';
import { isNeeded } from './needs.ts';
import { violate } from './notes.ts';
import { highestSerialOf, overtakerQueueOf, producerIn, rememberHighest } from './producer-row.ts';
import { ownerNumbered, queueManagerIn } from './queue-manager-row.ts';
import { type QueueRow, queueIn } from './queue-row.ts';
import type { Consumer, LocalQueue, World } from './world.ts';

/** Looks at a message that was just processed: was a later one processed before it, or its like elsewhere, and does anybody mind? */
export function watchProcessed(world: World, queue: QueueRow, consumer: ConsumerRow, message: Message): void {
  if (roleOf(world, message) !== 'target' || isAside(world, message)) return;
  if (world.copies.size > 0 && isCopy(world, queue, message)) return;
  watchOrder(world, queue, consumer, message);
  watchAffinity(world, queue, consumer, message);
}

/** A message that exists twice is processed twice: what RESOLVE CHANNEL made of a batch that the partner had committed. (C3.1) */
function isCopy(world: World, at: QueueRow, message: Message): boolean {
  const original = world.copies.get(idOf(world, message));
  if (original === undefined) return false;
  const queue = queueIn(world, at);
  violate(world, {
    kind: 'duplicate',
    queue: queue.name,
    atUs: world.nowUs,
    message: idOf(world, message),
    detail: `Message ${idOf(world, message)} was processed on ${queue.owner.name}; it is a copy of message ${original}, which had arrived before.`,
    rule: undefined,
  });
  return true;
}

/**
 * Every message that is processed after a later one of its handle counts as out of order. It is a violation only where
 * the queue is declared to need its sequence, whatever handle the program used; or where MQ itself promises the order: one
 * bound handle, one reader with one session, and nobody between who puts messages again, as amqsclm does (IBM: Cluster queues; MQOPEN and clusters).
 */
function watchOrder(world: World, at: QueueRow, consumer: ConsumerRow, message: Message): void {
  const handle = handleRowOf(world, message);
  const producerRow = producerRowOf(world, handle);
  const ordinal = numberOf(world.messages, message, fact.ordinal);
  const serial = numberOf(world.messages, message, fact.serial);
  const before = highestOf(world, handle);
  const isLate = ordinal < before;
  if (isLate) world.totals.outOfOrder++;
  else setHighest(world, handle, ordinal);
  const highestSerial = highestSerialOf(world, producerRow);
  const isOvertaken = serial < highestSerial;
  if (!isOvertaken) rememberHighest(world, producerRow, at, message);
  if (isLate || isOvertaken)
    mindOrder(world, at, consumer, message, isLate ? before : 0, isOvertaken ? highestSerial : 0);
}

/** Does anybody mind? A later one of its handle and of its producer that were processed before it, 0 where there is none. */
function mindOrder(
  world: World,
  at: QueueRow,
  consumer: ConsumerRow,
  message: Message,
  before: number,
  highestSerial: number,
): void {
  const queue = queueIn(world, at);
  const need = highestSerial > 0 ? isNeeded(world, world.needs.sequences, message, queue) : undefined;
  if (need === undefined && (before === 0 || !isPromised(world, queue, consumerIn(world, consumer), message))) return;
  const producerRow = producerRowOf(world, handleRowOf(world, message));
  const producer = producerIn(world, producerRow);
  const ordinal = numberOf(world.messages, message, fact.ordinal);
  const serial = numberOf(world.messages, message, fact.serial);
  if (need !== undefined) {
    violate(world, {
      kind: 'order',
      queue: queue.name,
      atUs: world.nowUs,
      message: idOf(world, message),
      detail: `Message ${serial} of ${producer.plan.name} was processed ${afterOn(queue, highestSerial, queueIn(world, overtakerQueueOf(world, producerRow)))}${because(need.reason)}.`,
      rule: need.rule ?? orderForetoldBy(world, queue, producer, message),
    });
  } else {
    const twoWays = takesTwoWays(producer.queueManager, queue.owner);
    violate(world, {
      kind: 'order',
      queue: queue.name,
      atUs: world.nowUs,
      message: idOf(world, message),
      detail: `Message ${ordinal} of ${producer.plan.name} was processed on ${queue.owner.name} after message ${before}, although both were put with one bound handle and read in one session.${twoWays ? ' Small ones went over intra-group queuing, large ones over channels.' : ''}`,
      rule: twoWays ? 'intra-group-queuing-reorders' : undefined,
    });
  }
}

/** Where it was processed, after which message, and where that one was. */
const afterOn = ({ owner }: LocalQueue, later: number, { owner: other }: LocalQueue): string =>
  other === owner
    ? `after message ${later}, both on ${owner.name}`
    : `on ${owner.name} after message ${later} on ${other.name}`;

const isPromised = (world: World, queue: LocalQueue, consumer: Consumer, message: Message): boolean =>
  isBound(world, message) &&
  !(world.putAgain.size > 0 && world.putAgain.has(idOf(world, message))) &&
  handleOf(world, message).bind === 'on-open' &&
  sessionCountOf(world, consumer.row) === 1 &&
  queue.readers.length === 1 &&
  world.consumers.every(
    (other) =>
      other === consumer ||
      other.plan.queue !== consumer.plan.queue ||
      (other.plan.reconnect !== 'any' &&
        world.queueManagerNamed.get(other.plan.queueManager)?.locals.get(queue.name) !== queue),
  );

/** What must stay together on one queue manager and does not is a violation, once for each application. */
function watchAffinity(world: World, queueRow: QueueRow, consumer: ConsumerRow, message: Message): void {
  if (world.needs.affinities.length === 0) return;
  const queue = queueIn(world, queueRow);
  for (const affinity of world.needs.affinities) {
    if (isNeeded(world, affinity.queues, message, queue) === undefined) continue;
    const party = affinity.partyOf.get(handleOf(world, message).producer.plan.name);
    if (party === undefined || party.isSplit) continue;
    const at = queueManagerIn(world, placeOf(world, consumer)) ?? queue.owner;
    party.queueManager ??= at.id;
    if (party.queueManager === at.id) continue;
    party.isSplit = true;
    violate(world, {
      kind: 'affinity',
      queue: queue.name,
      atUs: world.nowUs,
      message: idOf(world, message),
      detail: `A message of ${handleOf(world, message).producer.plan.name} was processed on ${at.name}, one that belongs with it on ${ownerNumbered(world, party.queueManager ?? at.id)?.name}${because(affinity.need.reason)}.`,
      rule: affinity.need.rule ?? 'split-affinity',
    });
  }
}

const because = (reason: string): string => (reason === '' ? '' : `: ${reason}`);
