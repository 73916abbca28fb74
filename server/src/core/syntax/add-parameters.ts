import { type Span, span } from '#core/text/span.ts';
import { type Command, type CommandBody, type Parameter, spanIn } from './tree.ts';

/** A change of one source's text. */
export interface TextChange {
  readonly span: Span;
  readonly newText: string;
}

/**
 * Adds parameters behind the last one that is not REPLACE. A command on one line stays on one line; one that is continued
 * gets a line more for each, with the indent and the continuation that its other lines have, in their column where a
 * listing for z/OS keeps to one; `lines` makes lines of a command that is on one. Keywords follow the command's case. Undefined when there is nothing to write behind.
 */
export function addParameters(command: Command, texts: readonly string[], lines?: AddedLines): TextChange | undefined {
  const { raw, parameters } = command.body;
  const anchor = parameters.findLast((p) => !isReplace(p)) ?? parameters.at(-1);
  if (!anchor) return undefined;
  const cased = texts.map((text) => inCaseOfCommand(command.body, text));
  const { end } = spanIn(command, anchor.span);
  const layout = layoutOf(raw) ?? (lines && { ...lines, isAligned: false, sign: () => ' +' });
  if (!layout) return { span: span(end, end), newText: cased.map((text) => ` ${text}`).join('') };
  const lineStart = raw.lastIndexOf('\n', anchor.span.start - 1) + 1;
  const indent = lineStart === 0 ? layout.indent : indentAt(raw, lineStart);
  let length = anchor.span.end - lineStart;
  let newText = '';
  for (const text of cased) {
    newText += `${layout.sign(length)}${layout.lineEnd}${indent}${text}`;
    length = indent.length + text.length;
  }
  const follows = layout.isAligned ? /^[ \t]*[+-](?=[ \t]*\r?\n)/.exec(raw.slice(anchor.span.end)) : null;
  if (!follows) return { span: span(end, end), newText };
  return { span: span(end, end + follows[0].length), newText: newText + layout.sign(length) };
}

/** How the lines begin and end that a command on one line is continued with. */
export type AddedLines = Pick<Layout, 'lineEnd' | 'indent'>;

/** Unquoted text in lower case where the command is written so: MQ folds it to upper case; what stands in quotes is kept. */
export const inCaseOfCommand = ({ verb }: CommandBody, text: string): string =>
  verb !== undefined && verb.text === verb.text.toLowerCase()
    ? text.replace(/'(?:[^']|'')*'|[^']+/g, (part) => (part.startsWith("'") ? part : part.toLowerCase()))
    : text;

const isReplace = ({ keyword }: Parameter): boolean => keyword === 'REPLACE' || keyword === 'NOREPLACE';

/** How a continued command goes from one line to the next; undefined for a command that is not continued. */
interface Layout {
  readonly isAligned: boolean;
  /** The blanks and the continuation character that end a line of so many characters. */
  readonly sign: (length: number) => string;
  readonly lineEnd: string;
  readonly indent: string;
}

const layoutOf = (raw: string): Layout | undefined => {
  const continued = /^(.*?)([ \t]*)([+-])[ \t]*(\r?\n)/m.exec(raw);
  if (!continued) return undefined;
  const [, text = '', blanks = '', character = '+', lineEnd = '\n'] = continued;
  const isAligned = blanks.length > 4;
  const column = text.length + blanks.length;
  return {
    isAligned,
    sign: (length) => (isAligned ? ' '.repeat(Math.max(1, column - length)) : blanks || ' ') + character,
    lineEnd,
    indent: /\n([ \t]*)(?=[^\s*])/.exec(raw)?.[1] ?? '',
  };
};

const indentAt = (raw: string, lineStart: number): string => /^[ \t]*/.exec(raw.slice(lineStart))?.[0] ?? '';
