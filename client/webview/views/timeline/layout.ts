import type { Trace, TraceEvent } from '#core/sim/trace.ts';
import { describeEvent, isRoutine, type Tone } from '../../event-text.ts';
import { formatTime } from '../../format.ts';
import type { Pace } from '../../pace.ts';

/** A mark on the time line: one important event, or several that would cover each other. */
export interface Mark {
  /** 0 to 1. */
  readonly share: number;
  readonly tone: Tone;
  readonly atUs: number;
  /** How many events have happened right after the first of the mark. */
  readonly index: number;
  readonly texts: readonly string[];
}

/** Marks in the order of time; those closer than `closest` (a share) become one, as loud as the loudest of them. */
export function marksOf(trace: Trace, pace: Pace, closest: number): readonly Mark[] {
  const marks: Mark[] = [];
  trace.events.forEach((event, i) => {
    if (isRoutine(event.kind)) return;
    const line = describeEvent(event);
    if (!line.isImportant && !isPlannedStart(trace, event)) return;
    const share = shareAt(pace, event.atUs);
    const before = marks.at(-1);
    if (before !== undefined && share - before.share < closest) {
      const tone = LOUDNESS.indexOf(line.tone) > LOUDNESS.indexOf(before.tone) ? line.tone : before.tone;
      marks[marks.length - 1] = { ...before, tone, texts: [...before.texts, line.text] };
    } else {
      marks.push({ share, tone: line.tone, atUs: event.atUs, index: i + 1, texts: [line.text] });
    }
  });
  return marks;
}

/** An application's start is no news, unless somebody planned it. */
const isPlannedStart = ({ plan }: Trace, event: TraceEvent): boolean =>
  event.kind === 'application' &&
  event.state === 'running' &&
  plan.events.some((one) => 'atUs' in one && one.atUs === event.atUs && one.action.do === 'start-application');

const LOUDNESS: readonly Tone[] = ['plain', 'good', 'warning', 'failure', 'violation'];

export const shareAt = (pace: Pace, atUs: number): number =>
  pace.seconds === 0 ? 0 : pace.toSeconds(atUs) / pace.seconds;

/** How busy each of `count` stretches of the line is: events in it, 0 to 1 of the busiest. */
export function activityOf(trace: Trace, pace: Pace, count: number): readonly number[] {
  const counts = new Array<number>(count).fill(0);
  for (const event of trace.events) {
    const slot = Math.min(count - 1, Math.floor(shareAt(pace, event.atUs) * count));
    counts[slot] = (counts[slot] ?? 0) + 1;
  }
  const most = Math.max(1, ...counts);
  return counts.map((one) => one / most);
}

export interface Tick {
  readonly share: number;
  readonly text: string;
  /** Which end of the text, or its middle, is at the moment: at the ends of the line it stays within it. */
  readonly anchor: 'first' | 'middle' | 'last';
}

/** Moments to write below a line of `width` pixels: evenly apart, at round times where one is near; none covers another. */
export function ticksOf(pace: Pace, width: number): readonly Tick[] {
  const count = Math.max(2, Math.floor(width / 130));
  const ticks: Tick[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (let i = 0; i <= count; i++) {
    const share = i / count;
    const from = pace.toMicroseconds(Math.max(0, share - 0.3 / count) * pace.seconds);
    const to = pace.toMicroseconds(Math.min(1, share + 0.3 / count) * pace.seconds);
    const atUs = i === 0 ? 0 : roundestIn(from, to);
    const at = shareAt(pace, atUs);
    const text = formatTime(atUs);
    const room = text.length * LETTER_WIDTH;
    const anchor = i === 0 ? 'first' : at * width + room / 2 > width ? 'last' : 'middle';
    const left = at * width - { first: 0, middle: room / 2, last: room }[anchor];
    if (left < end + BETWEEN_TICKS) continue;
    ticks.push({ share: at, text, anchor });
    end = left + room;
  }
  return ticks;
}

/** Pixels, of the small font that the style sheet gives to ticks. */
const [LETTER_WIDTH, BETWEEN_TICKS] = [6.5, 8];

/** The time between the two that needs the fewest digits. */
function roundestIn(from: number, to: number): number {
  for (let unit = 10 ** Math.ceil(Math.log10(Math.max(1, to))); unit >= 1; unit /= 10) {
    for (const factor of [1, 0.5]) {
      const candidate = Math.ceil(from / (unit * factor)) * unit * factor;
      if (candidate > 0 && candidate <= to) return Math.round(candidate);
    }
  }
  return Math.round(to);
}

/** The next mark after, or the last one before, a moment. */
export function markBeside(marks: readonly Mark[], index: number, direction: 'next' | 'previous'): Mark | undefined {
  return direction === 'next' ? marks.find((mark) => mark.index > index) : marks.findLast((mark) => mark.index < index);
}
