import { noMessages, nothingReceived, withOneMore } from './batch-lists.ts';
import { failChannel, finishStop, isOnTheWay, startForMessages } from './channel-life.ts';
import { recordDoubt } from './channel-state.ts';
import { checkChannelConditions } from './conditions.ts';
import { happening, schedule } from './happening.ts';
import { isHeld } from './held-receivers.ts';
import { endMessage, idOf, isExpired, isPersistent, sizeOf } from './message.ts';
import { lengthOf, takeFirst } from './message-list.ts';
import { flag, holdMessage, type Message, noMessage, releaseMessage, setFlag } from './message-store.ts';
import { changeDepth } from './queue-row.ts';
import { emptyRetired } from './retire-channel.ts';
import { setAside } from './too-long-message.ts';
import { putEndOnWire, putOnWire } from './wire.ts';
import type { Channel, World } from './world.ts';

/** Something may be there to send, or to start the channel for. */
export function pump(world: World, channel: Channel): void {
  channel.isPumpDue = false;
  if (channel.isRetired) emptyRetired(world, channel);
  else if (channel.state === 'INACTIVE' && (lengthOf(world, channel.waiting) > 0 || channel.inDoubt.length > 0)) {
    startForMessages(world, channel, 'messages wait on its transmission queue');
  } else if (channel.state === 'RUNNING' || channel.state === 'STOPPING') {
    if (channel.phase === 'idle' || channel.phase === 'filling') sendNext(world, channel);
  }
}

/** The message before is wholly on the wire. */
export function wireIsFree(world: World, channel: Channel, epoch: number): void {
  if (epoch !== channel.epoch) return;
  channel.phase = 'idle';
  if (isFull(channel)) requestConfirmation(world, channel);
  else sendNext(world, channel);
}

/** BATCHINT is over. */
export function endFilling(world: World, channel: Channel, epoch: number): void {
  if (epoch !== channel.epoch || channel.phase !== 'filling') return;
  requestConfirmation(world, channel);
}

/** The receiver has confirmed the batch. */
export function confirmBatch(world: World, channel: Channel, epoch: number): void {
  if (epoch !== channel.epoch) return;
  const confirmed = channel.inDoubt;
  channel.lastHeardAtUs = world.nowUs;
  channel.sequence.sent += confirmed.length;
  channel.inDoubt = noMessages;
  channel.committed = nothingReceived;
  channel.wasCommitted = false;
  if (world.record !== undefined) recordDoubt(world, channel, confirmed, false);
  for (const message of channel.batch) releaseMessage(world.messages, message);
  channel.batch = noMessages;
  finishBatch(world, channel);
}

function sendNext(world: World, channel: Channel): void {
  const { definition, link } = channel;
  for (;;) {
    const takesNone = channel.stopsAs !== undefined || !channel.transmissionQueue.definition.isGetEnabled;
    const message = takesNone ? noMessage : takeFirst(world, channel.waiting);
    if (message === noMessage) {
      rest(world, channel);
      return;
    }
    changeDepth(world, channel.transmissionQueue.row, -1);
    const size = sizeOf(world, message);
    if (isExpired(world, message) || size > definition.maxMessageLength) {
      if (dropUnsendable(world, channel, message) === 'channel-ended') return;
      continue;
    }
    if (channel.batchCount++ === 0) channel.batchStartedAtUs = world.nowUs;
    channel.batchBytes += size;
    channel.sent++;
    if (isPersistent(world, message) || !definition.isFast) addToBatch(world, channel, message);
    else setFlag(world.messages, message, flag.isInBatch, false);
    putOnWire(world, channel.waiting, message);
    const takesUs = Math.round(size * link.usPerByte);
    if (world.record !== undefined) recordSend(world, channel, message, takesUs + link.latencyUs);
    schedule(world, takesUs + link.latencyUs, happening.arrive, channel.id, channel.epoch);
    if (takesUs > 0) {
      channel.phase = 'sending';
      schedule(world, takesUs, happening.sent, channel.id, channel.epoch);
      return;
    }
    if (isFull(channel)) {
      requestConfirmation(world, channel);
      return;
    }
  }
}

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

function addToBatch(world: World, channel: Channel, message: Message): void {
  channel.batch = withOneMore(channel.batch, message);
  setFlag(world.messages, message, flag.isInBatch, true);
  holdMessage(world.messages, message);
}

/** A batch ends at BATCHSZ messages, at BATCHLIM, or when nothing is left to send (after BATCHINT, if set). */
const isFull = ({ batchCount, batchBytes, definition }: Channel): boolean =>
  batchCount >= definition.batchSize || batchBytes >= definition.batchLimit;

function rest(world: World, channel: Channel): void {
  if (channel.batchCount === 0) {
    channel.phase = 'idle';
    channel.lastUsedAtUs = world.nowUs;
    if (channel.stopsAs !== undefined) {
      if (isOnTheWay(world, channel)) waitForArrivals(world, channel);
      else finishStop(world, channel, 'stopped after its last batch');
    } else if (isHeld(world, channel.to, channel.name)) {
      failChannel(world, channel, `${channel.name} was stopped at ${channel.to.name}`);
    }
    return;
  }
  const endsAtUs = channel.batchStartedAtUs + channel.definition.batchIntervalUs;
  if (endsAtUs <= world.nowUs || channel.stopsAs !== undefined) requestConfirmation(world, channel);
  else if (channel.phase !== 'filling') {
    channel.phase = 'filling';
    schedule(world, endsAtUs - world.nowUs, happening.batchFilled, channel.id, channel.epoch);
  }
}

/** Looks again when what was sent last must have arrived. */
function waitForArrivals(world: World, channel: Channel): void {
  channel.isPumpDue = true;
  schedule(world, Math.max(channel.link.latencyUs, leastWaitUs), happening.pump, channel.id);
}

/** An arrival may itself wait, for its message to be tried again. */
const leastWaitUs = 1000;

/**
 * The end of a batch. With BATCHHB a partner that was not heard of for so long is asked first whether it is there: until
 * it answers, a failure backs the batch out instead of leaving it in doubt. (C2.1)
 */
function requestConfirmation(world: World, channel: Channel): void {
  const { batchHeartbeatUs } = channel.definition;
  if (channel.batch.length === 0) finishBatch(world, channel);
  else if (batchHeartbeatUs > 0 && world.nowUs - channel.lastHeardAtUs >= batchHeartbeatUs) {
    channel.phase = 'checking';
    schedule(world, 2 * channel.link.latencyUs, happening.batchHeartbeat, channel.id, channel.epoch);
  } else goInDoubt(world, channel);
}

/** The partner has answered the heartbeat. */
export function endHeartbeat(world: World, channel: Channel, epoch: number): void {
  if (epoch !== channel.epoch || channel.phase !== 'checking') return;
  channel.lastHeardAtUs = world.nowUs;
  goInDoubt(world, channel);
}

/** From here until the answer the sender is in doubt about the batch. Fast nonpersistent messages are no part of it. */
function goInDoubt(world: World, channel: Channel): void {
  channel.phase = 'confirming';
  channel.inDoubt = channel.batch;
  channel.wasCommitted = false;
  if (world.record !== undefined) recordDoubt(world, channel, channel.inDoubt, true);
  putEndOnWire(world, channel.waiting);
  // What a plan wants to happen in doubt comes first, however fast the answer would be.
  checkChannelConditions(world, channel, 'in-doubt');
  schedule(world, channel.link.latencyUs, happening.arrive, channel.id, channel.epoch);
}

function finishBatch(world: World, channel: Channel): void {
  channel.batches++;
  channel.attempts = 0;
  channel.batchCount = 0;
  channel.batchBytes = 0;
  channel.phase = 'idle';
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
