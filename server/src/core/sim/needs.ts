import type { Plan, PlanNeed } from '#core/scenario/plan.ts';
import { handleOf } from './message.ts';
import type { Message } from './message-store.ts';
import { note } from './notes.ts';
import type { LocalQueue, World } from './world.ts';

/** What the plan's applications rely on, by the name of a queue. */
export interface Needs {
  readonly sequences: NeedsByQueue;
  readonly groups: NeedsByQueue;
  readonly batches: NeedsByQueue;
  readonly affinities: readonly Affinity[];
}

export type NeedsByQueue = ReadonlyMap<string, PlanNeed>;

export interface Affinity {
  readonly need: PlanNeed;
  readonly queues: NeedsByQueue;
  /** By the name of a producer. */
  readonly partyOf: ReadonlyMap<string, Party>;
}

/** Programs whose messages belong on one queue manager, and the one where the first of them was processed. */
export interface Party {
  queueManager: number | undefined;
  isSplit: boolean;
}

export function readNeeds(plan: Plan): Needs {
  const needs = plan.ordering ?? [];
  const byQueue = (wanted: PlanNeed['need']): NeedsByQueue => queuesOf(needs.filter(({ need }) => need === wanted));
  return {
    sequences: byQueue('sequence'),
    groups: byQueue('group'),
    batches: byQueue('complete-batch'),
    affinities: needs
      .filter(({ need }) => need === 'same-queue-manager')
      .map((need) => ({ need, queues: queuesOf([need]), partyOf: partiesOf(plan, need) })),
  };
}

/** Replies are no messages of a plan, so whether they reach their requester is not seen. */
export function noteUnwatchedNeeds(world: World): void {
  for (const { need, queues } of world.plan.ordering ?? [])
    if (need === 'reply-to-requester')
      note(world, undefined, `reply-to-requester on ${queues.join(', ')} is not watched: a run has no replies`);
}

/** The need that a message on this queue is under: by the queue's name, or by the name that the program opened. */
export const isNeeded = (
  world: World,
  needs: NeedsByQueue,
  message: Message,
  queue: LocalQueue,
): PlanNeed | undefined =>
  needs.size === 0 ? undefined : (needs.get(queue.name) ?? needs.get(handleOf(world, message).producer.plan.queue));

const queuesOf = (needs: readonly PlanNeed[]): NeedsByQueue =>
  new Map(needs.flatMap((need) => need.queues.map((queue) => [queue, need])));

/**
 * A producer of a plan puts to one queue, a real program to several. So the first producer of each queue at one queue
 * manager stand for one application, the second ones for another, and so on.
 */
function partiesOf(plan: Plan, need: PlanNeed): ReadonlyMap<string, Party> {
  const counts = new Map<string, number>();
  const parties = new Map<string, Party>();
  const partyOf = new Map<string, Party>();
  for (const application of plan.applications) {
    if (application.kind === 'consumer' || !need.queues.includes(application.queue)) continue;
    const { name, queueManager, queue } = application;
    const place = `${queueManager}\u0000${queue}`;
    const count = (counts.get(place) ?? 0) + 1;
    counts.set(place, count);
    const key = `${queueManager}\u0000${count}`;
    const party = parties.get(key) ?? { queueManager: undefined, isSplit: false };
    parties.set(key, party);
    partyOf.set(name, party);
  }
  return partyOf;
}
