import type { WorkDoneProgressReporter } from 'vscode-languageserver';

/** Shows how far a check of all files is, when it takes so long that somebody may wonder. */
export interface CheckProgress {
  /** From 0 to 1; undefined when the check ends or is given up. */
  report(share: number | undefined): void;
}

/** Shorter checks pass without a bar, in ms. */
const longCheck = 1000;

export function checkProgress(create: () => Promise<WorkDoneProgressReporter>, now: () => number): CheckProgress {
  let began: number | undefined;
  let shown: Promise<WorkDoneProgressReporter | undefined> | undefined;
  let percentage = 0;
  const begin = async () => {
    const made = await create().catch(() => undefined);
    made?.begin('Checking MQSC', 0);
    return made;
  };
  return {
    report(share) {
      if (share === undefined) {
        void shown?.then((made) => made?.done());
        began = undefined;
        shown = undefined;
        return;
      }
      began ??= now();
      if (now() - began < longCheck) return;
      shown ??= begin();
      const next = Math.floor(100 * share);
      if (next === percentage) return;
      percentage = next;
      void shown.then((made) => made?.report(next));
    },
  };
}
