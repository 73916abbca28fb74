/** What many things have alike, each kind once, with a number that a row can hold: ten thousand copies would not stay in the processor's cache. */
export interface Alike<T> {
  readonly all: T[];
  /** By what each says, in words. */
  readonly numbers: Map<string, number>;
}

export const makeAlike = <T>(): Alike<T> => ({ all: [], numbers: new Map() });

/** The number of the first that said the same in words. */
export function numberAlike<T>({ all, numbers }: Alike<T>, words: string, one: T): number {
  const known = numbers.get(words);
  if (known !== undefined) return known;
  const number = all.push(one) - 1;
  numbers.set(words, number);
  return number;
}
