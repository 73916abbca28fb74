import type { NameSpace, QueueManager } from '#core/model/model.ts';
import { isSlip } from './misspelt.ts';

/**
 * The defined name that a reference to an absent one probably meant, on one queue manager; never the asker's own. It is kept
 * for each queue manager as long as nothing of it changes. Where hundreds of names lead nowhere, files are missing and not
 * letters: then only the case of the letters is looked at, so that the cost stays in proportion to the estate.
 */
export const spelledLike = (
  queueManager: QueueManager,
  space: NameSpace,
  name: string,
  asker: string | undefined,
): string | undefined => {
  const names = namesOf(queueManager, space);
  let meant = names.asked.get(name);
  if (!meant) {
    meant = lookFor(name, names);
    names.asked.set(name, meant);
  }
  return meant.find((candidate) => candidate !== asker);
};

/** How many absent names are compared letter by letter. */
const mostCompared = 200;

interface Names {
  /** The names in the order of their definition, by their upper-case spelling. */
  readonly byUpper: ReadonlyMap<string, readonly string[]>;
  readonly byLength: ReadonlyMap<number, readonly string[]>;
  /** Absent name → what may be meant, the likeliest first; two are enough, since one may be the asker's. */
  readonly asked: Map<string, readonly string[]>;
}

const lookFor = (name: string, { byUpper, byLength, asked }: Names): readonly string[] => {
  const upper = name.toUpperCase();
  const meant = [...(byUpper.get(upper) ?? [])];
  if (asked.size >= mostCompared) return meant;
  for (const length of [upper.length, upper.length - 1, upper.length + 1])
    for (const candidate of byLength.get(length) ?? []) {
      if (meant.length >= 2) return meant;
      if (isSlip(upper, candidate)) meant.push(...(byUpper.get(candidate) ?? []));
    }
  return meant;
};

const namesOf = (queueManager: QueueManager, space: NameSpace): Names => {
  const bySpace = known.get(queueManager) ?? new Map<NameSpace, Names>();
  known.set(queueManager, bySpace);
  const kept = bySpace.get(space);
  if (kept) return kept;
  const candidates = [...queueManager.objects.all(space)].filter(
    (one) => one.isDefined && !one.nameIsOpen && !one.isSystem,
  );
  const byUpper = Map.groupBy(new Set(candidates.map((one) => one.name)), (name) => name.toUpperCase());
  const made = { byUpper, byLength: Map.groupBy(byUpper.keys(), (upper) => upper.length), asked: new Map() };
  bySpace.set(space, made);
  return made;
};

const known = new WeakMap<QueueManager, Map<NameSpace, Names>>();
