import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { cursorOf } from '#core/sim/picture.ts';
import type { Trace } from '#core/sim/trace.ts';
import type { Location } from '#core/text/span.ts';
import { defaultWanted } from './campaign-state.ts';
import { countOf } from './format.ts';
import { useKeptFocus } from './keep-focus.ts';
import { LiveRegion } from './live-region.tsx';
import { paceOf } from './pace.ts';
import { playBack } from './playback.ts';
import type { Session } from './session.ts';
import type { PanelState, Tab } from './store.ts';
import {
  CampaignView,
  DecisionView,
  DetailsView,
  EventsView,
  OutcomeView,
  ScenarioView,
  TimelineView,
  TopologyView,
  TransportBar,
} from './views/index.ts';

/** The whole panel. */
export function App({ session }: { readonly session: Session }) {
  const [state, setState] = useState(session.state());
  // Before the first paint, not after it: what the session does in between would stay unseen.
  useLayoutEffect(() => session.subscribe(() => setState(session.state())), [session]);
  useKeptFocus();
  const reveal = (at: Location): void => session.host.post({ type: 'reveal', at });
  if (state.question !== undefined) {
    return (
      <main class="panel question" tabIndex={-1}>
        <header class="scenario">
          <div class="scenario-line">
            <h2>{state.title}</h2>
          </div>
        </header>
        <DecisionView decision={state.question.decision} reveal={reveal} />
      </main>
    );
  }
  if (state.campaign?.isOpen)
    return (
      <>
        <CampaignView
          campaign={state.campaign}
          dispatch={session.dispatch}
          start={session.startCampaign}
          cancel={session.cancelCampaign}
          reveal={reveal}
          openRule={(code) => session.host.post({ type: 'openRule', code })}
          save={(plan) => session.host.post({ type: 'saveScenario', plan })}
        />
        <div class="sr-only" aria-live="polite">
          {state.announcement}
        </div>
      </>
    );
  if (state.trace === undefined) return <Empty state={state} session={session} />;
  return <Run session={session} state={state} trace={state.trace} reveal={reveal} />;
}

interface RunProps {
  readonly session: Session;
  readonly state: PanelState;
  readonly trace: Trace;
  readonly reveal: (at: Location) => void;
}

function Run({ session, state, trace, reveal }: RunProps) {
  const { dispatch } = session;
  const pace = useMemo(() => paceOf(trace), [trace]);
  // A cursor draws on as it moves, so the end has one of its own.
  const [cursor, last] = useMemo(() => {
    const end = cursorOf(trace);
    const picture = end.at(trace.log.length);
    return [end.beside(), picture] as const;
  }, [trace]);
  const picture = useMemo(() => cursor.at(state.index), [cursor, state.index]);
  // At once: a clock of the run before must not move this one.
  useLayoutEffect(() => (state.isPlaying ? playBack(session, pace) : undefined), [session, pace, state.isPlaying]);
  useSpaceKey(session);
  const { selection, before, index } = state;

  const side = useMemo(
    () => (
      <aside class="side" aria-label="Details">
        <Tabs
          tab={state.tab}
          violations={trace.outcome.violations.length}
          choose={(tab) => dispatch({ type: 'tab', tab })}
        />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard */}
        <div class="tab-content" role="tabpanel" id="tab-content" aria-labelledby={`tab-${state.tab}`} tabIndex={0}>
          {state.tab === 'details' && (
            <DetailsView trace={trace} picture={picture} selection={selection} dispatch={dispatch} reveal={reveal} />
          )}
          {state.tab === 'events' && (
            <EventsView trace={trace} index={index} selection={selection} dispatch={dispatch} />
          )}
          {state.tab === 'outcome' && (
            <OutcomeView
              trace={trace}
              before={before}
              dispatch={dispatch}
              openRule={(code) => session.host.post({ type: 'openRule', code })}
            />
          )}
        </div>
      </aside>
    ),
    [trace, picture, selection, before, index, state.tab],
  );

  return (
    <main class="panel" tabIndex={-1}>
      <ScenarioView
        state={state}
        dispatch={dispatch}
        save={() => save(session)}
        startCampaign={() => session.startCampaign(defaultWanted)}
      />
      <TransportBar state={state} trace={trace} dispatch={dispatch} />
      <div class="stage">
        <TopologyView
          trace={trace}
          picture={picture}
          last={last}
          pace={pace}
          atUs={state.atUs}
          selection={selection}
          isPlaying={state.isPlaying}
          dispatch={dispatch}
        />
        {side}
      </div>
      <TimelineView trace={trace} pace={pace} atUs={state.atUs} index={index} dispatch={dispatch} />
      <LiveRegion state={state} trace={trace} />
    </main>
  );
}

const TABS: readonly { readonly tab: Tab; readonly name: string }[] = [
  { tab: 'details', name: 'Details' },
  { tab: 'events', name: 'Events' },
  { tab: 'outcome', name: 'Outcome' },
];

interface TabsProps {
  readonly tab: Tab;
  readonly violations: number;
  readonly choose: (tab: Tab) => void;
}

function Tabs({ tab, violations, choose }: TabsProps) {
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? TABS.length - 1 : 0;
    const next = TABS[(TABS.findIndex((one) => one.tab === tab) + by) % TABS.length];
    if (by === 0 || next === undefined) return;
    event.preventDefault();
    choose(next.tab);
    document.getElementById(`tab-${next.tab}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label="What is shown beside the topology" onKeyDown={onKeyDown}>
      {TABS.map((one) => (
        <button
          type="button"
          role="tab"
          id={`tab-${one.tab}`}
          key={one.tab}
          aria-selected={one.tab === tab}
          aria-controls="tab-content"
          tabIndex={one.tab === tab ? 0 : -1}
          onClick={() => choose(one.tab)}
        >
          {one.name}
          {one.tab === 'outcome' && violations > 0 && (
            <span class="badge" title={countOf(violations, 'violation')}>
              {violations}
              <span class="sr-only">{violations === 1 ? ' violation' : ' violations'}</span>
            </span>
          )}
        </button>
      ))}
    </div>
  );
}

function Empty({ state, session }: { readonly state: PanelState; readonly session: Session }) {
  return (
    <main class="panel empty" tabIndex={-1}>
      {state.title !== '' || state.problems.length > 0 ? (
        <ScenarioView state={state} dispatch={session.dispatch} save={() => save(session)} />
      ) : null}
      <p class="quiet">
        {state.problems.length > 0
          ? 'There is nothing to run until this is put right.'
          : state.run.kind === 'failed'
            ? 'Nothing to show.'
            : 'Preparing the run…'}
      </p>
    </main>
  );
}

function useSpaceKey(session: Session): void {
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const isControl =
        event.target instanceof Element && event.target.closest('button, input, select, summary, a') !== null;
      if (event.key !== ' ' || isControl) return;
      event.preventDefault();
      session.dispatch({ type: session.state().isPlaying ? 'pause' : 'play' });
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [session]);
}

function save(session: Session): void {
  const plan = session.plan();
  if (plan !== undefined) session.host.post({ type: 'saveScenario', plan });
}
