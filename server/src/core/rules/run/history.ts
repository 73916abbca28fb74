import type { Estate } from '#core/model/model.ts';
import { changedParts, type TrackedEstate, trackReads } from './reads.ts';

/** The estates that were checked one after the other, and what each changed. */
export interface History {
  /** The estate of the last run, and how many there were before it. */
  last: Estate | undefined;
  edition: number;
  /** By edition, what is not the same as in the one before. */
  readonly changes: Map<number, ReadonlySet<string>>;
}

/** One time that an estate is checked. */
export interface Run {
  readonly history: History;
  readonly estate: Estate;
  readonly tracked: TrackedEstate;
  readonly edition: number;
}

export const newHistory = (): History => ({ last: undefined, edition: 0, changes: new Map() });

export function startRun(history: History, estate: Estate): Run {
  const { last, changes } = history;
  if (last !== estate) {
    history.last = estate;
    history.edition += 1;
    if (last) changes.set(history.edition, changedParts(last, estate));
    changes.delete(history.edition - mostRemembered);
  }
  return { history, estate, tracked: trackReads(estate), edition: history.edition };
}

/** A result that was not looked at for so many edits is asked for anew. */
const mostRemembered = 100;

/** What is not the same as when a result was found; undefined: nobody remembers. */
export function changedSince(
  edition: number,
  { history: { changes }, edition: now }: Run,
): ReadonlySet<string> | undefined {
  if (edition === now - 1) return changes.get(now);
  const changed = new Set<string>();
  for (let one = edition + 1; one <= now; one += 1) {
    const parts = changes.get(one);
    if (!parts) return undefined;
    for (const part of parts) changed.add(part);
  }
  return changed;
}
