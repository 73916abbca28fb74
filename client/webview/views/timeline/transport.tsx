import type { Trace } from '#core/sim/trace.ts';
import { formatClock } from '../../format.ts';
import { Icon, type IconName } from '../../icons.tsx';
import type { PanelAction, PanelState } from '../../store.ts';

export interface TransportProps {
  readonly state: PanelState;
  readonly trace: Trace;
  readonly dispatch: (action: PanelAction) => void;
}

const SPEEDS = [0.1, 0.25, 0.5, 1, 2, 4, 10];

/** Play, pause, step and speed, and what time it is in the run. */
export function TransportBar({ state, trace, dispatch }: TransportProps) {
  const { index, isPlaying } = state;
  const count = trace.events.length;
  return (
    <div class="transport" role="toolbar" aria-label="Play the run">
      <Control
        icon="restart"
        name="Back to the start"
        disabled={index === 0}
        act={() => dispatch({ type: 'seek-index', index: 0 })}
      />
      <Control
        icon="back"
        name="Step back"
        disabled={index === 0}
        act={() => dispatch({ type: 'seek-index', index: index - 1 })}
      />
      <button
        type="button"
        class="primary play"
        title={isPlaying ? 'Pause (Space)' : 'Play (Space)'}
        aria-label={isPlaying ? 'Pause' : 'Play'}
        disabled={count === 0}
        data-testid="play"
        onClick={() => dispatch({ type: isPlaying ? 'pause' : 'play' })}
      >
        <Icon name={isPlaying ? 'pause' : 'play'} />
        <span>{isPlaying ? 'Pause' : 'Play'}</span>
      </button>
      <Control
        icon="step"
        name="Step"
        disabled={index >= count}
        act={() => dispatch({ type: 'seek-index', index: index + 1 })}
      />
      <label class="speed" title="How fast the run is played">
        <span class="sr-only">Speed</span>
        <select
          value={String(state.speed)}
          onChange={(event) => dispatch({ type: 'speed', speed: Number(event.currentTarget.value) })}
        >
          {SPEEDS.map((speed) => (
            <option key={speed} value={String(speed)}>
              {speed}×
            </option>
          ))}
        </select>
      </label>
      <span class="clock" title="Virtual time" data-testid="clock">
        {formatClock(state.atUs)}
      </span>
      <span class="position">
        event <span data-testid="event-index">{index}</span> of {count}
      </span>
      <span class="run-status" role="status">
        {state.run.kind === 'running' ? 'running…' : ''}
      </span>
    </div>
  );
}

interface ControlProps {
  readonly icon: IconName;
  readonly name: string;
  readonly disabled: boolean;
  readonly act: () => void;
}

const Control = ({ icon, name, disabled, act }: ControlProps) => (
  <button type="button" class="icon-button" title={name} aria-label={name} disabled={disabled} onClick={act}>
    <Icon name={icon} />
  </button>
);
