import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Campaign } from '#core/campaign/open-campaign.ts';
import type { FromWorker, ToWorker, WorkerStart } from './campaign-worker.ts';

/** Somebody who does one piece of work at a time. */
export interface Hand {
  work(task: ToWorker): Promise<FromWorker>;
  dismiss(): Promise<void>;
}

/** This thread, which listens in between. */
export const ownHand = (campaign: Campaign): Hand => ({
  work: async (task) => {
    await setImmediate();
    return task.kind === 'run'
      ? { kind: 'ran', pieces: task.units.map(campaign.runUnit) }
      : { kind: 'shown', shown: campaign.show(task.cell) };
  },
  dismiss: async () => {},
});

/** A thread of its own. The worker's script lies beside this one, as source or bundled. */
export function workerHand(start: WorkerStart): Hand {
  const kind = import.meta.url.endsWith('.ts') ? 'ts' : 'cjs';
  const worker = new Worker(new URL(`./campaign-worker.${kind}`, import.meta.url), { workerData: start });
  return {
    work: (task) =>
      new Promise((resolve, reject) => {
        const done = (): void => {
          worker.off('message', take);
          worker.off('error', fail);
        };
        const take = (message: FromWorker): void => {
          done();
          resolve(message);
        };
        const fail = (error: Error): void => {
          done();
          reject(error);
        };
        worker.on('message', take);
        worker.on('error', fail);
        worker.postMessage(task);
      }),
    dismiss: async () => {
      await worker.terminate();
    },
  };
}

/** Lets the hands take the tasks, each the next one when it is free; what came of them, until all is done or called off. */
export async function share(
  hands: readonly Hand[],
  tasks: readonly ToWorker[],
  watch: { readonly isCancelled: () => boolean; readonly onDone: (done: number) => void },
): Promise<ReadonlyMap<ToWorker, FromWorker>> {
  const results = new Map<ToWorker, FromWorker>();
  let next = 0;
  const serve = async (hand: Hand): Promise<void> => {
    while (next < tasks.length && !watch.isCancelled()) {
      const task = tasks[next++];
      if (task === undefined) return;
      results.set(task, await hand.work(task));
      watch.onDone(results.size);
    }
  };
  await Promise.all(hands.map(serve));
  return results;
}
