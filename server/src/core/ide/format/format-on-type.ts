import { changeDocument } from '#core/sources/change-document.ts';
import type { Command, Document } from '#core/syntax/tree.ts';
import type { SourceText } from '#core/text/source-text.ts';
import { type Span, span, type TextEdit } from '#core/text/span.ts';
import type { FormatOptions } from './format-options.ts';
import { ownContinuation } from './own-continuation.ts';

/**
 * What Enter asks for, when `offset` is where it left the caret: inside a command the line above is continued and the new one
 * indented; behind a command that is complete the indentation of its last line goes.
 */
export function formatOnType(document: Document, offset: number, options: FormatOptions): readonly TextEdit[] {
  const lines = linesAround(document.text, offset);
  if (!lines || lines.above.trim() === '' || lines.above.trimStart().startsWith('*')) return [];
  const { source } = document;
  const isContinued = isContinuedLine(lines.above);
  // A break without continuation ends the command, so that one is looked for which stood there before the break.
  const before = isContinued
    ? document
    : changeDocument(document, [{ span: span(lines.aboveEnd, offset), newText: '' }]);
  const found = commandBefore(before, lines.aboveEnd);
  if (!found) return [];
  const { command, margin } = found;
  const place = placeIn(command, isContinued ? lines.aboveEnd - 1 : lines.aboveEnd);
  const firstLine = lineAt(before.text, command.start);
  if (place.kind === 'behind') {
    const edit = isContinued ? undefined : replace(source, document.text, lines.indentation, indentOf(firstLine.text));
    return edit ? [edit] : [];
  }

  const mark = options.continuation === 'keep' ? ownContinuation(command.body) : options.continuation;
  const endsWith = isContinued ? lines.above.trimEnd().slice(-1) : mark;
  const isFirst = firstLine.start === lines.aboveStart;
  const outside = isFirst ? indentOfNext(command, firstLine.text, options.indent) : indentOf(lines.above).length;
  const inside = place.open !== undefined ? place.open + 1 - lines.aboveStart : 0;
  // After `-` a string goes on in the first column. An element of a list stands below the others of its line.
  const column = place.kind === 'string' && endsWith === '-' ? margin : inside > 0 ? inside : outside;
  const edits = [
    isContinued ? undefined : continuation(document, lines, place.kind, mark, offset),
    replace(source, document.text, lines.indentation, ' '.repeat(column)),
  ];
  return edits.filter((edit) => edit !== undefined);
}

/** The line that Enter made and the one above it; undefined when the offset is not at the start of a line's text. */
interface LinesAround {
  readonly above: string;
  readonly aboveStart: number;
  /** Before the line break. */
  readonly aboveEnd: number;
  /** From the new line's first column to its first character that is no blank. */
  readonly indentation: Span;
}

function linesAround(text: SourceText, offset: number): LinesAround | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  if (lineStart === 0) return undefined;
  const blanks = indentOf(lineAt(text, lineStart).text).length;
  if (offset > lineStart + blanks) return undefined;
  const { start: aboveStart, text: above } = lineAt(text, lineStart - 1);
  return { above, aboveStart, aboveEnd: aboveStart + above.length, indentation: span(lineStart, lineStart + blanks) };
}

/** The line that holds an offset, without its end. */
function lineAt(text: SourceText, offset: number): { readonly start: number; readonly text: string } {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return { start, text: text.slice(start, end < 0 ? text.length : end).replace(/\r$/, '') };
}

/** The `+` at the end of `+QMNAME+` is the insert's. */
const isContinuedLine = (line: string): boolean => /[+-][ \t]*$/.test(line) && !/\+[A-Za-z_]\w*\+[ \t]*$/.test(line);

const indentOf = (line: string): string => /^[ \t]*/.exec(line)?.[0] ?? '';

/** The command that begins before the offset and reaches it. */
function commandBefore(document: Document, offset: number) {
  for (const { form, margin, commands } of document.slices) {
    // Where YAML folds lines, they are not those that MQ will see.
    if (form !== 'lines') continue;
    const command = commands.findLast(({ start }) => start < offset);
    if (command && command.end >= offset) return { command, margin };
  }
  return undefined;
}

interface Place {
  readonly kind: 'gap' | 'word' | 'string' | 'behind';
  /** Of the parenthesis around the place. */
  readonly open: number | undefined;
}

/** What stands at a place of a command. */
function placeIn({ start, end, body }: Command, offset: number): Place {
  const at = offset - start;
  const around = body.parameters.findLast(
    ({ value, span: { end: close } }) =>
      value && value.inner.start <= at && (at < close || body.raw.charAt(close - 1) !== ')'),
  );
  const openAt = around ? body.raw.indexOf('(', around.keywordSpan.end) : -1;
  const open = openAt >= 0 && openAt < at ? start + openAt : undefined;
  const isOpen = (code: string) => body.problems.some((one) => one.code === code && one.span.start <= at);
  if (isOpen('unterminated-string')) return { kind: 'string', open };
  const item = around?.value?.items.find((one) => one.span.start < at && at < one.span.end);
  if (item) return { kind: item.kind === 'word' ? 'word' : 'string', open };
  return { kind: offset >= end && !isOpen('unbalanced-parenthesis') ? 'behind' : 'gap', open };
}

/** How far the lines below a command's first one are indented: as they are already, or as the options say. */
function indentOfNext({ body }: Command, firstLine: string, indent: number): number {
  const first = indentOf(firstLine).length;
  const next = body.raw
    .split('\n')
    .slice(1)
    .find((line) => line.trim() !== '' && !line.trimStart().startsWith('*'));
  const own = next === undefined ? 0 : indentOf(next).length;
  return own > first ? own : first + indent;
}

function continuation(
  { source, text }: Document,
  { above, aboveEnd, indentation }: LinesAround,
  kind: Place['kind'],
  mark: '+' | '-',
  offset: number,
): TextEdit {
  if (kind === 'gap')
    return { source, span: span(aboveEnd - above.length + above.trimEnd().length, aboveEnd), newText: ` ${mark}` };
  // Blanks behind the caret belong to the string; at the start of a line they would be lost.
  const blanks = kind === 'string' ? text.slice(offset, indentation.end) : '';
  return { source, span: span(aboveEnd, aboveEnd), newText: blanks + mark };
}

function replace(source: string, text: SourceText, at: Span, newText: string): TextEdit | undefined {
  return text.slice(at.start, at.end) === newText ? undefined : { source, span: at, newText };
}
