import { type NameScope, usesCalled } from './name-scope.ts';
import type { NameUse } from './name-use.ts';
import { type Home, homesOf, withPartners } from './same-thing.ts';

/** Every use that stands for the same thing: all instances of a cluster queue, both ends of a channel. */
export function usesOfSame(use: NameUse, scope: NameScope): readonly NameUse[] {
  const alike = namesAlike(use, scope);
  if (use.means.kind !== 'object') return alike;
  return usesOfHomes(withPartners(homesOf(use, scope.estate), use.name, alike, scope.estate), alike, scope);
}

/** Those of the uses that stand for one of the objects. */
export const usesOfHomes = (
  homes: ReadonlySet<Home>,
  uses: readonly NameUse[],
  { estate }: NameScope,
): readonly NameUse[] => uses.filter((use) => homesOf(use, estate).some((home) => homes.has(home)));

/** Uses of the same name for the same kind of thing. Names of queue managers that differ in case only are one. */
export const namesAlike = (use: NameUse, scope: NameScope): readonly NameUse[] =>
  usesCalled(use.name, scope).filter(
    (other) =>
      other.means.kind === use.means.kind &&
      (use.means.kind === 'queue-manager'
        ? other.name.toUpperCase() === use.name.toUpperCase()
        : other.name === use.name) &&
      (use.means.kind !== 'object' || sharesSpace(use, other)),
  );

const sharesSpace = (one: NameUse, other: NameUse): boolean =>
  one.means.kind === 'object' && other.means.kind === 'object'
    ? spacesOf(one).some((space) => spacesOf(other).includes(space))
    : false;

/** A client channel and its server connection must have one name. */
const spacesOf = ({ means }: NameUse): readonly string[] =>
  means.kind === 'object' ? means.spaces.map((space) => (space === 'client-channel' ? 'channel' : space)) : [];
