import type { Trace } from '#core/sim/trace.ts';

/**
 * Maps virtual time to seconds on the screen and back. A run has microseconds between some events and minutes between
 * others; drawn to scale, one or the other is invisible. Here each gap takes a share that grows with its logarithm.
 */
export interface Pace {
  /** Seconds that the run takes at speed 1. */
  readonly seconds: number;
  toSeconds(atUs: number): number;
  toMicroseconds(seconds: number): number;
}

export function paceOf(trace: Trace): Pace {
  const times = [0];
  for (const event of trace.events) if (event.atUs > (times.at(-1) ?? 0)) times.push(event.atUs);
  const weights = new Float64Array(times.length);
  let sum = 0;
  for (let i = 1; i < times.length; i++) {
    sum += weightOf((times[i] ?? 0) - (times[i - 1] ?? 0));
    weights[i] = sum;
  }
  const seconds = sum === 0 ? 0 : Math.min(Math.max(sum * SECONDS_PER_WEIGHT, SHORTEST_S), LONGEST_S);
  const scale = sum === 0 ? 0 : seconds / sum;
  const at = Float64Array.from(times);
  const paced = weights.map((weight) => weight * scale);
  return {
    seconds,
    toSeconds: (atUs) => interpolate(at, paced, atUs),
    toMicroseconds: (position) => interpolate(paced, at, position),
  };
}

const SECONDS_PER_WEIGHT = 0.12;
const SHORTEST_S = 4;
const LONGEST_S = 90;

/** 10 µs counts 1, each tenfold about one more. */
const weightOf = (gapUs: number): number => Math.max(0.2, Math.log10(1 + gapUs / 2));

/** Where `x` of the rising `from` lies on `to`; held at both ends. */
function interpolate(from: Float64Array, to: Float64Array, x: number): number {
  let low = 0;
  let high = from.length - 1;
  if (high < 1 || x <= (from[0] ?? 0)) return to[0] ?? 0;
  if (x >= (from[high] ?? 0)) return to[high] ?? 0;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((from[middle] ?? 0) <= x) low = middle;
    else high = middle;
  }
  const [fromLow, fromHigh] = [from[low] ?? 0, from[high] ?? 0];
  const share = fromHigh === fromLow ? 0 : (x - fromLow) / (fromHigh - fromLow);
  return (to[low] ?? 0) + share * ((to[high] ?? 0) - (to[low] ?? 0));
}
