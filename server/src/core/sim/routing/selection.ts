import type { Candidate, DecisionStep } from '../trace.ts';
import type { QueueManager, Route, Selection, Ways, World } from '../world.ts';
import { versionOf } from './candidates.ts';
import { stepsByState } from './index.ts';
import { remarksOn } from './remarks.ts';
import type { RoutingContext, RoutingStep, StepResult } from './step.ts';
import { hasWeights } from './weight.ts';

const arrivals: readonly RoutingContext['arrivedOver'][] = ['application', 'cluster-channel', 'other-channel'];

/** What the steps by state make of these ways; worked out anew when something that they look at has changed. */
export function selectionOf(
  world: World,
  chooser: QueueManager,
  ways: Ways,
  request: Pick<RoutingContext, 'subject' | 'arrivedOver' | 'meets'> & { readonly queue: string },
): Selection {
  const version = versionOf(world, chooser) + chooser.stateVersion;
  // Who is full changes from one message to the next.
  if (request.meets !== undefined) return select(world, chooser, ways, request, version);
  const place = arrivals.indexOf(request.arrivedOver);
  const known = ways.selections[place];
  const isExplained = world.decisions === undefined || known?.explanation?.queue === request.queue;
  if (known !== undefined && known.version === version && isExplained) return known;
  const selection = select(world, chooser, ways, request, version);
  ways.selections[place] = selection;
  return selection;
}

function select(
  world: World,
  chooser: QueueManager,
  { routes }: Ways,
  {
    subject,
    arrivedOver,
    meets,
    queue,
  }: Pick<RoutingContext, 'subject' | 'arrivedOver' | 'meets'> & { readonly queue: string },
  version: number,
): Selection {
  const context: RoutingContext = { world, chooser, subject, arrivedOver, meets };
  const explained: DecisionStep[] = [];
  let kept = routes;
  for (const step of stepsByState(world)) {
    if (kept.length < 2 && world.decisions === undefined) break;
    const result = step.run(kept, context);
    kept = result.kept;
    if (world.decisions !== undefined) explained.push(explainStep(step, result, routes));
  }
  const explanation =
    world.decisions === undefined
      ? undefined
      : { queue, candidates: routes.map((r) => describe(r, queue)), steps: explained, remarks: remarksOn(routes) };
  return { version, kept, hasWeights: hasWeights(kept), explanation };
}

/** A step's result in the numbers of the candidates. */
export function explainStep(
  { name, title }: RoutingStep,
  { kept, dropped }: StepResult,
  candidates: readonly Route[],
): DecisionStep {
  return {
    step: name,
    title,
    kept: kept.map((route) => candidates.indexOf(route)),
    dropped: dropped.map(({ candidate, ...cause }) => ({ candidate: candidates.indexOf(candidate), ...cause })),
  };
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
