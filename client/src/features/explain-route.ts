import { commands, type Disposable, type QuickPickOptions, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Requests } from '#protocol/messages.ts';
import type { Panels } from '../panel/panel.ts';
import { ask } from '../panel/requests.ts';

type Question = Requests['mqsc/explain']['params'];

/** The whole question, or the queue alone. */
type Given = Omit<Question, 'from'> & { readonly from?: string };

/** MQSC: Explain Route… */
export const explainRoute = (panels: Panels, client: BaseLanguageClient): Disposable =>
  commands.registerCommand('mqsc.explainRoute', async (given?: Given) => {
    const question = given?.from === undefined ? await pick(client, given?.queue) : { ...given, from: given.from };
    if (question !== undefined) await panels.explain(question);
  });

async function pick(client: BaseLanguageClient, given: string | undefined): Promise<Question | undefined> {
  const { queueManagers, clusterQueues } = await ask(client, 'mqsc/names', null);
  if (queueManagers.length === 0 || clusterQueues.length === 0) {
    void window.showInformationMessage('The open files define no queue in a cluster, so there is no route to explain.');
    return undefined;
  }
  // The panel takes the focus back between two questions, which must not end them.
  const asking = { title: 'Explain route', ignoreFocusOut: true };
  const queue = given ?? (await pickQueue(clusterQueues, asking));
  if (queue === undefined) return undefined;
  const from = await window.showQuickPick(queueManagers, {
    ...asking,
    placeHolder: 'Queue manager that the application is connected to',
  });
  if (from === undefined) return undefined;
  const bind = await window.showQuickPick(BINDS, { ...asking, placeHolder: 'How it binds' });
  return bind === undefined ? undefined : { from, queue, bind: bind.bind };
}

async function pickQueue(
  clusterQueues: Requests['mqsc/names']['result']['clusterQueues'],
  asking: QuickPickOptions,
): Promise<string | undefined> {
  const picked = await window.showQuickPick(
    clusterQueues.map((one) => ({
      label: one.queue,
      description: one.cluster,
      detail: `on ${one.instances.join(', ')}`,
    })),
    { ...asking, placeHolder: 'Queue that an application opens', matchOnDetail: true },
  );
  return picked?.label;
}

const BINDS = [
  { label: 'As the queue says', description: 'MQOO_BIND_AS_Q_DEF', bind: 'as-q-def' },
  { label: 'On open', description: 'MQOO_BIND_ON_OPEN', bind: 'on-open' },
  { label: 'Not fixed', description: 'MQOO_BIND_NOT_FIXED', bind: 'not-fixed' },
  { label: 'For each group', description: 'MQOO_BIND_ON_GROUP', bind: 'on-group' },
] as const;
