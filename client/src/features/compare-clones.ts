import { commands, type Disposable, type QuickPickItem, QuickPickItemKind, type TextEditor, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { CompareRequest, Requests } from '#protocol/messages.ts';
import type { ComparePanel } from '../panel/compare-panel.ts';
import { ask } from '../panel/requests.ts';

/** MQSC: Compare Clones. From a lens, a hover or the estate with the queue, else asks for it; the one at the cursor comes first. */
export const compareClones = (panel: ComparePanel, client: BaseLanguageClient): Disposable =>
  commands.registerCommand('mqsc.compareClones', async (given?: unknown) => {
    const request = isRequest(given) ? given : await pick(client);
    if (request !== undefined) await panel.show(request);
  });

/** What a menu of the editor hands over is something else. */
const isRequest = (given: unknown): given is CompareRequest =>
  typeof given === 'object' && given !== null && 'name' in given && 'cluster' in given && 'kind' in given;

type Listing = Requests['mqsc/clones']['result']['clones'][number];

interface Item extends QuickPickItem {
  readonly clone?: Listing;
}

async function pick(client: BaseLanguageClient): Promise<CompareRequest | undefined> {
  const editor = window.activeTextEditor;
  const near = editor === undefined ? null : client.code2ProtocolConverter.asUri(editor.document.uri);
  const { clones, here } = await ask(client, 'mqsc/clones', placeOf(editor, near));
  if (clones.length === 0) {
    void window.showInformationMessage('The open files define no queue or topic in a cluster, so there are no clones.');
    return undefined;
  }
  const isHere = (one: Listing) =>
    here.some(({ kind, name, cluster }) => kind === one.kind && name === one.name && cluster === one.cluster);
  const items: Item[] = [
    ...group('At the cursor', clones.filter(isHere)),
    ...group(
      'Differ',
      clones.filter((one) => !isHere(one) && one.differing > 0),
    ),
    ...group(
      'Others',
      clones.filter((one) => !isHere(one) && one.differing === 0),
    ),
  ];
  const picked = await window.showQuickPick(items, {
    title: 'Compare clones',
    placeHolder: 'Cluster queue or topic',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked?.clone === undefined) return undefined;
  const { kind, name, cluster } = picked.clone;
  return { kind, name, cluster, near };
}

function placeOf(editor: TextEditor | undefined, uri: string | null): Requests['mqsc/clones']['params'] {
  if (editor === undefined || uri === null) return null;
  const { line, character } = editor.selection.active;
  return { uri, line, character };
}

const group = (label: string, clones: readonly Listing[]): readonly Item[] =>
  clones.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...clones.map(itemOf)];

function itemOf(clone: Listing): Item {
  const { kind, name, cluster, queueManagers, differing } = clone;
  const differs = differing === 0 ? '' : `, ${differing} ${differing === 1 ? 'differs' : 'differ'}`;
  return {
    label: `${differing > 0 ? '$(warning) ' : ''}${name}`,
    description: `${kind === 'topic' ? 'topic in ' : ''}${cluster}${differs}`,
    detail: `on ${queueManagers.join(', ')}`,
    clone,
  };
}
