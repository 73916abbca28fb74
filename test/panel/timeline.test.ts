import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amend } from '#core/sim/amend.ts';
import { run } from '#core/sim/run.ts';
import { devPlan } from '../../client/webview/dev-plan.ts';
import { newsBetween } from '../../client/webview/event-text.ts';
import { formatClock, formatTime } from '../../client/webview/format.ts';
import { paceOf } from '../../client/webview/pace.ts';
import { changesBetween } from '../../client/webview/views/outcome/compare.ts';
import { markBeside, marksOf, ticksOf } from '../../client/webview/views/timeline/layout.ts';
import { figure1, producer, traceOf } from '../support/scenario.ts';

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
    expect(mark?.texts).toEqual(['QM2 is down: failed', 'order-entry is stopped']);
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
    const start = { share: 0, text: '0 s', anchor: 'first' };
    const late = traceOf(`${figure1}applications:\n${producer('count: 60, every: 1111ms, startAt: 61s')}\nuntil: 5min`);
    for (const [one, width] of [
      [pace, 1200],
      [pace, 300],
      [paceOf(late), 1200],
      [paceOf(late), 340],
    ] as const) {
      const ticks = ticksOf(one, width);
      expect(ticks[0]).toEqual(start);
      expect(ticks.length).toBeGreaterThan(1);
      expect(new Set(ticks.map(({ text }) => text)).size).toBe(ticks.length);
      // A letter of the small font takes six pixels.
      const ends = ticks.map(({ share, text, anchor }) => {
        const room = text.length * 6;
        const left = share * width - { first: 0, middle: room / 2, last: room }[anchor];
        return [left, left + room] as const;
      });
      ends.slice(1).forEach(([left], i) => {
        expect(left).toBeGreaterThan(ends[i]?.[1] ?? 0);
      });
      expect(ends.at(-1)?.[1]).toBeLessThanOrEqual(width + 1);
    }
  });
});

describe('what is said as a play goes on', () => {
  it('tells a failure that plain events follow at the same moment, and nothing of a quiet stretch', () => {
    const at = failed.events.findIndex((event) => event.kind === 'queue-manager');
    expect(newsBetween(failed, 0, at)).toBe('');
    expect(newsBetween(failed, at - 5, at + 5)).toContain('QM2 is down: failed');
    expect(newsBetween(failed, at + 1, at)).toBe('');
  });

  it('cuts short what nobody could listen to', () => {
    const [down] = failed.events.filter((event) => event.kind === 'queue-manager');
    const events = Array.from({ length: 9 }, () => down ?? failed.events[0]).flatMap((event) => event ?? []);
    expect(newsBetween({ ...failed, events }, 0, 9)).toMatch(/^(QM2 is down: failed\. ){3}and 6 more$/);
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
    [59_999_900, '1 min 00 s'],
    [60_051_200, '1 min 00.051 s'],
    [125_000_000, '2 min 05 s'],
    [3_599_500_000, '59 min 59.5 s'],
    [4_200_000_000, '1 h 10 min'],
  ])('%i µs is %s', (atUs, text) => {
    expect(formatTime(atUs)).toBe(text);
  });

  it('fill the clock with the same number of places', () => {
    expect(formatClock(61_000_001)).toBe('01:01.000001');
    expect(formatClock(3_661_000_000)).toBe('1:01:01.000000');
  });
});
