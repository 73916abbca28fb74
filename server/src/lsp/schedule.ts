/** Runs the check of the estate when the typing allows it: once for any number of changes that come close together. */
export interface Schedule {
  /** Something changed: check soon. */
  request(): void;
  /** Whether something changed since the last check. */
  isDue(): boolean;
  /** Whether a check takes so long that somebody who types would notice. */
  isSlow(): boolean;
  /** Checks now if one is due, so that an answer is about the text as it is. */
  flush(): void;
  dispose(): void;
}

/** How long nothing may change before a slow check begins, in ms: longer than between two keystrokes, but not felt as a wait. */
const longestPause = 500;

/** Of checks that are not so slow: the pause as a multiple of what the last check took. */
const pauseFactor = 10;

/** The longest check that fits between two frames of the screen, in ms. */
const unnoticed = 12;

/**
 * A small estate is checked at every keystroke; a large one when the typing pauses, so that it does not keep the server from
 * answering.
 */
export function schedule(check: () => void, now: () => number): Schedule {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastDuration = 0;
  const isSlow = () => lastDuration > unnoticed;
  const run = () => {
    timer = undefined;
    const started = now();
    check();
    lastDuration = now() - started;
  };
  return {
    request() {
      clearTimeout(timer);
      timer = setTimeout(run, isSlow() ? Math.min(longestPause, pauseFactor * lastDuration) : 0);
    },
    isDue: () => timer !== undefined,
    isSlow,
    flush() {
      if (timer === undefined) return;
      clearTimeout(timer);
      run();
    },
    dispose: () => clearTimeout(timer),
  };
}
