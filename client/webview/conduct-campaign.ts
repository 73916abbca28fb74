import { openCampaign } from '#core/campaign/open-campaign.ts';
import { addPieces, addShown, cellKey, unshownCells } from '#core/campaign/run-campaign.ts';
import type { CampaignOptions, Piece, Report, Shown } from '#core/campaign/types.ts';
import type { Plan } from '#core/scenario/plan.ts';

export interface CampaignWatch {
  readonly onProgress: (done: number, of: number, what: 'cases' | 'scenarios') => void;
  readonly isCancelled: () => boolean;
}

export interface CampaignEnd {
  readonly report: Report;
  readonly isCancelled: boolean;
}

/** Runs a campaign in slices, so that this thread hears of other work, and of its end, in between. */
export async function conductCampaign(
  plan: Plan,
  options: CampaignOptions,
  watch: CampaignWatch,
): Promise<CampaignEnd> {
  await pause();
  const campaign = openCampaign(plan, options);
  const pieces: Piece[] = [];
  const units = Array.from({ length: campaign.units }, (_, unit) => unit);
  await inSlices(units, (unit) => pieces.push(campaign.runUnit(unit)), 'cases', watch);
  const report = addPieces(campaign.empty, pieces);
  const shown = new Map<string, Shown>();
  await inSlices(unshownCells(report), (cell) => shown.set(cellKey(cell), campaign.show(cell)), 'scenarios', watch);
  return { report: addShown(report, shown), isCancelled: watch.isCancelled() };
}

/** Milliseconds until the thread listens again. */
const SLICE = 40;

async function inSlices<T>(
  items: readonly T[],
  work: (item: T) => void,
  what: 'cases' | 'scenarios',
  { onProgress, isCancelled }: CampaignWatch,
): Promise<void> {
  let sliceEnd = performance.now() + SLICE;
  for (const [index, item] of items.entries()) {
    if (isCancelled()) return;
    work(item);
    if (performance.now() < sliceEnd) continue;
    onProgress(index + 1, items.length, what);
    await pause();
    sliceEnd = performance.now() + SLICE;
  }
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
