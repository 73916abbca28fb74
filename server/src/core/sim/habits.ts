import type { PlanApplication } from '#core/scenario/plan.ts';

/**
 * What a plan says of how a program works, without its name and its place. Programs that work alike share one object: what
 * ten thousand of them are like would not stay in the processor's cache.
 */
export type Habits<P extends PlanApplication> = Omit<P, 'name' | 'queueManager' | 'queue'>;

/** The habits of a program: those of the first one that works alike, by what it says of itself. */
export function habitsOf<P extends PlanApplication>(known: Map<string, Habits<P>>, plan: P): Habits<P> {
  const words = JSON.stringify({ ...plan, name: '', queueManager: '', queue: '' });
  const habits = known.get(words) ?? plan;
  known.set(words, habits);
  return habits;
}
