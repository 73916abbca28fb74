import { run } from '#core/sim/run.ts';
import type { FromWorker, ToWorker } from './engine.ts';

/** The simulation's own thread: a plan in, its trace out. */
self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  self.postMessage(answer(data));
});

function answer({ id, plan }: ToWorker): FromWorker {
  try {
    return { id, trace: run(plan, { detail: 'full' }) };
  } catch (failure) {
    return { id, failure: failure instanceof Error ? failure.message : String(failure) };
  }
}
