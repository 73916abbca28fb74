/**
 * Delta debugging: the items that have to stay for `holds` to hold, none of which can go alone. `holds` is asked of fewer and
 * fewer items, large parts first.
 */
export function shrinkList<T>(items: readonly T[], holds: (kept: readonly T[]) => boolean): readonly T[] {
  let kept = items;
  let size = kept.length;
  while (size >= 1 && kept.length > 0) {
    let at = 0;
    let isSmaller = false;
    while (at < kept.length) {
      const fewer = [...kept.slice(0, at), ...kept.slice(at + size)];
      if (holds(fewer)) {
        kept = fewer;
        isSmaller = true;
      } else at += size;
    }
    if (size === 1 && !isSmaller) break;
    size = size === 1 ? 1 : Math.ceil(size / 2);
  }
  return kept;
}

/** The smallest number from `least` on for which `holds` holds, looked for by halves; `from` is known to hold. */
export function shrinkNumber(from: number, least: number, holds: (value: number) => boolean): number {
  if (from <= least || holds(least)) return Math.min(from, least);
  let low = least;
  let high = from;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}
