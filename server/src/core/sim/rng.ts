/** A seeded source of numbers in [0, 1): sfc32, the same sequence for the same seed on every machine. */
export type Rng = () => number;

export function makeRng(seed: number): Rng {
  let a = mix(seed | 0);
  let b = mix(a + 1);
  let c = mix(b + 2);
  let counter = 1;
  const next = (): number => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  for (let i = 0; i < 12; i++) next();
  return next;
}

/** A waiting time with the given mean, in whole microseconds. */
export const exponential = (rng: Rng, mean: number): number => Math.round(-Math.log(1 - rng()) * mean);

/** Spreads neighbouring seeds far apart (the finalizer of MurmurHash 3). */
function mix(value: number): number {
  let x = value ^ 0x9e3779b9;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}
