import type { Location } from '#core/text/span.ts';
import type { Clone, Clones, Related } from '../rule.ts';
import { uniqueBy } from './words.ts';

export const placeKey = ({ source, span }: Location): string => `${source}:${span.start}`;

/** The first of those that stand at one place: a file that several queue managers run is reported once. */
export const oncePerPlace = <T extends { readonly at: Location }>(things: Iterable<T>): readonly T[] =>
  uniqueBy(things, ({ at }) => placeKey(at));

/** Links to the other instances of the queue. */
export const otherInstances = ({ instances }: Clones, here: Clone): readonly Related[] =>
  instances
    .filter((instance) => instance !== here)
    .map(({ object, queueManager }) => ({ at: object.nameAt, message: `The instance on ${queueManager.name}` }));
