import type { Plan } from '#core/scenario/plan.ts';
import { amend } from '#core/sim/amend.ts';
import type { PlanRequest, ToPanel } from '#protocol/messages.ts';
import { type CampaignWanted, defaultWanted } from './campaign-state.ts';
import type { Engine, RunningCampaign } from './engine.ts';
import type { Host, Memory } from './host.ts';
import { initialState, type PanelAction, type PanelState, reduce } from './store.ts';

/** The state with its effects: whoever dispatches need not know that a plan runs, the editor listens, and memory is kept. */
export interface Session {
  state(): PanelState;
  dispatch(action: PanelAction): void;
  subscribe(watch: () => void): () => void;
  /** The plan as it runs: the editor's, the seed, and what was clicked in. */
  plan(): Plan | undefined;
  /** Runs the failure campaign of what is shown, in place of one that runs. */
  startCampaign(wanted: CampaignWanted): void;
  cancelCampaign(): void;
  readonly host: Host;
}

export function openSession(host: Host, engine: Engine): Session {
  let state = initialState;
  let generation = 0;
  const watchers = new Set<() => void>();

  const dispatch = (action: PanelAction): void => {
    const previous = state;
    state = reduce(state, action);
    if (state === previous) return;
    for (const watch of watchers) watch();
    if (mustRun(previous, state)) void runAgain();
  };

  const runAgain = async (): Promise<void> => {
    const plan = planOf(state);
    if (plan === undefined) return;
    generation += 1;
    const own = generation;
    remember(host, state);
    dispatch({ type: 'run-started' });
    try {
      const trace = await engine.run(plan);
      if (own === generation) dispatch({ type: 'run-ended', trace });
    } catch (failure) {
      const message = failure instanceof Error ? failure.message : String(failure);
      if (own === generation) dispatch({ type: 'run-failed', message });
    }
  };

  let running: RunningCampaign | undefined;
  const startCampaign = (wanted: CampaignWanted): void => {
    const { campaign, isReplay } = state;
    const plan = isReplay ? campaign?.plan : planOf(state);
    if (plan === undefined) return;
    running?.cancel();
    const own = engine.campaign(
      plan,
      { ...wanted, findings },
      { onProgress: (done, of, what) => own === running && dispatch({ type: 'campaign-progress', done, of, what }) },
    );
    running = own;
    dispatch({ type: 'campaign-started', plan, title: isReplay ? (campaign?.title ?? '') : state.title, wanted });
    void own.end.then(
      ({ report, isCancelled }) => own === running && dispatch({ type: 'campaign-ended', report, isCancelled }),
      (failure: Error) => own === running && dispatch({ type: 'campaign-failed', message: failure.message }),
    );
  };

  /** Of the plan that the editor sent last. */
  let findings: NonNullable<Extract<ToPanel, { type: 'show' }>['findings']> = [];

  /** From before a reload; the first plan shown may take it up again, a later one is a fresh start. */
  let memory = host.remembered();
  host.listen((message) => {
    if (message.type === 'runCampaign') return startCampaign(defaultWanted);
    if (message.type === 'show') {
      findings = message.findings ?? [];
      running?.cancel();
      running = undefined;
    }
    dispatch(message.type === 'show' ? { ...message, ...resumed(memory, message.request) } : message);
    if (message.type === 'show') memory = undefined;
  });
  host.post({ type: 'ready' });
  return {
    state: () => state,
    dispatch,
    subscribe: (watch) => {
      watchers.add(watch);
      return () => watchers.delete(watch);
    },
    plan: () => planOf(state),
    startCampaign,
    cancelCampaign: () => running?.cancel(),
    host,
  };
}

/** The plan with the seed and the injections in it. */
export function planOf(state: PanelState): Plan | undefined {
  if (state.base === undefined) return undefined;
  const events = state.injected.map(({ atUs, action }) => ({ atUs, action }));
  return amend(state.base, { seed: state.seed, events });
}

const mustRun = (before: PanelState, after: PanelState): boolean =>
  after.base !== undefined &&
  (before.base !== after.base || before.seed !== after.seed || before.injected !== after.injected);

function remember(host: Host, { request, seed, injected }: PanelState): void {
  host.keep({ request, seed, injected });
  if (request !== undefined) host.post({ type: 'state', request, seed });
}

/** What of `memory` belongs to this request. */
function resumed(memory: Memory | undefined, request: PlanRequest): Pick<Memory, 'seed' | 'injected'> | undefined {
  return memory !== undefined && JSON.stringify(memory.request) === JSON.stringify(request)
    ? { seed: memory.seed, injected: memory.injected }
    : undefined;
}
