import type { Estate } from '#core/model/model.ts';

/*
 * Which parts of the estate a question reads, and which parts an edit changed: an answer stays what it was when the two have nothing in
 * common. Read are queue managers, clusters, documents and assignments by name or all of them, and whatever `perEstate` works out.
 */

/** What was read while a question was answered: parts of the estate by name, and facts about all of it. */
export type Reads = Set<string | Fact>;

/** A question about the whole estate that many ask. */
export type Fact = (estate: Estate) => unknown;

/** A view of an estate that notes what is read of it, in what `into` returned last. */
export interface TrackedEstate {
  readonly view: Estate;
  readonly into: () => Reads;
}

/** `noteFact` is told of each fact that is read. */
export function trackReads(estate: Estate, noteFact: (fact: Fact, answer: unknown) => void): TrackedEstate {
  let reads: Reads = new Set();
  const note = (part: string): void => {
    reads.add(part);
  };
  const view: Estate = {
    ...estate,
    queueManagers: trackedMap('queueManagers', estate.queueManagers, note),
    clusters: trackedMap('clusters', estate.clusters, note),
    documents: trackedMap('documents', estate.documents, note),
    assignments: trackedMap('assignments', estate.assignments, note),
  };
  tracked.set(view, {
    estate,
    noteFact: (fact, answer) => {
      reads.add(fact);
      noteFact(fact, answer);
    },
  });
  const into = (): Reads => {
    reads = new Set();
    return reads;
  };
  return { view, into };
}

/** The answer to a question about the whole estate; when a tracked one is asked, it is noted as what the asker rests on. */
export const readFact = <T>(fact: (estate: Estate) => T, estate: Estate): T => {
  const own = tracked.get(estate);
  if (!own) return fact(estate);
  const answer = fact(own.estate);
  own.noteFact(fact, answer);
  return answer;
};

interface Tracked {
  readonly estate: Estate;
  readonly noteFact: (fact: Fact, answer: unknown) => void;
}

const tracked = new WeakMap<Estate, Tracked>();

const maps = ['queueManagers', 'clusters', 'documents', 'assignments'] as const;
type MapName = (typeof maps)[number];

/** The name of everything in a map, for who looks at it as a whole. */
const all = (map: MapName): string => `${map} *`;

function trackedMap<V>(
  name: MapName,
  map: ReadonlyMap<string, V>,
  note: (part: string) => void,
): ReadonlyMap<string, V> {
  const whole = (): ReadonlyMap<string, V> => {
    note(all(name));
    return map;
  };
  return {
    get(key) {
      note(`${name} ${key}`);
      return map.get(key);
    },
    has(key) {
      note(`${name} ${key}`);
      return map.has(key);
    },
    get size() {
      return whole().size;
    },
    keys: () => whole().keys(),
    values: () => whole().values(),
    entries: () => whole().entries(),
    forEach: (visit, self) => whole().forEach(visit, self),
    [Symbol.iterator]: () => whole()[Symbol.iterator](),
  };
}

/** The parts that are not the same in two estates. */
export function changedParts(before: Estate, after: Estate): Reads {
  const changed: Reads = new Set();
  for (const name of maps) {
    const [was, is]: readonly ReadonlyMap<string, unknown>[] = [before[name], after[name]];
    if (!was || !is || was === is) continue;
    const known = changed.size;
    for (const [key, value] of is) if (was.get(key) !== value) changed.add(`${name} ${key}`);
    for (const key of was.keys()) if (!is.has(key)) changed.add(`${name} ${key}`);
    if (changed.size > known) changed.add(all(name));
  }
  return changed;
}

/** Everything that is read for several answers. */
export function joinReads(answers: readonly { readonly reads: Reads }[]): ReadonlySet<string | Fact> {
  const [only, another] = answers;
  if (!only) return nothingRead;
  if (!another) return only.reads;
  const joined: Reads = new Set(only.reads);
  for (const { reads } of answers) for (const part of reads) joined.add(part);
  return joined;
}

const nothingRead: ReadonlySet<string | Fact> = new Set();

/** Whether something that was read is another now; `changed` undefined: anything may be. */
export function isTouched(reads: ReadonlySet<string | Fact>, changed: ReadonlySet<string | Fact> | undefined): boolean {
  if (!changed) return true;
  for (const part of changed) if (reads.has(part)) return true;
  return false;
}

/** Identical, or plain objects or lists of identical things. */
export function isSameAnswer(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isPlain(a) || !isPlain(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.is(a[key], b[key]));
}

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> => {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === Array.prototype;
};
