import { Disposable, StatusBarAlignment, type TextEditor, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { EstateChanges } from '../panel/estate-changes.ts';
import { ask } from '../panel/requests.ts';
import { effectiveScheme } from './effective-scheme.ts';

const REST_MS = 250;

/** The status bar names the queue manager that the text at the cursor belongs to, and says why. */
export function showOwner(client: BaseLanguageClient, changes: EstateChanges): Disposable {
  const item = window.createStatusBarItem('mqsc.owner', StatusBarAlignment.Right, 90);
  item.name = 'MQSC queue manager';
  let rest: ReturnType<typeof setTimeout> | undefined;

  const update = async (editor: TextEditor | undefined): Promise<void> => {
    if (editor === undefined || !holdsMqsc(editor)) return item.hide();
    const { line, character } = editor.selection.active;
    const uri = client.code2ProtocolConverter.asUri(editor.document.uri);
    const owner = await ask(client, 'mqsc/owner', { uri, line, character });
    if (editor !== window.activeTextEditor) return;
    if (owner === null) return item.hide();
    item.text = `$(server) ${owner.queueManagers.length === 0 ? 'no queue manager' : owner.queueManagers.join(', ')}`;
    item.tooltip = owner.reason;
    item.command = owner.queueManagers.length === 0 ? 'mqsc.assignFile' : 'mqsc.showEffectiveDefinitions';
    item.show();
  };
  const later = (): void => {
    clearTimeout(rest);
    rest = setTimeout(() => update(window.activeTextEditor).catch(() => item.hide()), REST_MS);
  };
  later();
  return Disposable.from(
    item,
    window.onDidChangeActiveTextEditor(later),
    window.onDidChangeTextEditorSelection(later),
    changes.listen(later),
    { dispose: () => clearTimeout(rest) },
  );
}

const holdsMqsc = ({ document }: TextEditor): boolean =>
  document.uri.scheme !== effectiveScheme && (document.languageId === 'mqsc' || document.languageId === 'yaml');
