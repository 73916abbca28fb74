import { commands, type Disposable, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { EstateChanges } from '../panel/estate-changes.ts';
import { ask } from '../panel/requests.ts';
import { writeFile } from './write-file.ts';

/** MQSC: Write mqsc.yaml. A first estate file with what is inferred; one that is there already is only shown. */
export const writeEstateFile = (client: BaseLanguageClient, changes: EstateChanges): Disposable =>
  commands.registerCommand('mqsc.writeEstateFile', async () => {
    const file = window.activeTextEditor?.document.uri;
    const folder = (file && workspace.getWorkspaceFolder(file)) ?? workspace.workspaceFolders?.[0];
    if (folder === undefined) {
      void window.showInformationMessage('Open the folder with the MQSC files first: mqsc.yaml lies beside them.');
      return;
    }
    await changes.settled;
    const { estateFile, isThere, text } = await ask(client, 'mqsc/firstEstateFile', { folder: folder.uri.toString() });
    if (isThere) {
      await window.showTextDocument(Uri.parse(estateFile));
      void window.showInformationMessage(
        'This folder has its mqsc.yaml already. “Assign File to Queue Manager…” adds to it.',
      );
      return;
    }
    if (text === null) {
      void window.showInformationMessage(
        'Nothing tells which queue manager any of these files belongs to. “Assign File to Queue Manager…” starts mqsc.yaml with one.',
      );
      return;
    }
    const start = { line: 0, character: 0 };
    await writeFile(
      { file: estateFile, isNew: true, edits: [{ range: { start, end: start }, newText: text }] },
      client,
    );
  });
