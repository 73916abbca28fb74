import { run } from '#core/sim/run.ts';
import type { Trace } from '#core/sim/trace.ts';
import type { FromWorker, ToWorker } from './engine.ts';

/** The simulation's own thread: a plan in, its trace out. */
self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  const { id, plan } = data;
  try {
    post({ id, trace: withinBudget(run(plan, { detail: 'full' })) });
  } catch (failure) {
    post({ id, failure: failure instanceof Error ? failure.message : String(failure) });
  }
});

const post = (message: FromWorker): void => self.postMessage(message);

/** Decisions fill most of a large trace, and what is posted is copied: beyond this many entries later ones stay behind. */
const MOST_ENTRIES = 3_000_000;

function withinBudget(trace: Trace): Trace {
  let entries = 0;
  const first = trace.decisions.findIndex((decision) => {
    entries += decision.candidates.length * (decision.steps.length + 1);
    return entries > MOST_ENTRIES;
  });
  return first === -1 ? trace : { ...trace, decisions: trace.decisions.slice(0, first) };
}
