/** How the ways of all queue managers were used so far, one column a fact; a way names its place here. */
export interface RouteUses {
  /** DestSeqNumber of the last time it was chosen. */
  sequence: Uint32Array;
  /** DestSeqFactor. */
  factor: Float64Array;
  timesChosen: Uint32Array;
  count: number;
}

export const makeRouteUses = (capacity = 64): RouteUses => ({
  sequence: new Uint32Array(capacity),
  factor: new Float64Array(capacity),
  timesChosen: new Uint32Array(capacity),
  count: 0,
});

/** A way that nobody has used; its place. */
export function addRouteUse(uses: RouteUses, sequence: number): number {
  if (uses.count === uses.sequence.length) grow(uses);
  uses.sequence[uses.count] = sequence;
  return uses.count++;
}

export const sequenceOf = ({ sequence }: RouteUses, use: number): number => sequence[use] ?? 0;

export const factorOf = ({ factor }: RouteUses, use: number): number => factor[use] ?? 0;

export const isUsed = ({ timesChosen }: RouteUses, use: number): boolean => (timesChosen[use] ?? 0) > 0;

export function countUse(uses: RouteUses, use: number, sequence: number, share: number): void {
  uses.sequence[use] = sequence;
  uses.factor[use] = factorOf(uses, use) + share;
  uses.timesChosen[use] = (uses.timesChosen[use] ?? 0) + 1;
}

function grow(uses: RouteUses): void {
  const bigger = makeRouteUses(uses.count * 2);
  bigger.sequence.set(uses.sequence);
  bigger.factor.set(uses.factor);
  bigger.timesChosen.set(uses.timesChosen);
  Object.assign(uses, { ...bigger, count: uses.count });
}
