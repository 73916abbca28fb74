/**
 * The name that was probably meant by one that nobody defines: the same in another case, or one slip of the finger away in
 * a word of at least four letters. Names that differ in digits alone are told apart on purpose.
 */
export const misspelt = (name: string, candidates: ReadonlySet<string>): string | undefined => {
  const upper = name.toUpperCase();
  for (const candidate of candidates) if (candidate !== name && candidate.toUpperCase() === upper) return candidate;
  for (const candidate of candidates) if (isSlip(upper, candidate.toUpperCase())) return candidate;
  return undefined;
};

/** Whether two names, both in upper case, are one slip of the finger apart. */
export const isSlip = (wanted: string, candidate: string): boolean => {
  if (Math.abs(wanted.length - candidate.length) > 1) return false;
  let start = 0;
  while (start < wanted.length && wanted[start] === candidate[start]) start += 1;
  let end = 0;
  const shortest = Math.min(wanted.length, candidate.length) - start;
  while (end < shortest && wanted.at(-1 - end) === candidate.at(-1 - end)) end += 1;
  const left = wanted.slice(start, wanted.length - end);
  const right = candidate.slice(start, candidate.length - end);
  const isOne = left.length <= 1 && right.length <= 1;
  const isSwap = left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
  // Cheapest first: large estates compare each absent name with every name there is.
  return (
    (isOne || isSwap) &&
    wordAround(wanted, start).length >= 4 &&
    wordAround(candidate, start).length >= 4 &&
    withoutDigits(wanted) !== withoutDigits(candidate)
  );
};

const withoutDigits = (name: string): string => name.replaceAll(/\d/g, '');

/** The part between dots and the like that holds the position. */
const wordAround = (name: string, at: number): string =>
  `${/[^._/%]*$/.exec(name.slice(0, at))?.[0] ?? ''}${/^[^._/%]*/.exec(name.slice(at))?.[0] ?? ''}`;
