import type { Estate } from '#core/model/model.ts';
import { changedParts, type Fact, isSameAnswer, type Reads, type TrackedEstate, trackReads } from './reads.ts';

/** The estates that were checked one after the other, and what each changed. */
export interface History {
  /** The estate of the last run, and how many there were before it. */
  last: Estate | undefined;
  edition: number;
  /** By edition, what is not the same as in the one before. */
  readonly changes: Map<number, Reads>;
  /** What the facts that somebody read were in the last edition. */
  readonly facts: Map<Fact, unknown>;
}

/** One time that an estate is checked. */
export interface Run {
  readonly history: History;
  readonly estate: Estate;
  readonly tracked: TrackedEstate;
  readonly edition: number;
}

export const newHistory = (): History => ({
  last: undefined,
  edition: 0,
  changes: new Map(),
  facts: new Map(),
});

export function startRun(history: History, estate: Estate): Run {
  const { last, changes, facts } = history;
  if (last !== estate) {
    history.last = estate;
    history.edition += 1;
    if (last) changes.set(history.edition, changedParts(last, estate));
    noteChangedFacts(history, estate);
    changes.delete(history.edition - mostRemembered);
  }
  const { edition } = history;
  const noteFact = (fact: Fact, answer: unknown): void => {
    // A run that another has overtaken knows what was, not what is.
    facts.set(fact, edition === history.edition ? answer : notKnown);
  };
  return { history, estate, tracked: trackReads(estate, noteFact), edition };
}

/** Each fact is looked for once, whoever read it. */
function noteChangedFacts({ changes, edition, facts }: History, estate: Estate): void {
  const changed = changes.get(edition);
  for (const [fact, before] of facts) {
    const now = answerOf(fact, estate);
    if (now !== notKnown && isSameAnswer(now, before)) continue;
    facts.set(fact, now);
    changed?.add(fact);
  }
}

function answerOf(fact: Fact, estate: Estate): unknown {
  try {
    return fact(estate);
  } catch {
    return notKnown;
  }
}

/** Equal to no answer, nor to itself. */
const notKnown = Symbol('not known');

/** A result that was not looked at for so many edits is asked for anew. */
const mostRemembered = 100;

/** What is not the same as when a result was found; undefined: nobody remembers. */
export function changedSince(
  edition: number,
  { history: { changes }, edition: now }: Run,
): ReadonlySet<string | Fact> | undefined {
  if (edition === now - 1) return changes.get(now);
  // What a later run found says nothing to an earlier one that is still under way.
  if (edition > now) return undefined;
  const changed: Reads = new Set();
  for (let one = edition + 1; one <= now; one += 1) {
    const parts = changes.get(one);
    if (!parts) return undefined;
    for (const part of parts) changed.add(part);
  }
  return changed;
}
