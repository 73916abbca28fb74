import { indexAfter } from '#core/sim/picture.ts';
import type { Pace } from './pace.ts';
import type { Session } from './session.ts';

/**
 * Moves the clock while the run plays: one step a frame, or, where a person wants less motion, from event to event.
 * Returns what stops it.
 */
export function playBack(session: Session, pace: Pace): () => void {
  const wantsLessMotion = window.matchMedia('(prefers-reduced-motion: reduce)');
  let frame = 0;
  let before: number | undefined;
  let seconds = pace.toSeconds(session.state().atUs);
  const tick = (now: number): void => {
    const { isPlaying, speed, atUs } = session.state();
    if (!isPlaying) return;
    const passed = before === undefined ? 0 : Math.min(0.1, (now - before) / 1000);
    before = now;
    seconds += passed * speed;
    const goal = Math.max(atUs, pace.toMicroseconds(seconds));
    session.dispatch({ type: 'advance', atUs: wantsLessMotion.matches ? lastEventBefore(session, goal) : goal });
    frame = requestAnimationFrame(tick);
  };
  frame = requestAnimationFrame(tick);
  return () => cancelAnimationFrame(frame);
}

function lastEventBefore(session: Session, atUs: number): number {
  const { trace, atUs: now } = session.state();
  if (trace === undefined) return now;
  return Math.max(now, trace.events[indexAfter(trace, atUs) - 1]?.atUs ?? 0);
}
