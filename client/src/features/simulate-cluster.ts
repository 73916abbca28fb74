import { commands, type Disposable } from 'vscode';
import type { Panels } from '../panel/panel.ts';

/** MQSC: Simulate Cluster. */
export const simulateCluster = (panels: Panels): Disposable =>
  commands.registerCommand('mqsc.simulateCluster', () => panels.run({ of: 'estate' }));
