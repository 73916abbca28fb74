import type { Plan } from '#core/scenario/plan.ts';
import { copyWorld } from './copy-world.ts';
import { continueRecorder, type EventRecorder, recordEvent } from './event-log.ts';
import { pushRanked, removeEvents } from './event-queue.ts';
import { happening } from './happening.ts';
import type { Trace } from './trace.ts';
import type { World } from './world.ts';

/** A run at one moment, between two of its events: another run of nearly the same plan can go on from it. */
export interface Checkpoint {
  readonly atUs: number;
  readonly world: World;
  /** What the trace held by then. */
  readonly events: number;
  readonly texts: number;
  readonly decisions: number;
}

/** A run that can be taken up again at its checkpoints. */
export interface Recording {
  readonly trace: Trace;
  readonly checkpoints: readonly Checkpoint[];
}

/** Checkpoints as they are made: few, and evenly spread however long the run becomes. */
export interface CheckpointKeeper {
  checkpoints: Checkpoint[];
  /** In events of the queue. */
  spacing: number;
}

const mostCheckpoints = 24;

export const keepCheckpoints = (spacing: number, checkpoints: readonly Checkpoint[] = []): CheckpointKeeper => ({
  checkpoints: [...checkpoints],
  spacing: checkpoints[0]?.world.processed ?? spacing,
});

/** Makes one if it is time for it; when there are too many every second one goes. */
export function checkpoint(keeper: CheckpointKeeper, world: World, { log }: EventRecorder): void {
  if (world.processed % keeper.spacing !== 0) return;
  keeper.checkpoints.push({
    atUs: world.nowUs,
    world: copyWorld(world, { record: undefined, decisions: undefined }),
    events: log.length,
    texts: log.texts.length,
    decisions: world.decisions?.length ?? 0,
  });
  if (keeper.checkpoints.length < mostCheckpoints) return;
  keeper.checkpoints = keeper.checkpoints.filter((_, i) => i % 2 === 1);
  keeper.spacing *= 2;
}

/** A run that is under way. */
export interface Resumed {
  readonly world: World;
  readonly recorder: EventRecorder;
  readonly keeper: CheckpointKeeper;
}

/**
 * The latest moment of an earlier run up to which this plan does the same, made ready to go on with this plan; undefined when
 * the plans differ from the start. Plans may differ in what happens at a time: what was clicked into a run, or withdrawn.
 */
export function resume(plan: Plan, { trace, checkpoints }: Recording): Resumed | undefined {
  if (!isSame({ ...plan, events: [] }, { ...trace.plan, events: [] })) return undefined;
  // A checkpoint may be of a still earlier run, which had other events ahead of it.
  const usable = checkpoints.filter(({ atUs, world }) => atUs < partingOf(plan, world.plan).atUs);
  const last = usable.at(-1);
  if (last === undefined) return undefined;
  const recorder = continueRecorder(trace.log, last.events, last.texts);
  const world: World = {
    ...copyWorld(last.world, {
      record: (event) => recordEvent(recorder, event),
      decisions: trace.decisions.slice(0, last.decisions),
    }),
    plan,
  };
  const { same } = partingOf(plan, last.world.plan);
  removeEvents(world.events, happening.action, (index) => index < same);
  plan.events.forEach((event, index) => {
    if (index >= same && 'atUs' in event) pushRanked(world.events, event.atUs, index, happening.action, index);
  });
  return { world, recorder, keeper: keepCheckpoints(0, usable) };
}

/** How many of their events are the same, and when the first other one happens. */
function partingOf(plan: Plan, before: Plan): { readonly same: number; readonly atUs: number } {
  let same = 0;
  while (same < plan.events.length && isSame(plan.events[same], before.events[same])) same++;
  const others = [...plan.events.slice(same), ...before.events.slice(same)];
  return { same, atUs: Math.min(Infinity, ...others.map((event) => ('atUs' in event ? event.atUs : 0))) };
}

const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
