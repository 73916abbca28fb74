import { commands, type Disposable, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Panels } from '../panel/panel.ts';

/** MQSC: Run Scenario. Of the file it is called on, of the one in the editor, or of one picked from the workspace. */
export const runScenario = (panels: Panels, client: BaseLanguageClient): Disposable =>
  commands.registerCommand('mqsc.runScenario', async (target?: unknown) => {
    const uri = target instanceof Uri ? target : (active() ?? (await pick()));
    if (uri === undefined) return;
    await panels.run({ of: 'scenario', uri: client.code2ProtocolConverter.asUri(uri) });
  });

export const isScenario = (uri: Uri): boolean => uri.path.endsWith('.mqsim.yaml');

function active(): Uri | undefined {
  const uri = window.activeTextEditor?.document.uri;
  return uri !== undefined && isScenario(uri) ? uri : undefined;
}

async function pick(): Promise<Uri | undefined> {
  const found = await workspace.findFiles('**/*.mqsim.yaml', '**/node_modules/**');
  if (found.length === 0) {
    void window.showInformationMessage(
      'There is no scenario (*.mqsim.yaml) in this workspace. “MQSC: Simulate Cluster” makes one from the open files.',
    );
    return undefined;
  }
  const items = found
    .map((uri) => ({ label: workspace.asRelativePath(uri), uri }))
    .sort((one, other) => one.label.localeCompare(other.label));
  return (await window.showQuickPick(items, { title: 'Run scenario', placeHolder: 'Scenario file' }))?.uri;
}
