import { Uri, WorkspaceEdit, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { FileEdit } from '#protocol/messages.ts';

/** Changes files as one step that can be undone; they stay unsaved, as after a fix from the light bulb. */
export function applyFileEdits(edits: readonly FileEdit[], client: BaseLanguageClient): Thenable<boolean> {
  const edit = new WorkspaceEdit();
  for (const { uri, range, newText } of edits)
    edit.replace(Uri.parse(uri), client.protocol2CodeConverter.asRange(range), newText);
  return workspace.applyEdit(edit);
}
