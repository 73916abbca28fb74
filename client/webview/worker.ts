import type { Plan } from '#core/scenario/plan.ts';
import type { Recording } from '#core/sim/checkpoints.ts';
import { recordRun } from '#core/sim/run.ts';
import type { Trace } from '#core/sim/trace.ts';
import { conductCampaign } from './conduct-campaign.ts';
import type { FromWorker, ToWorker } from './engine.ts';

/** What was run last: a plan that differs only in what was clicked into it goes on from there. */
let last: Recording | undefined;

/** The simulation's own thread: a plan in, its trace out; or a plan in, and what its failures do. */
self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if ('cancel' in data) cancelled.add(data.id);
  else if ('campaign' in data) void conduct(data);
  else simulate(data);
});

/** Campaigns that were called off. */
const cancelled = new Set<number>();

function simulate({ id, plan }: { readonly id: number; readonly plan: Plan }): void {
  try {
    last = recordRun(plan, last);
    post({ id, trace: withinBudget(last.trace) });
  } catch (failure) {
    postFailure(id, failure);
  }
}

async function conduct({ id, plan, campaign }: Extract<ToWorker, { campaign: unknown }>): Promise<void> {
  try {
    const end = await conductCampaign(plan, campaign, {
      onProgress: (...progress) => post({ id, progress }),
      isCancelled: () => cancelled.has(id),
    });
    post({ id, campaign: end });
  } catch (failure) {
    postFailure(id, failure);
  }
}

const postFailure = (id: number, failure: unknown): void =>
  post({ id, failure: failure instanceof Error ? failure.message : String(failure) });

const post = (message: FromWorker): void => self.postMessage(message);

/** Decisions fill most of a large trace, and what is posted is copied: beyond this many entries later ones stay behind. */
const MOST_ENTRIES = 3_000_000;

function withinBudget({ plan, log, decisions, outcome }: Trace): Omit<Trace, 'events'> {
  let entries = 0;
  const first = decisions.findIndex((decision) => {
    entries += decision.candidates.length * (decision.steps.length + 1);
    return entries > MOST_ENTRIES;
  });
  return { plan, log, outcome, decisions: first === -1 ? decisions : decisions.slice(0, first) };
}
