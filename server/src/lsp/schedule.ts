import type { Steps } from '#core/text/steps.ts';

/** Runs the check of the estate when the typing allows it: once for any number of changes that come close together, and in slices. */
export interface Schedule {
  /** Something changed: check soon. A check that is under way is given up. */
  request(): void;
  /** Whether something changed since the last check that was finished. */
  isDue(): boolean;
  /** Whether a check takes so long that somebody who types would notice. */
  isSlow(): boolean;
  /** Begins a check that is due without a pause; kept when the answer is about the text as it is. */
  settled(): Promise<void>;
  dispose(): void;
}

export interface ScheduleHost {
  readonly check: () => Steps<void>;
  /** In ms. */
  readonly now: () => number;
  /** How far a check is, each time that it makes way for other work; `undefined` when it ends or is given up. */
  readonly progress: (share: number | undefined) => void;
}

/** How long nothing may change before a slow check begins, in ms: longer than between two keystrokes of somebody who types fast. */
const longestPause = 150;

/** Of checks that are not so slow: the pause as a multiple of what the last check took. */
const pauseFactor = 10;

/** The longest check that fits between two frames of the screen, in ms; so long is a slice of a longer one. */
const unnoticed = 12;

/** Node has a way without a wait, which a busy machine would draw out. */
const afterOthers = (work: () => void): unknown =>
  typeof setImmediate === 'function' ? setImmediate(work) : setTimeout(work, 0);

/**
 * A small estate is checked at every keystroke; a large one when the typing pauses, in slices with room for requests and changes
 * between them.
 */
export function schedule({ check, now, progress }: ScheduleHost): Schedule {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let steps: Steps<void> | undefined;
  let spent = 0;
  let lastDuration = 0;
  let waiting: (() => void)[] = [];
  const isSlow = () => lastDuration > unnoticed;
  const isDue = () => timer !== undefined || steps !== undefined;

  const goOn = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (steps === undefined) spent = 0;
    steps ??= check();
    const started = now();
    let step = steps.next();
    while (!step.done && now() - started < unnoticed) step = steps.next();
    spent += now() - started;
    if (!step.done) {
      progress(step.value);
      const mine = steps;
      // Whatever came in meanwhile has its turn first; it may give up this check.
      afterOthers(() => steps === mine && goOn());
      return;
    }
    steps = undefined;
    lastDuration = spent;
    progress(undefined);
    for (const tell of waiting.splice(0)) tell();
  };
  const giveUp = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (steps !== undefined) progress(undefined);
    steps = undefined;
  };
  return {
    request() {
      giveUp();
      timer = setTimeout(goOn, isSlow() ? Math.min(longestPause, pauseFactor * lastDuration) : 0);
    },
    isDue,
    isSlow,
    settled() {
      if (!isDue()) return Promise.resolve();
      const kept = new Promise<void>((resolve) => waiting.push(resolve));
      if (steps === undefined) goOn();
      return kept;
    },
    dispose() {
      giveUp();
      waiting = [];
    },
  };
}
