import { addToBatchList, clearBatch, countIn, letGoOfBatch, messagesIn, moveBatch } from './batch.ts';
import { failChannel, finishStop, isOnTheWay, startForMessages } from './channel-life.ts';
import {
  batchBytesOf,
  batchCountOf,
  batchOf,
  type ChannelRow,
  channelIn,
  channelNumberOf,
  committedOf,
  countInDoubt,
  countSending,
  doubtOf,
  endBatch,
  epochOf,
  isRetiredNow,
  phaseOf,
  phases,
  queueOfChannel,
  sequenceSentOver,
  setCommitted,
  setPhase,
  setPumpDue,
  setSequenceSent,
  stateOf,
  stopsAsOf,
} from './channel-row.ts';
import { recordDoubt } from './channel-state.ts';
import { type ChannelTerms, channelTermsOf } from './channel-terms.ts';
import { batchStarted, lastHeard, lastUsed, setTime, timeOf } from './channel-times.ts';
import { checkChannelConditions } from './conditions.ts';
import { happening, schedule } from './happening.ts';
import { isHeld } from './held-receivers.ts';
import { endMessage, idOf, isExpired, isPersistent, sizeOf } from './message.ts';
import { lengthOf, takeFirst } from './message-list.ts';
import { flag, type Message, noMessage, setFlag } from './message-store.ts';
import { changeDepth } from './queue-row.ts';
import { termsOf } from './queue-terms.ts';
import { emptyRetired } from './retire-channel.ts';
import { setAside } from './too-long-message.ts';
import { putEndOnWire, putOnWire } from './wire.ts';
import type { Channel, World } from './world.ts';

/** Something may be there to send, or to start the channel for. */
export function pump(world: World, channel: ChannelRow): void {
  setPumpDue(world, channel, 0);
  const state = stateOf(world, channel);
  if (isRetiredNow(world, channel)) emptyRetired(world, channelIn(world, channel));
  else if (state === 'INACTIVE') wake(world, channelIn(world, channel));
  else if (state === 'RUNNING' || state === 'STOPPING') {
    const phase = phaseOf(world, channel);
    if (phase === phases.idle || phase === phases.filling) sendNext(world, channel);
  }
}

function wake(world: World, channel: Channel): void {
  if (lengthOf(world, channel.row) > 0 || countInDoubt(world, channel.row) > 0)
    startForMessages(world, channel, 'messages wait on its transmission queue');
}

/** The message before is wholly on the wire. */
export function wireIsFree(world: World, channel: ChannelRow, epoch: number): void {
  if (epoch !== epochOf(world, channel)) return;
  setPhase(world, channel, phases.idle);
  if (isFull(world, channel, channelTermsOf(world, channel))) requestConfirmation(world, channel);
  else sendNext(world, channel);
}

/** BATCHINT is over. */
export function endFilling(world: World, channel: ChannelRow, epoch: number): void {
  if (epoch !== epochOf(world, channel) || phaseOf(world, channel) !== phases.filling) return;
  requestConfirmation(world, channel);
}

/** The receiver has confirmed the batch. */
export function confirmBatch(world: World, row: ChannelRow, epoch: number): void {
  if (epoch !== epochOf(world, row)) return;
  const doubt = doubtOf(row);
  setTime(world.channelTimes, channelNumberOf(world, row), lastHeard, world.nowUs);
  setSequenceSent(world, row, sequenceSentOver(world, row) + countIn(world, doubt));
  clearBatch(world, committedOf(row));
  setCommitted(world, row, 0);
  if (world.record !== undefined) recordDoubt(world, channelIn(world, row), messagesIn(world, doubt), false);
  letGoOfBatch(world, doubt);
  finishBatch(world, row);
}

function sendNext(world: World, channel: ChannelRow): void {
  const terms = channelTermsOf(world, channel);
  for (;;) {
    const message = nextFor(world, channel);
    if (message === noMessage) {
      rest(world, channel);
      return;
    }
    changeDepth(world, queueOfChannel(world, channel), -1);
    const size = sizeOf(world, message);
    if (isExpired(world, message) || size > terms.maxMessageLength) {
      if (dropUnsendable(world, channelIn(world, channel), message) === 'channel-ended') return;
      continue;
    }
    if (terms.batchIntervalUs > 0 && batchCountOf(world, channel) === 0)
      setTime(world.channelTimes, channelNumberOf(world, channel), batchStarted, world.nowUs);
    countSending(world, channel, size);
    if (isPersistent(world, message) || !terms.isFast) addToBatch(world, channel, message);
    else setFlag(world.messages, message, flag.isInBatch, false);
    putOnWire(world, channel, message);
    const takesUs = Math.round(size * terms.usPerByte);
    if (world.record !== undefined) recordSend(world, channelIn(world, channel), message, takesUs + terms.latencyUs);
    schedule(world, takesUs + terms.latencyUs, happening.arrive, channel, epochOf(world, channel));
    if (takesUs > 0) {
      setPhase(world, channel, phases.sending);
      schedule(world, takesUs, happening.sent, channel, epochOf(world, channel));
      return;
    }
    if (isFull(world, channel, terms)) {
      requestConfirmation(world, channel);
      return;
    }
  }
}

/** `noMessage` when there is none, when the channel is to stop, and while GET(DISABLED) closes its queue. */
const nextFor = (world: World, channel: ChannelRow): Message =>
  lengthOf(world, channel) === 0 ||
  stopsAsOf(world, channel) !== undefined ||
  !termsOf(world, queueOfChannel(world, channel)).isGetEnabled
    ? noMessage
    : takeFirst(world, channel);

function dropUnsendable(world: World, channel: Channel, message: Message): ReturnType<typeof setAside> {
  if (!isExpired(world, message)) return setAside(world, channel, message);
  expire(world, channel, message);
  return 'gone';
}

function recordSend(world: World, { name, from, to }: Channel, message: Message, takesUs: number): void {
  world.record?.({
    kind: 'send',
    atUs: world.nowUs,
    message: idOf(world, message),
    channel: name,
    from: from.name,
    to: to.name,
    untilUs: world.nowUs + takesUs,
  });
}

function addToBatch(world: World, channel: ChannelRow, message: Message): void {
  addToBatchList(world, batchOf(channel), message);
  setFlag(world.messages, message, flag.isInBatch, true);
}

/** A batch ends at BATCHSZ messages, at BATCHLIM, or when nothing is left to send (after BATCHINT, if set). */
const isFull = (world: World, channel: ChannelRow, { batchSize, batchLimit }: ChannelTerms): boolean =>
  batchCountOf(world, channel) >= batchSize || batchBytesOf(world, channel) >= batchLimit;

function rest(world: World, channel: ChannelRow): void {
  if (batchCountOf(world, channel) === 0) {
    beIdle(world, channel);
    return;
  }
  const { batchIntervalUs } = channelTermsOf(world, channel);
  if (batchIntervalUs === 0 || stopsAsOf(world, channel) !== undefined) requestConfirmation(world, channel);
  else fill(world, channel, batchIntervalUs);
}

/** BATCHINT: more may come for the batch until it is over. */
function fill(world: World, channel: ChannelRow, batchIntervalUs: number): void {
  const endsAtUs = timeOf(world.channelTimes, channelNumberOf(world, channel), batchStarted) + batchIntervalUs;
  if (endsAtUs <= world.nowUs) requestConfirmation(world, channel);
  else if (phaseOf(world, channel) !== phases.filling) {
    setPhase(world, channel, phases.filling);
    schedule(world, endsAtUs - world.nowUs, happening.batchFilled, channel, epochOf(world, channel));
  }
}

function beIdle(world: World, row: ChannelRow): void {
  setPhase(world, row, phases.idle);
  setTime(world.channelTimes, channelNumberOf(world, row), lastUsed, world.nowUs);
  const isToStop = stopsAsOf(world, row) !== undefined;
  if (!isToStop && world.heldReceivers.size === 0) return;
  const channel = channelIn(world, row);
  if (isToStop) {
    if (isOnTheWay(world, channel)) waitForArrivals(world, channel);
    else finishStop(world, channel, 'stopped after its last batch');
  } else if (isHeld(world, channel.to, channel.name)) {
    failChannel(world, channel, `${channel.name} was stopped at ${channel.to.name}`);
  }
}

/** Looks again when what was sent last must have arrived. */
function waitForArrivals(world: World, channel: Channel): void {
  setPumpDue(world, channel.row, 1);
  schedule(world, Math.max(channel.link.latencyUs, leastWaitUs), happening.pump, channel.row);
}

/** An arrival may itself wait, for its message to be tried again. */
const leastWaitUs = 1000;

/**
 * The end of a batch. With BATCHHB a partner that was not heard of for so long is asked first whether it is there: until
 * it answers, a failure backs the batch out instead of leaving it in doubt. (C2.1)
 */
function requestConfirmation(world: World, channel: ChannelRow): void {
  if (countIn(world, batchOf(channel)) === 0) {
    finishBatch(world, channel);
    return;
  }
  const { batchHeartbeatUs, latencyUs } = channelTermsOf(world, channel);
  const heardAtUs = timeOf(world.channelTimes, channelNumberOf(world, channel), lastHeard);
  if (batchHeartbeatUs > 0 && world.nowUs - heardAtUs >= batchHeartbeatUs) {
    setPhase(world, channel, phases.checking);
    schedule(world, 2 * latencyUs, happening.batchHeartbeat, channel, epochOf(world, channel));
  } else goInDoubt(world, channel);
}

/** The partner has answered the heartbeat. */
export function endHeartbeat(world: World, channel: ChannelRow, epoch: number): void {
  if (epoch !== epochOf(world, channel) || phaseOf(world, channel) !== phases.checking) return;
  setTime(world.channelTimes, channelNumberOf(world, channel), lastHeard, world.nowUs);
  goInDoubt(world, channel);
}

/** From here until the answer the sender is in doubt about the batch. Fast nonpersistent messages are no part of it. */
function goInDoubt(world: World, channel: ChannelRow): void {
  setPhase(world, channel, phases.confirming);
  moveBatch(world, batchOf(channel), doubtOf(channel));
  setCommitted(world, channel, 0);
  if (world.record !== undefined)
    recordDoubt(world, channelIn(world, channel), messagesIn(world, doubtOf(channel)), true);
  putEndOnWire(world, channel);
  // What a plan wants to happen in doubt comes first, however fast the answer would be.
  if (world.waitingConditions.size > 0) checkChannelConditions(world, channelIn(world, channel), 'in-doubt');
  schedule(world, channelTermsOf(world, channel).latencyUs, happening.arrive, channel, epochOf(world, channel));
}

function finishBatch(world: World, channel: ChannelRow): void {
  endBatch(world, channel);
  sendNext(world, channel);
}

function expire(world: World, channel: Channel, message: Message): void {
  world.totals.expired++;
  world.record?.({
    kind: 'gone',
    atUs: world.nowUs,
    message: idOf(world, message),
    how: 'expired',
    queueManager: channel.from.name,
    reason: 'it expired on the transmission queue',
  });
  endMessage(world, message);
}
