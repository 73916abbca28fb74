/** Whether two lists hold the identical things in the same order; no list is the same as none. */
export const isSameList = (a: readonly unknown[] | undefined, b: readonly unknown[]): boolean =>
  a?.length === b.length && a.every((one, index) => one === b[index]);
