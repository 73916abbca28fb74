import { beforeEach, expect, test, vi } from 'vitest';
import type { Steps } from '#core/text/steps.ts';
import { schedule } from '../../server/src/lsp/schedule.ts';

/** A check of so many steps, each of which takes 5 ms of a clock that only checks move. */
function machine(steps: number) {
  let clock = 0;
  const log: string[] = [];
  const shares: (number | undefined)[] = [];
  const checks = schedule({
    *check(): Steps<void> {
      log.push('begin');
      for (let step = 1; step <= steps; step++) {
        clock += 5;
        yield step / steps;
      }
      log.push('end');
    },
    now: () => clock,
    progress: (share) => shares.push(share),
  });
  return { checks, log, shares };
}

beforeEach(() => {
  vi.useFakeTimers();
});

test('a long check makes way for other work, and says how far it is', async () => {
  const { checks, log, shares } = machine(10);
  checks.request();
  vi.advanceTimersToNextTimer();
  expect(log).toEqual(['begin']);
  expect(checks.isDue()).toBe(true);
  expect(shares).toEqual([0.3]);
  await vi.runAllTimersAsync();
  expect(log).toEqual(['begin', 'end']);
  expect(checks.isDue()).toBe(false);
  expect(checks.isSlow()).toBe(true);
  expect(shares.at(-1)).toBeUndefined();
});

test('a change gives up the check that is under way, and one begins anew', async () => {
  const { checks, log } = machine(10);
  checks.request();
  vi.advanceTimersToNextTimer();
  checks.request();
  expect(log).toEqual(['begin']);
  await vi.runAllTimersAsync();
  expect(log).toEqual(['begin', 'begin', 'end']);
});

test('who waits for the findings hears of them at the end of the last check, not of the one that was given up', async () => {
  const { checks, log } = machine(10);
  checks.request();
  const told = checks.settled().then(() => log.push('told'));
  checks.request();
  await vi.runAllTimersAsync();
  await told;
  expect(log).toEqual(['begin', 'begin', 'end', 'told']);
});

test('a short check is over at once for who waits', async () => {
  const { checks, log } = machine(1);
  await checks.settled();
  expect(log).toEqual([]);
  checks.request();
  await checks.settled();
  expect(log).toEqual(['begin', 'end']);
  expect(checks.isSlow()).toBe(false);
});
