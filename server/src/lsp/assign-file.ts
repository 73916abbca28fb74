import { CodeActionKind, type CodeActionParams, type CodeAction as LspAction } from 'vscode-languageserver';
import type { Requests } from '#protocol/messages.ts';
import { canonicalUri } from './canonical-uri.ts';
import type { Context } from './context.ts';

type Asked = Requests['mqsc/assignFile']['params'];
type Reply = Requests['mqsc/assignFile']['result'];

/** Where nothing tells whose commands these are, the light bulb asks. */
export function assignFileAction(
  { service, texts, client }: Context,
  { textDocument: { uri }, range, context: { only, diagnostics } }: CodeActionParams,
): LspAction[] {
  const wanted = only === undefined || only.includes(CodeActionKind.QuickFix);
  const source = canonicalUri(uri);
  const document = wanted && client.playsForward ? texts.document(source) : undefined;
  if (!document) return [];
  const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  const isHere = service
    .findings(source)
    .some(({ code, at }) => code === rule && at.span.start <= end && start <= at.span.end);
  if (!isHere) return [];
  const title = 'Assign file to queue manager…';
  return [
    {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: diagnostics.filter(({ code }) => code === rule),
      command: { title, command: 'mqsc.assignFile', arguments: [uri] },
    },
  ];
}

const rule = 'queue-manager-unknown';

export function assignFile({ service, texts }: Context, { uri, queueManager, folder }: Asked): Reply {
  const answer = service.assignFile(canonicalUri(uri), queueManager, canonicalUri(folder));
  const reply = {
    refused: null,
    estateFile: texts.uriOf(answer.estateFile),
    isNew: texts.document(answer.estateFile) === undefined,
    edits: [],
    staysWith: [],
  };
  if (answer.kind === 'refused') return { ...reply, refused: answer.reason };
  const atStart = { line: 0, character: 0 };
  return {
    ...reply,
    edits: answer.edits.map(({ source, span, newText }) => ({
      range: reply.isNew ? { start: atStart, end: atStart } : texts.rangeOf(source, span),
      newText,
    })),
    staysWith: [...answer.staysWith],
  };
}

export function firstEstateFile(
  { service, texts }: Context,
  { folder }: Requests['mqsc/firstEstateFile']['params'],
): Requests['mqsc/firstEstateFile']['result'] {
  const answer = service.firstEstateFile(canonicalUri(folder));
  return {
    estateFile: texts.uriOf(answer.estateFile),
    isThere: answer.kind === 'there',
    text: answer.kind === 'new' ? (answer.text ?? null) : null,
  };
}
