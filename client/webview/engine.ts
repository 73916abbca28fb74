import type { Plan } from '#core/scenario/plan.ts';
import { run } from '#core/sim/run.ts';
import type { Trace } from '#core/sim/trace.ts';

/** Runs plans away from the page's own thread where that is possible. Only the latest plan's trace comes back. */
export interface Engine {
  run(plan: Plan): Promise<Trace>;
}

export type ToWorker = { readonly id: number; readonly plan: Plan };
export type FromWorker =
  | { readonly id: number; readonly trace: Trace }
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
      return started === undefined ? runHere(plan) : runThere(started, { id, plan });
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

function runThere(worker: Worker, request: ToWorker): Promise<Trace> {
  return new Promise((resolve, reject) => {
    const stop = new AbortController();
    const options = { signal: stop.signal };
    const take = ({ data }: MessageEvent<FromWorker>): void => {
      if (data.id !== request.id) return;
      stop.abort();
      if ('trace' in data) resolve(data.trace);
      else reject(new Error(data.failure));
    };
    worker.addEventListener('message', take, options);
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
