import {
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type CodeAction as LspAction,
  type TextEdit as LspEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { CodeAction } from '#core/ide/answers.ts';
import type { TextEdit } from '#core/text/span.ts';
import { canonicalUri } from './canonical-uri.ts';
import type { Context } from './context.ts';

/** The light bulb: fixes of findings, assists, and the command that plays a finding forward. */
export function codeActions(context: Context, { textDocument, range, context: asked }: CodeActionParams): LspAction[] {
  const source = canonicalUri(textDocument.uri);
  const document = context.texts.document(source);
  if (document === undefined) return [];
  const within = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const wanted = asked.only;
  return context.service
    .codeActions(source, within)
    .filter((action) => action.playForward === undefined || context.client.playsForward)
    .filter(({ kind }) => wanted === undefined || wanted.some((only) => kind === only || kind.startsWith(`${only}.`)))
    .map((action) => convert(context, action, asked.diagnostics, source));
}

function convert(context: Context, action: CodeAction, shown: readonly Diagnostic[], source: string): LspAction {
  const fixed = action.fixes && shown.filter((diagnostic) => isFixedBy(context, action, diagnostic, source));
  return {
    title: action.title,
    kind: action.kind === 'quickfix' ? CodeActionKind.QuickFix : CodeActionKind.Refactor,
    ...(fixed !== undefined && fixed.length > 0 && { diagnostics: fixed }),
    ...(action.isPreferred && { isPreferred: true }),
    ...(action.playForward === undefined
      ? { edit: workspaceEdit(context, action.edits) }
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

function workspaceEdit({ texts, client }: Context, edits: readonly TextEdit[]): WorkspaceEdit {
  const sources = [...new Set(edits.map(({ source }) => source))];
  const files = sources.map((source) => ({
    uri: texts.uriOf(source),
    version: texts.version(source) ?? null,
    edits: edits
      .filter((edit) => edit.source === source)
      .map(({ span, newText }): LspEdit => ({ range: texts.rangeOf(source, span), newText })),
  }));
  if (!client.takesVersionedEdits)
    return { changes: Object.fromEntries(files.map(({ uri, edits: list }) => [uri, list])) };
  return {
    documentChanges: files.map(({ uri, version, edits: list }) => ({ textDocument: { uri, version }, edits: list })),
  };
}
