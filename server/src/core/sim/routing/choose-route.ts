import type { Candidate, Decision, DecisionStep } from '../trace.ts';
import type { QueueManager, Route, World } from '../world.ts';
import { queueManagerRoutes, queueRoutes } from './candidates.ts';
import { stepsBefore80, stepsSince80 } from './index.ts';
import { remarksOn, sharesOf } from './remarks.ts';
import { isLocal, type RoutingContext, type StepResult } from './step.ts';
import { usualWeight, weight } from './weight.ts';

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
  const candidates =
    request.subject === 'queue'
      ? queueRoutes(world, chooser, request.name)
      : queueManagerRoutes(world, chooser, request.name);
  const context: RoutingContext = { world, chooser, subject: request.subject, arrivedOver: request.arrivedOver };
  const results: (StepResult & { readonly name: string; readonly title: string })[] = [];
  let left = candidates;
  for (const step of world.usesNewStepOrder ? stepsSince80 : stepsBefore80) {
    if (left.length < 2 && world.decisions === undefined) break;
    const result = step.run(left, context);
    left = result.kept;
    if (world.decisions !== undefined) results.push({ ...result, name: step.name, title: step.title });
  }
  const best = left[0];
  const reason = reasonAgainst(best, candidates, request);
  const route = reason === 0 ? best : undefined;
  if (route !== undefined) {
    route.history.sequence = chooser.nextSequence++;
    route.history.timesChosen++;
    route.history.factor += Math.trunc(1000 / (route.receiver?.weight ?? usualWeight));
  }
  return { route, reason, decision: explain() };

  function explain(): number | undefined {
    if (world.decisions === undefined) return undefined;
    const number = (r: Route) => candidates.indexOf(r);
    const steps: DecisionStep[] = results.map(({ name, title, kept, dropped }) => ({
      step: name,
      title,
      kept: kept.map(number),
      dropped: dropped.map(({ candidate, ...cause }) => ({ candidate: number(candidate), ...cause })),
    }));
    const id = world.decisions.length;
    const weighed = results[results.findIndex(({ name }) => name === weight.name) - 1]?.kept ?? [];
    const shares = sharesOf(weighed);
    const remarks = remarksOn(candidates);
    world.decisions.push({
      id,
      atUs: world.nowUs,
      queueManager: chooser.name,
      queue: request.queue,
      occasion: request.occasion,
      bind: request.bind,
      message: request.message,
      candidates: candidates.map((candidate) => describe(candidate, request.queue)),
      steps,
      chosen: route === undefined ? undefined : number(route),
      reason,
      ...(shares !== undefined && { shares }),
      ...(remarks.length > 0 && { remarks }),
    });
    return id;
  }
}

/** Instances that are all disabled for puts are kept by the algorithm, and the call fails: at MQOPEN only for a bound handle without a local instance. */
function reasonAgainst(best: Route | undefined, candidates: readonly Route[], request: RouteRequest): number {
  if (best === undefined) return request.subject === 'queue-manager' ? 2087 : 2085;
  if ((best.instance?.isPutEnabled ?? true) || request.occasion === 'inquire') return 0;
  return request.bind === 'on-open' && !candidates.some(isLocal) ? 2268 : 2051;
}

const describe = ({ owner, instance, receiver, channel, sharedClusters }: Route, queue: string): Candidate => ({
  queueManager: owner.name,
  queue: instance?.name ?? queue,
  cluster: sharedClusters[0] ?? instance?.clusters[0] ?? '',
  channel: channel?.name,
  isLocal: channel === undefined,
  channelState: channel?.state,
  definedAt: instance?.definedAt ?? receiver?.definedAt,
});
