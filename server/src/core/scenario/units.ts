/**
 * Units of the scenario file. Each `read…` takes the text of a YAML scalar and gives undefined for what it cannot be;
 * each `print…` writes the shortest text that reads back as the same number.
 */

/** Virtual time in microseconds: `250us`, `1.5ms`, `10s`, `5min`, `2h`, `1d`; a bare `0` needs no unit. */
export const readDuration = (text: string): number | undefined => readScaled(text, durations);

/** Bytes: `512B`, `1KB`, `4MB`; 1 KB is 1024 bytes, as MQ counts. A bare `0` needs no unit. */
export const readSize = (text: string): number | undefined => readScaled(text, sizes);

/** Bytes per second: `100MB/s`; `0` and `unlimited` are 0, which means that size costs no time. */
export function readBandwidth(text: string): number | undefined {
  if (/^\s*unlimited\s*$/i.test(text)) return 0;
  const perSecond = /^(.*?)\s*\/\s*s\s*$/i.exec(text);
  if (perSecond?.[1] !== undefined) return readSize(perSecond[1]);
  return /^\s*0\s*$/.test(text) ? 0 : undefined;
}

/** Microseconds between two of them: `10/s` is 100000, `30/min` is 2000000. */
export function readRate(text: string): number | undefined {
  const match = /^\s*(\d+(?:\.\d+)?)\s*\/\s*([a-z]+)\s*$/i.exec(text);
  const per = durations.find(([unit]) => unit.toLowerCase() === match?.[2]?.toLowerCase())?.[1];
  const count = Number(match?.[1]);
  if (per === undefined || !(count > 0)) return undefined;
  const interval = Math.round(per / count);
  return Number.isSafeInteger(interval) ? interval : undefined;
}

export const printDuration = (us: number): string => printScaled(us, durations, '0s');

export const printSize = (bytes: number): string => printScaled(bytes, sizes, '0B');

export const printBandwidth = (bytesPerSecond: number): string =>
  bytesPerSecond === 0 ? 'unlimited' : `${printSize(bytesPerSecond)}/s`;

type Unit = readonly [name: string, factor: number];

/** Smallest first: `print` takes the largest that divides. */
const durations: readonly Unit[] = [
  ['us', 1],
  ['ms', 1_000],
  ['s', 1_000_000],
  ['min', 60_000_000],
  ['h', 3_600_000_000],
  ['d', 86_400_000_000],
];

const sizes: readonly Unit[] = [
  ['B', 1],
  ['KB', 1024],
  ['MB', 1024 * 1024],
  ['GB', 1024 * 1024 * 1024],
];

function readScaled(text: string, units: readonly Unit[]): number | undefined {
  const match = new RegExp(`^\\s*(\\d+(?:\\.\\d+)?)\\s*(${units.map(([unit]) => unit).join('|')})?\\s*$`, 'i').exec(
    text,
  );
  if (!match) return undefined;
  const count = Number(match[1]);
  if (match[2] === undefined) return count === 0 ? 0 : undefined;
  const factor = units.find(([unit]) => unit.toLowerCase() === match[2]?.toLowerCase())?.[1];
  const value = Math.round(count * (factor ?? Number.NaN));
  return Number.isSafeInteger(value) ? value : undefined;
}

function printScaled(value: number, units: readonly Unit[], zero: string): string {
  if (value === 0) return zero;
  const [unit, factor] = units.findLast(([, size]) => value % size === 0) ?? ['', 1];
  return `${value / factor}${unit}`;
}
