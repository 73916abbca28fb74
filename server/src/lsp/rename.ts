import {
  LSPErrorCodes,
  type Range,
  type RenameParams,
  ResponseError,
  type TextDocumentPositionParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Context } from './context.ts';
import { placeOf } from './place-of.ts';
import { workspaceEdit } from './workspace-edit.ts';

/** The name under the caret, for the editor's input box; an error with the reason when it cannot be renamed. */
export function prepareRename(
  { service, texts }: Context,
  params: TextDocumentPositionParams,
): { range: Range; placeholder: string } | ResponseError<void> | null {
  const place = placeOf(texts, params);
  if (place === undefined) return null;
  const answer = service.prepareRename(place.source, place.offset);
  if (answer.kind === 'refused') return new ResponseError(LSPErrorCodes.RequestFailed, answer.reason);
  return { range: texts.rangeOf(place.source, answer.span), placeholder: answer.name };
}

export function rename(context: Context, params: RenameParams): WorkspaceEdit | ResponseError<void> | null {
  const place = placeOf(context.texts, params);
  if (place === undefined) return null;
  const answer = context.service.rename(place.source, place.offset, params.newName);
  if (answer.kind === 'refused') return new ResponseError(LSPErrorCodes.RequestFailed, answer.reason);
  if (answer.remarks.length > 0) context.tell(answer.remarks.join(' '));
  return workspaceEdit(context, answer.edits);
}
