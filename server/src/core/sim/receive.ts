import { arrivalRequest, elsewhere, withItsGroup } from './arrive-elsewhere.ts';
import { assumes } from './assumptions.ts';
import {
  addReceived,
  clearBatch,
  countIn,
  entryAfter,
  firstEntry,
  keepInBatch,
  messageOf,
  messagesIn,
  moveBatch,
  placementOf,
  queueOfEntry,
} from './batch.ts';
import { failChannel } from './channel-life.ts';
import {
  batchOf,
  type ChannelRow,
  channelIn,
  committedOf,
  doubtOf,
  epochOf,
  isRetryingOn,
  messageRetriesLeftOn,
  partnerOf,
  receivedOf,
  sequenceReceivedOver,
  sequenceSentOver,
  setAttempts,
  setCommitted,
  setMessageRetriesLeft,
  setRetrying,
  setSequenceReceived,
  setSequenceSent,
} from './channel-row.ts';
import { recordDoubt, recordLoss } from './channel-state.ts';
import { channelTermsOf } from './channel-terms.ts';
import { deadLetter } from './dead-letter.ts';
import { peekFirst, pushLast, shiftFirst } from './fifo.ts';
import { happening, schedule } from './happening.ts';
import { cargoOf, isBound, letGo, setRole, sizeOf, targetOf } from './message.ts';
import { fact, flag, hasFlag, type Message, noMessage, numberOf, setFlag } from './message-store.ts';
import { bindOf, defaultsOf } from './open-queue.ts';
import { arriveOn, reveal, stage } from './place.ts';
import { reasonText, refusalOf } from './put-checks.ts';
import { maxMessageLengthOf, type QueueManagerRow, versionOf } from './queue-manager-row.ts';
import { deepen, type QueueRow } from './queue-row.ts';
import { isPlain } from './queue-terms.ts';
import { waitForName } from './repository/ask.ts';
import { isChoice, resolveTarget } from './resolve-name.ts';
import { returnToSender } from './return-to-sender.ts';
import { noRow } from './rows.ts';
import { type Settled, settle, settleHere } from './settle.ts';
import { queueMeantAt } from './target-row.ts';
import { takeFromWire } from './wire.ts';
import type { Channel, Placement, World } from './world.ts';

/** A message, or the end of a batch, has come in. */
export function arrive(world: World, channel: ChannelRow, epoch: number): void {
  if (epoch !== epochOf(world, channel)) return;
  const message = takeFromWire(world, channel);
  if (isRetryingOn(world, channel) || !takeIn(world, channel, message))
    pushLast(channelIn(world, channel).inbox, message);
}

/** MRTMR is over: the receiver tries its message again. */
export function retryMessage(world: World, channel: ChannelRow, epoch: number): void {
  if (epoch !== epochOf(world, channel)) return;
  setRetrying(world, channel, 0);
  const { inbox } = channelIn(world, channel);
  while (inbox.length > 0 && takeIn(world, channel, peekFirst(inbox))) shiftFirst(inbox);
}

/** Handles what has come in; false when it has to wait for another try. When it ends the channel nothing is left to handle. */
function takeIn(world: World, channel: ChannelRow, message: Message): boolean {
  if (message === noMessage) commitBatch(world, channel);
  else if (!acceptStraight(world, channel, message)) {
    const result = receive(world, channelIn(world, channel), message);
    if (result !== 'done') {
      tryLater(world, channelIn(world, channel), result);
      return false;
    }
  }
  setMessageRetriesLeft(world, channel, -1);
  return true;
}

function tryLater(world: World, { row, definition }: Channel, result: Exclude<Receipt, 'done'>): void {
  const afterUs = result === 'try-again' ? definition.messageRetryUs : result.openTakesUs;
  setRetrying(world, row, 1);
  schedule(world, afterUs, happening.messageRetry, row, epochOf(world, row));
}

function commitBatch(world: World, channel: ChannelRow): void {
  revealReceived(world, channel);
  moveBatch(world, receivedOf(channel), committedOf(channel));
  setCommitted(world, channel, 1);
  schedule(world, channelTermsOf(world, channel).latencyUs, happening.confirmed, channel, epochOf(world, channel));
}

function revealReceived(world: World, channel: ChannelRow): void {
  const received = receivedOf(channel);
  const at = partnerOf(world, channel);
  for (let entry = firstEntry(world, received); entry !== noRow; entry = entryAfter(world, entry)) {
    const placement = placementOf(world, entry);
    if (placement === undefined) arriveStraight(world, messageOf(world, entry), queueOfEntry(world, entry), at);
    else reveal(world, messageOf(world, entry), placement);
  }
  setSequenceReceived(world, channel, sequenceReceivedOver(world, channel) + countIn(world, received));
}

/** Its reader can see it. */
function arriveStraight(world: World, message: Message, queue: QueueRow, at: QueueManagerRow): void {
  setFlag(world.messages, message, flag.isBound, true);
  setRole(world, message, 'target');
  arriveOn(world, message, queue, at);
}

type Receipt = 'done' | 'try-again' | { readonly openTakesUs: number };

/**
 * The receiver's put. When it fails: another instance for a message that is not bound, then message retry, then back to the
 * sender if the message asks for that, then the dead-letter queue; without one a fast nonpersistent message is discarded, and
 * any other ends the channel. (C6; IBM: What happens when a message cannot be delivered.)
 */
function receive(world: World, channel: Channel, message: Message): Receipt {
  const settled = settleArrival(world, channel, message);
  if (settled.kind === 'placed') return accept(world, channel, message, settled);
  return receiveOtherwise(world, channel, message, settled.reason);
}

/**
 * The queue that the message before with the same header came to, where this one comes to it as well: as `settleArrival` would have
 * it, from rows that stand side by side (see `worn-way.ts`). `noRow` where it has to be looked at in full.
 */
function straightTo(world: World, at: QueueManagerRow, message: Message): QueueRow {
  const { messages } = world;
  if (world.record !== undefined || numberOf(messages, message, fact.group) !== 0) return noRow;
  const queue = queueMeantAt(world, numberOf(messages, message, fact.target), at, versionOf(world, at));
  const isFit =
    queue !== noRow &&
    sizeOf(world, message) <= maxMessageLengthOf(world, at) &&
    isPlain(world, queue) &&
    refusalOf(world, queue, cargoOf(world, message)) === 0;
  return isFit ? queue : noRow;
}

/** It cannot be put where it is to go. */
function receiveOtherwise(world: World, channel: Channel, message: Message, reason: number): Receipt {
  if (isOfUnknownName(reason)) {
    const { queue, queueManager } = targetOf(world, message);
    const openTakesUs = waitForName(world, channel.to, { queue, objectQueueManager: queueManager });
    if (openTakesUs !== undefined) return { openTakesUs };
  }
  const retriesFirst =
    reason !== 2085 && !isBound(world, message) && assumes(world, 'arrival-tries-first', 'message-retry');
  if (retriesFirst && isWorthRetrying(world, channel, message, reason)) return 'try-again';
  const instead = elsewhere(world, channel, message, reason);
  if (instead !== undefined) {
    world.totals.rerouted++;
    return accept(world, channel, message, instead);
  }
  if (!retriesFirst && isWorthRetrying(world, channel, message, reason)) return 'try-again';
  const why = `${targetOf(world, message).queue}: ${reasonText(reason)}`;
  const returned = returnToSender(world, channel.to, message, why);
  if (returned !== undefined) return accept(world, channel, message, returned);
  const dead = channel.definition.usesDeadLetterQueue ? deadLetter(world, channel.to, message, why) : undefined;
  if (dead !== undefined) return accept(world, channel, message, dead);
  if (!hasFlag(world.messages, message, flag.isInBatch)) {
    recordLoss(world, channel.to.name, message, 'discarded', `${why}, and no dead-letter queue takes it`);
    return 'done';
  }
  endChannel(world, channel, `${why}, and no dead-letter queue takes it`);
  return 'done';
}

/** The queue, or what its alias stands for, or the queue manager. */
const isOfUnknownName = (reason: number): boolean =>
  reason === 2085 || reason === 2082 || reason === 2087 || reason === 2184 || reason === 2189;

function settleArrival(world: World, channel: Channel, message: Message): Settled {
  const at = channel.to;
  const moved = withItsGroup(world, at, message);
  if (moved !== undefined) return moved;
  if (sizeOf(world, message) > at.definition.maxMessageLength) {
    return { kind: 'refused', reason: 2031, decision: undefined };
  }
  const target = numberOf(world.messages, message, fact.target);
  const resolution = resolveTarget(world, at, target);
  if (resolution.kind === 'local') return settleHere(world, at, resolution, cargoOf(world, message));
  const arrivedOver = channel.isCluster ? 'cluster-channel' : 'other-channel';
  const request = arrivalRequest(world, message, arrivedOver);
  if (!isChoice(resolution)) return settle(world, at, resolution, request);
  const boundTo = channel.boundArrivals.get(target);
  const bind = bindOf('as-q-def', defaultsOf(world, at, resolution));
  const settled = settle(world, at, resolution, { ...request, bind, boundTo, isBound: bind === 'on-open' });
  // The receiver keeps its queue open, and with it a choice that binds on open.
  if (settled.kind === 'placed' && settled.route !== undefined && bind === 'on-open' && boundTo === undefined) {
    channel.boundArrivals.set(target, settled.route);
  }
  return settled;
}

function accept(world: World, channel: Channel, message: Message, placement: Placement): 'done' {
  stage(world, message, placement);
  if (hasFlag(world.messages, message, flag.isInBatch))
    addReceived(world, receivedOf(channel.row), { message, queue: placement.row, placement });
  else reveal(world, message, placement);
  return 'done';
}

/** False when it has to be looked at in full. */
function acceptStraight(world: World, channel: ChannelRow, message: Message): boolean {
  const at = partnerOf(world, channel);
  const queue = straightTo(world, at, message);
  if (queue === noRow) return false;
  deepen(world, queue);
  if (hasFlag(world.messages, message, flag.isInBatch))
    addReceived(world, receivedOf(channel), { message, queue, placement: undefined });
  else arriveStraight(world, message, queue, at);
  return true;
}

/** MRRTY: reasons that may pass by themselves are tried again a few times before the message is given up. */
function isWorthRetrying(world: World, channel: Channel, message: Message, reason: number): boolean {
  const type = channel.to.queues.get(targetOf(world, message).queue)?.type;
  if (type === 'QALIAS' || type === 'QREMOTE' || (reason !== 2053 && reason !== 2051 && reason !== 2373)) return false;
  const known = messageRetriesLeftOn(world, channel.row);
  const left = known < 0 ? channel.definition.messageRetries : known;
  setMessageRetriesLeft(world, channel.row, left - 1);
  return left > 0;
}

/** The receiver commits what it could put before this message and ends; the rest goes back to the sender. */
function endChannel(world: World, channel: Channel, reason: string): void {
  const { row } = channel;
  const doubt = doubtOf(row);
  if (countIn(world, doubt) > 0) {
    recordDoubt(world, channel, messagesIn(world, doubt), false);
    moveBatch(world, doubt, batchOf(row));
  }
  revealReceived(world, row);
  const received = receivedOf(row);
  const done = new Set(messagesIn(world, received));
  clearBatch(world, received);
  // Both ends count what was committed; the partner says so before it ends.
  setSequenceSent(world, row, sequenceSentOver(world, row) + done.size);
  if (done.size > 0) setAttempts(world, row, 0);
  keepInBatch(world, batchOf(row), (message) => !done.has(message));
  for (const message of done) letGo(world, message);
  failChannel(world, channel, reason);
}
