import { CodeActionKind, type CodeActionParams, type CodeAction as LspAction } from 'vscode-languageserver';
import type { CompareRequest } from '#protocol/messages.ts';
import { isWanted } from './action-kinds.ts';
import { canonicalUri } from './canonical-uri.ts';
import type { Context } from './context.ts';

/** On a finding about clones: shows all of them side by side. */
export function compareAction(
  { service, texts, client }: Context,
  { textDocument: { uri }, range, context: { only, diagnostics } }: CodeActionParams,
): LspAction[] {
  const source = canonicalUri(uri);
  const isShown = client.playsForward && isWanted(CodeActionKind.QuickFix, only);
  const document = isShown ? texts.document(source) : undefined;
  if (!document) return [];
  const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  const finding = service
    .findings(source)
    .find(
      ({ group, at, subject }) =>
        group === 'clones' && subject?.queue !== undefined && at.span.start <= end && start <= at.span.end,
    );
  const [of] = finding ? service.clonesAt(source, finding.at.span.start) : [];
  if (!finding || !of) return [];
  const title = `Compare the instances of ${of.name}`;
  const request: CompareRequest = { ...of, near: uri };
  return [
    {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: diagnostics.filter(({ code }) => code === finding.code),
      command: { title, command: 'mqsc.compareClones', arguments: [request] },
    },
  ];
}
