import { recordLoss } from '../channel-state.ts';
import { makeCopy } from '../copy-messages.ts';
import { deadLetter } from '../dead-letter.ts';
import { publicationQueue } from '../definitions.ts';
import { cargoOf, handleOf, idOf } from '../message.ts';
import type { Message } from '../message-store.ts';
import { note } from '../notes.ts';
import { reveal, stage, unstage } from '../place.ts';
import { reasonText } from '../put-checks.ts';
import { countReached } from '../reached.ts';
import { recordPut } from '../record-put.ts';
import { settle } from '../settle.ts';
import type { Placement, QueueManager, World } from '../world.ts';
import { type Destination, passedOnBy, sharedSubscriptionsAt } from './destinations.ts';

/** A publication has come to a queue manager with subscriptions, or to a host of its topic: it goes on from there, once for each destination. */
export function distribute(world: World, message: Message, arrived: Placement): void {
  const { at, queue } = arrived;
  const { producer } = handleOf(world, message);
  const published = producer.plan.topic ?? '';
  unstage(world, arrived);
  const destinations =
    queue.name === publicationQueue
      ? sharedSubscriptionsAt(world, at, published)
      : passedOnBy(world, at, producer.queueManager, published);
  const placements = placesFor(world, at, message, destinations);
  const [first, ...others] = placements;
  if (first === undefined)
    recordLoss(world, at.name, message, 'discarded', `no subscription at ${at.name} takes ${published}`);
  else give(world, message, first);
  for (const placement of others) giveCopy(world, message, placement);
}

/** Where the message can be put. What takes it not gets it on the dead-letter queue, if there is one. */
export function placesFor(
  world: World,
  at: QueueManager,
  message: Message,
  destinations: readonly Destination[],
): readonly Placement[] {
  return destinations.flatMap(({ resolution, name }) => {
    const settled = settle(world, at, resolution, {
      occasion: 'put',
      bind: 'not-fixed',
      arrivedOver: 'application',
      message: idOf(world, message),
      ...cargoOf(world, message),
      boundTo: undefined,
      isBound: false,
    });
    if (settled.kind === 'placed') return [{ ...settled, reason: `${settled.reason}, for ${name}` }];
    const why = `${name}: ${reasonText(settled.reason)}`;
    const dead = deadLetter(world, at, message, why);
    if (dead === undefined) note(world, at.name, `A publication is not delivered to ${why}`);
    return dead ?? [];
  });
}

export function give(world: World, message: Message, placement: Placement): void {
  world.asides.set(idOf(world, message), 'published');
  if (placement.role === 'target' && !placement.queue.definition.distributes)
    countReached(world.reached, handleOf(world, message).producer.id, placement.at.id);
  stage(world, message, placement);
  reveal(world, message, placement);
}

/** Each but the first is a message that the publication made. */
export function giveCopy(world: World, message: Message, placement: Placement): void {
  const handle = handleOf(world, message);
  const copy = makeCopy(world, message, handle);
  world.totals.streamed++;
  if (world.record)
    recordPut(world, copy, {
      application: handle.producer.plan.name,
      queueManager: placement.at.name,
      queue: handle.producer.plan.topic ?? '',
      copyOf: idOf(world, message),
      decision: placement.decision,
    });
  give(world, copy, placement);
}
