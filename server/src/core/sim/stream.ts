import { makeCopy } from './copy-messages.ts';
import { cargoOf, handleOf, idOf } from './message.ts';
import { fact, type Message, setExpiry, setNumber } from './message-store.ts';
import { note } from './notes.ts';
import { reveal, stage } from './place.ts';
import { type Cargo, reasonText } from './put-checks.ts';
import { recordPut } from './record-put.ts';
import { resolveName } from './resolve-name.ts';
import { type Settled, settle } from './settle.ts';
import type { Placement, QueueManager, World } from './world.ts';

/**
 * STREAMQ: a copy goes to the stream queue when the message can be seen on its own. It is a message of its own that does not
 * expire, and makes no copy in its turn. (IBM: Configuring streaming queues; Streaming queue restrictions)
 */
export function streamOn(world: World, message: Message, { at, queue }: Placement): void {
  const { streamQueue } = queue.definition;
  if (streamQueue === '' || world.asides.get(idOf(world, message)) === 'streamed') return;
  const settled = settleStream(world, at, streamQueue, cargoOf(world, message));
  if (settled.kind === 'refused') {
    note(world, at.name, `STREAMQ(${streamQueue}) of ${queue.name} takes no copy: ${reasonText(settled.reason)}`);
    return;
  }
  const handle = handleOf(world, message);
  const copy = makeCopy(world, message, handle);
  setExpiry(world.messages, copy, Infinity);
  setNumber(world.messages, copy, fact.group, 0);
  world.asides.set(idOf(world, copy), 'streamed');
  world.totals.streamed++;
  if (world.record)
    recordPut(world, copy, {
      application: handle.producer.plan.name,
      queueManager: at.name,
      queue: streamQueue,
      bound: settled.isBound,
      copyOf: idOf(world, message),
      decision: settled.decision,
    });
  const placement = { ...settled, reason: `STREAMQ(${streamQueue}) of ${queue.name}` };
  stage(world, copy, placement);
  reveal(world, copy, placement);
}

const settleStream = (world: World, at: QueueManager, streamQueue: string, cargo: Cargo): Settled =>
  settle(world, at, resolveName(world, at, streamQueue, ''), {
    occasion: 'put',
    bind: 'not-fixed',
    arrivedOver: 'application',
    message: undefined,
    ...cargo,
    boundTo: undefined,
    isBound: false,
  });
