import type { CodeActionParams, CodeAction as LspAction } from 'vscode-languageserver';
import type { Requests } from '#protocol/messages.ts';
import { actionKinds, isWanted } from './action-kinds.ts';
import { canonicalUri } from './canonical-uri.ts';
import type { Context } from './context.ts';
import { fileEdits } from './file-edits.ts';

type Asked = Requests['mqsc/renameInstance']['params'];
type Reply = Requests['mqsc/renameInstance']['result'];

/** Offers to rename one instance of a cluster queue alone; the client asks for the name and comes back with it. */
export function renameInstanceAction(
  { service, texts, client }: Context,
  { textDocument: { uri }, range, context: { only } }: CodeActionParams,
): LspAction[] {
  const wanted = isWanted(actionKinds.refactor, only);
  const source = canonicalUri(uri);
  const document = wanted && client.playsForward ? texts.document(source) : undefined;
  const instance = document && service.instanceAt(source, document.offsetAt(range.start));
  if (!instance) return [];
  const title = `Rename ${instance.queue} only on ${instance.queueManager}…`;
  const asked = { uri, ...range.start, ...instance };
  return [
    {
      title,
      kind: actionKinds.refactor,
      command: { title, command: 'mqsc.renameInstance', arguments: [asked] },
    },
  ];
}

export function renameInstance(context: Context, { uri, line, character, newName }: Asked): Reply {
  const { service, texts } = context;
  const source = canonicalUri(uri);
  const document = texts.document(source);
  if (document === undefined) return { refused: 'This file is not known to the MQSC language server.', edits: [] };
  const answer = service.rename(source, document.offsetAt({ line, character }), newName, 'one-instance');
  if (answer.kind === 'refused') return { refused: answer.reason, edits: [] };
  return { refused: null, edits: fileEdits(context, answer.edits) };
}
