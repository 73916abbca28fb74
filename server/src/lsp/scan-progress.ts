import type { WorkDoneProgressReporter } from 'vscode-languageserver';

/** Shows how far the reading of a workspace is, when it is so large that somebody may wonder. */
export interface ScanProgress {
  report(done: number, total: number): void;
  end(): void;
}

/** Fewer files are read before a progress bar could be seen. */
const largeWorkspace = 200;

export function scanProgress(create: () => Promise<WorkDoneProgressReporter>): ScanProgress {
  let created: Promise<WorkDoneProgressReporter | undefined> | undefined;
  let reporter: WorkDoneProgressReporter | undefined;
  let shown = 0;
  const begin = async () => {
    const made = await create().catch(() => undefined);
    made?.begin('Reading MQSC', 0);
    reporter = made;
    return made;
  };
  return {
    report(done, total) {
      if (total < largeWorkspace) return;
      created ??= begin();
      const percentage = Math.floor((100 * done) / total);
      if (percentage === shown) return;
      shown = percentage;
      reporter?.report(percentage, `${done} of ${total} files`);
    },
    end: () => void created?.then((made) => made?.done()),
  };
}
