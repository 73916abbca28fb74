/** `QM1`, `QM1 and QM2`, `QM1, QM2 and QM3`; from five on `QM1, QM2, QM3 and 2 more`. */
export const list = (names: readonly string[]): string => {
  const shown = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names;
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
};

/** `says` for one, `say` for several. */
export const verb = (count: number, singular: string, plural: string): string => (count === 1 ? singular : plural);

/** The values of a set or list without repetition, in their first order. */
export const distinct = <T>(values: Iterable<T>): readonly T[] => [...new Set(values)];

/** The first of all that share a key. */
export const uniqueBy = <T>(values: Iterable<T>, key: (value: T) => string): readonly T[] => {
  const first = new Map<string, T>();
  for (const value of values) if (!first.has(key(value))) first.set(key(value), value);
  return [...first.values()];
};
