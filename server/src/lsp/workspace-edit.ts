import type { TextEdit as LspEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { TextEdit } from '#core/text/span.ts';
import type { Context } from './context.ts';

/** Edits of any number of files, with the versions of open documents where the client takes them. */
export function workspaceEdit({ texts, client }: Context, edits: readonly TextEdit[]): WorkspaceEdit {
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

/** Edits with `${1:…}` in them; where the client cannot stop there, the place stays empty. */
export function snippetEdit(context: Context, edits: readonly TextEdit[]): WorkspaceEdit {
  const { texts, client } = context;
  if (!client.takesSnippetEdits)
    return workspaceEdit(
      context,
      edits.map((edit) => ({ ...edit, newText: edit.newText.replace(/\$\{\d+:[^}]*\}/g, '') })),
    );
  return {
    documentChanges: edits.map(({ source, span, newText }) => ({
      textDocument: { uri: texts.uriOf(source), version: texts.version(source) ?? null },
      edits: [{ range: texts.rangeOf(source, span), snippet: { kind: 'snippet', value: newText } }],
    })),
  };
}
