import type { CodeActionParams, Diagnostic, CodeAction as LspAction } from 'vscode-languageserver';
import type { CodeAction } from '#core/ide/answers.ts';
import { actionKinds, isWanted } from './action-kinds.ts';
import { assignFileAction } from './assign-file.ts';
import { canonicalUri } from './canonical-uri.ts';
import { compareAction } from './compare-action.ts';
import type { Context } from './context.ts';
import { fixAllActions } from './fix-all.ts';
import { renameInstanceAction } from './rename-instance.ts';
import { snippetEdit, workspaceEdit } from './workspace-edit.ts';

/** The light bulb: fixes of findings, assists, and the command that plays a finding forward. */
export function codeActions(context: Context, params: CodeActionParams): LspAction[] {
  const { textDocument, range, context: asked } = params;
  const source = canonicalUri(textDocument.uri);
  const document = context.texts.document(source);
  if (document === undefined) return [];
  const within = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const wanted = asked.only;
  const actions = context.service
    .codeActions(source, within)
    .filter((action) => action.playForward === undefined || context.client.playsForward)
    .filter(({ kind }) => isWanted(actionKinds[kind], wanted))
    .map((action) => convert(context, action, asked.diagnostics, source));
  return [
    ...actions,
    ...compareAction(context, params),
    ...fixAllActions(context, params),
    ...assignFileAction(context, params),
    ...renameInstanceAction(context, params),
  ];
}

function convert(context: Context, action: CodeAction, shown: readonly Diagnostic[], source: string): LspAction {
  const fixed = action.fixes && shown.filter((diagnostic) => isFixedBy(context, action, diagnostic, source));
  return {
    title: action.title,
    kind: actionKinds[action.kind],
    ...(fixed !== undefined && fixed.length > 0 && { diagnostics: fixed }),
    ...(action.isPreferred && { isPreferred: true }),
    ...(action.playForward === undefined
      ? { edit: action.hasStops ? snippetEdit(context, action.edits) : workspaceEdit(context, action.edits) }
      : {
          command: {
            title: action.title,
            command: 'mqsc.playFindingForward',
            arguments: [action.playForward],
          },
        }),
  };
}

function isFixedBy({ texts }: Context, { fixes }: CodeAction, diagnostic: Diagnostic, source: string): boolean {
  if (fixes === undefined || fixes.code !== diagnostic.code) return false;
  const { start, end } = texts.rangeOf(source, fixes.span);
  const { range } = diagnostic;
  return (
    range.start.line === start.line &&
    range.start.character === start.character &&
    range.end.line === end.line &&
    range.end.character === end.character
  );
}
