/** The value that half of them do not exceed. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The value that a share of them (0.95: all but the worst twentieth) does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export const milliseconds = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
