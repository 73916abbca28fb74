import { assumes } from './assumptions.ts';
import { type BatchList, clearBatch, countIn, entriesOf, letGoOfBatch, messagesIn, queueOfEntry } from './batch.ts';
import {
  attemptsOf,
  batchOf,
  beginBatch,
  beginEpoch,
  committedOf,
  countBatch,
  countInDoubt,
  countSent,
  doubtOf,
  epochOf,
  hasCommitted,
  isRetiredNow,
  phaseOf,
  phases,
  receivedOf,
  sequenceReceivedOver,
  sequenceSentOver,
  setAttempts,
  setCommitted,
  setPhase,
  setPumpDue,
  setRetired,
  setRetrying,
  setSequenceReceived,
  setSequenceSent,
  setStopsAs,
  stateOf,
  stopsAsOf,
} from './channel-row.ts';
import { recordDoubt, recordLoss, recordReturn, setChannelState } from './channel-state.ts';
import { defineChannel } from './channel-terms.ts';
import { lastHeard, lastUsed, setTime, timeOf } from './channel-times.ts';
import { clearFifo, itemsOf } from './fifo.ts';
import { happening, schedule, scheduleNow } from './happening.ts';
import { isHeld } from './held-receivers.ts';
import { addFirst, lengthOf } from './message-list.ts';
import { flag, hasFlag, noMessage } from './message-store.ts';
import { canReach } from './network.ts';
import { priorityOn, pumpSoon } from './place.ts';
import { changeDepth } from './queue-row.ts';
import { mayReroute, reallocate } from './reallocate.ts';
import { resetFactors } from './reset-factors.ts';
import { beginSwitch, moveToWanted } from './switch-queue.ts';
import { clearWire, isWireEmpty, messagesOnWire } from './wire.ts';
import type { Channel, StopStatus, World } from './world.ts';

/** Begins a session; `finishStart` ends the attempt. */
export function startChannel(world: World, channel: Channel, reason: string): void {
  if (channel.from.state !== 'running' || stateOf(world, channel.row) === 'RUNNING' || isRetiredNow(world, channel.row))
    return;
  newSession(world, channel);
  setStopsAs(world, channel.row, undefined);
  if (stateOf(world, channel.row) === 'STOPPED') channel.wasUnavailable = true;
  bind(world, channel, reason);
}

/**
 * A cluster channel starts for its messages. A sender channel does where its transmission queue is triggered; otherwise an
 * operator is supposed to keep it started, unless the plan assumes that nobody does.
 */
export function startForMessages(world: World, channel: Channel, reason: string): void {
  const { trigger } = channel.transmissionQueue.definition;
  const isTriggered = trigger !== undefined && trigger.initiationQueue !== '';
  if (channel.isCluster || isTriggered || assumes(world, 'untriggered-sender', 'started')) {
    startChannel(world, channel, reason);
  }
}

/** START CHANNEL also begins the count of retries anew. */
export function startByCommand(world: World, channel: Channel): void {
  setAttempts(world, channel.row, 0);
  startChannel(world, channel, 'START CHANNEL');
}

function bind(world: World, channel: Channel, reason: string): void {
  defineChannel(world, channel, channel.nextDefinition ?? channel.definition);
  channel.nextDefinition = undefined;
  if (!beginSwitch(world, channel)) callPartner(world, channel, reason);
}

/** What waited is on the new transmission queue; the start goes on. */
export function finishSwitch(world: World, channel: Channel, epoch: number): void {
  if (epoch !== epochOf(world, channel.row) || stateOf(world, channel.row) !== 'SWITCHING') return;
  moveToWanted(world, channel);
  callPartner(world, channel, 'its transmission queue is settled');
}

function callPartner(world: World, channel: Channel, reason: string): void {
  setChannelState(world, channel, 'BINDING', reason);
  schedule(
    world,
    world.plan.network.channelStartUs,
    happening.channelStarted,
    channel.row,
    epochOf(world, channel.row),
  );
}

export function finishStart(world: World, channel: Channel, epoch: number): void {
  if (epoch !== epochOf(world, channel.row) || stateOf(world, channel.row) !== 'BINDING') return;
  const obstacle = obstacleTo(world, channel) ?? sequenceError(world, channel);
  if (obstacle !== undefined) {
    failChannel(world, channel, obstacle);
    return;
  }
  // It was retrying or stopped: the sender's weighted shares start anew with it.
  if (channel.wasUnavailable) resetFactors(world, channel.from);
  channel.wasUnavailable = false;
  setTime(world.channelTimes, channel.id, lastUsed, world.nowUs);
  setTime(world.channelTimes, channel.id, lastHeard, world.nowUs);
  setChannelState(world, channel, 'RUNNING', 'started');
  resolveDoubt(world, channel);
  pumpSoon(world, channel.row);
  disconnectLater(world, channel);
}

/**
 * The session ends with an error: what was not confirmed goes back to the transmission queue, except what is in doubt,
 * and fast nonpersistent messages on the wire are lost. The channel goes to RETRYING, and while it does the messages
 * that are not bound are given to other channels. (IBM: What happens when a cluster queue manager fails.) Its retries are
 * counted until a batch comes through. (C5.1)
 */
export function failChannel(world: World, channel: Channel, reason: string): void {
  if (!hasSession(world, channel)) return;
  endSession(world, channel, reason);
  if (stopsAsOf(world, channel.row) !== undefined) {
    finishStop(world, channel, reason);
    return;
  }
  if (channel.from.state !== 'running') {
    setChannelState(world, channel, 'INACTIVE', reason);
    return;
  }
  setAttempts(world, channel.row, attemptsOf(world, channel.row) + 1);
  retryLater(world, channel, reason);
  reallocate(world, channel);
}

/** One attempt of a retrying channel. */
export function retryChannel(world: World, channel: Channel, epoch: number): void {
  if (epoch !== epochOf(world, channel.row) || stateOf(world, channel.row) !== 'RETRYING') return;
  channel.retries++;
  if (obstacleTo(world, channel) === undefined) {
    newSession(world, channel);
    bind(world, channel, 'the retry reached its partner');
    return;
  }
  if (mayReroute(world, channel) && assumes(world, 'retry-drives-rerouting', 'yes')) reallocate(world, channel);
  setAttempts(world, channel.row, attemptsOf(world, channel.row) + 1);
  retryLater(world, channel, 'all retries are used up');
}

/** Short retries, then long ones, then STOPPED until somebody starts it. (C5.1, C5.2b) */
function retryLater(world: World, channel: Channel, reason: string): void {
  const { shortRetries, longRetries, shortTimerUs, longTimerUs } = channel.definition;
  channel.wasUnavailable = true;
  if (attemptsOf(world, channel.row) > shortRetries + longRetries) {
    const isNone = shortRetries + longRetries === 0;
    setChannelState(
      world,
      channel,
      'STOPPED',
      isNone ? `${reason}; no retries are allowed` : 'all retries are used up',
    );
    return;
  }
  setChannelState(world, channel, 'RETRYING', reason);
  const pause = attemptsOf(world, channel.row) <= shortRetries ? shortTimerUs : longTimerUs;
  schedule(world, pause, happening.retry, channel.row, epochOf(world, channel.row));
}

/** STOP CHANNEL: the batch is brought to its end first, and what is on the wire arrives, unless it is forced. */
export function stopChannel(
  world: World,
  channel: Channel,
  mode: 'quiesce' | 'force',
  stopsAs: StopStatus,
  reason: string,
): void {
  if (stateOf(world, channel.row) === stopsAs) return;
  setStopsAs(world, channel.row, stopsAs);
  const phase = phaseOf(world, channel.row);
  const isBusy = phase !== phases.idle || isOnTheWay(world, channel);
  if (mode === 'quiesce' && stateOf(world, channel.row) === 'RUNNING' && isBusy) {
    setChannelState(world, channel, 'STOPPING', reason);
    if (phase === phases.filling || phase === phases.idle) {
      setPhase(world, channel.row, phases.idle);
      setPumpDue(world, channel.row, 1);
      scheduleNow(world, happening.pump, channel.row);
    }
    return;
  }
  if (hasSession(world, channel)) endSession(world, channel, reason);
  finishStop(world, channel, reason);
}

/** Fast messages belong to no batch, and may still be under way when it is over. */
export const isOnTheWay = (world: World, { row, inbox }: Channel): boolean =>
  !isWireEmpty(world, row) || inbox.length > 0;

/** A stopped channel waits for START CHANNEL, an inactive one for its next message. */
export function finishStop(world: World, channel: Channel, reason: string): void {
  const state = stopsAsOf(world, channel.row) ?? 'STOPPED';
  setStopsAs(world, channel.row, undefined);
  newSession(world, channel);
  setChannelState(world, channel, state, reason);
  if (state === 'STOPPED' && mayReroute(world, channel) && assumes(world, 'stop-drives-rerouting', 'yes')) {
    reallocate(world, channel);
  }
}

/** The sending queue manager ends: nobody retries until it is back. */
export function dropChannel(world: World, channel: Channel, reason: string): void {
  if (stateOf(world, channel.row) === 'STOPPED') return;
  if (hasSession(world, channel)) endSession(world, channel, reason);
  newSession(world, channel);
  setChannelState(world, channel, 'INACTIVE', reason);
}

/** Its definition is gone: it ends, and nothing starts it. */
export function endForGood(world: World, channel: Channel, reason: string): void {
  if (hasSession(world, channel)) endSession(world, channel, reason);
  newSession(world, channel);
  setRetired(world, channel.row, 1);
  setStopsAs(world, channel.row, undefined);
  setChannelState(world, channel, 'INACTIVE', reason);
}

/** DISCINT: a channel with nothing to send for so long ends; it starts again with the next message. */
export function disconnectIdle(world: World, channel: Channel): void {
  channel.isDisconnectDue = false;
  if (stateOf(world, channel.row) !== 'RUNNING') return;
  const idleUs = world.nowUs - timeOf(world.channelTimes, channel.id, lastUsed);
  const isIdle = phaseOf(world, channel.row) === phases.idle && lengthOf(world, channel.row) === 0;
  if (isIdle && idleUs >= channel.definition.disconnectUs) {
    newSession(world, channel);
    setChannelState(world, channel, 'INACTIVE', 'nothing to send for the disconnect interval');
  } else disconnectLater(world, channel);
}

function disconnectLater(world: World, channel: Channel): void {
  const { disconnectUs } = channel.definition;
  if (channel.isDisconnectDue || disconnectUs <= 0) return;
  channel.isDisconnectDue = true;
  const wait = timeOf(world.channelTimes, channel.id, lastUsed) + disconnectUs - world.nowUs;
  schedule(world, wait > 0 ? wait : disconnectUs, happening.disconnect, channel.row);
}

/** Why the channel cannot start now. */
export function obstacleTo(world: World, channel: Channel): string | undefined {
  const { from, to } = channel;
  if (to.state !== 'running') return `queue manager ${to.name} does not run`;
  if (!canReach(world, from, to)) return `no connection between ${from.name} and ${to.name}`;
  if (!channel.isCluster && !to.pointReceivers.some((receiver) => receiver.name === channel.name)) {
    return `AMQ9519: channel ${channel.name} is not defined at ${to.name}`;
  }
  const wrap = channel.isCluster ? undefined : differingWrap(channel);
  if (wrap !== undefined) return wrap;
  if (isHeld(world, to, channel.name)) return `${channel.name} is stopped at ${to.name}`;
  return undefined;
}

/** Both ends have to count alike. (IBM: Sequence number wrap) */
function differingWrap({ name, to, definition, nextDefinition }: Channel): string | undefined {
  const sends = (nextDefinition ?? definition).sequenceWrap;
  const receives = to.pointReceivers.find((receiver) => receiver.name === name)?.sequenceWrap ?? sends;
  return sends === receives ? undefined : `AMQ9505: SEQWRAP is ${sends} here and ${receives} at ${to.name}`;
}

/** Only sender and server channels check message sequence numbers. RESET CHANNEL at the sender resets both ends. (IBM: RESET CHANNEL) */
function sequenceError(world: World, channel: Channel): string | undefined {
  const { row, from, to, resetTo } = channel;
  const arrived = hasCommitted(world, row) ? countInDoubt(world, row) : 0;
  if (resetTo !== undefined) {
    setSequenceSent(world, row, resetTo - 1);
    setSequenceReceived(world, row, resetTo - 1 + arrived);
    channel.resetTo = undefined;
  }
  const sent = sequenceSentOver(world, row) + arrived;
  const received = sequenceReceivedOver(world, row);
  if (channel.isCluster || sent === received) return undefined;
  return `AMQ9526: message sequence number error, ${from.name} sends ${sent + 1} and ${to.name} expects ${received + 1}`;
}

export function hasSession(world: World, channel: Channel): boolean {
  const state = stateOf(world, channel.row);
  return state !== 'INACTIVE' && state !== 'RETRYING' && state !== 'STOPPED';
}

function newSession(world: World, channel: Channel): void {
  beginEpoch(world, channel.row);
  setPhase(world, channel.row, phases.idle);
  beginBatch(world, channel.row);
  setRetrying(world, channel.row, 0);
  channel.boundArrivals.clear();
}

function endSession(world: World, channel: Channel, reason: string): void {
  for (const message of [...itemsOf(channel.inbox), ...messagesOnWire(world, channel.row)]) {
    if (message === noMessage || hasFlag(world.messages, message, flag.isInBatch)) continue;
    countSent(world, channel.row, -1);
    recordLoss(world, channel.from.name, message, 'lost', `fast nonpersistent message in flight: ${reason}`);
  }
  for (const entry of entriesOf(world, receivedOf(channel.row))) changeDepth(world, queueOfEntry(world, entry), -1);
  clearBatch(world, receivedOf(channel.row));
  leaveBatch(world, channel, reason);
  clearWire(world, channel.row);
  clearFifo(channel.inbox);
  newSession(world, channel);
}

/** What was sent and not confirmed goes back to the transmission queue, or is in doubt until the channel runs again. */
function leaveBatch(world: World, channel: Channel, reason: string): void {
  const { row, transmissionQueue } = channel;
  // A doubt of an earlier session has been told of.
  const isInDoubt = countInDoubt(world, row) > 0 && phaseOf(world, row) === phases.confirming;
  const open = messagesIn(world, isInDoubt ? doubtOf(row) : batchOf(row));
  if (!isInDoubt || !hasCommitted(world, row)) {
    changeDepth(world, transmissionQueue.row, open.length);
    for (const message of open)
      recordReturn(world, channel, message, isInDoubt ? 'in doubt until the channel runs again' : reason);
  }
  if (!isInDoubt) giveBack(world, channel, batchOf(row));
}

/** The partner says whether it committed the batch that was in doubt. */
function resolveDoubt(world: World, channel: Channel): void {
  const { row } = channel;
  const doubt = doubtOf(row);
  const count = countIn(world, doubt);
  if (count === 0) return;
  recordDoubt(world, channel, messagesIn(world, doubt), false);
  if (hasCommitted(world, row)) {
    countBatch(world, row);
    setSequenceSent(world, row, sequenceSentOver(world, row) + count);
    letGoOfBatch(world, doubt);
  } else giveBack(world, channel, doubt);
  clearBatch(world, committedOf(row));
  setCommitted(world, row, 0);
}

/** Messages that the partner does not have are to be sent again. */
export function giveBack(world: World, channel: Channel, list: BatchList): void {
  const batch = messagesIn(world, list);
  letGoOfBatch(world, list);
  for (const message of batch.toReversed()) {
    addFirst(world, channel.row, message, priorityOn(world, channel.transmissionQueue.row, message));
  }
  countSent(world, channel.row, -batch.length);
}
