import { type Campaign, openCampaign } from '#core/campaign/open-campaign.ts';
import { addPieces, addShown, cellKey, unitsOfShard, unshownCells } from '#core/campaign/run-campaign.ts';
import type { CampaignOptions, Report, Shown } from '#core/campaign/types.ts';
import type { Plan } from '#core/scenario/plan.ts';
import { ownHand, share, workerHand } from './campaign-crew.ts';
import type { ToWorker } from './campaign-worker.ts';
import type { Terminal } from './command.ts';

export interface Conduct {
  readonly options: CampaignOptions;
  readonly shard: { readonly index: number; readonly of: number };
  readonly workers: number;
}

export interface Conducted {
  readonly report: Report;
  readonly isCancelled: boolean;
}

/** Runs a campaign on so many threads. Called off, it gives what is known by then. */
export async function conductCampaign(plan: Plan, conduct: Conduct, terminal: Terminal): Promise<Conducted> {
  const campaign = openCampaign(plan, conduct.options);
  const units = unitsOfShard(campaign.units, conduct.shard);
  let isCancelled = false;
  const stopListening = terminal.onCancel?.(() => {
    isCancelled = true;
  });
  const hands = handsFor(campaign, plan, conduct, units.length);
  const watch = (what: string, of: number, each: number) => ({
    isCancelled: () => isCancelled,
    onDone: (done: number) => terminal.progress?.(`${what} ${Math.min(of, done * each)} of ${of}`),
  });
  try {
    const tasks = batches(units).map((some): ToWorker => ({ kind: 'run', units: some }));
    const ran = await share(hands, tasks, watch('cases', units.length, batchSize));
    const report = addPieces(
      campaign.empty,
      [...ran.values()].flatMap((message) => (message.kind === 'ran' ? message.pieces : [])),
    );
    const cells = unshownCells(report);
    const toShow = cells.map((cell) => ({ cell, task: { kind: 'show', cell } satisfies ToWorker }));
    const shownBy = await share(
      hands,
      toShow.map(({ task }) => task),
      watch('smallest scenarios', cells.length, 1),
    );
    const shown = new Map<string, Shown>();
    for (const { cell, task } of toShow) {
      const message = shownBy.get(task);
      if (message?.kind === 'shown') shown.set(cellKey(cell), message.shown);
    }
    const { index, of } = conduct.shard;
    const asked = of > 1 ? { shards: [`${index}/${of}`] } : {};
    return { report: { ...addShown(report, shown), ...asked }, isCancelled };
  } finally {
    terminal.progress?.('');
    stopListening?.();
    await Promise.all(hands.map((hand) => hand.dismiss()));
  }
}

/** Units that travel to a worker together: a message costs as much as a small run. */
const batchSize = 16;

function batches(units: readonly number[]): readonly (readonly number[])[] {
  const all: (readonly number[])[] = [];
  for (let at = 0; at < units.length; at += batchSize) all.push(units.slice(at, at + batchSize));
  return all;
}

/** No more threads than there is work for. */
function handsFor(campaign: Campaign, plan: Plan, { options, workers }: Conduct, units: number) {
  const wanted = Math.min(workers, Math.ceil(units / batchSize));
  if (wanted <= 1) return [ownHand(campaign)];
  return Array.from({ length: wanted }, () => workerHand({ plan, options }));
}
