import {
  commands,
  Disposable,
  DocumentLink,
  EventEmitter,
  languages,
  type TextDocumentContentProvider,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Requests } from '#protocol/messages.ts';
import type { EstateChanges } from '../panel/estate-changes.ts';
import { ask } from '../panel/requests.ts';
import { effectiveScheme } from './effective-scheme.ts';
import { ownersHere } from './owners-here.ts';

/** Typing changes the estate with every key; the document follows when the keys rest. */
const REST_MS = 300;

/**
 * MQSC: Show Effective Definitions. A document that nobody can write in: what all commands of a queue manager leave behind, with
 * links to where each value comes from. It follows the files.
 */
export function showEffectiveDefinitions(client: BaseLanguageClient, changes: EstateChanges): Disposable {
  const changed = new EventEmitter<Uri>();
  let rest: ReturnType<typeof setTimeout> | undefined;
  const followFiles = changes.listen(() => {
    clearTimeout(rest);
    rest = setTimeout(() => {
      for (const { uri } of workspace.textDocuments) if (uri.scheme === effectiveScheme) changed.fire(uri);
    }, REST_MS);
  });
  const provider: TextDocumentContentProvider = {
    onDidChange: changed.event,
    provideTextDocumentContent: async (uri) => {
      await changes.settled;
      const asked = questionOf(uri);
      return (
        (await ask(client, 'mqsc/effective', asked))?.text ?? `* No file defines ${asked.queueManager} any more.\n`
      );
    },
  };
  return Disposable.from(
    changed,
    followFiles,
    { dispose: () => clearTimeout(rest) },
    workspace.registerTextDocumentContentProvider(effectiveScheme, provider),
    languages.registerDocumentLinkProvider(
      { scheme: effectiveScheme },
      {
        provideDocumentLinks: async ({ uri }) => {
          const { asRange } = client.protocol2CodeConverter;
          const origins = (await ask(client, 'mqsc/effective', questionOf(uri)))?.origins ?? [];
          return origins.map(
            ({ range, uri: target, at }) =>
              new DocumentLink(
                asRange(range),
                Uri.parse(target).with({ fragment: `L${at.line + 1},${at.character + 1}` }),
              ),
          );
        },
      },
    ),
    commands.registerCommand('mqsc.showEffectiveDefinitions', async (given?: unknown) => {
      const asked = isQuestion(given) ? given : await pick(client, changes);
      if (asked === undefined) return;
      const document = await workspace.openTextDocument(uriOf(asked));
      await window.showTextDocument(document, { preview: false });
    }),
  );
}

type Question = Requests['mqsc/effective']['params'];

const uriOf = ({ queueManager, near }: Question): Uri =>
  Uri.from({
    scheme: effectiveScheme,
    path: `/${queueManager} (effective).mqsc`,
    query: JSON.stringify({ queueManager, near }),
  });

const questionOf = ({ query }: Uri): Question => JSON.parse(query) as Question;

const isQuestion = (given: unknown): given is Question =>
  typeof given === 'object' && given !== null && 'queueManager' in given && 'near' in given;

async function pick(client: BaseLanguageClient, changes: EstateChanges): Promise<Question | undefined> {
  await changes.settled;
  const here = await ownersHere(client);
  const near = here?.uri ?? null;
  if (here?.queueManagers[0] !== undefined && here.queueManagers.length === 1)
    return { queueManager: here.queueManagers[0], near };
  const { queueManagers } = await ask(client, 'mqsc/queueManagers', { near });
  const names = here === undefined || here.queueManagers.length === 0 ? queueManagers : here.queueManagers;
  if (names.length === 0) {
    void window.showInformationMessage('The open files belong to no queue manager.');
    return undefined;
  }
  const queueManager = await window.showQuickPick(names, {
    title: 'Show effective definitions',
    placeHolder: 'Queue manager',
  });
  return queueManager === undefined ? undefined : { queueManager, near };
}
