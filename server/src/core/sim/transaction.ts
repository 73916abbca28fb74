import type { PlanConsumer } from '#core/scenario/plan.ts';
import { recordLoss } from './channel-state.ts';
import { instanceName } from './clients.ts';
import { checkTransactionConditions } from './conditions.ts';
import {
  breakOff,
  type ConsumerRow,
  consumerIn,
  epochOf,
  messageIn,
  phaseOf,
  phases,
  queueReadBy,
  type Session,
  setPhase,
} from './consumer-row.ts';
import { addCopy } from './copy-messages.ts';
import { happening, schedule } from './happening.ts';
import { handleOf, idOf, isPersistent, setRole } from './message.ts';
import { addFirst } from './message-list.ts';
import { type Message, noMessage } from './message-store.ts';
import { note } from './notes.ts';
import { priorityOn, wakeSoon } from './place.ts';
import { completeMessage, putBack } from './processed.ts';
import { changeDepth, queueIn } from './queue-row.ts';
import { recordPut } from './record-put.ts';
import { noRow } from './rows.ts';
import type { Consumer, Doubt, LocalQueue, QueueManager, World } from './world.ts';

/**
 * A reader whose work is part of a distributed transaction commits in three steps: the queue manager has prepared its part, the
 * transaction manager has logged its decision, the queue manager has heard of it. Says whether there is a next step.
 */
export function takesNextStep(
  world: World,
  row: ConsumerRow,
  session: Session,
  message: Message,
  xa: NonNullable<PlanConsumer['xa']>,
): boolean {
  const phase = phaseOf(world, session);
  if (phase === phases.decided) return false;
  const next = phase === phases.prepared ? 'decided' : 'prepared';
  setPhase(world, session, next);
  const consumer = consumerIn(world, row);
  record(
    world,
    consumer,
    message,
    next,
    next === 'prepared' ? 'the queue manager has prepared it' : 'the transaction manager has logged a commit',
  );
  const pause = next === 'prepared' ? xa.decisionUs : xa.commitUs;
  schedule(world, pause, happening.serviceDone, row, session, epochOf(world, session));
  checkTransactionConditions(world, consumer, next);
  return true;
}

/**
 * The connection is gone with a transaction prepared: its message is neither visible nor lost until the application server is back
 * with its log. Without a logged decision the transaction manager backs it out; one that goes on without its queue manager commits.
 */
export function leaveInDoubt(world: World, consumer: Consumer, session: Session, state: 'stopped' | 'waiting'): void {
  const message = messageIn(world, session);
  const read = queueReadBy(world, consumer.row);
  const { queueManager: at } = consumer;
  if (message === noMessage || read === noRow || at === undefined) return;
  const queue = queueIn(world, read);
  const isDecided = state === 'waiting' || phaseOf(world, session) === phases.decided;
  breakOff(world, consumer.row, session);
  world.doubts.push({ message, consumer, queue, at, isDecided });
  record(
    world,
    consumer,
    message,
    'in-doubt',
    `until ${instanceName(consumer)} recovers it, with its log, at ${at.name}`,
  );
}

/** The application server is back and recovers what it left in doubt, where it can: group units of recovery at any member. */
export function recoverTransactions(world: World, consumer: Consumer): void {
  const at = consumer.queueManager;
  for (const doubt of world.doubts.filter((each) => each.consumer === consumer && canRecover(each, at))) {
    forget(world, doubt);
    const { message, queue, isDecided } = doubt;
    record(
      world,
      consumer,
      message,
      isDecided ? 'committed' : 'backed-out',
      'recovered with the log of the transaction manager',
    );
    if (isDecided) completeMessage(world, consumer.row, queue.row, message);
    else putBack(world, consumer.row, queue.row, message);
  }
}

/** Somebody decides by hand, as with rsvmqtrn, without asking the transaction manager: the wrong choice loses the work or does it twice. */
export function resolveTransactions(world: World, application: string, action: 'commit' | 'backout'): void {
  const doubts = world.doubts.filter(
    ({ consumer, at }) => consumer.plan.name === application && at.state === 'running',
  );
  if (doubts.length === 0)
    note(world, undefined, `No transaction of ${application} is in doubt at a queue manager that runs.`);
  for (const doubt of doubts) {
    forget(world, doubt);
    const { message, consumer, queue, isDecided } = doubt;
    record(world, consumer, message, action === 'commit' ? 'committed' : 'backed-out', 'by hand');
    if (action === 'commit' && isDecided) completeMessage(world, consumer.row, queue.row, message);
    else if (action === 'commit') {
      const reason = 'committed by hand, but its work was backed out everywhere else';
      recordLoss(world, queue.owner.name, message, 'lost', reason);
    } else if (isDecided) giveTwice(world, doubt);
    else putBack(world, consumer.row, queue.row, message);
    wakeSoon(world, queue.row);
  }
}

/** Nonpersistent messages do not outlive what held them, in doubt or not. */
export function loseDoubts(world: World, isThere: (queue: LocalQueue) => boolean, where: string, reason: string): void {
  for (const doubt of world.doubts.filter(({ queue, message }) => isThere(queue) && !isPersistent(world, message))) {
    forget(world, doubt);
    recordLoss(world, where, doubt.message, 'lost', reason);
  }
}

const canRecover = ({ at: left, queue }: Doubt, at: QueueManager | undefined): boolean =>
  at === left ||
  (at?.group !== undefined &&
    at.group === left.group &&
    left.definition.hasGroupUnits &&
    queue.owner === at.group.owner);

/** Its work has been committed everywhere else, and now it will be done once more: by a message of its own. */
function giveTwice(world: World, { message, consumer, queue }: Doubt): void {
  const copy = addCopy(world, message, handleOf(world, message));
  setRole(world, copy, 'target');
  changeDepth(world, queue.row, 1);
  addFirst(world, queue.row, copy, priorityOn(world, queue.row, copy));
  if (world.record)
    recordPut(world, copy, {
      application: handleOf(world, copy).producer.plan.name,
      queueManager: queue.owner.name,
      queue: queue.name,
      bound: true,
      copyOf: idOf(world, message),
      decision: undefined,
    });
  world.record?.({
    kind: 'enqueue',
    atUs: world.nowUs,
    message: idOf(world, copy),
    queueManager: queue.owner.name,
    queue: queue.name,
    role: 'target',
    target: undefined,
    reason: 'backed out by hand, but its work was committed everywhere else',
    decision: undefined,
  });
  completeMessage(world, consumer.row, queue.row, message);
}

function forget(world: World, doubt: Doubt): void {
  world.doubts.splice(world.doubts.indexOf(doubt), 1);
}

function record(
  world: World,
  consumer: Consumer,
  message: Message,
  state: 'prepared' | 'decided' | 'in-doubt' | 'committed' | 'backed-out',
  reason: string,
): void {
  const application = instanceName(consumer);
  world.record?.({ kind: 'transaction', atUs: world.nowUs, message: idOf(world, message), application, state, reason });
}
