import type { PlanProducer } from '#core/scenario/plan.ts';
import { queueOfChannel } from './channel-row.ts';
import type { Habits } from './habits.ts';
import { forkOf, putsPersistent, setFork } from './handle-row.ts';
import { makeMessage } from './make-message.ts';
import { flag, setFlag } from './message-store.ts';
import { arriveOn, waitFor } from './place.ts';
import {
  countAttempts,
  countPut,
  handleUsedBy,
  isProducerLeaving,
  type ProducerRow,
  producerPlaceOf,
} from './producer-row.ts';
import { refusalOf } from './put-checks.ts';
import { maxMessageLengthOf, stateVersionOf, takeSequence } from './queue-manager-row.ts';
import { deepen } from './queue-row.ts';
import { isPlain } from './queue-terms.ts';
import {
  channelAlong,
  type Fork,
  here,
  isBoundAlong,
  isForkFor,
  nextInTurn,
  queueAlong,
  shareAlong,
  targetAlong,
  useOf,
} from './routing/fork.ts';
import { countUse } from './routing/route-uses.ts';
import { boundForkOf } from './routing/selection.ts';
import { noRow } from './rows.ts';
import type { ClusterQueue, Handle, QueueManager, World } from './world.ts';

/*
 * Most puts are like the one before: the same program, handle and choice, and nothing has happened since that the workload
 * algorithm looks at. The way of such a put stands in rows side by side; what settled the first one is an object here and an object
 * there, which a run with thousands of queues does not find in the processor's cache. Nothing is decided here that is not in
 * `settle` and `choose-route`; random runs hold both against each other, as a run that is recorded never comes here.
 */

/** Puts the next message as the last one was; false where it has to be looked at in full. */
export function putTheWornWay(world: World, producer: ProducerRow, habits: Habits<PlanProducer>): boolean {
  const handle = handleUsedBy(world, producer);
  const fork = forkOf(world, handle);
  if (fork === noRow || world.waitingConditions.size > 0 || isProducerLeaving(world, producer)) return false;
  const at = producerPlaceOf(world, producer);
  if (!isForkFor(world, fork, stateVersionOf(world, at))) return false;
  const { size, expiryUs } = habits.message;
  const way = nextInTurn(world, fork);
  const channel = channelAlong(world, way);
  const queue = channel === here ? queueAlong(world, way) : queueOfChannel(world, channel);
  if (queue === noRow) return false;
  const cargo = { size, isPersistent: putsPersistent(world, handle) };
  if (size > maxMessageLengthOf(world, at) || refusalOf(world, queue, cargo) !== 0) return false;
  if (channel === here && !isPlain(world, queue)) return false;
  const message = makeMessage(world, handle, { group: 0, size, expiryUs });
  if (isBoundAlong(world, way)) setFlag(world.messages, message, flag.isBound, true);
  else countUse(world.routeUses, useOf(world, way), takeSequence(world, at), shareAlong(world, way));
  countAttempts(world, producer, 1);
  countPut(world, producer, 1);
  world.totals.put++;
  deepen(world, queue);
  if (channel === here) arriveOn(world, message, queue, at);
  else waitFor(world, message, channel, queue, targetAlong(world, way));
  return true;
}

/** A message was put in full: those that follow may go as it did, if nothing about them is out of the ordinary. */
export function wearWay(world: World, handle: Handle, at: QueueManager): void {
  const { resolution, producer } = handle;
  if (world.record !== undefined || resolution.kind !== 'cluster-queue' || resolution.isIndirect) return;
  if (at.group !== undefined || !isOrdinaryPut(producer.habits)) return;
  const fork = forkFor(world, handle, at, resolution);
  if (fork !== undefined) setFork(world, handle.row, fork);
}

function forkFor(world: World, { bind, boundTo }: Handle, at: QueueManager, choice: ClusterQueue): Fork | undefined {
  if (bind === 'not-fixed') return choice.selection?.fork;
  return bind === 'on-open' && boundTo !== undefined ? boundForkOf(world, at, choice, boundTo) : undefined;
}

const isOrdinaryPut = ({ verb, syncpoint, reopenAfter, group, balancing, message }: Habits<PlanProducer>): boolean =>
  verb === 'MQPUT' &&
  syncpoint <= 1 &&
  reopenAfter === 0 &&
  group === undefined &&
  balancing === undefined &&
  message.sizes === undefined;
