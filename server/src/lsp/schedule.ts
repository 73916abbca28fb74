/** Runs the check of the estate when the typing allows it: once for any number of changes that come close together. */
export interface Schedule {
  /** Something changed: check soon. */
  request(): void;
  /** Checks now if one is due, so that an answer is about the text as it is. */
  flush(): void;
  dispose(): void;
}

/** The longest wait between a change and its check, in ms. */
const longestWait = 300;

/**
 * Waits as long as the last check took: a small estate is checked at every keystroke, a large one does not keep the server
 * from answering while somebody types.
 */
export function schedule(check: () => void, now: () => number): Schedule {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastDuration = 0;
  const run = () => {
    timer = undefined;
    const started = now();
    check();
    lastDuration = now() - started;
  };
  return {
    request() {
      clearTimeout(timer);
      timer = setTimeout(run, Math.min(longestWait, lastDuration));
    },
    flush() {
      if (timer === undefined) return;
      clearTimeout(timer);
      run();
    },
    dispose: () => clearTimeout(timer),
  };
}
