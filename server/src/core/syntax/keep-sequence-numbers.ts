import type { SourceText } from '#core/text/source-text.ts';
import type { SourceId, TextEdit } from '#core/text/span.ts';
import { sequenceNumber } from './sequence-number.ts';
import type { Document } from './tree.ts';

/**
 * The edits of one change, and as many blanks more or less before the sequence numbers of z/OS records that they would move. A line that
 * has not enough blanks, or that gets line breaks, is left to the finding that says so.
 */
export function keepSequenceNumbers(
  edits: readonly TextEdit[],
  documents: ReadonlyMap<SourceId, Document>,
): readonly TextEdit[] {
  const lines = new Map<string, { readonly start: number; readonly source: SourceId; readonly edits: TextEdit[] }>();
  for (const edit of edits) {
    const document = documents.get(edit.source);
    if (document?.kind !== 'mqsc' && document?.kind !== 'job') continue;
    const start = document.text.lastIndexOf('\n', edit.span.start - 1) + 1;
    const key = `${start} ${edit.source}`;
    const line = lines.get(key) ?? { start, source: edit.source, edits: [] };
    line.edits.push(edit);
    lines.set(key, line);
  }
  const added: TextEdit[] = [];
  for (const { start, source, edits: inLine } of lines.values()) {
    const text = documents.get(source)?.text;
    const blanks = text && blanksFor(text, start, inLine);
    if (blanks) added.push({ source, ...blanks });
  }
  return added.length > 0 ? [...edits, ...added] : edits;
}

/** The change of the blanks before the number of the line that begins at `start`; undefined when it has none or needs none. */
function blanksFor(text: SourceText, start: number, edits: readonly TextEdit[]): Omit<TextEdit, 'source'> | undefined {
  const lineBreak = text.indexOf('\n', start);
  const line = text.slice(start, lineBreak < 0 ? text.length : lineBreak).replace(/\r$/, '');
  const number = sequenceNumber(line, 0, line.length);
  if (number?.place !== 'columns') return undefined;
  const at = start + number.start;
  const grown = edits.reduce((sum, { span, newText }) => sum + newText.length - (span.end - span.start), 0);
  const room = grown > 0 ? grown : 0;
  const isPlain = edits.every(({ span, newText }) => span.end <= at - room && !newText.includes('\n'));
  if (!isPlain || grown === 0) return undefined;
  if (grown < 0) return { span: { start: at, end: at }, newText: ' '.repeat(-grown) };
  const blanks = line.slice(0, number.start).length - line.slice(0, number.start).trimEnd().length;
  return blanks < grown ? undefined : { span: { start: at - grown, end: at }, newText: '' };
}
