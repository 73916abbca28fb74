import { window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Requests } from '#protocol/messages.ts';
import { ask } from '../panel/requests.ts';
import { applyFileEdits } from './apply-file-edits.ts';

/** Offers what the light bulb would for one value of a comparison, and does what is picked. */
export async function changeClone(
  asked: Requests['mqsc/cloneFixes']['params'],
  client: BaseLanguageClient,
): Promise<void> {
  const { keyword, queueManager, of } = asked.cell;
  const { fixes } = await ask(client, 'mqsc/cloneFixes', asked);
  if (fixes.length === 0) {
    void window.showInformationMessage(`There is no definition of ${of.name} in which ${keyword} could be changed.`);
    return;
  }
  const title = `${of.name}: ${keyword} on ${queueManager}`;
  const picked = await window.showQuickPick(
    fixes.map((fix) => fix.title),
    { title, placeHolder: 'Change the definitions' },
  );
  if (picked === undefined) return;
  // The text may have gone on while the list was open.
  const now = await ask(client, 'mqsc/cloneFixes', asked);
  const fix = now.fixes.find((one) => one.title === picked);
  if (fix !== undefined) await applyFileEdits(fix.edits, client);
}
