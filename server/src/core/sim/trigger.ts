import { beginReading, inputQueueOf } from './consumer.ts';
import { setTriggers, triggersOf } from './consumer-row.ts';
import { readQueue, type Trigger } from './definitions.ts';
import { lengthOf, messagesOf } from './message-list.ts';
import { fact, type Message, numberOf } from './message-store.ts';
import { note } from './notes.ts';
import { wakeSoon } from './place.ts';
import { hasReaders } from './queue-row.ts';
import { define, termsOf } from './queue-terms.ts';
import type { Consumer, LocalQueue, World } from './world.ts';

/**
 * A message has come to a queue with triggers. FIRST: it is the only one, or the last trigger is TRIGINT ago. DEPTH: there are
 * enough. Both only while nobody reads the queue. EVERY: always. A trigger monitor is supposed to serve the initiation queue.
 * (IBM: Conditions for a trigger event)
 */
export function triggerOn(world: World, queue: LocalQueue, message: Message): void {
  const { trigger } = termsOf(world, queue.row);
  if (trigger === undefined || numberOf(world.messages, message, fact.priority) < trigger.leastPriority) return;
  if (trigger.type === 'EVERY') fire(world, queue, trigger);
  else if (hasReaders(world, queue.row)) return;
  else if (trigger.type === 'DEPTH') lookForTrigger(world, queue);
  else {
    const isFirst = qualifying(world, queue, trigger) === 1;
    const isLongAgo = world.nowUs - queue.triggeredAtUs >= queue.owner.definition.triggerIntervalUs;
    if (isFirst || isLongAgo) fire(world, queue, trigger);
  }
}

/** Messages that are there already count when triggering is switched on, and when the trigger monitor or the queue manager starts. */
export function lookForTrigger(world: World, queue: LocalQueue): void {
  const { trigger } = queue.definition;
  if (trigger === undefined || trigger.type === 'EVERY' || hasReaders(world, queue.row)) return;
  if (qualifying(world, queue, trigger) >= (trigger.type === 'DEPTH' ? trigger.depth : 1)) fire(world, queue, trigger);
}

function qualifying(world: World, { row }: LocalQueue, { leastPriority }: Trigger): number {
  if (leastPriority === 0) return lengthOf(world, row);
  let count = 0;
  for (const message of messagesOf(world, row)) {
    if (numberOf(world.messages, message, fact.priority) >= leastPriority) count++;
  }
  return count;
}

/** Initiation queues that every queue manager has from the start. */
const madeWithQueueManager = new Set(['SYSTEM.DEFAULT.INITIATION.QUEUE', 'SYSTEM.CICS.INITIATION.QUEUE']);

/** One trigger message starts one program. */
function fire(world: World, queue: LocalQueue, trigger: Trigger): void {
  const { owner, name } = queue;
  const { type, initiationQueue, process } = trigger;
  if (!owner.locals.has(initiationQueue) && !madeWithQueueManager.has(initiationQueue)) {
    note(world, owner.name, `${name} is triggered, but its initiation queue INITQ(${initiationQueue}) is not there.`);
    return;
  }
  if (process === '') {
    note(world, owner.name, `${name} is triggered, but names no PROCESS: no program is started.`);
    return;
  }
  queue.triggeredAtUs = world.nowUs;
  if (type === 'DEPTH') disarm(world, queue);
  const programs = world.consumers.filter((consumer) => isProgramOf(world, consumer, queue));
  const program =
    programs.find(({ state }) => state === 'waiting') ?? programs.find(({ state }) => state === 'running');
  if (program === undefined) {
    note(world, owner.name, `${name} is triggered, but no consumer of it says \`triggered: true\`.`);
    return;
  }
  setTriggers(world, program.row, triggersOf(world, program.row) + 1);
  if (program.state === 'waiting') beginReading(world, program, queue, `triggered: TRIGTYPE(${type}) of ${name}`);
  else wakeSoon(world, queue.row);
}

/** After a trigger by depth the queue manager switches triggering off; the program has to switch it on again. */
function disarm(world: World, queue: LocalQueue): void {
  const { definition, owner } = queue;
  const TRIGGER = { value: 'NOTRIGGER', at: undefined };
  define(world, queue, readQueue({ ...definition, attributes: { ...definition.attributes, TRIGGER } }));
  owner.queues.set(queue.name, queue.definition);
}

const isProgramOf = (world: World, consumer: Consumer, queue: LocalQueue): boolean =>
  consumer.plan.triggered === true &&
  consumer.queueManager?.state === 'running' &&
  world.nowUs >= consumer.plan.startAtUs &&
  consumer.state !== 'stopped' &&
  inputQueueOf(world, consumer) === queue;
