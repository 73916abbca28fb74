import type { Command, CommandBody, Document } from '#core/syntax/tree.ts';
import { type Span, type TextEdit, touches } from '#core/text/span.ts';
import { inCatalogueOrder } from './attribute-order.ts';
import { commandParts } from './command-parts.ts';
import type { FormatOptions } from './format-options.ts';
import { layOut } from './lay-out.ts';
import { ownContinuation } from './own-continuation.ts';
import { sameMeaning } from './same-meaning.ts';

/**
 * The edits that lay out the commands of a document, or those of them that lie in `within`; none when it is laid out already.
 * Comments, blank lines and text that is no MQSC stay where they are, and a command with a fault stays as it is, byte for byte.
 */
export function format(document: Document, options: FormatOptions, within?: Span): readonly TextEdit[] {
  const { source } = document;
  const text = document.text.whole();
  const edits: TextEdit[] = [];
  const lineBreak = lineBreakOf(text);
  for (const { form, margin, commands } of document.slices) {
    // Where YAML folds lines, they are not those that MQ will see.
    if (form !== 'lines') continue;
    for (const command of commands) {
      if (within && !meets(command, within)) continue;
      const span = linesOf(text, command);
      const lines = span && commandLines(command, margin, options);
      if (!span || !lines) continue;
      const { raw } = command.body;
      const newText = lines
        .map((line) => (line === '' ? '' : ' '.repeat(margin) + line))
        .join(raw.includes('\n') ? lineBreakOf(raw) : lineBreak);
      if (text.slice(span.start, span.end) !== newText) edits.push({ source, span, newText });
    }
  }
  return edits;
}

/** The command with the caret in it, and every one that a selection has a part of. */
const meets = (command: Command, within: Span): boolean =>
  touches(command, within.start) || (command.start < within.end && command.end > within.start);

/** The command's lines from their first column to their end; undefined when something else stands on them. */
function linesOf(text: string, command: Command): Span | undefined {
  let { start, end } = command;
  while (start > 0 && isBlank(text.charCodeAt(start - 1))) start--;
  while (isBlank(text.charCodeAt(end))) end++;
  const before = text.charCodeAt(start - 1);
  const behind = text.slice(end, end + 2);
  const isAlone = (start === 0 || before === LF || (start === 1 && before === BOM)) && /^(?:\r?\n|\r?$)/.test(behind);
  return isAlone ? { start, end } : undefined;
}

const BOM = 0xfeff;
const LF = 10;
const isBlank = (code: number): boolean => code === 32 || code === 9;

/** The command's lines as the options want them; undefined when it is to stay as it is. */
function commandLines(command: Command, margin: number, options: FormatOptions): readonly string[] | undefined {
  const { body } = command;
  if (body.problems.length > 0 || !isOfMq(body)) return undefined;
  const parts = commandParts(command, margin, options);
  if (!parts) return undefined;
  const groups = options.attributeOrder === 'catalogue' ? inCatalogueOrder(parts.groups, body) : parts.groups;
  const lines = layOut(
    { ...parts, groups },
    {
      ...options,
      continuation: options.continuation === 'keep' ? ownContinuation(body) : options.continuation,
      lines: body.raw.includes('\n') ? 'several' : 'one',
    },
  );
  // The last word has the reader: what would be read otherwise is not written.
  return sameMeaning(lines, body) ? lines : undefined;
}

/** A text that is no MQSC has other verbs and objects; END ends the script only when it stands on one line. */
const isOfMq = ({ verbName, objectName, raw }: CommandBody): boolean =>
  verbName !== undefined && (objectName !== undefined || /^(?:END|EXIT|QUIT)$/i.test(raw));

const lineBreakOf = (text: string): string => (text.charAt(text.indexOf('\n') - 1) === '\r' ? '\r\n' : '\n');
