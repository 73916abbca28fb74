import type { PlanConsumer } from '#core/scenario/plan.ts';
import { connect, instanceName, moveSoon, obstacleFor, reconnectLater, sendTo } from './clients.ts';
import {
  breakOff,
  busySessionsOf,
  type ConsumerRow,
  consumerIn,
  countFailure,
  epochOf,
  failuresOf,
  forgetFailures,
  habitsIn,
  hasIdleSession,
  idleSession,
  isLeavingNow,
  messageIn,
  phaseOf,
  phases,
  placeOf,
  queueReadBy,
  type Session,
  sessionsOf,
  setIdle,
  setQueueRead,
  setTriggers,
  takeInHand,
  triggersOf,
} from './consumer-row.ts';
import { deadLetter } from './dead-letter.ts';
import type { Habits } from './habits.ts';
import { happening, schedule } from './happening.ts';
import { endMessage, idOf, isExpired } from './message.ts';
import { lengthOf, takeFirst } from './message-list.ts';
import { fact, type Message, noMessage, numberOf } from './message-store.ts';
import { reveal, stage, wakeSoon } from './place.ts';
import { completeMessage, putBack } from './processed.ts';
import { reasonText } from './put-checks.ts';
import { isRunning, queueManagerIn } from './queue-manager-row.ts';
import {
  changeDepth,
  isFailed,
  isWakeDueOn,
  nextReaderOf,
  onlyReader,
  ownerOf,
  type QueueRow,
  queueIn,
  setNextReader,
  setReaders,
  setWakeDue,
} from './queue-row.ts';
import { type QueueTerms, termsOf } from './queue-terms.ts';
import { resolveName } from './resolve-name.ts';
import { exponential, random } from './rng.ts';
import { noRow } from './rows.ts';
import { freeRequest, settle } from './settle.ts';
import { leaveInDoubt, recoverTransactions, takesNextStep } from './transaction.ts';
import { lookForTrigger } from './trigger.ts';
import type { Consumer, LocalQueue, World } from './world.ts';

/** A rolled back message is not read again at the same instant, however fast its reader is. */
const leastRedeliveryUs = 1000;

/** Starts it, or lets it wait for its queue manager or its queue: gets are local, a cluster queue elsewhere cannot be read. */
export function startConsumer(world: World, consumer: Consumer, reason: string): void {
  const at = connect(world, consumer);
  if (at === undefined) {
    setConsumerState(world, consumer, 'waiting', obstacleFor(world, consumer));
    reconnectLater(world, consumer);
    return;
  }
  const queue = inputQueueOf(world, consumer);
  if (typeof queue === 'number') {
    consumer.rejected.set(queue, (consumer.rejected.get(queue) ?? 0) + 1);
    world.record?.({
      kind: 'rejected',
      atUs: world.nowUs,
      application: instanceName(consumer),
      queueManager: at.name,
      queue: consumer.plan.queue,
      call: 'MQOPEN',
      reason: queue,
      decision: undefined,
    });
    setConsumerState(world, consumer, 'waiting', reasonText(queue));
    return;
  }
  if (consumer.plan.triggered === true) {
    setConsumerState(world, consumer, 'waiting', 'a trigger message starts it');
    lookForTrigger(world, queue);
  } else beginReading(world, consumer, queue, reason);
}

export function beginReading(world: World, consumer: Consumer, queue: LocalQueue, reason: string): void {
  setQueueRead(world, consumer.row, queue.row);
  forgetFailures(world, consumer.row);
  if (!queue.readers.includes(consumer)) queue.readers.push(consumer);
  countReaders(world, queue);
  setConsumerState(world, consumer, 'running', reason);
  recoverTransactions(world, consumer);
  wakeSoon(world, queue.row);
}

const countReaders = (world: World, queue: LocalQueue): void =>
  setReaders(
    world,
    queue.row,
    queue.readers.map(({ row }) => row),
  );

/** A triggered program ends when nothing is left to do: with EVERY when it has had its messages, else when the queue is empty. */
function endIfDone(world: World, row: ConsumerRow): void {
  if (!world.hasTriggeredReaders || !isTriggered(world, row)) return;
  const consumer = consumerIn(world, row);
  const queue = queueReadBy(world, row);
  if (consumer.state !== 'running' || queue === noRow || busySessionsOf(world, row) > 0) return;
  if (lengthOf(world, queue) > 0 && mayTake(world, row)) return;
  setTriggers(world, row, 0);
  stopConsumer(world, consumer, 'waiting', 'it has nothing left to do, and ends');
}

const isTriggered = (world: World, consumer: ConsumerRow): boolean => habitsIn(world, consumer).triggered === true;

/** Each trigger message of TRIGTYPE(EVERY) is good for one message. */
const mayTake = (world: World, consumer: ConsumerRow): boolean =>
  !world.hasTriggeredReaders ||
  !isTriggered(world, consumer) ||
  queueIn(world, queueReadBy(world, consumer)).definition.trigger?.type !== 'EVERY' ||
  busySessionsOf(world, consumer) < triggersOf(world, consumer);

/** Stops it; what its sessions hold is backed out. */
export function stopConsumer(world: World, consumer: Consumer, state: 'stopped' | 'waiting', reason: string): void {
  const { row } = consumer;
  const read = queueReadBy(world, row);
  for (const session of sessionsOf(world, row)) {
    const message = messageIn(world, session);
    if (message === noMessage) continue;
    if (phaseOf(world, session) === phases.working) backOut(world, row, session, message);
    else leaveInDoubt(world, consumer, session, state);
  }
  if (state === 'stopped') sendTo(world, consumer, undefined);
  if (read !== noRow) {
    const queue = queueIn(world, read);
    const at = queue.readers.indexOf(consumer);
    if (at >= 0) queue.readers.splice(at, 1);
    countReaders(world, queue);
    wakeSoon(world, read);
  }
  setConsumerState(world, consumer, state, reason);
}

/** The local queue that the consumer reads, or MQ's reason why there is none. */
export function inputQueueOf(world: World, consumer: Consumer): LocalQueue | number {
  const at = consumer.queueManager;
  if (at === undefined) return 2058;
  const resolution = resolveName(world, at, consumer.plan.queue, '');
  if (resolution.kind === 'failed') return resolution.reason;
  const name =
    resolution.kind === 'cluster-queue' ? resolution.name : resolution.kind === 'local' ? resolution.queue.name : '';
  const queue = at.locals.get(name);
  if (queue !== undefined && isFailed(world, queue.row)) return 2373;
  return queue ?? (resolution.kind === 'cluster-queue' ? 2085 : 2045);
}

/** Gives waiting messages to idle sessions, one reader after the other. */
export function serveQueue(world: World, queue: QueueRow): void {
  setWakeDue(world, queue, 0);
  if (lengthOf(world, queue) === 0 && !world.hasTriggeredReaders) return;
  const terms = termsOf(world, queue);
  if (!terms.isGetEnabled || !isServed(world, queue)) return;
  while (lengthOf(world, queue) > 0) {
    const reader = nextIdle(world, queue);
    if (reader === noRow) return;
    const message = takeFirst(world, queue);
    if (message === noMessage) return;
    changeDepth(world, queue, -1);
    if (isExpired(world, message)) expire(world, queue, message);
    else if (!isMovedAside(world, terms, queue, reader, message)) hand(world, queue, reader, message);
  }
  if (world.hasTriggeredReaders) for (const { row } of [...queueIn(world, queue).readers]) endIfDone(world, row);
}

const isServed = (world: World, queue: QueueRow): boolean =>
  isRunning(world, ownerOf(world, queue)) && !isFailed(world, queue);

export function finishService(world: World, consumer: ConsumerRow, session: Session, epoch: number): void {
  const message = messageIn(world, session);
  const queue = queueReadBy(world, consumer);
  if (message === noMessage || queue === noRow || epochOf(world, session) !== epoch) return;
  const habits = habitsIn(world, consumer);
  if (phaseOf(world, session) === phases.working && fails(world, habits, message)) {
    failService(world, consumer, session, message);
    return;
  }
  if (habits.xa !== undefined && takesNextStep(world, consumer, session, message, habits.xa)) return;
  setIdle(world, consumer, session);
  forgetFailures(world, consumer);
  if (world.hasTriggeredReaders) setTriggers(world, consumer, triggersOf(world, consumer) - 1);
  completeMessage(world, consumer, queue, message);
  moveIfAsked(world, consumer);
  serveQueue(world, queue);
  endIfDone(world, consumer);
}

function failService(world: World, consumer: ConsumerRow, session: Session, message: Message): void {
  const habits = habitsIn(world, consumer);
  const queue = queueReadBy(world, consumer);
  backOut(world, consumer, session, message);
  setTriggers(world, consumer, triggersOf(world, consumer) - 1);
  countFailure(world, consumer);
  const words = exhausted(world, habits, consumer, message);
  if (words !== undefined) stopConsumer(world, consumerIn(world, consumer), 'stopped', words);
  else if (habits.service.timeUs < leastRedeliveryUs && !isWakeDueOn(world, queue)) {
    setWakeDue(world, queue, 1);
    schedule(world, leastRedeliveryUs, happening.wake, queue);
  } else wakeSoon(world, queue);
  moveIfAsked(world, consumer);
  endIfDone(world, consumer);
}

const fails = (world: World, { poison, failureRate }: Habits<PlanConsumer>, message: Message): boolean =>
  (poison.length > 0 && poison.includes(numberOf(world.messages, message, fact.arrivalOrdinal))) ||
  (failureRate > 0 && random(world.rng) < failureRate);

/** Why the listener stops, if it does: a listener port counts what one message needs, the others what fails in a row. */
function exhausted(
  world: World,
  { listener, maxRetries }: Habits<PlanConsumer>,
  consumer: ConsumerRow,
  message: Message,
): string | undefined {
  const isPort = listener === 'listener-port';
  const failures = isPort ? numberOf(world.messages, message, fact.backouts) : failuresOf(world, consumer);
  if (maxRetries < 0 || failures <= maxRetries) return undefined;
  return isPort ? `one message failed ${failures} times` : `${failures} failures in a row`;
}

/** A uniform cluster has asked it to connect elsewhere, and its work may be done. */
function moveIfAsked(world: World, consumer: ConsumerRow): void {
  if (isLeavingNow(world, consumer)) moveSoon(world, consumerIn(world, consumer));
}

function setConsumerState(world: World, consumer: Consumer, state: Consumer['state'], reason: string): void {
  if (consumer.state === state) return;
  consumer.state = state;
  world.record?.({ kind: 'application', atUs: world.nowUs, application: instanceName(consumer), state, reason });
}

/** The reader that gets the next message; `noRow` when all are busy. */
function nextIdle(world: World, queue: QueueRow): ConsumerRow {
  const only = onlyReader(world, queue);
  if (only !== noRow) {
    if (!isReady(world, only)) return noRow;
    setNextReader(world, queue, 1);
    return only;
  }
  const { readers } = queueIn(world, queue);
  for (let i = 0; i < readers.length; i++) {
    const at = (nextReaderOf(world, queue) + i) % readers.length;
    const reader = readers[at];
    if (reader !== undefined && isReady(world, reader.row)) {
      setNextReader(world, queue, at + 1);
      return reader.row;
    }
  }
  return noRow;
}

/** On a shared queue the readers of a member that is ending get nothing more, the others do. */
const isReady = (world: World, consumer: ConsumerRow): boolean =>
  hasIdleSession(world, consumer) &&
  !isLeavingNow(world, consumer) &&
  isRunning(world, placeOf(world, consumer)) &&
  mayTake(world, consumer);

function hand(world: World, queue: QueueRow, consumer: ConsumerRow, message: Message): void {
  const session = idleSession(world, consumer);
  const { service } = habitsIn(world, consumer);
  const takes = service.distribution === 'exponential' ? exponential(world.rng, service.timeUs) : service.timeUs;
  const epoch = takeInHand(world, consumer, session, message);
  schedule(world, takes, happening.serviceDone, consumer, session, epoch);
  if (world.record !== undefined) recordGet(world, queue, consumer, message, takes);
}

function recordGet(world: World, queue: QueueRow, consumer: ConsumerRow, message: Message, takes: number): void {
  world.record?.({
    kind: 'get',
    atUs: world.nowUs,
    message: idOf(world, message),
    application: instanceName(consumerIn(world, consumer)),
    queueManager: queueIn(world, queue).owner.name,
    queue: queueIn(world, queue).name,
    untilUs: world.nowUs + takes,
  });
}

function backOut(world: World, consumer: ConsumerRow, session: Session, message: Message): void {
  breakOff(world, consumer, session);
  const queue = queueReadBy(world, consumer);
  if (queue !== noRow) putBack(world, consumer, queue, message);
}

/**
 * What MQ classes for JMS do with a message that came back too often: it goes to the backout queue that this instance
 * names, else to the dead-letter queue, else it is delivered again.
 */
function isMovedAside(
  world: World,
  { backoutThreshold, backoutQueue }: QueueTerms,
  queue: QueueRow,
  reader: ConsumerRow,
  message: Message,
): boolean {
  if (backoutThreshold <= 0) return false;
  const backouts = numberOf(world.messages, message, fact.backouts);
  if (backouts < backoutThreshold) return false;
  const at = queueManagerIn(world, placeOf(world, reader)) ?? queueIn(world, queue).owner;
  const why = `backout count ${backouts} has reached BOTHRESH(${backoutThreshold})`;
  const settled =
    backoutQueue === ''
      ? undefined
      : settle(world, at, resolveName(world, at, backoutQueue, ''), freeRequest(world, message, 'put'));
  const placement =
    settled?.kind === 'placed'
      ? {
          ...settled,
          role: settled.role === 'target' ? 'backout' : settled.role,
          reason: why,
        }
      : deadLetter(world, at, message, why);
  if (placement === undefined) return false;
  stage(world, message, placement);
  reveal(world, message, placement);
  return true;
}

function expire(world: World, queue: QueueRow, message: Message): void {
  world.totals.expired++;
  world.record?.({
    kind: 'gone',
    atUs: world.nowUs,
    message: idOf(world, message),
    how: 'expired',
    queueManager: queueIn(world, queue).owner.name,
    reason: 'it expired before anybody read it',
  });
  endMessage(world, message);
}
