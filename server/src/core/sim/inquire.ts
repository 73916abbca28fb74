import type { PlanAction } from '#core/scenario/plan.ts';
import type { QueueDefinition } from './definitions.ts';
import { happening, schedule } from './happening.ts';
import { bindOf, defaultsOf } from './open-queue.ts';
import { reasonText } from './put-checks.ts';
import { waitForName } from './repository/ask.ts';
import { resolveName } from './resolve-name.ts';
import { queueRoutes } from './routing/candidates.ts';
import { chooseRoute } from './routing/choose-route.ts';
import { isLocal } from './routing/step.ts';
import type { QueueManager, Resolution, Route, World } from './world.ts';

/**
 * An application opens a queue for output and inquire, and asks. A local instance answers whatever is asked (A5.8); without one
 * an instance elsewhere does, and without a fixed binding it may be another one with each call (A5.9). What it says is
 * a note in the trace.
 */
export function inquire(world: World, action: Extract<PlanAction, { do: 'inquire' }>): void {
  const { queueManager, queue, times } = action;
  const at = world.queueManagerNamed.get(queueManager);
  if (at?.state !== 'running') {
    tell(world, at?.name, `MQINQ of ${queue}: ${reasonText(2059)}`);
    return;
  }
  const answerUs = waitForName(world, at, { queue, objectQueueManager: '' });
  if (answerUs !== undefined) {
    const index = world.plan.events.findIndex((event) => event.action === action);
    schedule(world, answerUs, happening.action, index);
    return;
  }
  const resolution = resolveName(world, at, queue, '');
  if (resolution.kind === 'failed') {
    tell(world, at.name, `MQOPEN of ${queue} for MQINQ fails: ${reasonText(resolution.reason)}`);
    return;
  }
  const bind = bindOf(action.bind, defaultsOf(world, at, resolution));
  let fixed: Route | undefined;
  for (let call = 1; call <= times; call++) {
    const route = fixed ?? answering(world, at, resolution, bind);
    if (bind === 'on-open') fixed = route;
    tell(world, at.name, `MQINQ ${call} of ${queue}: ${answerOf(resolution, route)}`);
  }
}

/** Each call has its line, also when it says what the one before said. */
const tell = (world: World, queueManager: string | undefined, text: string): void =>
  world.record?.({ kind: 'note', atUs: world.nowUs, queueManager, text, message: undefined });

function answering(
  world: World,
  at: QueueManager,
  resolution: Resolution,
  bind: 'on-open' | 'not-fixed' | 'on-group',
): Route | undefined {
  if (resolution.kind !== 'cluster-queue') return undefined;
  const { name } = resolution;
  const local = queueRoutes(world, at, name).find(isLocal);
  if (local !== undefined) return local;
  const way = { occasion: 'inquire', bind, arrivedOver: 'application', message: undefined } as const;
  return chooseRoute(world, at, resolution, way).route;
}

function answerOf(resolution: Resolution, route: Route | undefined): string {
  if (resolution.kind === 'failed') return '';
  // An alias or a remote definition answers for itself, not for what it leads to.
  const { opened } = resolution;
  if (opened !== undefined && (opened.type !== 'QLOCAL' || route === undefined))
    return `${opened.type} ${told(opened)}`;
  if (route?.instance === undefined) return 'no instance answers';
  return `${route.owner.name} answers, ${isLocal(route) ? 'QLOCAL' : 'QCLUSTER'} ${told(route.instance)}`;
}

/** What every instance tells the cluster; a local one could be asked for more. */
const told = ({ bind, isPersistent, defaultPriority, isPutEnabled }: QueueDefinition): string =>
  `DEFBIND(${bind}) DEFPSIST(${isPersistent ? 'YES' : 'NO'}) DEFPRTY(${defaultPriority}) PUT(${isPutEnabled ? 'ENABLED' : 'DISABLED'})`;
