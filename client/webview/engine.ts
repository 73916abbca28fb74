import type { CampaignOptions } from '#core/campaign/types.ts';
import type { Plan } from '#core/scenario/plan.ts';
import { makeTrace } from '#core/sim/make-trace.ts';
import { run } from '#core/sim/run.ts';
import type { Trace } from '#core/sim/trace.ts';
import { type CampaignEnd, type CampaignWatch, conductCampaign } from './conduct-campaign.ts';

/** Runs plans away from the page's own thread where that is possible. Only the latest plan's trace comes back. */
export interface Engine {
  run(plan: Plan): Promise<Trace>;
  campaign(plan: Plan, options: CampaignOptions, watch: Pick<CampaignWatch, 'onProgress'>): RunningCampaign;
}

export interface RunningCampaign {
  readonly end: Promise<CampaignEnd>;
  /** It then ends with what is known. */
  cancel(): void;
}

export type ToWorker =
  | { readonly id: number; readonly plan: Plan }
  | { readonly id: number; readonly plan: Plan; readonly campaign: CampaignOptions }
  | { readonly id: number; readonly cancel: true };
export type FromWorker =
  | { readonly id: number; readonly trace: Omit<Trace, 'events'> }
  | { readonly id: number; readonly progress: Parameters<CampaignWatch['onProgress']> }
  | { readonly id: number; readonly campaign: CampaignEnd }
  | { readonly id: number; readonly failure: string };

/**
 * `workerAddress` is where the worker's script lies. A webview may not start a worker from there, only from a blob, so
 * the text is fetched first; where even that fails (old browsers, strict policies) the plan runs in this thread.
 */
export function startEngine(workerAddress: string | undefined): Engine {
  const worker = workerAddress === undefined ? Promise.resolve(undefined) : startWorker(workerAddress);
  let last = 0;
  return {
    run: async (plan) => {
      last += 1;
      const id = last;
      const started = await worker;
      if (started === undefined) return runHere(plan);
      return ask(started, { id, plan }, (answer) => ('trace' in answer ? makeTrace(answer.trace) : undefined));
    },
    campaign: (plan, options, watch) => {
      last += 1;
      const id = last;
      let isCancelled = false;
      const end = async (): Promise<CampaignEnd> => {
        const started = await worker;
        if (started === undefined) return conductCampaign(plan, options, { ...watch, isCancelled: () => isCancelled });
        return ask(started, { id, plan, campaign: options }, (answer) => {
          if ('progress' in answer) watch.onProgress(...answer.progress);
          return 'campaign' in answer ? answer.campaign : undefined;
        });
      };
      return {
        end: end(),
        cancel: () => {
          isCancelled = true;
          const stop: ToWorker = { id, cancel: true };
          void worker.then((started) => started?.postMessage(stop));
        },
      };
    },
  };
}

async function startWorker(address: string): Promise<Worker | undefined> {
  try {
    const script = await (await fetch(address)).text();
    return new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
  } catch {
    return undefined;
  }
}

/** Waits for the answer that `take` makes something of; those before it may tell how far the work is. */
function ask<T>(worker: Worker, request: ToWorker, take: (answer: FromWorker) => T | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = new AbortController();
    const options = { signal: stop.signal };
    const hear = ({ data }: MessageEvent<FromWorker>): void => {
      if (data.id !== request.id) return;
      const taken = take(data);
      if (taken === undefined && !('failure' in data)) return;
      stop.abort();
      if (taken !== undefined) resolve(taken);
      else if ('failure' in data) reject(new Error(data.failure));
    };
    worker.addEventListener('message', hear, options);
    worker.addEventListener('error', (event) => reject(new Error(event.message)), options);
    worker.postMessage(request);
  });
}

/** Lets the page draw "running" before the thread is busy. */
const runHere = (plan: Plan): Promise<Trace> =>
  new Promise((resolve, reject) => {
    setTimeout(() => {
      try {
        resolve(run(plan, { detail: 'full' }));
      } catch (failure) {
        reject(failure instanceof Error ? failure : new Error(String(failure)));
      }
    });
  });
