import { commands, type Disposable, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Requests } from '#protocol/messages.ts';
import { ask } from '../panel/requests.ts';
import { applyFileEdits } from './apply-file-edits.ts';

type Place = Omit<Requests['mqsc/renameInstance']['params'], 'newName'> & {
  readonly queue: string;
  readonly queueManager: string;
};

/** From the light bulb on an instance of a cluster queue: renames it and leaves the other instances alone. */
export const renameInstance = (client: BaseLanguageClient): Disposable =>
  commands.registerCommand('mqsc.renameInstance', async ({ queue, queueManager, ...at }: Place) => {
    const renamed = (newName: string) => ask(client, 'mqsc/renameInstance', { ...at, newName });
    const newName = await window.showInputBox({
      title: `Rename ${queue} only on ${queueManager}`,
      value: queue,
      validateInput: async (name) => (await renamed(name)).refused ?? undefined,
    });
    if (newName === undefined) return;
    await applyFileEdits((await renamed(newName)).edits, client);
  });
