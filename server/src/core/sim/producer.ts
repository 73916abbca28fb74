import { assumes } from './assumptions.ts';
import { connect, instanceName, moveSoon, obstacleFor, reconnectLater } from './clients.ts';
import { checkPutConditions } from './conditions.ts';
import { putsPersistent, putsWith } from './handle-row.ts';
import { happening, schedule, scheduleNow } from './happening.ts';
import { useHandle } from './make-handle.ts';
import { makeMessage } from './make-message.ts';
import { closeHandle, numberGroup } from './message.ts';
import { expiryOf, flag, type Message, setFlag } from './message-store.ts';
import { isBoundInstanceGone, openQueue } from './open-queue.ts';
import { reveal, stage } from './place.ts';
import {
  attemptsBy,
  beginEpoch,
  countAttempts,
  countPut,
  type ProducerRow,
  producerEpochOf,
  producerHabitsIn,
  producerIn,
  setUncommitted,
  uncommittedBy,
} from './producer-row.ts';
import { openTopic, publish } from './pubsub/publish.ts';
import { openedBy } from './pubsub/topics.ts';
import { recordPut } from './record-put.ts';
import { waitForName } from './repository/ask.ts';
import { exponential } from './rng.ts';
import { type SettleRequest, settle } from './settle.ts';
import { backOutUnit, commitUnit } from './unit-of-work.ts';
import type { Handle, Placement, Producer, QueueManager, World } from './world.ts';
import { putTheWornWay, wearWay } from './worn-way.ts';

export function setProducerState(world: World, producer: Producer, state: Producer['state'], reason: string): void {
  if (producer.state === state) return;
  producer.state = state;
  beginEpoch(world, producer.row);
  if (state !== 'running') {
    backOutUnit(world, producer);
    closeQueue(world, producer);
  }
  world.record?.({ kind: 'application', atUs: world.nowUs, application: instanceName(producer), state, reason });
  if (state === 'running') scheduleNow(world, happening.produce, producer.row, producerEpochOf(world, producer.row));
}

/** Starts it, or lets it wait for its queue manager. */
export function startProducer(world: World, producer: Producer, reason: string): void {
  const isUp = connect(world, producer) !== undefined;
  setProducerState(world, producer, isUp ? 'running' : 'waiting', isUp ? reason : obstacleFor(world, producer));
  if (!isUp) reconnectLater(world, producer);
}

/** One turn: the next message of the plan, and the next turn. */
export function produce(world: World, producer: ProducerRow, epoch: number): void {
  const habits = producerHabitsIn(world, producer);
  if (epoch !== producerEpochOf(world, producer) || attemptsBy(world, producer) >= habits.count) return;
  if (!putTheWornWay(world, producer, habits) && !putInFull(world, producerIn(world, producer), epoch)) return;
  const attempts = attemptsBy(world, producer);
  if (attempts >= habits.count) return;
  const { arrival, intervalUs } = habits;
  const isMidMessage = attempts % (habits.message.segments ?? 1) !== 0;
  const pause = arrival === 'exponential' ? exponential(world.rng, intervalUs) : intervalUs;
  schedule(world, isMidMessage ? 0 : pause, happening.produce, producer, epoch);
}

/** False when it is not its turn yet, or not any more. */
function putInFull(world: World, producer: Producer, epoch: number): boolean {
  const { habits, queueManager, row } = producer;
  if (producer.state !== 'running' || queueManager === undefined) return false;
  const mayAsk = producer.handle === undefined && habits.topic === undefined;
  const answerUs = mayAsk ? waitForName(world, queueManager, producer.plan) : undefined;
  if (answerUs !== undefined) {
    schedule(world, answerUs, happening.produce, row, epoch);
    return false;
  }
  countAttempts(world, row, 1);
  setUncommitted(world, row, uncommittedBy(world, row) + 1);
  const attempts = attemptsBy(world, row);
  putOne(world, producer, queueManager, attempts - 1);
  if (uncommittedBy(world, row) >= habits.syncpoint || attempts === habits.count) commitUnit(world, producer);
  if (producer.movingTo !== undefined) moveSoon(world, producer);
  return true;
}

function putOne(world: World, producer: Producer, at: QueueManager, index: number): void {
  const { habits } = producer;
  if (habits.topic !== undefined) {
    publishOne(world, producer, at, habits.topic);
    return;
  }
  const handle = producer.handle ?? openFor(world, producer, at);
  if (handle === undefined || isHandleUseless(world, producer, handle, at)) return;
  const { size: groupSize, logicalOrder } = habits.group ?? noGroup;
  const keepsGroup = handle.bind === 'on-group' && groupSize > 0 && logicalOrder;
  if (keepsGroup && index % groupSize === 0) handle.boundTo = undefined;
  const staysBound = handle.bind === 'on-open' || keepsGroup;
  const { sizes } = habits.message;
  const size = sizes?.[index % Math.max(1, sizes.length)] ?? habits.message.size;
  const request: SettleRequest = {
    occasion: habits.verb === 'MQPUT1' ? 'put1' : keepsGroup ? 'group' : 'put',
    bind: staysBound ? handle.bind : 'not-fixed',
    arrivedOver: 'application',
    message: world.decisions === undefined ? undefined : world.nextMessage,
    size,
    isPersistent: putsPersistent(world, handle.row),
    boundTo: handle.boundTo,
    isBound: staysBound,
  };
  const settled =
    size > at.definition.maxMessageLength
      ? ({ kind: 'refused', reason: 2031, decision: undefined } as const)
      : settle(world, at, handle.resolution, request);
  if (settled.kind === 'refused') {
    // An open handle whose last instance has gone has no destination; only an open would call the name unknown.
    const reason = settled.reason === 2085 && habits.verb === 'MQPUT' ? 2270 : settled.reason;
    reject(world, producer, at, habits.verb, reason, settled.decision);
    return;
  }
  if (keepsGroup) handle.boundTo = settled.route ?? handle.boundTo;
  const group =
    groupSize > 0 ? numberGroup(world, `${Math.floor(index / groupSize) + 1} of ${instanceName(producer)}`) : 0;
  finishPut(world, producer, at, handle, settled, size, group);
}

/** The message is made, and stands where it is to go. */
function finishPut(
  world: World,
  producer: Producer,
  at: QueueManager,
  handle: Handle,
  settled: Placement,
  size: number,
  group: number,
): void {
  const { habits } = producer;
  const message = makeMessage(world, handle.row, { group, size, expiryUs: habits.message.expiryUs });
  setFlag(world.messages, message, flag.isBound, settled.isBound);
  countPut(world, producer.row, 1);
  world.totals.put++;
  if (world.record !== undefined) recordOwnPut(world, producer, at, message, settled.decision);
  if (habits.balancing?.type === 'request-reply') expectReply(world, producer, message);
  stage(world, message, settled);
  if (habits.syncpoint > 1) producer.unit.push({ message, placement: settled });
  else reveal(world, message, settled);
  if (habits.verb === 'MQPUT1' || (habits.reopenAfter > 0 && putsWith(world, handle.row) >= habits.reopenAfter))
    closeQueue(world, producer);
  else wearWay(world, handle, at);
  if (world.waitingConditions.size > 0) checkPutConditions(world, producer);
}

/** The program's handle, or its queue, is not what it was: the put fails. */
function isHandleUseless(world: World, producer: Producer, handle: Handle, at: QueueManager): boolean {
  if (!handle.isChanged && handle.boundTo === undefined) return false;
  const { verb } = producer.habits;
  if (handle.isChanged) {
    // The program closes the handle and opens the queue again for its next message. (IBM: 2041)
    closeQueue(world, producer);
    reject(world, producer, at, verb, 2041, undefined);
    return true;
  }
  if (!isBoundInstanceGone(world, at, handle) || !assumes(world, 'bound-instance-gone', 'put-fails')) return false;
  reject(world, producer, at, verb, 2270, undefined);
  return true;
}

function recordOwnPut(
  world: World,
  producer: Producer,
  at: QueueManager,
  message: Message,
  decision: number | undefined,
): void {
  recordPut(world, message, {
    application: instanceName(producer),
    queueManager: at.name,
    queue: producer.plan.queue,
    copyOf: undefined,
    decision,
  });
}

function publishOne(world: World, producer: Producer, at: QueueManager, topic: string): void {
  const { verb, reopenAfter } = producer.habits;
  const handle = producer.handle ?? openTopic(world, producer, at, topic);
  useHandle(world, producer, handle);
  const reason = publish(world, handle, at, topic);
  // Each publication is committed by itself.
  setUncommitted(world, producer.row, 0);
  if (reason !== 0) reject(world, producer, at, verb, reason, undefined);
  if (verb === 'MQPUT1' || (reopenAfter > 0 && putsWith(world, handle.row) >= reopenAfter)) closeQueue(world, producer);
  if (world.waitingConditions.size > 0) checkPutConditions(world, producer);
}

/** A reply that did not come while its request lived is not waited for any longer. (IBM: ApplicationType for MQBNO.) */
function expectReply(world: World, producer: Producer, message: Message): void {
  const { replyUs = 0 } = producer.habits.balancing ?? {};
  const untilUs = Math.min(world.nowUs + replyUs, expiryOf(world.messages, message));
  producer.repliedAtUs = Math.max(producer.repliedAtUs, untilUs);
}

const noGroup = { size: 0, logicalOrder: false };

function closeQueue(world: World, producer: Producer): void {
  if (producer.handle !== undefined) closeHandle(world, producer.handle);
  useHandle(world, producer, undefined);
}

function openFor(world: World, producer: Producer, at: QueueManager): Handle | undefined {
  const opened = openQueue(world, producer, at);
  if (opened.kind === 'open') {
    useHandle(world, producer, opened.handle);
    return opened.handle;
  }
  const call = producer.plan.verb === 'MQPUT1' ? 'MQPUT1' : 'MQOPEN';
  reject(world, producer, at, call, opened.reason, opened.decision);
  return undefined;
}

function reject(
  world: World,
  producer: Producer,
  at: QueueManager,
  call: 'MQOPEN' | 'MQPUT' | 'MQPUT1',
  reason: number,
  decision: number | undefined,
): void {
  producer.rejected.set(reason, (producer.rejected.get(reason) ?? 0) + 1);
  world.totals.rejected++;
  world.record?.({
    kind: 'rejected',
    atUs: world.nowUs,
    application: instanceName(producer),
    queueManager: at.name,
    queue: openedBy(producer.plan),
    call,
    reason,
    decision,
  });
}
