import type { Plan, PlanAction } from '#core/scenario/plan.ts';
import type { RouteQuestion } from '#core/service-types.ts';
import { indexAfter } from '#core/sim/picture.ts';
import type { Decision, Trace } from '#core/sim/trace.ts';
import type { PlanRequest } from '#protocol/messages.ts';
import { type CampaignAction, type CampaignState, reduceCampaign } from './campaign-state.ts';

/** All that the panel knows, less the clock's fraction of an event. Changed by `reduce` alone. */
export interface PanelState {
  readonly title: string;
  readonly request: PlanRequest | undefined;
  /** The plan as the editor made it, without what was clicked in. */
  readonly base: Plan | undefined;
  readonly seed: number;
  readonly injected: readonly Injection[];
  readonly run: RunStatus;
  readonly trace: Trace | undefined;
  /** What this run is compared with. */
  readonly before: ComparedRun | undefined;
  /** Newer definitions that the editor sent and nobody has run yet. */
  readonly pending: Plan | undefined;
  readonly problems: readonly string[];
  /** How many events of the trace have happened. */
  readonly index: number;
  readonly atUs: number;
  readonly isPlaying: boolean;
  readonly speed: number;
  readonly selection: Selection | undefined;
  readonly tab: Tab;
  /** A single decision that was asked for, instead of a run. */
  readonly question: { readonly decision: Decision; readonly question: RouteQuestion } | undefined;
  /** Read out by screen readers. */
  readonly announcement: string;
  readonly campaign: CampaignState | undefined;
  /** Whether what runs is a case of the campaign, not what the editor sent. */
  readonly isReplay: boolean;
}

/** The run before the last change, or one that a person wants to keep comparing with. */
export interface ComparedRun {
  readonly trace: Trace;
  /** What made the difference, or which run it is. */
  readonly because: string;
  readonly isKept: boolean;
}

/** A failure, repair or command that a person clicked into the run. */
export interface Injection {
  readonly id: number;
  readonly atUs: number;
  readonly action: PlanAction;
}

export type RunStatus =
  | { readonly kind: 'idle' | 'running' | 'done' }
  | { readonly kind: 'failed'; readonly message: string };

export type Selection =
  | { readonly kind: 'queue-manager'; readonly queueManager: string }
  | { readonly kind: 'queue'; readonly queueManager: string; readonly queue: string }
  | { readonly kind: 'channel'; readonly channel: string; readonly from: string; readonly to: string }
  | { readonly kind: 'application'; readonly application: string }
  | { readonly kind: 'message'; readonly message: number }
  | { readonly kind: 'decision'; readonly decision: number };

export type Tab = 'details' | 'events' | 'outcome';

export type PanelAction =
  | {
      readonly type: 'show';
      readonly plan: Plan;
      readonly request: PlanRequest;
      readonly title: string;
      /** From before a reload of the window. */
      readonly seed?: number;
      readonly injected?: readonly Injection[];
    }
  | { readonly type: 'changed'; readonly plan: Plan }
  | { readonly type: 'problems'; readonly problems: readonly string[] }
  | { readonly type: 'explain'; readonly decision: Decision; readonly question: RouteQuestion }
  | { readonly type: 'run-started' }
  | { readonly type: 'run-ended'; readonly trace: Trace }
  | { readonly type: 'run-failed'; readonly message: string }
  | { readonly type: 'inject'; readonly action: PlanAction; readonly label: string }
  | { readonly type: 'withdraw'; readonly id: number }
  | { readonly type: 'reseed'; readonly seed: number }
  | { readonly type: 'take-changes' }
  /** Compares with this run, or another, whatever changes from now on; without one, with the run before each change again. */
  | { readonly type: 'compare-with'; readonly run: Pick<ComparedRun, 'trace' | 'because'> | undefined }
  | { readonly type: 'dismiss'; readonly what: 'problems' | 'changes' }
  | { readonly type: 'seek'; readonly atUs: number }
  | { readonly type: 'seek-index'; readonly index: number }
  | { readonly type: 'advance'; readonly atUs: number }
  | { readonly type: 'play' | 'pause' }
  | { readonly type: 'speed'; readonly speed: number }
  | { readonly type: 'select'; readonly selection: Selection | undefined }
  | { readonly type: 'tab'; readonly tab: Tab }
  | { readonly type: 'campaign-open' | 'campaign-close' }
  | { readonly type: 'replay'; readonly plan: Plan }
  | CampaignAction;

export const initialState: PanelState = {
  title: '',
  request: undefined,
  base: undefined,
  seed: 1,
  injected: [],
  run: { kind: 'idle' },
  trace: undefined,
  before: undefined,
  pending: undefined,
  problems: [],
  index: 0,
  atUs: 0,
  isPlaying: false,
  speed: 1,
  selection: undefined,
  tab: 'details',
  question: undefined,
  announcement: '',
  campaign: undefined,
  isReplay: false,
};

/** The panel's next state. Pure: running the plan, the clock and the editor are told by what changed (see `session.ts`). */
export function reduce(state: PanelState, action: PanelAction): PanelState {
  switch (action.type) {
    case 'show':
      return {
        ...initialState,
        speed: state.speed,
        title: action.title,
        request: action.request,
        base: action.plan,
        seed: action.seed ?? action.plan.seed,
        injected: action.injected ?? [],
        announcement: `${action.title} is ready to run`,
      };
    case 'changed':
      // A replay is what it was found in.
      return state.isReplay ? state : changed(state, action.plan);
    case 'problems':
      return { ...state, problems: action.problems, announcement: action.problems[0] ?? '' };
    case 'explain':
      return {
        ...initialState,
        speed: state.speed,
        title: `Route of ${action.question.queue} from ${action.question.from}`,
        question: { decision: action.decision, question: action.question },
      };
    case 'run-started':
      return { ...state, run: { kind: 'running' } };
    case 'run-failed':
      return { ...state, run: { kind: 'failed', message: action.message }, isPlaying: false };
    case 'run-ended':
      return runEnded(state, action.trace);
    case 'inject': {
      const id = 1 + Math.max(0, ...state.injected.map((one) => one.id));
      const injection = { id, atUs: Math.round(state.atUs), action: action.action };
      return again(
        { ...state, injected: [...state.injected, injection], announcement: `${action.label}, ran again` },
        action.label,
      );
    }
    case 'withdraw':
      return again(
        {
          ...state,
          injected: state.injected.filter((one) => one.id !== action.id),
          announcement: 'The change was taken back, ran again',
        },
        'A change was taken back',
      );
    case 'reseed':
      return again(
        { ...state, seed: action.seed, announcement: `Seed ${action.seed}, ran again` },
        `Seed ${state.seed} became ${action.seed}`,
      );
    case 'take-changes':
      return state.pending === undefined
        ? state
        : {
            ...again({ ...state, base: state.pending, pending: undefined }, 'The definitions changed'),
            announcement: 'Ran again with the changed definitions',
            tab: 'outcome',
          };
    case 'compare-with':
      return {
        ...state,
        before: action.run && { ...action.run, isKept: true },
        announcement: action.run === undefined ? 'Compares with the run before each change' : 'Compares with this run',
      };
    case 'dismiss':
      return action.what === 'problems' ? { ...state, problems: [] } : { ...state, pending: undefined };
    case 'seek':
      return at({ ...state, isPlaying: false, announcement: '' }, action.atUs);
    case 'advance':
      return advance(state, action.atUs);
    case 'seek-index':
      return atIndex({ ...state, isPlaying: false, announcement: '' }, action.index);
    case 'play':
      return play(state);
    case 'pause':
      return { ...state, isPlaying: false };
    case 'speed':
      return { ...state, speed: action.speed };
    case 'select':
      return { ...state, selection: action.selection, tab: action.selection === undefined ? state.tab : 'details' };
    case 'tab':
      return { ...state, tab: action.tab };
    case 'campaign-open':
      return openCampaign(state);
    case 'campaign-close':
      return state.campaign === undefined ? state : { ...state, campaign: { ...state.campaign, isOpen: false } };
    case 'replay':
      return {
        ...restarted(state, action.plan, action.plan.name),
        isReplay: true,
        tab: 'outcome',
        campaign: state.campaign && { ...state.campaign, isOpen: false },
      };
    default:
      return {
        ...state,
        isPlaying: false,
        campaign: reduceCampaign(state.campaign, action),
        announcement: announcedOf(action) ?? state.announcement,
      };
  }
}

/** Another plan in place of the one that runs; what the editor asked for stays. */
const restarted = (state: PanelState, plan: Plan, title: string): PanelState => ({
  ...initialState,
  speed: state.speed,
  request: state.request,
  title,
  base: plan,
  seed: plan.seed,
});

/** From a replay, the plan that the campaign ran on comes back under it. */
function openCampaign(state: PanelState): PanelState {
  const { campaign } = state;
  if (campaign === undefined) return state;
  const under = state.isReplay ? restarted(state, campaign.plan, campaign.title) : state;
  return { ...under, isPlaying: false, campaign: { ...campaign, isOpen: true } };
}

function announcedOf(action: CampaignAction): string | undefined {
  switch (action.type) {
    case 'campaign-started':
      return 'The failure campaign has begun';
    case 'campaign-ended':
      return action.isCancelled ? 'The failure campaign was called off' : 'The failure campaign is done';
    default:
      return undefined;
  }
}

/** The virtual moment at which a run has nothing more to show. */
export const endOf = (trace: Trace): number => Math.max(trace.events.at(-1)?.atUs ?? 0, trace.outcome.endedAtMs * 1000);

/** The last event is the end of the play: what follows is silence. */
export const lastEventAt = (trace: Trace): number => trace.events.at(-1)?.atUs ?? 0;

/** A plan that differs only in where things stand in the files runs at once, and nobody notices. */
function changed(state: PanelState, plan: Plan): PanelState {
  if (state.base !== undefined && withoutPlaces(plan) === withoutPlaces(state.base)) {
    return { ...state, base: plan, pending: undefined };
  }
  return { ...state, pending: plan, announcement: 'The definitions changed. You can run again.' };
}

const withoutPlaces = (plan: Plan): string =>
  JSON.stringify(plan, (field, value) => (field === 'at' || field === 'definedAt' ? undefined : value));

function runEnded(state: PanelState, trace: Trace): PanelState {
  const next: PanelState = { ...state, trace, run: { kind: 'done' } };
  const moved = at(next, Math.min(state.atUs, endOf(trace)));
  return { ...moved, selection: survives(trace, state.selection) ? state.selection : undefined };
}

/** Whether the new run has what was selected. Up to the moment of a change, numbers of messages and decisions mean the same. */
function survives(trace: Trace, selection: Selection | undefined): boolean {
  switch (selection?.kind) {
    case undefined:
      return false;
    case 'queue-manager':
    case 'queue':
      return (
        trace.plan.queueManagers.some((one) => one.name === selection.queueManager) ||
        trace.plan.queueSharingGroups?.some((one) => one.name === selection.queueManager) === true
      );
    case 'channel':
      return [selection.from, selection.to].every((name) => trace.plan.queueManagers.some((one) => one.name === name));
    case 'application':
      return trace.plan.applications.some((one) => one.name === selection.application);
    case 'message':
      return trace.events.some((event) => event.kind === 'put' && event.message === selection.message);
    case 'decision':
      return trace.decisions.some((one) => one.id === selection.decision);
  }
}

/** The plan is about to run again: keeps the run for comparison, unless it is compared with another. */
function again(state: PanelState, because: string): PanelState {
  const { trace, before } = state;
  return trace === undefined || before?.isKept ? state : { ...state, before: { trace, because, isKept: false } };
}

function at(state: PanelState, atUs: number): PanelState {
  if (state.trace === undefined) return { ...state, atUs: 0, index: 0 };
  const bounded = Math.min(Math.max(0, atUs), endOf(state.trace));
  return { ...state, atUs: bounded, index: indexAfter(state.trace, bounded) };
}

function atIndex(state: PanelState, index: number): PanelState {
  if (state.trace === undefined) return state;
  const bounded = Math.min(Math.max(0, index), state.trace.events.length);
  return { ...state, index: bounded, atUs: state.trace.events[bounded - 1]?.atUs ?? 0 };
}

function advance(state: PanelState, atUs: number): PanelState {
  if (!state.isPlaying || state.trace === undefined) return state;
  const next = at(state, atUs);
  return next.atUs >= lastEventAt(state.trace) && next.index >= state.trace.events.length
    ? { ...next, isPlaying: false, announcement: 'The run is at its end' }
    : next;
}

function play(state: PanelState): PanelState {
  if (state.trace === undefined || state.trace.events.length === 0) return state;
  const isAtEnd = state.index >= state.trace.events.length;
  const playing = { ...state, isPlaying: true, announcement: '' };
  return isAtEnd ? { ...at(playing, 0), index: 0 } : playing;
}
