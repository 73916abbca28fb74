import { commands, type Disposable, type QuickPickItem, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ask } from '../panel/requests.ts';
import { writeFile } from './write-file.ts';

/**
 * MQSC: Assign File to Queue Manager… From the light bulb with the file, else the one in the editor. Writes it down in the nearest
 * `mqsc.yaml`, or in a first one.
 */
export const assignFile = (client: BaseLanguageClient): Disposable =>
  commands.registerCommand('mqsc.assignFile', async (given?: unknown) => {
    const file = given instanceof Uri ? given : typeof given === 'string' ? Uri.parse(given) : here();
    if (file === undefined) {
      void window.showInformationMessage('Open the MQSC file that is to be assigned first.');
      return;
    }
    const uri = client.code2ProtocolConverter.asUri(file);
    const queueManager = await pickName(uri, client);
    if (queueManager === undefined) return;
    const folder = (workspace.getWorkspaceFolder(file)?.uri ?? Uri.joinPath(file, '..')).toString();
    const answer = await ask(client, 'mqsc/assignFile', { uri, queueManager, folder });
    if (answer.refused !== null) {
      void window.showWarningMessage(`The file could not be assigned. ${answer.refused}`);
      return;
    }
    await writeFile({ ...answer, file: answer.estateFile }, client);
    for (const { name, glob } of answer.staysWith)
      void window.showInformationMessage(`The file stays with ${name} as well, because of “${glob}” in mqsc.yaml.`);
  });

const here = (): Uri | undefined => window.activeTextEditor?.document.uri;

/** A name that the estate knows, or a new one. */
async function pickName(uri: string, client: BaseLanguageClient): Promise<string | undefined> {
  const { queueManagers } = await ask(client, 'mqsc/queueManagers', { near: uri });
  const other: QuickPickItem = { label: '$(add) Another queue manager…', alwaysShow: true };
  const picked = await window.showQuickPick([...queueManagers.map((label) => ({ label })), other], {
    title: 'Assign file to queue manager',
    placeHolder: 'Queue manager that runs this file',
  });
  if (picked === undefined || picked.label !== other.label) return picked?.label;
  return window.showInputBox({
    title: 'Assign file to queue manager',
    prompt: 'Name of the queue manager',
    validateInput: (name) => (NAME.test(name) ? undefined : 'Up to 48 letters, digits and . / _ %'),
  });
}

/** IBM: "Rules for naming IBM MQ objects". */
const NAME = /^[A-Za-z0-9./_%]{1,48}$/;
