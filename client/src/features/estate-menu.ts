import { commands, Disposable } from 'vscode';
import type { TreeNode } from '#protocol/messages.ts';

/** What the menus of the estate's tree do, each through the command that the palette has too. */
export const registerEstateMenu = (): Disposable =>
  Disposable.from(
    ...Object.entries(actions).map(([name, action]) =>
      commands.registerCommand(`mqsc.estate.${name}`, (node: TreeNode | undefined) => {
        const call = node && action(node);
        return call && commands.executeCommand(call[0], call[1]);
      }),
    ),
  );

type Call = readonly [command: string, argument: unknown];

const actions: Readonly<Record<string, (node: TreeNode) => Call | undefined>> = {
  compareClones: ({ clone, at }) => clone && ['mqsc.compareClones', { ...clone, near: at?.uri ?? null }],
  explainRoute: ({ clone }) => clone && ['mqsc.explainRoute', { queue: clone.name }],
  simulateCluster: ({ clone, kind, label }) => {
    if (clone) return ['mqsc.simulateCluster', { queue: clone.name, cluster: clone.cluster }];
    return kind === 'cluster' ? ['mqsc.simulateCluster', { cluster: label }] : undefined;
  },
  showEffectiveDefinitions: ({ queueManager, at }) =>
    queueManager === undefined ? undefined : ['mqsc.showEffectiveDefinitions', { queueManager, near: at?.uri ?? null }],
  assignFile: ({ at }) => (at === null ? undefined : ['mqsc.assignFile', at.uri]),
};
