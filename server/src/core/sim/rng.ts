/** A seeded source of numbers in [0, 1): sfc32, the same sequence for the same seed on every machine. Plain data: a copy goes on from where it was copied. */
export interface Rng {
  a: number;
  b: number;
  c: number;
  counter: number;
}

export function makeRng(seed: number): Rng {
  const a = mix(seed | 0);
  const b = mix(a + 1);
  const rng: Rng = { a, b, c: mix(b + 2), counter: 1 };
  for (let i = 0; i < 12; i++) random(rng);
  return rng;
}

/** The next number. */
export function random(rng: Rng): number {
  const t = (((rng.a + rng.b) | 0) + rng.counter) | 0;
  rng.counter = (rng.counter + 1) | 0;
  rng.a = rng.b ^ (rng.b >>> 9);
  rng.b = (rng.c + (rng.c << 3)) | 0;
  rng.c = (((rng.c << 21) | (rng.c >>> 11)) + t) | 0;
  return (t >>> 0) / 4294967296;
}

/** A waiting time with the given mean, in whole microseconds. */
export const exponential = (rng: Rng, mean: number): number => Math.round(-Math.log(1 - random(rng)) * mean);

/** Spreads neighbouring seeds far apart (the finalizer of MurmurHash 3). */
function mix(value: number): number {
  let x = value ^ 0x9e3779b9;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}
