import type { Decision, DecisionStep } from '../trace.ts';
import type { QueueManager, Route, Selection, Ways, World } from '../world.ts';
import { waysToQueue, waysToQueueManager } from './candidates.ts';
import { stepsByUse } from './index.ts';
import { recentlyUsedChannels } from './recently-used-channels.ts';
import { sharesOf } from './remarks.ts';
import { explainStep, selectionOf } from './selection.ts';
import { isLocal, type RoutingContext } from './step.ts';
import { hasWeights, usualWeight, weight } from './weight.ts';

export interface RouteRequest {
  readonly subject: 'queue' | 'queue-manager';
  /** The queue, or the queue manager. */
  readonly name: string;
  /** The queue that the message is for, whichever is chosen. */
  readonly queue: string;
  readonly occasion: Decision['occasion'];
  readonly bind: Decision['bind'];
  readonly arrivedOver: RoutingContext['arrivedOver'];
  readonly message: number | undefined;
  /** Why the local instance is no choice, where it is not closed. */
  readonly meets?: RoutingContext['meets'];
}

export interface RouteAnswer {
  readonly route: Route | undefined;
  /** MQ's reason code when there is no route, else 0. */
  readonly reason: number;
  /** The id of the explanation, when the run keeps them. */
  readonly decision: number | undefined;
}

/** Runs the cluster workload management algorithm once, and counts the chosen channel as used. */
export function chooseRoute(world: World, chooser: QueueManager, request: RouteRequest): RouteAnswer {
  const { subject, name } = request;
  const ways = subject === 'queue' ? waysToQueue(world, chooser, name) : waysToQueueManager(world, chooser, name);
  const selection = selectionOf(world, chooser, ways, request);
  const isExplained = world.decisions !== undefined;
  const turn = isExplained ? takeTurnStepByStep(world, chooser, selection, ways, request) : undefined;
  const best = turn === undefined ? takeTurn(world, chooser, selection, request) : turn.best;
  const reason = reasonAgainst(best, ways.routes, request);
  const route = reason === 0 ? best : undefined;
  const decision =
    turn === undefined
      ? undefined
      : explain(world, chooser, { ways, selection, steps: turn.steps, route, reason, request });
  if (route !== undefined) {
    route.history.sequence = chooser.nextSequence++;
    route.history.timesChosen++;
    route.history.factor += Math.trunc(1000 / (route.receiver?.weight ?? usualWeight));
  }
  return { route, reason, decision };
}

/** The steps by use at once, for a run without explanations; a property test holds that both ways choose alike. */
function takeTurn(
  world: World,
  chooser: QueueManager,
  { kept, hasWeights: areWeighted }: Selection,
  { subject, arrivedOver }: RouteRequest,
): Route | undefined {
  let left = kept;
  let isWeighted = areWeighted;
  if (left.length > chooser.definition.mostRecentChannels) {
    left = recentlyUsedChannels.run(left, { world, chooser, subject, arrivedOver }).kept;
    isWeighted = hasWeights(left);
  }
  let first = left[0];
  for (const route of left) {
    if (first === undefined) continue;
    const difference = isWeighted ? route.history.factor - first.history.factor : 0;
    if (difference < 0 || (difference === 0 && route.history.sequence < first.history.sequence)) first = route;
  }
  return first;
}

function takeTurnStepByStep(
  world: World,
  chooser: QueueManager,
  { kept }: Selection,
  { routes }: Ways,
  { subject, arrivedOver }: RouteRequest,
): { readonly best: Route | undefined; readonly steps: readonly DecisionStep[] } {
  const steps: DecisionStep[] = [];
  let left = kept;
  for (const step of stepsByUse) {
    const result = step.run(left, { world, chooser, subject, arrivedOver });
    left = result.kept;
    steps.push(explainStep(step, result, routes));
  }
  return { best: left[0], steps };
}

function explain(
  world: World,
  chooser: QueueManager,
  made: {
    readonly ways: Ways;
    readonly selection: Selection;
    readonly steps: readonly DecisionStep[];
    readonly route: Route | undefined;
    readonly reason: number;
    readonly request: RouteRequest;
  },
): number | undefined {
  const { ways, selection, steps, route, reason, request } = made;
  const { explanation } = selection;
  if (world.decisions === undefined || explanation === undefined) return undefined;
  const weighed = steps[steps.findIndex(({ step }) => step === weight.name) - 1]?.kept ?? [];
  const shares = sharesOf(weighed.flatMap((index) => ways.routes[index] ?? []));
  const id = world.decisions.length;
  world.decisions.push({
    id,
    atUs: world.nowUs,
    queueManager: chooser.name,
    queue: request.queue,
    occasion: request.occasion,
    bind: request.bind,
    message: request.message,
    candidates: explanation.candidates,
    steps: [...explanation.steps, ...steps],
    chosen: route === undefined ? undefined : ways.routes.indexOf(route),
    reason,
    ...(shares !== undefined && { shares }),
    ...(explanation.remarks.length > 0 && { remarks: explanation.remarks }),
  });
  return id;
}

/**
 * Instances that are all disabled for puts are kept by the algorithm: an inquiry works, a put fails, and an MQOPEN only for a
 * bound handle without a local instance. (B3 step 5, B5)
 */
function reasonAgainst(best: Route | undefined, candidates: readonly Route[], request: RouteRequest): number {
  if (best === undefined) return request.subject === 'queue-manager' ? 2087 : 2085;
  if (request.occasion === 'inquire' || (best.instance?.isPutEnabled ?? true)) return 0;
  return request.bind === 'on-open' && !candidates.some(isLocal) ? 2268 : 2051;
}
