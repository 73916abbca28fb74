import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amend } from '#core/sim/amend.ts';
import { run } from '#core/sim/run.ts';
import { devPlan } from '../../client/webview/dev-plan.ts';
import { formatClock, formatTime } from '../../client/webview/format.ts';
import { paceOf } from '../../client/webview/pace.ts';
import { changesBetween } from '../../client/webview/views/outcome/compare.ts';
import { markBeside, marksOf, ticksOf } from '../../client/webview/views/timeline/layout.ts';

const plan = devPlan(4);
const trace = run(plan, { detail: 'full' });
const failed = run(
  amend(plan, { events: [{ atUs: 310_000, action: { do: 'fail-queue-manager', queueManager: 'QM2' } }] }),
  {
    detail: 'full',
  },
);
const pace = paceOf(trace);

describe('the pace of a play', () => {
  it('goes from time to screen and back', () => {
    const end = trace.events.at(-1)?.atUs ?? 0;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: end }), (atUs) => {
        expect(pace.toMicroseconds(pace.toSeconds(atUs))).toBeCloseTo(atUs, 0);
      }),
    );
  });

  it('never goes backwards and gives every gap a share', () => {
    const times = [...new Set(trace.events.map((event) => event.atUs))];
    const seconds = times.map((atUs) => pace.toSeconds(atUs));
    seconds.slice(1).forEach((one, i) => {
      expect(one).toBeGreaterThan(seconds[i] ?? 0);
    });
    expect(pace.seconds).toBeLessThanOrEqual(90);
  });

  it('is nothing for a run without events', () => {
    expect(paceOf({ ...trace, events: [] })).toMatchObject({ seconds: 0 });
    expect(paceOf({ ...trace, events: [] }).toSeconds(5)).toBe(0);
  });
});

describe('the time line', () => {
  it('marks a failure where it happened, and nothing on a quiet run', () => {
    expect(marksOf(trace, pace, 0.01)).toEqual([]);
    const marks = marksOf(failed, paceOf(failed), 0.0001);
    const mark = marks.find((one) => one.tone === 'failure');
    expect(mark).toMatchObject({ atUs: 310_000 });
    expect(mark?.texts[0]).toContain('QM2');
    expect(failed.events[(mark?.index ?? 0) - 1]).toMatchObject({ kind: 'queue-manager', state: 'down' });
  });

  it('marks what is down or stopped from the first moment on', () => {
    const events = (
      [
        { do: 'fail-queue-manager', queueManager: 'QM2' },
        { do: 'stop-application', application: 'order-entry' },
      ] as const
    ).map((action) => ({ atUs: 0, action }));
    const trace = run(amend(plan, { events }), { detail: 'full' });
    const [mark] = marksOf(trace, paceOf(trace), 0.0001);
    expect(mark).toMatchObject({ share: 0, atUs: 0, index: 1, tone: 'failure' });
    expect(mark?.texts).toEqual(['QM2 is down: failed', 'order-entry is stopped: stopped']);
  });

  it('joins marks that would cover each other, under the loudest', () => {
    const marks = marksOf(failed, paceOf(failed), 1);
    expect(marks).toHaveLength(1);
    expect(marks[0]?.tone).toBe('failure');
    expect(marks[0]?.texts.length).toBeGreaterThan(1);
  });

  it('leads from mark to mark', () => {
    const marks = marksOf(failed, paceOf(failed), 0.0001);
    const [first] = marks;
    expect(markBeside(marks, 0, 'next')).toBe(first);
    expect(markBeside(marks, first?.index ?? 0, 'previous')).toBeUndefined();
    expect(markBeside(marks, failed.events.length, 'next')).toBeUndefined();
  });

  it('writes rising times that do not run into each other', () => {
    const ticks = ticksOf(pace, 9);
    expect(ticks[0]).toEqual({ share: 0, atUs: 0 });
    ticks.slice(1).forEach((tick, i) => {
      expect(tick.share - (ticks[i]?.share ?? 0)).toBeGreaterThan(0.03);
    });
  });
});

describe('the comparison of outcomes', () => {
  it('is empty for equal ones', () => {
    expect(changesBetween(trace.outcome, trace.outcome)).toEqual([]);
  });

  it('names what a failure changed, and whether it is worse where that can be said', () => {
    const changes = changesBetween(trace.outcome, failed.outcome);
    expect(changes).toContainEqual({
      what: 'Marooned',
      before: 0,
      after: failed.outcome.totals.marooned,
      meaning: 'worse',
    });
    expect(changes.find((one) => one.what === 'ORDERS on QM4: arrived')).toMatchObject({
      before: 6,
      meaning: 'neither',
    });
  });
});

describe('times', () => {
  it.each([
    [0, '0 s'],
    [350, '350 µs'],
    [1_200, '1.2 ms'],
    [4_035_000, '4.035 s'],
    [125_000_000, '2 min 05 s'],
    [4_200_000_000, '1 h 10 min'],
  ])('%i µs is %s', (atUs, text) => {
    expect(formatTime(atUs)).toBe(text);
  });

  it('fill the clock with the same number of places', () => {
    expect(formatClock(61_000_001)).toBe('01:01.000001');
    expect(formatClock(3_661_000_000)).toBe('1:01:01.000000');
  });
});
