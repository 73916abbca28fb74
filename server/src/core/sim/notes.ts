import type { Violation } from './trace.ts';
import type { World } from './world.ts';

/** Something that a reader of the run should know: once per text. */
export function note(world: World, queueManager: string | undefined, text: string, message?: number): void {
  const key = `${queueManager ?? ''}\u0000${text}`;
  if (world.noted.has(key)) return;
  world.noted.add(key);
  world.record?.({ kind: 'note', atUs: world.nowUs, queueManager, text, message });
}

/** The first ones are listed; the totals count all. */
export const violationsListed = 100;

export function violate(world: World, violation: Violation): void {
  if (world.violations.length >= violationsListed) return;
  world.violations.push(violation);
  world.record?.({ kind: 'violation', atUs: world.nowUs, violation });
}
