import type { TextEdit } from '#core/text/span.ts';
import type { FileEdit } from '#protocol/messages.ts';
import type { Context } from './context.ts';

/** Edits as the client's own commands apply them. */
export const fileEdits = ({ texts }: Context, edits: readonly TextEdit[]): FileEdit[] =>
  edits.map(({ source, span, newText }) => ({ uri: texts.uriOf(source), range: texts.rangeOf(source, span), newText }));
