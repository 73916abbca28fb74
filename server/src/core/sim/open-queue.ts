import type { BindOption } from '#core/scenario/plan.ts';
import { instanceName } from './clients.ts';
import type { QueueDefinition } from './definitions.ts';
import { differingDefaults } from './differing-defaults.ts';
import { makeHandle } from './make-handle.ts';
import { closeHandle } from './message.ts';
import { note } from './notes.ts';
import { versionOf } from './queue-manager-row.ts';
import { isChoice, resolveName } from './resolve-name.ts';
import { random } from './rng.ts';
import { queueRoutes } from './routing/candidates.ts';
import { chooseRoute } from './routing/choose-route.ts';
import type { Handle, Producer, QueueManager, Resolution, World } from './world.ts';

export type Opened =
  | { readonly kind: 'open'; readonly handle: Handle }
  | { readonly kind: 'refused'; readonly reason: number; readonly decision: number | undefined };

/** MQOPEN for output by a producer. A handle that binds on open makes its choice here. */
export function openQueue(world: World, producer: Producer, at: QueueManager): Opened {
  const { plan } = producer;
  const resolution = resolveName(world, at, plan.queue, plan.objectQueueManager);
  if (resolution.kind === 'failed') return { kind: 'refused', reason: resolution.reason, decision: undefined };
  const defaults = defaultsOf(world, at, resolution);
  const bind = plan.verb === 'MQPUT1' ? 'not-fixed' : bindOf(plan.bind, defaults);
  const handle = makeHandle(world, producer, {
    resolution,
    bind,
    isPersistent:
      plan.message.persistence === 'as-q-def'
        ? (defaults?.isPersistent ?? false)
        : plan.message.persistence === 'persistent',
    priority: plan.message.priority === 'as-q-def' ? (defaults?.defaultPriority ?? 0) : plan.message.priority,
  });
  let decision: number | undefined;
  if (bind === 'on-open' && plan.verb === 'MQPUT') {
    const answer = bindNow(world, at, resolution);
    if (answer?.reason === 2268 || (answer !== undefined && answer.route === undefined && answer.reason !== 2051)) {
      closeHandle(world, handle);
      return { kind: 'refused', reason: answer.reason, decision: answer.decision };
    }
    handle.boundTo = answer?.route;
    decision = answer?.decision;
  }
  world.record?.({
    kind: 'open',
    atUs: world.nowUs,
    application: instanceName(producer),
    queueManager: at.name,
    queue: plan.queue,
    bound: handle.boundTo?.owner.name,
    reason: 0,
    decision,
  });
  return { kind: 'open', handle };
}

function bindNow(world: World, at: QueueManager, resolution: Resolution) {
  const way = { occasion: 'open', bind: 'on-open', arrivedOver: 'application', message: undefined } as const;
  return isChoice(resolution) ? chooseRoute(world, at, resolution, way) : undefined;
}

/** The instance that the handle is bound to was deleted or taken out of the cluster, as far as its queue manager has heard. */
export function isBoundInstanceGone(world: World, at: QueueManager, handle: Handle): boolean {
  const { boundTo, resolution } = handle;
  if (handle.bind !== 'on-open' || boundTo === undefined || resolution.kind !== 'cluster-queue') return false;
  const version = versionOf(world, at.row);
  const known = handle.boundInstance;
  if (known?.version === version) return known.isGone;
  const isGone = !queueRoutes(world, at, resolution.name).some(({ owner }) => owner === boundTo.owner);
  handle.boundInstance = { version, isGone };
  return isGone;
}

export function bindOf(option: BindOption, defaults: QueueDefinition | undefined): Handle['bind'] {
  if (option !== 'as-q-def') return option;
  switch (defaults?.bind) {
    case 'NOTFIXED':
      return 'not-fixed';
    case 'GROUP':
      return 'on-group';
    default:
      return 'on-open';
  }
}

/**
 * Whose DEFBIND, DEFPSIST and DEFPRTY count: those of the first definition on the way; for a cluster queue without one
 * those of an instance. When the instances differ nobody can tell which one answers, so the seed decides.
 */
export function defaultsOf(world: World, at: QueueManager, resolution: Resolution): QueueDefinition | undefined {
  if (resolution.kind === 'failed') return undefined;
  if (resolution.opened !== undefined) return resolution.opened;
  if (resolution.kind !== 'cluster-queue') return undefined;
  const instances = queueRoutes(world, at, resolution.name);
  const first = instances[0];
  if (first === undefined) return undefined;
  const differing = differingDefaults(instances.flatMap(({ instance }) => (instance === undefined ? [] : [instance])));
  if (differing.length === 0) return first.instance;
  const answering = instances[Math.floor(random(world.rng) * instances.length)] ?? first;
  note(
    world,
    at.name,
    `The instances of ${resolution.name} differ in ${differing.map(({ keyword }) => keyword).join(', ')}; this time ${answering.owner.name} answered the open.`,
  );
  return answering.instance;
}
