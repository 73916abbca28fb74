import type { Pace } from './pace.ts';
import type { Session } from './session.ts';

/** Moves the clock while the run plays: one step a frame. Returns what stops it. */
export function playBack(session: Session, pace: Pace): () => void {
  let frame = 0;
  let before: number | undefined;
  let seconds = pace.toSeconds(session.state().atUs);
  const tick = (now: number): void => {
    const { isPlaying, speed, atUs } = session.state();
    if (!isPlaying) return;
    const passed = before === undefined ? 0 : Math.min(0.1, (now - before) / 1000);
    before = now;
    seconds += passed * speed;
    session.dispatch({ type: 'advance', atUs: Math.max(atUs, pace.toMicroseconds(seconds)) });
    frame = requestAnimationFrame(tick);
  };
  frame = requestAnimationFrame(tick);
  return () => cancelAnimationFrame(frame);
}
