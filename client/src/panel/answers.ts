import { type ExtensionContext, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { FromPanel } from '#protocol/messages.ts';
import { ask } from './requests.ts';
import { columnBesidePanel, openRule, reveal } from './reveal.ts';

/** Does in the editor what the panel asks for. */
export async function answerPanel(
  message: Exclude<FromPanel, { type: 'ready' }>,
  context: ExtensionContext,
  client: BaseLanguageClient,
): Promise<void> {
  switch (message.type) {
    case 'reveal':
      return reveal(message.at, client);
    case 'saveScenario':
      return saveScenario(message.plan, client);
    case 'openRule':
      return openRule(message.code, context);
    case 'state':
      // The panel keeps its own state with the editor; nothing is left to do here.
      return;
  }
}

type Message<T extends FromPanel['type']> = Extract<FromPanel, { type: T }>;

async function saveScenario(plan: Message<'saveScenario'>['plan'], client: BaseLanguageClient): Promise<void> {
  const { text } = await ask(client, 'mqsc/scenarioText', { plan });
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const name = `${fileName(plan.name)}.mqsim.yaml`;
  const target = await window.showSaveDialog({
    ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, name) }),
    filters: { Scenario: ['yaml'] },
    title: 'Save as scenario',
  });
  if (target === undefined) return;
  await workspace.fs.writeFile(target, new TextEncoder().encode(text));
  await window.showTextDocument(target, { viewColumn: columnBesidePanel() });
}

const fileName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'scenario';
