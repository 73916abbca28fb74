import { useState } from 'preact/hooks';
import { actionLabel } from '../../faults.ts';
import { countOf, formatTime } from '../../format.ts';
import { Icon } from '../../icons.tsx';
import type { PanelAction, PanelState } from '../../store.ts';
import { isCutShort } from '../outcome/cut-short.ts';

export interface ScenarioProps {
  readonly state: PanelState;
  readonly dispatch: (action: PanelAction) => void;
  readonly save: () => void;
  /** Absent where there is nothing to run. */
  readonly startCampaign?: () => void;
}

/** What runs: its name, the seed, what was clicked in, and news from the editor. */
export function ScenarioView({ state, dispatch, save, startCampaign }: ScenarioProps) {
  return (
    <header class="scenario">
      <div class="scenario-line">
        <h2 title={state.title}>{state.title}</h2>
        <Seed key={state.seed} seed={state.seed} dispatch={dispatch} />
        <CampaignButton state={state} dispatch={dispatch} startCampaign={startCampaign} />
        <button
          type="button"
          class="secondary"
          onClick={save}
          data-testid="save-scenario"
          title="Save the plan, the seed and your changes as a *.mqsim.yaml file"
        >
          <Icon name="save" />
          <span>Save as scenario</span>
        </button>
      </div>
      {state.injected.length > 0 && (
        <ul class="injected" aria-label="Your changes to the run">
          {state.injected.map(({ id, atUs, action }) => (
            <li key={id}>
              <button
                type="button"
                class="link"
                title="Go to this moment"
                onClick={() => dispatch({ type: 'seek', atUs })}
              >
                {actionLabel(action)} at {formatTime(atUs)}
              </button>
              <button
                type="button"
                class="take-back"
                aria-label={`Take back: ${actionLabel(action)} at ${formatTime(atUs)}`}
                title="Take back and run again"
                onClick={() => dispatch({ type: 'withdraw', id })}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {state.pending !== undefined && (
        <div class="bar" role="alert" data-testid="changed-bar">
          <span>The definitions changed in the editor.</span>
          <button type="button" class="primary" onClick={() => dispatch({ type: 'take-changes' })}>
            Run again with seed {state.seed}
          </button>
          <button
            type="button"
            class="icon-button"
            aria-label="Not now"
            title="Not now"
            onClick={() => dispatch({ type: 'dismiss', what: 'changes' })}
          >
            <Icon name="close" />
          </button>
        </div>
      )}
      {state.trace !== undefined && isCutShort(state.trace.outcome) && (
        <div class="bar problem" role="status" data-testid="cut-bar">
          <Icon name="warning" />
          <span>
            This run is cut short at {formatTime(state.trace.outcome.endedAtMs * 1000)}, after{' '}
            {countOf(state.trace.outcome.events, 'event')}: the panel keeps no more. <code>mqsc simulate</code> goes
            further.
          </span>
        </div>
      )}
      {state.problems.length > 0 && (
        <div class="bar problem" role="alert">
          <Icon name="warning" />
          <span>{state.problems.slice(0, 3).join(' · ')}</span>
          <button
            type="button"
            class="icon-button"
            aria-label="Close"
            title="Close"
            onClick={() => dispatch({ type: 'dismiss', what: 'problems' })}
          >
            <Icon name="close" />
          </button>
        </div>
      )}
      {state.run.kind === 'failed' && (
        <div class="bar problem" role="alert">
          <Icon name="warning" />
          <span>The run stopped with an internal fault: {state.run.message}</span>
        </div>
      )}
    </header>
  );
}

/** Starts the campaign, or goes back to it. */
function CampaignButton({
  state,
  dispatch,
  startCampaign,
}: Pick<ScenarioProps, 'state' | 'dispatch'> & { readonly startCampaign: (() => void) | undefined }) {
  if (state.campaign !== undefined)
    return (
      <button type="button" class="secondary" onClick={() => dispatch({ type: 'campaign-open' })}>
        <Icon name="back" />
        <span>{state.isReplay ? 'Back to the campaign' : 'Failure campaign'}</span>
      </button>
    );
  return startCampaign === undefined ? null : (
    <button
      type="button"
      class="secondary"
      onClick={startCampaign}
      data-testid="start-campaign"
      title="Let everything fail at every moment that matters, and see what becomes of the messages"
    >
      <Icon name="cut" />
      <span>Failure campaign</span>
    </button>
  );
}

/** The seed in a field of its own: Enter, or leaving the field, runs again with it. */
function Seed({ seed, dispatch }: { readonly seed: number; readonly dispatch: (action: PanelAction) => void }) {
  const [text, setText] = useState(String(seed));
  const commit = (): void => {
    const value = Number(text);
    if (Number.isSafeInteger(value) && value >= 0) {
      if (value !== seed) dispatch({ type: 'reseed', seed: value });
    } else setText(String(seed));
  };
  return (
    <span class="seed">
      <label title="The same seed and the same definitions give the same run">
        <span>Seed</span>
        <input
          type="text"
          inputMode="numeric"
          value={text}
          data-testid="seed"
          onInput={(event) => setText(event.currentTarget.value)}
          onChange={commit}
          onKeyDown={(event) => event.key === 'Enter' && commit()}
        />
      </label>
      <button
        type="button"
        class="icon-button"
        title="Run with the next seed"
        aria-label="Run with the next seed"
        onClick={() => dispatch({ type: 'reseed', seed: seed + 1 })}
      >
        <Icon name="dice" />
      </button>
    </span>
  );
}
