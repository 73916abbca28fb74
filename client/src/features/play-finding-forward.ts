import { commands, type Diagnostic, type Disposable, languages, type TextDocument, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { PlanRequest } from '#protocol/messages.ts';
import type { Panels } from '../panel/panel.ts';

type Finding = Extract<PlanRequest, { of: 'finding' }>['finding'];

/** MQSC: Play Finding Forward. From a light bulb with the finding; from the palette it asks which one. */
export const playFindingForward = (panels: Panels, client: BaseLanguageClient): Disposable =>
  commands.registerCommand('mqsc.playFindingForward', async (given?: Finding) => {
    const finding = given ?? (await pick(client));
    if (finding !== undefined) await panels.run({ of: 'finding', finding });
  });

async function pick(client: BaseLanguageClient): Promise<Finding | undefined> {
  const editor = window.activeTextEditor;
  const found = editor === undefined ? [] : languages.getDiagnostics(editor.document.uri).filter(isPlayable);
  if (editor === undefined || found.length === 0) {
    void window.showInformationMessage('There is no finding about clones or ordering in this file to play forward.');
    return undefined;
  }
  const line = editor.selection.active.line;
  const items = found
    .map((diagnostic) => ({
      label: codeOf(diagnostic),
      description: `line ${diagnostic.range.start.line + 1}`,
      detail: diagnostic.message,
      diagnostic,
    }))
    .sort((one, other) => distance(one.diagnostic, line) - distance(other.diagnostic, line));
  const picked = await window.showQuickPick(items, { title: 'Play finding forward', placeHolder: 'Finding' });
  return picked === undefined ? undefined : findingOf(picked.diagnostic, editor.document, client);
}

const distance = (diagnostic: Diagnostic, line: number): number => Math.abs(diagnostic.range.start.line - line);

const codeOf = ({ code }: Diagnostic): string => String(typeof code === 'object' ? code.value : (code ?? ''));

/** Findings about clones and ordering are those that messages feel. */
const isPlayable = (diagnostic: Diagnostic): boolean => PLAYABLE.test(codeOf(diagnostic));

const PLAYABLE = /clone|order|affinity|bind-on-open|exclusive-consumer|groups-without|trigger-depth/;

const findingOf = (diagnostic: Diagnostic, document: TextDocument, client: BaseLanguageClient): Finding => ({
  code: codeOf(diagnostic),
  source: client.code2ProtocolConverter.asUri(document.uri),
  span: { start: document.offsetAt(diagnostic.range.start), end: document.offsetAt(diagnostic.range.end) },
});
