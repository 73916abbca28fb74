import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  printBandwidth,
  printDuration,
  printSize,
  readBandwidth,
  readDuration,
  readRate,
  readSize,
} from '#core/scenario/units.ts';

describe('times, in microseconds', () => {
  test.each([
    ['0', 0],
    ['0s', 0],
    ['250us', 250],
    ['1.5ms', 1_500],
    ['10 s', 10_000_000],
    ['2min', 120_000_000],
    ['1h', 3_600_000_000],
    ['1d', 86_400_000_000],
    ['5', undefined],
    ['5m', undefined],
    ['-1s', undefined],
    ['soon', undefined],
    ['', undefined],
    ['999999999999999999d', undefined],
  ])('%s', (text, us) => expect(readDuration(text)).toBe(us));
});

describe('sizes, in bytes', () => {
  test.each([
    ['1B', 1],
    ['1KB', 1024],
    ['4MB', 4_194_304],
    ['0', 0],
    ['1kb', 1024],
    ['10', undefined],
    ['1TB', undefined],
  ])('%s', (text, bytes) => expect(readSize(text)).toBe(bytes));
});

describe('rates, as the time between two', () => {
  test.each([
    ['10/s', 100_000],
    ['30/min', 2_000_000],
    ['0.5/s', 2_000_000],
    ['0/s', undefined],
    ['10', undefined],
    ['10/week', undefined],
  ])('%s', (text, us) => expect(readRate(text)).toBe(us));
});

describe('bandwidths, in bytes per second; 0 is unlimited', () => {
  test.each([
    ['100MB/s', 104_857_600],
    ['1KB / s', 1024],
    ['unlimited', 0],
    ['0', 0],
    ['100MB', undefined],
  ])('%s', (text, bytes) => expect(readBandwidth(text)).toBe(bytes));
});

test('what is printed reads back', () => {
  const amount = fc.nat({ max: Number.MAX_SAFE_INTEGER });
  fc.assert(
    fc.property(amount, (n) => {
      expect(readDuration(printDuration(n))).toBe(n);
      expect(readSize(printSize(n))).toBe(n);
      expect(readBandwidth(printBandwidth(n))).toBe(n);
    }),
  );
});
