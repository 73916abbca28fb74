import { keepInBatch, messagesIn } from './batch.ts';
import { dropChannel, failChannel, startForMessages } from './channel-life.ts';
import { batchCountOf, countInDoubt, doubtOf, hasCommitted, isRetiredNow, stateOf } from './channel-row.ts';
import { recordLoss } from './channel-state.ts';
import { balanceSoon, reconnectLater, waitingFor } from './clients.ts';
import { startConsumer, stopConsumer } from './consumer.ts';
import { busySessionsOf } from './consumer-row.ts';
import { happening, schedule, scheduleNow } from './happening.ts';
import { isPersistent, letGo } from './message.ts';
import { addLast, lengthOf, type MessageList, takeAll } from './message-list.ts';
import type { Message } from './message-store.ts';
import { note } from './notes.ts';
import { priorityOn } from './place.ts';
import { setProducerState, startProducer } from './producer.ts';
import { setRunning } from './queue-manager-row.ts';
import { changeDepth } from './queue-row.ts';
import { goOnWithRepositories } from './repository/contact.ts';
import { emptyRetired } from './retire-channel.ts';
import { loseDoubts } from './transaction.ts';
import type { Channel, LocalQueue, QueueManager, World } from './world.ts';

/** It ends at once, with everything that was under way on it. */
export function crashQueueManager(world: World, qm: QueueManager, reason: string): void {
  if (qm.state === 'down') return;
  goDown(world, qm, reason, 'crashed');
  expectTakeover(world, qm);
}

/** `endmqm -s`: a controlled end, after which its standby takes over as it would after a failure. */
export function switchOver(world: World, qm: QueueManager, reason: string): void {
  if (qm.standby === undefined) note(world, qm.name, `${qm.name} has no standby to switch over to: it ends.`);
  else if (qm.state === 'running') qm.isSwitchingOver = true;
  stopQueueManager(world, qm, reason);
}

/** A controlled end: running units of work and batches finish, nothing new begins. */
export function stopQueueManager(world: World, qm: QueueManager, reason: string): void {
  if (qm.state !== 'running') return;
  setState(world, qm, 'stopping', reason);
  for (const producer of producersOf(world, qm)) setProducerState(world, producer, 'waiting', `${qm.name} is stopping`);
  scheduleNow(world, happening.stopping, qm.id);
}

/** Ends it as soon as nothing is under way. */
export function continueStopping(world: World, qm: QueueManager): void {
  if (qm.state !== 'stopping') return;
  const isBusy =
    consumersOf(world, qm).some(({ row }) => busySessionsOf(world, row) > 0) ||
    [...qm.outbound.values(), ...qm.inbound].some(
      (channel) => stateOf(world, channel.row) === 'RUNNING' && batchCountOf(world, channel.row) > 0,
    );
  if (isBusy) schedule(world, stoppingPollUs, happening.stopping, qm.id);
  else {
    const { isSwitchingOver } = qm;
    goDown(world, qm, 'ended', 'clean');
    if (isSwitchingOver) expectTakeover(world, qm);
  }
}

/** Nonpersistent messages do not outlive a restart, except on NPMCLASS(HIGH) queues after a clean end. */
export function startQueueManager(world: World, qm: QueueManager, reason: string): void {
  if (qm.state !== 'down') return;
  for (const queue of qm.locals.values()) if (queue.owner === qm) discardNonpersistent(world, queue, queue.row, qm);
  for (const channel of qm.outbound.values()) {
    discardNonpersistent(world, channel.transmissionQueue, channel.row, qm);
    discardInDoubt(world, channel);
  }
  loseDoubts(world, ({ owner }) => owner === qm, qm.name, whyLost(qm));
  setState(world, qm, 'running', reason);
  goOnWithRepositories(world);
  for (const channel of qm.outbound.values()) {
    if (isRetiredNow(world, channel.row)) emptyRetired(world, channel);
    if (
      stateOf(world, channel.row) === 'INACTIVE' &&
      (lengthOf(world, channel.row) > 0 || countInDoubt(world, channel.row) > 0)
    ) {
      startForMessages(world, channel, `${qm.name} is up, and messages wait`);
    }
  }
  const { consumers, producers } = world;
  for (const consumer of waitingFor(world, consumers, qm)) startConsumer(world, consumer, `${qm.name} is up`);
  for (const producer of waitingFor(world, producers, qm)) startProducer(world, producer, `${qm.name} is up`);
  balanceSoon(world, qm);
}

function expectTakeover(world: World, qm: QueueManager): void {
  if (qm.standby !== undefined) schedule(world, qm.standby.afterUs, happening.takeover, qm.id, qm.failures);
}

const stoppingPollUs = 10_000;

function goDown(world: World, qm: QueueManager, reason: string, how: 'crashed' | 'clean'): void {
  qm.lastEnd = how;
  qm.isSwitchingOver = false;
  qm.failures++;
  setState(world, qm, 'down', reason);
  for (const consumer of consumersOf(world, qm)) {
    if (consumer.state !== 'running') continue;
    stopConsumer(world, consumer, 'waiting', `2009: ${qm.name} is down`);
    reconnectLater(world, consumer);
  }
  for (const producer of producersOf(world, qm)) {
    if (producer.state === 'running') setProducerState(world, producer, 'waiting', `2009: ${qm.name} is down`);
    reconnectLater(world, producer);
  }
  for (const channel of [...qm.outbound.values()]) dropChannel(world, channel, `${qm.name} is down`);
  for (const channel of [...qm.inbound]) failChannel(world, channel, `${qm.name} is down`);
}

function setState(world: World, qm: QueueManager, state: QueueManager['state'], reason: string): void {
  qm.state = state;
  setRunning(world, qm.row, state === 'running');
  world.record?.({ kind: 'queue-manager', atUs: world.nowUs, queueManager: qm.name, state, reason });
}

function discardNonpersistent(world: World, queue: LocalQueue, list: MessageList, qm: QueueManager): void {
  if (queue.definition.keepsNonpersistent && qm.lastEnd === 'clean') return;
  const kept: Message[] = [];
  for (const message of takeAll(world, list)) {
    if (isPersistent(world, message)) kept.push(message);
    else {
      changeDepth(world, queue.row, -1);
      recordLoss(world, qm.name, message, 'lost', whyLost(qm));
    }
  }
  for (const message of kept) addLast(world, list, message, priorityOn(world, queue.row, message));
}

const whyLost = ({ name, lastEnd }: QueueManager): string =>
  lastEnd === 'other-leader'
    ? `nonpersistent, and ${name} has another leader (Native HA)`
    : `nonpersistent, and ${name} was restarted`;

/** The sender's copies; what the partner has committed lives on there. */
function discardInDoubt(world: World, channel: Channel): void {
  if (hasCommitted(world, channel.row)) return;
  const doubt = doubtOf(channel.row);
  const lost = messagesIn(world, doubt).filter((message) => !isPersistent(world, message));
  keepInBatch(world, doubt, (message) => isPersistent(world, message));
  for (const message of lost) {
    letGo(world, message);
    changeDepth(world, channel.transmissionQueue.row, -1);
    recordLoss(world, channel.from.name, message, 'lost', whyLost(channel.from));
  }
}

const consumersOf = (world: World, qm: QueueManager) => world.consumers.filter((c) => c.queueManager === qm);
const producersOf = (world: World, qm: QueueManager) => world.producers.filter((p) => p.queueManager === qm);
