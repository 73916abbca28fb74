import type { Location } from '#core/text/span.ts';
import type { QueueManager, Route, World } from '../world.ts';

/** One step of the cluster workload management algorithm. Only the first two, which look at membership, may leave nothing. */
export interface RoutingStep {
  /** Its file's name. */
  readonly name: string;
  /** For people, with the number of the step in IBM's list where it has one. */
  readonly title: string;
  /** Others leave one at least: where one is left they need not be asked. */
  readonly mayLeaveNothing?: true;
  readonly run: (candidates: readonly Route[], context: RoutingContext) => StepResult;
}

export interface StepResult {
  readonly kept: readonly Route[];
  readonly dropped: readonly Dropped[];
}

export interface Dropped {
  readonly candidate: Route;
  readonly reason: string;
  /** The MQSC keyword that decided, if one did. */
  readonly attribute: string | undefined;
  readonly at: Location | undefined;
}

export interface RoutingContext {
  readonly world: World;
  /** Where the algorithm runs. */
  readonly chooser: QueueManager;
  /** Whether an instance of a queue is chosen, or a way to a queue manager. */
  readonly subject: 'queue' | 'queue-manager';
  readonly arrivedOver: 'application' | 'cluster-channel' | 'other-channel';
  readonly meets?: 'full-queue' | undefined;
}

/** Why a candidate had to go. */
export type Cause = Omit<Dropped, 'candidate'>;

/** Nothing to do in this step. */
export const keepAll = (candidates: readonly Route[]): StepResult => ({ kept: candidates, dropped: [] });

/** Keeps those that pass; keeps all when none would. */
export function keepWhere(
  candidates: readonly Route[],
  passes: (candidate: Route) => boolean,
  why: (candidate: Route) => Cause,
): StepResult {
  return candidates.some(passes) ? keepOnly(candidates, passes, why) : keepAll(candidates);
}

/** Keeps those that pass, and nothing when none does. */
export function keepOnly(
  candidates: readonly Route[],
  passes: (candidate: Route) => boolean,
  why: (candidate: Route) => Cause,
): StepResult {
  if (candidates.every(passes)) return keepAll(candidates);
  const kept: Route[] = [];
  const dropped: Dropped[] = [];
  for (const candidate of candidates) {
    if (passes(candidate)) kept.push(candidate);
    else dropped.push({ candidate, ...why(candidate) });
  }
  return { kept, dropped };
}

/** Keeps those with the greatest value. */
export function keepHighest(
  candidates: readonly Route[],
  measure: (candidate: Route) => number,
  why: (candidate: Route, highest: number) => Cause,
): StepResult {
  let highest = -Infinity;
  for (const candidate of candidates) highest = Math.max(highest, measure(candidate));
  return keepWhere(
    candidates,
    (candidate) => measure(candidate) === highest,
    (candidate) => why(candidate, highest),
  );
}

export const isLocal = (candidate: Route): boolean => candidate.channel === undefined;
