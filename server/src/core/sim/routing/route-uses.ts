/** How the ways of all queue managers were used so far: what a choice looks at and counts of a way stands side by side. */
export interface RouteUses {
  /** `width` numbers a way. */
  numbers: Float64Array;
  count: number;
}

/** DestSeqNumber of the last time it was chosen. */
const sequence = 0;
/** DestSeqFactor. */
const factor = 1;
const timesChosen = 2;
/** Two ways fill a line of the processor's cache. */
const width = 4;

export const makeRouteUses = (): RouteUses => ({ numbers: new Float64Array(64 * width), count: 0 });

/** A way that nobody has used; its place. */
export function addRouteUse(uses: RouteUses, first: number): number {
  const use = uses.count++ * width;
  if (use === uses.numbers.length) {
    const bigger = new Float64Array(2 * use);
    bigger.set(uses.numbers);
    uses.numbers = bigger;
  }
  uses.numbers[use + sequence] = first;
  return use;
}

export const sequenceOf = ({ numbers }: RouteUses, use: number): number => numbers[use + sequence] ?? 0;

export const factorOf = ({ numbers }: RouteUses, use: number): number => numbers[use + factor] ?? 0;

export const isUsed = ({ numbers }: RouteUses, use: number): boolean => (numbers[use + timesChosen] ?? 0) > 0;

export function countUse({ numbers }: RouteUses, use: number, at: number, share: number): void {
  numbers[use + sequence] = at;
  numbers[use + factor] = (numbers[use + factor] ?? 0) + share;
  numbers[use + timesChosen] = (numbers[use + timesChosen] ?? 0) + 1;
}

export function resetFactor({ numbers }: RouteUses, use: number): void {
  numbers[use + factor] = 0;
}
