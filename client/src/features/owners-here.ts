import { window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ask } from '../panel/requests.ts';

export interface OwnersHere {
  /** As the server spells it. */
  readonly uri: string;
  /** Of the text at the cursor. */
  readonly queueManagers: readonly string[];
}

/** The file in the active editor and the queue managers of its text; undefined when it holds no MQSC. */
export async function ownersHere(client: BaseLanguageClient): Promise<OwnersHere | undefined> {
  const editor = window.activeTextEditor;
  if (editor === undefined) return undefined;
  const uri = client.code2ProtocolConverter.asUri(editor.document.uri);
  const { line, character } = editor.selection.active;
  const owner = await ask(client, 'mqsc/owner', { uri, line, character });
  return owner === null ? undefined : { uri, queueManagers: owner.queueManagers };
}
