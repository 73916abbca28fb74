import type { Trace } from '#core/sim/trace.ts';
import { followParts, matters } from './parts.ts';
import type { Element } from './types.ts';

/** When a failure of an element is worth trying. */
export interface Moments {
  /** Virtual microseconds, rising. What a plan does at a time comes before all else at that time. */
  readonly tried: readonly number[];
  /** Just after and just before each change of what matters to the element: so many there are in all. */
  readonly seen: number;
}

export interface MomentsWanted {
  /** `ends`: the first and the last of each shape; `first`: one of each shape; `all`. */
  readonly of: 'ends' | 'first' | 'all';
  /** None before this time. */
  readonly fromUs: number;
}

/** One shape that the world around an element has had. */
interface Shape {
  readonly first: number;
  last: number;
}

interface Watch {
  readonly parts: number[];
  shape: string;
  /** The first moment at which a failure finds the present shape. */
  sinceUs: number;
  readonly shapes: Map<string, Shape>;
  readonly all: number[];
}

/**
 * Moments of each element in one walk over a run. Between two changes the world around an element keeps its shape, so two
 * moments stand for that time: just after the one change and just before the next. A shape that was there before is the same
 * again: of each, the first moment and the last are tried.
 */
export function momentsOf(trace: Trace, elements: readonly Element[], wanted: MomentsWanted): readonly Moments[] {
  const { plan, events } = trace;
  const parts = followParts(plan);
  const watches = elements.map((): Watch => ({ parts: [], shape: '', sinceUs: 0, shapes: new Map(), all: [] }));
  const watchersOf: number[][] = [];
  const meet = (part: number): readonly number[] => {
    const known = watchersOf[part];
    if (known !== undefined) return known;
    const met = parts.all[part];
    const made = elements.flatMap((element, index) =>
      met !== undefined && matters(plan, element, met) ? [index] : [],
    );
    watchersOf[part] = made;
    for (const index of made) watches[index]?.parts.push(part);
    return made;
  };

  let at = 0;
  while (at < events.length) {
    const atUs = events[at]?.atUs ?? 0;
    const touched = new Set<number>();
    for (; at < events.length && events[at]?.atUs === atUs; at++) {
      const event = events[at];
      if (event !== undefined) for (const part of parts.take(event)) for (const one of meet(part)) touched.add(one);
    }
    for (const index of touched) {
      const watch = watches[index];
      if (watch === undefined) continue;
      const shape = watch.parts.map((part) => `${part}:${parts.shapeOf(part)}`).join('|');
      if (shape === watch.shape) continue;
      close(watch, atUs, wanted);
      watch.shape = shape;
      watch.sinceUs = atUs + 1;
    }
  }
  const endUs = trace.outcome.endedAtMs * 1000;
  return watches.map((watch) => {
    if (watch.sinceUs <= endUs) close(watch, watch.sinceUs, wanted);
    const { shapes, all } = watch;
    const tried =
      wanted.of === 'all'
        ? all
        : [...shapes.values()].flatMap(({ first, last }) => (wanted.of === 'first' ? [first] : [first, last]));
    return { tried: [...new Set(tried)].sort((one, other) => one - other), seen: new Set(all).size };
  });
}

function close(watch: Watch, untilUs: number, { fromUs }: MomentsWanted): void {
  const from = Math.max(watch.sinceUs, fromUs);
  if (untilUs < from) return;
  const known = watch.shapes.get(watch.shape);
  if (known === undefined) watch.shapes.set(watch.shape, { first: from, last: untilUs });
  else known.last = untilUs;
  watch.all.push(from, untilUs);
}
