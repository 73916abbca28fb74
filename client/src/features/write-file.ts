import { Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { PlaceRange } from '#protocol/messages.ts';

interface Written {
  readonly file: string;
  readonly isNew: boolean;
  readonly edits: readonly { readonly range: PlaceRange; readonly newText: string }[];
}

/** Writes edits into a file and saves it; a new one is made, and shown. */
export async function writeFile({ file, isNew, edits }: Written, client: BaseLanguageClient): Promise<void> {
  const target = Uri.parse(file);
  const edit = new WorkspaceEdit();
  if (isNew) edit.createFile(target, { ignoreIfExists: true });
  for (const { range, newText } of edits) edit.replace(target, client.protocol2CodeConverter.asRange(range), newText);
  if (!(await workspace.applyEdit(edit))) return;
  const document = await workspace.openTextDocument(target);
  await document.save();
  if (isNew) await window.showTextDocument(document, { preview: false });
}
