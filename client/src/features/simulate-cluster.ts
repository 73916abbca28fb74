import { commands, type Disposable } from 'vscode';
import type { Panels } from '../panel/panel.ts';

interface Focus {
  readonly queue?: string;
  readonly cluster: string;
}

/** MQSC: Simulate Cluster. From a lens or the estate's tree with the queue or cluster that is meant; other menus call it with a file. */
export const simulateCluster = (panels: Panels): Disposable =>
  commands.registerCommand('mqsc.simulateCluster', (given?: unknown) =>
    panels.run(isFocus(given) ? { of: 'estate', ...given } : { of: 'estate' }),
  );

const isFocus = (given: unknown): given is Focus => typeof given === 'object' && given !== null && 'cluster' in given;
