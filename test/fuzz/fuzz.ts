import { type Depth, runSession, type SessionLog, thorough } from './run-session.ts';

/** What a run of many sessions came to. */
export interface FuzzResult {
  readonly cases: number;
  readonly failures: readonly { readonly seed: number; readonly message: string; readonly steps: readonly string[] }[];
}

export interface FuzzOptions {
  readonly cases: number;
  /** Of the first session; the next one has the next number. */
  readonly seed: number;
  /** Milliseconds on a clock that the caller knows. */
  readonly now: () => number;
  /** A session that lasts longer than this many milliseconds is a failure too. */
  readonly slow: number;
  readonly mostFailures: number;
  readonly depth?: Depth;
  readonly progress?: (cases: number, seed: number, failures: FuzzResult['failures']) => void;
}

/** Sessions with the seeds that follow one another until as many cases were tried. */
export function fuzz({ cases, seed, now, slow, mostFailures, depth = thorough, progress }: FuzzOptions): FuzzResult {
  const failures: { seed: number; message: string; steps: readonly string[] }[] = [];
  let done = 0;
  for (let next = seed; done < cases && failures.length < mostFailures; next++) {
    const log: SessionLog = { steps: [], cases: 0 };
    const since = now();
    try {
      runSession(next, cases - done, log, depth);
      if (now() - since > slow) failures.push({ seed: next, message: `took ${now() - since} ms`, steps: log.steps });
    } catch (error) {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      failures.push({ seed: next, message, steps: log.steps });
    }
    done += log.cases;
    progress?.(done, next, failures);
  }
  return { cases: done, failures };
}
