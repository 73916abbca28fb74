import type { Candidate, DecisionStep } from '../trace.ts';
import type { Choice, QueueManager, Route, Selection, Ways, World } from '../world.ts';
import { versionOf } from './candidates.ts';
import { stepsByState } from './index.ts';
import { remarksOn } from './remarks.ts';
import type { RoutingContext, RoutingStep, StepResult } from './step.ts';
import { hasWeights } from './weight.ts';

/** What the steps by state make of these ways; worked out anew when something that they look at has changed. */
export function selectionOf(
  world: World,
  chooser: QueueManager,
  ways: Ways,
  choice: Choice,
  circumstances: Circumstances,
): Selection {
  const version = versionOf(world, chooser) + chooser.stateVersion;
  const { arrivedOver, meets } = circumstances;
  // Who is full changes from one message to the next.
  if (meets !== undefined) return select(world, chooser, ways, choice, circumstances, version);
  const last = ways.lastSelection;
  const known = last?.arrivedOver === arrivedOver ? last : ways.selections.get(arrivedOver);
  const isExplained = world.decisions === undefined || known?.explanation?.queue === queueOf(choice);
  const isCurrent = known !== undefined && known.version === version && isExplained;
  const selection = isCurrent ? known : select(world, chooser, ways, choice, circumstances, version);
  if (!isCurrent) ways.selections.set(arrivedOver, selection);
  ways.lastSelection = selection;
  return selection;
}

type Circumstances = Pick<RoutingContext, 'arrivedOver' | 'meets'>;

/** The queue that the message is for, whichever way is chosen. */
export const queueOf = (choice: Choice): string => (choice.kind === 'cluster-queue' ? choice.name : choice.queue);

export const subjectOf = ({ kind }: Choice): RoutingContext['subject'] =>
  kind === 'cluster-queue' ? 'queue' : 'queue-manager';

function select(
  world: World,
  chooser: QueueManager,
  { routes }: Ways,
  choice: Choice,
  { arrivedOver, meets }: Circumstances,
  version: number,
): Selection {
  const queue = queueOf(choice);
  const context: RoutingContext = { world, chooser, subject: subjectOf(choice), arrivedOver, meets };
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
  const isPutEnabled = kept[0]?.instance?.isPutEnabled ?? true;
  return { version, arrivedOver, kept, uses: usesOf(kept), hasWeights: hasWeights(kept), isPutEnabled, explanation };
}

export const usesOf = (routes: readonly Route[]): readonly number[] => routes.map(({ use }) => use);

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
