import { attributesOf, positiveKeyword } from '#core/facts/lookup.ts';
import type { CommandBody } from '#core/syntax/tree.ts';
import type { PartGroup } from './command-parts.ts';

/**
 * The groups of a command in the order of the reference: what MQ wants first, the object's attributes, then what belongs to the
 * command. Comments between attributes speak of a place in the text, so a command that has some keeps its order, and so does
 * one that sets the same thing twice, where the order decides.
 */
export function inCatalogueOrder(groups: readonly PartGroup[], body: CommandBody): readonly PartGroup[] {
  const object = body.objectName;
  if (object === undefined || groups.some(({ pieces }) => pieces.some(({ above }) => above.length > 0))) return groups;
  const ranks = ranksOf(object);
  const rank = ({ keyword }: PartGroup): number => ranks.get(positiveKeyword(object, keyword)) ?? ranks.size;
  const free = groups.filter(({ isHead }) => !isHead);
  const kept = new Set(free.map(({ keyword }) => positiveKeyword(object, keyword)));
  if (kept.size < free.length) return groups;
  return [...groups.filter(({ isHead }) => isHead), ...free.toSorted((a, b) => rank(a) - rank(b))];
}

function ranksOf(object: string): ReadonlyMap<string, number> {
  const known = ranksByObject.get(object);
  if (known) return known;
  const attributes = attributesOf(object);
  const isOfCommand = (kind: string) => kind === 'commandParameter';
  const ordered = [
    ...positioned.flatMap((keyword) => attributes.filter((one) => one.keyword === keyword)),
    ...attributes.filter(({ kind }) => !isOfCommand(kind)),
    ...attributes.filter(({ kind }) => isOfCommand(kind)),
  ];
  const ranks = new Map<string, number>();
  for (const { keyword } of ordered) {
    const positive = positiveKeyword(object, keyword);
    if (!ranks.has(positive)) ranks.set(positive, ranks.size);
  }
  ranksByObject.set(object, ranks);
  return ranks;
}

/** They must follow the name at once on Multiplatforms, where the object has them (IBM: the commands' syntax diagrams). */
const positioned: readonly string[] = ['CHLTYPE', 'TYPE', 'AUTHTYPE', 'TRPTYPE'];
const ranksByObject = new Map<string, ReadonlyMap<string, number>>();
