import { makeRng, random as nextOf } from '#core/sim/rng.ts';

/** Choices that one seed decides. */
export interface Random {
  /** A whole number from 0 up to, not including, `below`; 0 when there is nothing below. */
  readonly below: (below: number) => number;
  readonly pick: <T>(from: readonly [T, ...T[]]) => T;
  /** One of a list that may be empty. */
  readonly any: <T>(from: readonly T[]) => T | undefined;
  /** True once in `times`. */
  readonly oneIn: (times: number) => boolean;
  /** Up to `most` pieces of text, one after another. */
  readonly some: (most: number, make: () => string) => string;
}

export function random(seed: number): Random {
  const rng = makeRng(seed);
  const below = (limit: number): number => Math.floor(nextOf(rng) * limit);
  return {
    below,
    pick: (from) => from[below(from.length)] ?? from[0],
    any: (from) => from[below(from.length)],
    oneIn: (times) => below(times) === 0,
    some: (most, make) => Array.from({ length: below(most + 1) }, make).join(''),
  };
}
