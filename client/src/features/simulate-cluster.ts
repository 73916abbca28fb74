import { commands, type Disposable } from 'vscode';
import type { Panels } from '../panel/panel.ts';

interface Focus {
  readonly queue: string;
  readonly cluster: string;
}

/** MQSC: Simulate Cluster. From a lens with the queue that it stands above; menus call it with a file. */
export const simulateCluster = (panels: Panels): Disposable =>
  commands.registerCommand('mqsc.simulateCluster', (given?: unknown) =>
    panels.run(isFocus(given) ? { of: 'estate', queue: given.queue, cluster: given.cluster } : { of: 'estate' }),
  );

const isFocus = (given: unknown): given is Focus =>
  typeof given === 'object' && given !== null && 'queue' in given && 'cluster' in given;
