import type { SourceId, TextEdit } from '#core/text/span.ts';
import { endOfEscape } from './escapes.ts';
import { type Document, isQuoted, type Slice } from './tree.ts';

/**
 * The edits of one change, written as the quoted scalars of YAML that they touch want them: MQSC's quotes doubled in single quotes,
 * escapes in double ones. Undefined when one of them cannot be: it begins or ends inside an escape, reaches out of its scalar, or needs a
 * line break where none can be written. Edits of other text stay as they are.
 */
export function encodeEdits(
  edits: readonly TextEdit[],
  documents: ReadonlyMap<SourceId, Document>,
): readonly TextEdit[] | undefined {
  if (!edits.some(({ source }) => documents.get(source)?.slices.some(isQuoted))) return edits;
  const encoded: TextEdit[] = [];
  for (const edit of edits) {
    const document = documents.get(edit.source);
    const one = document?.slices.some(isQuoted) ? encodeEdit(edit, document) : edit;
    if (!one) return undefined;
    encoded.push(one);
  }
  return encoded;
}

function encodeEdit(edit: TextEdit, document: Document): TextEdit | undefined {
  const { start, end } = edit.span;
  const slice = document.slices.find((one) => isQuoted(one) && one.span.start <= end && start <= one.span.end);
  if (!slice) return edit;
  if (start < slice.span.start || end > slice.span.end) return undefined;
  const text = document.text.whole();
  if (splitsEscape(text, slice, start) || splitsEscape(text, slice, end)) return undefined;
  const newText = encoded(edit.newText, slice.form);
  return newText === undefined ? undefined : { ...edit, newText };
}

/** The text as a quoted scalar must write it; undefined where it cannot. Text in lines or folded stays as it is. */
export function encoded(text: string, form: Slice['form']): string | undefined {
  if (form === 'single-quoted') return /[\r\n]/.test(text) ? undefined : text.replaceAll("'", "''");
  if (form === 'double-quoted') return text.replace(/["\\]/g, '\\$&').replaceAll('\r', '').replaceAll('\n', '\\n');
  return text;
}

/** Whether the offset lies inside an escape, so that nothing can begin or end there. */
export function splitsEscape(text: string, { span, form }: Slice, offset: number): boolean {
  const mark = form === 'double-quoted' ? '\\' : "''";
  for (let at = text.indexOf(mark, span.start); at >= 0 && at < offset; ) {
    const end = mark === '\\' ? endOfEscape(text, at) : at + 2;
    if (offset < end) return true;
    at = text.indexOf(mark, end);
  }
  return false;
}
