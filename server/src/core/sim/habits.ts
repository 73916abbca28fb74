import type { PlanApplication } from '#core/scenario/plan.ts';
import { type Alike, numberAlike } from './alike.ts';

/**
 * What a plan says of how a program works, without its name and its place. Programs that work alike share one object: what
 * ten thousand of them are like would not stay in the processor's cache.
 */
export type Habits<P extends PlanApplication> = Omit<P, 'name' | 'queueManager' | 'queue'>;

/** The number of the habits of a program: those of the first one that works alike. */
export const numberHabits = <P extends PlanApplication>(all: Alike<Habits<P>>, plan: P): number =>
  numberAlike(all, JSON.stringify({ ...plan, name: '', queueManager: '', queue: '' }), plan);
