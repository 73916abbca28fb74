import type { HarmName, Lasting, Report } from '#core/campaign/types.ts';
import type { Plan } from '#core/scenario/plan.ts';

/** A failure campaign in the panel: how far it is, what it found, and what of that is looked at. */
export interface CampaignState {
  /** What it runs on; the panel goes back to it from a replay. */
  readonly plan: Plan;
  readonly title: string;
  readonly wanted: CampaignWanted;
  readonly status:
    | { readonly kind: 'running'; readonly done: number; readonly of: number; readonly what: 'cases' | 'scenarios' }
    | { readonly kind: 'done' }
    | { readonly kind: 'cancelled' }
    | { readonly kind: 'failed'; readonly message: string };
  readonly report: Report | undefined;
  /** Whether it fills the panel; else the run does. */
  readonly isOpen: boolean;
  readonly showsAll: boolean;
  readonly selected: CellName | undefined;
}

export interface CampaignWanted {
  readonly failures: 1 | 2;
  readonly seeds: number;
}

/** A cell by what it says, so that it is found again in another report. */
export interface CellName {
  readonly row: string;
  readonly lasting: Lasting;
  readonly harm: HarmName;
}

export type CampaignAction =
  | { readonly type: 'campaign-started'; readonly plan: Plan; readonly title: string; readonly wanted: CampaignWanted }
  | {
      readonly type: 'campaign-progress';
      readonly done: number;
      readonly of: number;
      readonly what: 'cases' | 'scenarios';
    }
  | { readonly type: 'campaign-ended'; readonly report: Report; readonly isCancelled: boolean }
  | { readonly type: 'campaign-failed'; readonly message: string }
  | { readonly type: 'campaign-filter'; readonly showsAll: boolean }
  | { readonly type: 'campaign-select'; readonly cell: CellName | undefined };

export const defaultWanted: CampaignWanted = { failures: 1, seeds: 1 };

/** The campaign's next state; what opens, closes and replays it is the panel's own (see `store.ts`). */
export function reduceCampaign(state: CampaignState | undefined, action: CampaignAction): CampaignState | undefined {
  if (action.type === 'campaign-started') {
    const { plan, title, wanted } = action;
    return {
      plan,
      title,
      wanted,
      status: { kind: 'running', done: 0, of: 0, what: 'cases' },
      report: undefined,
      isOpen: true,
      showsAll: false,
      selected: undefined,
    };
  }
  if (state === undefined) return undefined;
  switch (action.type) {
    case 'campaign-progress':
      return { ...state, status: { kind: 'running', done: action.done, of: action.of, what: action.what } };
    case 'campaign-ended':
      return { ...state, report: action.report, status: { kind: action.isCancelled ? 'cancelled' : 'done' } };
    case 'campaign-failed':
      return { ...state, status: { kind: 'failed', message: action.message } };
    case 'campaign-filter':
      return { ...state, showsAll: action.showsAll };
    case 'campaign-select':
      return { ...state, selected: action.cell };
  }
}
