import { parentPort, workerData } from 'node:worker_threads';
import { openCampaign } from '#core/campaign/open-campaign.ts';
import type { CampaignOptions, Cell, Piece, Shown } from '#core/campaign/types.ts';
import type { Plan } from '#core/scenario/plan.ts';

/** What a worker is told at its start. */
export interface WorkerStart {
  readonly plan: Plan;
  readonly options: CampaignOptions;
}

/** Work to be done, and what came of it, in the same order. */
export type ToWorker =
  | { readonly kind: 'run'; readonly units: readonly number[] }
  | { readonly kind: 'show'; readonly cell: Pick<Cell, 'harm' | 'first'> };
export type FromWorker =
  | { readonly kind: 'ran'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'shown'; readonly shown: Shown };

/** A thread of its own for a part of a campaign. */
if (parentPort !== null) {
  const port = parentPort;
  const { plan, options }: WorkerStart = workerData;
  const campaign = openCampaign(plan, options);
  const answer = (message: FromWorker): void => port.postMessage(message);
  port.on('message', (work: ToWorker) => {
    if (work.kind === 'run') answer({ kind: 'ran', pieces: work.units.map(campaign.runUnit) });
    else answer({ kind: 'shown', shown: campaign.show(work.cell) });
  });
}
