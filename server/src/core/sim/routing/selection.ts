import { stateOf } from '../channel-row.ts';
import { mostRecentChannelsOf, stateVersionOf } from '../queue-manager-row.ts';
import { noRow } from '../rows.ts';
import { targetFor } from '../target-row.ts';
import type { Candidate, DecisionStep } from '../trace.ts';
import type { Choice, ClusterQueue, QueueManager, Route, Selection, World } from '../world.ts';
import { waysOf } from './candidates.ts';
import { type Fork, here, makeFork, type WayTold } from './fork.ts';
import { stepsByState } from './index.ts';
import { remarksOn } from './remarks.ts';
import type { RoutingContext, RoutingStep, StepResult } from './step.ts';
import { hasWeights } from './weight.ts';

/**
 * What the steps by state make of the ways of a choice; worked out anew when something that they look at has changed. Each opened
 * name keeps the last one, so that a put need not look for its ways by the name.
 */
export function selectionOf(
  world: World,
  chooser: QueueManager,
  choice: Choice,
  { arrivedOver, meets }: Circumstances,
): Selection {
  // Who is full changes from one message to the next.
  if (meets !== undefined) return select(world, chooser, choice, { arrivedOver, meets });
  const last = choice.selection;
  const isCurrent = last?.arrivedOver === arrivedOver && last.version === stateVersionOf(world, chooser.row);
  if (isCurrent) return last;
  const selection = selectionByName(world, chooser, choice, arrivedOver);
  choice.selection = selection;
  return selection;
}

/** All that opened the name share one. */
function selectionByName(
  world: World,
  chooser: QueueManager,
  choice: Choice,
  arrivedOver: Circumstances['arrivedOver'],
): Selection {
  const { selections } = waysOf(world, chooser, choice);
  const known = selections.get(arrivedOver);
  const isExplained = world.decisions === undefined || known?.explanation?.queue === queueOf(choice);
  if (known !== undefined && known.version === stateVersionOf(world, chooser.row) && isExplained) return known;
  const selection = select(world, chooser, choice, { arrivedOver, meets: undefined });
  selections.set(arrivedOver, selection);
  return selection;
}

type Circumstances = Pick<RoutingContext, 'arrivedOver' | 'meets'>;

/** The queue that the message is for, whichever way is chosen. */
export const queueOf = (choice: Choice): string => (choice.kind === 'cluster-queue' ? choice.name : choice.queue);

export const subjectOf = ({ kind }: Choice): RoutingContext['subject'] =>
  kind === 'cluster-queue' ? 'queue' : 'queue-manager';

function select(world: World, chooser: QueueManager, choice: Choice, { arrivedOver, meets }: Circumstances): Selection {
  const ways = waysOf(world, chooser, choice);
  const { routes } = ways;
  const queue = queueOf(choice);
  const context: RoutingContext = { world, chooser, subject: subjectOf(choice), arrivedOver, meets };
  const explained: DecisionStep[] = [];
  let kept = routes;
  for (const step of stepsByState(world)) {
    if (kept.length < 2 && world.decisions === undefined && step.mayLeaveNothing !== true) break;
    const result = step.run(kept, context);
    kept = result.kept;
    if (world.decisions !== undefined) explained.push(explainStep(step, result, routes));
  }
  const explanation =
    world.decisions === undefined
      ? undefined
      : {
          queue,
          candidates: routes.map((r) => describe(world, r, queue)),
          steps: explained,
          remarks: remarksOn(routes),
        };
  const isPutEnabled = kept[0]?.instance?.isPutEnabled ?? true;
  const version = stateVersionOf(world, chooser.row);
  return {
    version,
    ways,
    arrivedOver,
    kept,
    fork:
      meets === undefined
        ? forkOf(world, chooser, { choice, arrivedOver, ways, kept, version, isPutEnabled })
        : undefined,
    isPutEnabled,
    explanation,
  };
}

/** What it leaves, where the next message can see it at a glance. */
function forkOf(
  world: World,
  chooser: QueueManager,
  made: Pick<Selection, 'arrivedOver' | 'ways' | 'kept' | 'version' | 'isPutEnabled'> & { readonly choice: Choice },
): Fork {
  const { choice, arrivedOver, ways, kept, version, isPutEnabled } = made;
  const queue = queueOf(choice);
  const isOpenToAll = isPutEnabled && kept.length > 0 && kept.length <= mostRecentChannelsOf(world, chooser.row);
  const room = makeFork(world, ways.forks.get(arrivedOver), {
    version: isOpenToAll ? version : 0,
    isWeighted: hasWeights(kept),
    ways: kept.map((route) => tellWay(world, chooser, queue, route, false)),
  });
  ways.forks.set(arrivedOver, room);
  return room.fork;
}

/** The way that a handle is bound to, by itself. To look for the ways anew would think of channels before their time. */
export function boundForkOf(world: World, chooser: QueueManager, choice: ClusterQueue, route: Route): Fork | undefined {
  const forks = chooser.waysToQueues.get(choice.name)?.forks;
  if (forks === undefined) return undefined;
  const key = `bound ${route.use}`;
  const room = makeFork(world, forks.get(key), {
    version: stateVersionOf(world, chooser.row),
    isWeighted: false,
    ways: [tellWay(world, chooser, queueOf(choice), route, true)],
  });
  forks.set(key, room);
  return room.fork;
}

function tellWay(
  world: World,
  chooser: QueueManager,
  queue: string,
  { use, share, channel, owner }: Route,
  isBound: boolean,
): WayTold {
  const local = channel === undefined ? chooser.locals.get(queue) : undefined;
  return {
    use,
    share,
    channel: channel?.row ?? here,
    queue: local?.row ?? noRow,
    target: targetFor(world, queue, owner.name),
    isBound,
  };
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

const describe = (
  world: World,
  { owner, instance, receiver, channel, sharedClusters }: Route,
  queue: string,
): Candidate => ({
  queueManager: owner.name,
  queue: instance?.name ?? queue,
  cluster: sharedClusters[0] ?? instance?.clusters[0] ?? '',
  channel: channel?.name,
  isLocal: channel === undefined,
  channelState: channel && stateOf(world, channel.row),
  definedAt: instance?.definedAt ?? receiver?.definedAt,
});
