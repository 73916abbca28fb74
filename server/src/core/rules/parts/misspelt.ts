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
  // Codes are compared, and nothing is cut out: nearly every pair ends here.
  const shorter = Math.min(wanted.length, candidate.length);
  let start = 0;
  while (start < shorter && wanted.charCodeAt(start) === candidate.charCodeAt(start)) start++;
  let [left, right] = [wanted.length, candidate.length];
  while (left > start && right > start && wanted.charCodeAt(left - 1) === candidate.charCodeAt(right - 1)) {
    left--;
    right--;
  }
  const isOne = left - start <= 1 && right - start <= 1;
  const isSwap =
    left - start === 2 &&
    right - start === 2 &&
    wanted[start] === candidate[start + 1] &&
    wanted[start + 1] === candidate[start];
  // Cheapest first: large estates compare each absent name with every name there is.
  return (
    (isOne || isSwap) &&
    withoutDigits(wanted.slice(start, left)) !== withoutDigits(candidate.slice(start, right)) &&
    wordAround(wanted, start).length >= 4 &&
    wordAround(candidate, start).length >= 4
  );
};

const withoutDigits = (name: string): string => name.replaceAll(/\d/g, '');

/** The part between dots and the like that holds the position. */
const wordAround = (name: string, at: number): string =>
  `${/[^._/%]*$/.exec(name.slice(0, at))?.[0] ?? ''}${/^[^._/%]*/.exec(name.slice(at))?.[0] ?? ''}`;
