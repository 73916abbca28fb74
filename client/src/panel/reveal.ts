import { commands, type ExtensionContext, Range, Uri, ViewColumn, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Requests } from '#protocol/messages.ts';
import { ask } from './requests.ts';

/** Shows a place of the core in its file, beside the page that asked for it. */
export async function reveal(at: Requests['mqsc/locate']['params'], client: BaseLanguageClient): Promise<void> {
  const place = await ask(client, 'mqsc/locate', at);
  if (place === null) {
    void window.showInformationMessage('That place is no longer in the files.');
    return;
  }
  const { start, end } = place.range;
  const selection = new Range(start.line, start.character, end.line, end.character);
  const uri = client.protocol2CodeConverter.asUri(place.uri);
  await window.showTextDocument(uri, { selection, viewColumn: columnBesidePanel() });
}

/** Where the text was before the panel opened beside it. */
export const columnBesidePanel = (): ViewColumn => window.visibleTextEditors[0]?.viewColumn ?? ViewColumn.One;

/** Shows the page of a rule. */
export async function openRule(code: string, context: ExtensionContext): Promise<void> {
  const page = Uri.joinPath(context.extensionUri, 'docs', 'rules', `${code}.md`);
  await commands.executeCommand('markdown.showPreview', page);
}
