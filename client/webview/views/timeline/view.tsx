import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Trace } from '#core/sim/trace.ts';
import { formatTime } from '../../format.ts';
import type { Pace } from '../../pace.ts';
import type { PanelAction } from '../../store.ts';
import { activityOf, type Mark, markBeside, marksOf, shareAt, ticksOf } from './layout.ts';

export interface TimelineProps {
  readonly trace: Trace;
  readonly pace: Pace;
  readonly atUs: number;
  readonly index: number;
  readonly dispatch: (action: PanelAction) => void;
}

/** The run from left to right: how busy it was, what failed and what went wrong; drag, click or arrow keys move through it. */
export function TimelineView({ trace, pace, atUs, index, dispatch }: TimelineProps) {
  const track = useRef<HTMLDivElement>(null);
  const width = useWidth(track);
  const marks = useMemo(() => marksOf(trace, pace, 11 / Math.max(width, 200)), [trace, pace, width]);
  const still = useMemo(() => <Still trace={trace} pace={pace} width={width} />, [trace, pace, width]);

  const seekTo = (event: PointerEvent): void => {
    const box = track.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return;
    const share = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    dispatch({ type: 'seek', atUs: Math.round(pace.toMicroseconds(share * pace.seconds)) });
  };
  const onPointerDown = (event: PointerEvent): void => {
    if (event.button !== 0 || !(event.currentTarget instanceof HTMLElement)) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    seekTo(event);
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (event.currentTarget instanceof HTMLElement && event.currentTarget.hasPointerCapture(event.pointerId))
      seekTo(event);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const goal = goalOf(event, index, trace.events.length, marks);
    if (goal === undefined) return;
    event.preventDefault();
    dispatch({ type: 'seek-index', index: goal });
  };

  return (
    <section class="timeline" aria-label="Time line">
      <div
        class="track"
        ref={track}
        role="slider"
        tabIndex={0}
        aria-label="Moment of the run"
        aria-valuemin={0}
        aria-valuemax={trace.events.length}
        aria-valuenow={index}
        aria-valuetext={`${formatTime(atUs)}, event ${index} of ${trace.events.length}`}
        title="Arrow keys: one event. Page Up and Page Down: the next or the last mark. Quiet stretches are drawn shorter than they are."
        data-testid="timeline"
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onKeyDown={onKeyDown}
      >
        {still}
        <div class="head" style={{ left: `${shareAt(pace, atUs) * 100}%` }} />
      </div>
      <div class="marks">
        {marks.map((mark) => (
          <button
            type="button"
            key={`${mark.index}`}
            class={`mark ${mark.tone}`}
            style={{ left: `${mark.share * 100}%` }}
            tabIndex={-1}
            title={titleOf(mark)}
            aria-label={titleOf(mark)}
            data-testid={`mark-${mark.tone}`}
            onClick={() => dispatch({ type: 'seek-index', index: mark.index })}
          />
        ))}
      </div>
    </section>
  );
}

/** What does not move with the clock. */
function Still({ trace, pace, width }: { readonly trace: Trace; readonly pace: Pace; readonly width: number }) {
  const bars = Math.max(20, Math.min(240, Math.floor(width / 5)));
  const activity = activityOf(trace, pace, bars);
  const ticks = ticksOf(pace, width);
  return (
    <>
      <svg class="activity" viewBox={`0 0 ${bars} 1`} preserveAspectRatio="none" aria-hidden="true">
        {activity.map((share, i) =>
          share === 0 ? null : (
            <rect
              key={i}
              x={i + 0.12}
              width={0.76}
              y={1 - (0.12 + 0.88 * Math.sqrt(share))}
              height={0.12 + 0.88 * Math.sqrt(share)}
            />
          ),
        )}
      </svg>
      {ticks.map(({ share, text, anchor }) => (
        <span key={text} class={`tick ${anchor}`} style={{ left: `${share * 100}%` }}>
          {text}
        </span>
      ))}
    </>
  );
}

function goalOf(event: KeyboardEvent, index: number, count: number, marks: readonly Mark[]): number | undefined {
  switch (event.key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return index + (event.shiftKey ? 10 : 1);
    case 'ArrowLeft':
    case 'ArrowDown':
      return index - (event.shiftKey ? 10 : 1);
    case 'PageUp':
      return markBeside(marks, index, 'previous')?.index ?? 0;
    case 'PageDown':
      return markBeside(marks, index, 'next')?.index ?? count;
    case 'Home':
      return 0;
    case 'End':
      return count;
    default:
      return undefined;
  }
}

function titleOf({ texts, atUs }: Mark): string {
  const shown = texts.slice(0, 6).join('\n');
  return `${formatTime(atUs)}: ${shown}${texts.length > 6 ? `\n… and ${texts.length - 6} more` : ''}`;
}

function useWidth(element: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(600);
  useLayoutEffect(() => {
    const target = element.current;
    if (target === null) return;
    const measure = (): void => setWidth(target.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    return () => observer.disconnect();
  }, []);
  return width;
}
