import { mostRecentChannelsOf, takeSequence } from '../queue-manager-row.ts';
import type { Decision, DecisionStep } from '../trace.ts';
import type { Choice, QueueManager, Route, Selection, World } from '../world.ts';
import { nextInTurn, placeOfWay } from './fork.ts';
import { stepsByUse } from './index.ts';
import { sharesOf } from './remarks.ts';
import { countUse } from './route-uses.ts';
import { explainStep, queueOf, selectionOf, subjectOf } from './selection.ts';
import { isLocal, type RoutingContext } from './step.ts';
import { weight } from './weight.ts';

export interface RouteRequest {
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
export function chooseRoute(world: World, chooser: QueueManager, choice: Choice, request: RouteRequest): RouteAnswer {
  const selection = selectionOf(world, chooser, choice, request);
  const context = { world, chooser, subject: subjectOf(choice), arrivedOver: request.arrivedOver };
  const turn = world.decisions === undefined ? undefined : takeTurnStepByStep(context, selection);
  const best = turn === undefined ? takeTurn(context, selection) : turn.best;
  const reason = reasonAgainst(best, selection, choice, request);
  const route = reason === 0 ? best : undefined;
  const decision =
    turn === undefined
      ? undefined
      : explain(world, chooser, { selection, steps: turn.steps, route, reason, request, queue: queueOf(choice) });
  if (route !== undefined) {
    countUse(world.routeUses, route.use, takeSequence(world, chooser.row), route.share);
  }
  return { route, reason, decision };
}

/** The steps by use at once, for a run without explanations; a property test holds that both ways choose alike. */
function takeTurn(context: RoutingContext, selection: Selection): Route | undefined {
  const { world, chooser } = context;
  const { kept, fork } = selection;
  if (fork === undefined || kept.length > mostRecentChannelsOf(world, chooser.row))
    return takeTurnStepByStep(context, selection).best;
  return kept[placeOfWay(fork, nextInTurn(world, fork))];
}

function takeTurnStepByStep(
  context: RoutingContext,
  { kept, ways: { routes } }: Selection,
): { readonly best: Route | undefined; readonly steps: readonly DecisionStep[] } {
  const steps: DecisionStep[] = [];
  let left = kept;
  for (const step of stepsByUse) {
    const result = step.run(left, context);
    left = result.kept;
    steps.push(explainStep(step, result, routes));
  }
  return { best: left[0], steps };
}

function explain(
  world: World,
  chooser: QueueManager,
  made: {
    readonly selection: Selection;
    readonly steps: readonly DecisionStep[];
    readonly route: Route | undefined;
    readonly reason: number;
    readonly request: RouteRequest;
    readonly queue: string;
  },
): number | undefined {
  const { selection, steps, route, reason, request, queue } = made;
  const { explanation, ways } = selection;
  if (world.decisions === undefined || explanation === undefined) return undefined;
  const weighed = steps[steps.findIndex(({ step }) => step === weight.name) - 1]?.kept ?? [];
  const shares = sharesOf(weighed.flatMap((index) => ways.routes[index] ?? []));
  const id = world.decisions.length;
  world.decisions.push({
    id,
    atUs: world.nowUs,
    queueManager: chooser.name,
    queue,
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
function reasonAgainst(
  best: Route | undefined,
  { isPutEnabled, ways }: Selection,
  choice: Choice,
  request: RouteRequest,
): number {
  if (best === undefined) return choice.kind === 'cluster-queue-manager' ? 2087 : 2085;
  if (isPutEnabled || request.occasion === 'inquire') return 0;
  return request.bind === 'on-open' && !ways.routes.some(isLocal) ? 2268 : 2051;
}
