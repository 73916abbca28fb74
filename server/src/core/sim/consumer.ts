import { connect, instanceName, moveSoon, obstacleFor, reconnectLater } from './clients.ts';
import { deadLetter } from './dead-letter.ts';
import { happening, schedule } from './happening.ts';
import { endMessage, idOf, isExpired } from './message.ts';
import { takeFirst } from './message-list.ts';
import { type Message, noMessage } from './message-store.ts';
import { reveal, stage, wakeSoon } from './place.ts';
import { completeMessage, putBack } from './processed.ts';
import { reasonText } from './put-checks.ts';
import { resolveName } from './resolve-name.ts';
import { exponential, random } from './rng.ts';
import { breakOff, idleSession, phases, placesOf, setIdle, takeInHand } from './sessions.ts';
import { freeRequest, settle } from './settle.ts';
import { leaveInDoubt, recoverTransactions, takesNextStep } from './transaction.ts';
import { lookForTrigger } from './trigger.ts';
import type { Consumer, LocalQueue, QueueManager, World } from './world.ts';

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
  consumer.queue = queue;
  consumer.failuresInRow = 0;
  if (!queue.readers.includes(consumer)) queue.readers.push(consumer);
  setConsumerState(world, consumer, 'running', reason);
  recoverTransactions(world, consumer);
  wakeSoon(world, queue);
}

/** A triggered program ends when nothing is left to do: with EVERY when it has had its messages, else when the queue is empty. */
function endIfDone(world: World, consumer: Consumer): void {
  if (!isTriggered(consumer)) return;
  const { queue } = consumer;
  if (consumer.state !== 'running' || queue === undefined || consumer.busySessions > 0) return;
  if (queue.messages.length > 0 && mayTake(consumer)) return;
  consumer.triggers = 0;
  stopConsumer(world, consumer, 'waiting', 'it has nothing left to do, and ends');
}

const isTriggered = ({ habits }: Consumer): boolean => habits.triggered === true;

/** Each trigger message of TRIGTYPE(EVERY) is good for one message. */
const mayTake = (consumer: Consumer): boolean =>
  !isTriggered(consumer) ||
  consumer.queue?.definition.trigger?.type !== 'EVERY' ||
  consumer.busySessions < consumer.triggers;

/** Stops it; what its sessions hold is backed out. */
export function stopConsumer(world: World, consumer: Consumer, state: 'stopped' | 'waiting', reason: string): void {
  const { sessions } = world;
  for (const session of placesOf(consumer)) {
    const message = sessions.message[session] ?? noMessage;
    if (message === noMessage) continue;
    if (sessions.phase[session] === phases.working) backOut(world, consumer, session, message);
    else leaveInDoubt(world, consumer, session, state);
  }
  if (state === 'stopped') consumer.movingTo = undefined;
  const { queue } = consumer;
  if (queue !== undefined) {
    const at = queue.readers.indexOf(consumer);
    if (at >= 0) queue.readers.splice(at, 1);
    wakeSoon(world, queue);
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
  if (queue?.isFailed) return 2373;
  return queue ?? (resolution.kind === 'cluster-queue' ? 2085 : 2045);
}

/** Gives waiting messages to idle sessions, one reader after the other. */
export function serveQueue(world: World, queue: LocalQueue): void {
  queue.isWakeDue = false;
  if (queue.owner.state !== 'running' || queue.isFailed || !queue.terms.isGetEnabled) return;
  while (queue.messages.length > 0) {
    const reader = nextIdle(queue);
    if (reader === undefined) return;
    const message = takeFirst(world.messages, queue.messages);
    if (message === noMessage) return;
    queue.depth--;
    if (isExpired(world, message)) expire(world, queue, message);
    else if (!isMovedAside(world, queue, reader.queueManager ?? queue.owner, message))
      hand(world, queue, reader, message);
  }
  if (world.hasTriggeredReaders) for (const reader of [...queue.readers]) endIfDone(world, reader);
}

export function finishService(world: World, consumer: Consumer, session: number, epoch: number): void {
  const { sessions } = world;
  const message = sessions.message[session] ?? noMessage;
  const { queue, habits } = consumer;
  if (message === noMessage || queue === undefined || sessions.epoch[session] !== epoch) return;
  if (sessions.phase[session] === phases.working && fails(world, consumer, message)) {
    backOut(world, consumer, session, message);
    consumer.triggers--;
    consumer.failuresInRow++;
    const words = exhausted(world, consumer, message);
    if (words !== undefined) stopConsumer(world, consumer, 'stopped', words);
    else if (habits.service.timeUs < leastRedeliveryUs && !queue.isWakeDue) {
      queue.isWakeDue = true;
      schedule(world, leastRedeliveryUs, happening.wake, queue.id);
    } else wakeSoon(world, queue);
    moveSoon(world, consumer);
    endIfDone(world, consumer);
    return;
  }
  if (takesNextStep(world, consumer, session, message)) return;
  setIdle(sessions, consumer, session);
  consumer.failuresInRow = 0;
  consumer.triggers--;
  completeMessage(world, consumer, queue, message);
  moveSoon(world, consumer);
  serveQueue(world, queue);
  endIfDone(world, consumer);
}

const fails = (world: World, { habits: { poison, failureRate } }: Consumer, message: Message): boolean =>
  (poison.length > 0 && poison.includes(world.messages.arrivalOrdinal[message] ?? 0)) ||
  (failureRate > 0 && random(world.rng) < failureRate);

/** Why the listener stops, if it does: a listener port counts what one message needs, the others what fails in a row. */
function exhausted(world: World, { plan, failuresInRow }: Consumer, message: Message): string | undefined {
  const isPort = plan.listener === 'listener-port';
  const failures = isPort ? (world.messages.backouts[message] ?? 0) : failuresInRow;
  if (plan.maxRetries < 0 || failures <= plan.maxRetries) return undefined;
  return isPort ? `one message failed ${failures} times` : `${failures} failures in a row`;
}

function setConsumerState(world: World, consumer: Consumer, state: Consumer['state'], reason: string): void {
  if (consumer.state === state) return;
  consumer.state = state;
  world.record?.({ kind: 'application', atUs: world.nowUs, application: instanceName(consumer), state, reason });
}

function nextIdle(queue: LocalQueue): Consumer | undefined {
  const { readers } = queue;
  for (let i = 0; i < readers.length; i++) {
    const at = (queue.nextReader + i) % readers.length;
    const reader = readers[at];
    if (reader !== undefined && isReady(reader)) {
      queue.nextReader = at + 1;
      return reader;
    }
  }
  return undefined;
}

/** On a shared queue the readers of a member that is ending get nothing more, the others do. */
const isReady = (consumer: Consumer): boolean =>
  consumer.movingTo === undefined &&
  consumer.queueManager?.state === 'running' &&
  consumer.busySessions < consumer.sessionCount &&
  mayTake(consumer);

function hand(world: World, queue: LocalQueue, consumer: Consumer, message: Message): void {
  const session = idleSession(world.sessions, consumer);
  const { service } = consumer.habits;
  const takes = service.distribution === 'exponential' ? exponential(world.rng, service.timeUs) : service.timeUs;
  const epoch = takeInHand(world.sessions, consumer, session, message);
  schedule(world, takes, happening.serviceDone, consumer.id, session, epoch);
  world.record?.({
    kind: 'get',
    atUs: world.nowUs,
    message: idOf(world, message),
    application: instanceName(consumer),
    queueManager: queue.owner.name,
    queue: queue.name,
    untilUs: world.nowUs + takes,
  });
}

function backOut(world: World, consumer: Consumer, session: number, message: Message): void {
  breakOff(world.sessions, consumer, session);
  const { queue } = consumer;
  if (queue === undefined) return;
  putBack(world, consumer, queue, message);
}

/**
 * What MQ classes for JMS do with a message that came back too often: it goes to the backout queue that this instance
 * names, else to the dead-letter queue, else it is delivered again.
 */
function isMovedAside(world: World, queue: LocalQueue, at: QueueManager, message: Message): boolean {
  const { backoutThreshold, backoutQueue } = queue.terms;
  const backouts = world.messages.backouts[message] ?? 0;
  if (backoutThreshold <= 0 || backouts < backoutThreshold) return false;
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

function expire(world: World, queue: LocalQueue, message: Message): void {
  world.totals.expired++;
  world.record?.({
    kind: 'gone',
    atUs: world.nowUs,
    message: idOf(world, message),
    how: 'expired',
    queueManager: queue.owner.name,
    reason: 'it expired before anybody read it',
  });
  endMessage(world, message);
}
