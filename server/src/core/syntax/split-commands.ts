import type { Span } from '#core/text/span.ts';
import { beginsCommand } from './begins-command.ts';
import {
  commandAfterEnd,
  continuedIntoCommand,
  continuedIntoNothing,
  foreignComment,
  indentedComment,
  lineTooLong,
  longestLine,
  numberMoved,
  tooManyCommands,
  trailingComment,
} from './layout-problems.ts';
import { sequenceNumber } from './sequence-number.ts';
import { templateCommentEnd } from './template-comment.ts';
import type { LayoutProblem } from './tree.ts';

/** What the lines of a script say before any command is read. All offsets are those of the text that was split. */
export interface SplitText {
  readonly commands: readonly CommandRange[];
  /** Comment lines, those inside continued commands included, without line end and indentation. */
  readonly comments: readonly Span[];
  readonly problems: readonly LayoutProblem[];
  /** The END, EXIT or QUIT after which nothing is run. */
  readonly endsAt: Span | undefined;
  /** Where splitting stopped: the end of the range, or the first place that `stopAt` accepted. */
  readonly stoppedAt: number;
}

export interface CommandRange {
  readonly start: number;
  /** After the last character, a `;` included. */
  readonly end: number;
  /**
   * From and to of each piece that makes up the command's text once continuation and comments are taken out.
   * Undefined when the characters between `start` and `end` are the command's text as they stand.
   */
  readonly pieces: readonly number[] | undefined;
  readonly leadingComments: readonly Span[];
}

/**
 * Splits a script into commands, line by line (IBM: Building command scripts). A line that ends in `+` or `-` goes on in the next
 * line that is neither blank nor comment: after `+` at its first character that is no blank, after `-` in its first column.
 * `stopAt` is asked at the start of each line that depends on no line before it.
 */
export function splitCommands(
  text: string,
  from = 0,
  to: number = text.length,
  stopAt: (offset: number) => boolean = () => false,
): SplitText {
  const commands: CommandRange[] = [];
  const comments: Span[] = [];
  const problems: LayoutProblem[] = [];
  let endsAt: Span | undefined;
  let leading: Span[] = [];
  let open: OpenCommand | undefined;
  let commentsClose = true;
  let semicolon = text.indexOf(';', from);
  // The pieces of the open command; one list for all commands need not grow again for each.
  const scratch: number[] = [];
  const addPiece = (command: OpenCommand, start: number, end: number): void => {
    scratch[command.pieceCount] = start;
    scratch[command.pieceCount + 1] = end;
    command.pieceCount += 2;
  };

  const finish = (command: OpenCommand, end: number): void => {
    const { start, pieceCount, leadingComments } = command;
    const [from, to] = scratch;
    const unbroken = pieceCount === 2 && from === start && to === end;
    const isLoneSemicolon = pieceCount === 2 && from === to && text.charCodeAt(start) === SEMICOLON;
    const pieces = unbroken ? undefined : scratch.slice(0, pieceCount);
    if (!isLoneSemicolon) commands.push({ start, end, pieces, leadingComments });
    open = undefined;
  };

  // A byte order mark is no blank before the first column.
  let lineStart = from === 0 && text.charCodeAt(0) === BOM ? 1 : from;
  while (lineStart < to) {
    if (open === undefined && leading.length === 0 && stopAt(lineStart)) break;
    if (open === undefined && commands.length >= mostCommands) {
      problems.push(tooManyCommands(lineStart, to));
      lineStart = to;
      break;
    }
    let lineBreak = text.indexOf('\n', lineStart);
    if (lineBreak < 0 || lineBreak > to) lineBreak = to;
    const nextLine = Math.min(lineBreak + 1, to);
    const number = sequenceNumber(
      text,
      lineStart,
      lineBreak > lineStart && text.charCodeAt(lineBreak - 1) === 13 ? lineBreak - 1 : lineBreak,
    );
    let end = number && (number.place === 'columns' || text.charCodeAt(lineStart) !== STAR) ? number.start : lineBreak;
    while (end > lineStart && isBlank(text.charCodeAt(end - 1))) end--;
    let first = lineStart;
    while (first < end && isBlank(text.charCodeAt(first))) first++;
    const thisLine = lineStart;
    lineStart = nextLine;

    if (first === end) {
      if (open === undefined) leading = [];
      continue;
    }
    if (
      lineBreak - thisLine > longestLine &&
      !(lineBreak - thisLine === longestLine + 1 && text.charCodeAt(lineBreak - 1) === 13)
    )
      problems.push(lineTooLong(thisLine, end));
    if (number?.place === 'moved' && end < number.start) problems.push(numberMoved(thisLine, end, number.start));
    const code = text.charCodeAt(first);
    if (code === STAR && (first === thisLine || open === undefined || !closesValue(text.charCodeAt(first + 1)))) {
      const comment = { start: first, end };
      comments.push(comment);
      if (open === undefined) leading.push(comment);
      if (first !== thisLine) problems.push(indentedComment(thisLine, first, end));
      continue;
    }
    if (code === BRACE) {
      const commentEnd = commentsClose ? templateCommentEnd(text, first, to) : undefined;
      // Looking once more to the end of a large text for each line would take for ever.
      if (commentEnd === -1) commentsClose = false;
      if (commentEnd !== undefined && commentEnd > end) {
        const lineEnd = text.indexOf('\n', commentEnd);
        lineStart = lineEnd < 0 ? to : Math.min(lineEnd + 1, to);
        continue;
      }
      if (isTemplateLine(text, first, end)) continue;
    }

    if (open !== undefined && beginsCommand(text, first, end) && !insideQuotes(text, scratch, open.pieceCount)) {
      problems.push(continuedIntoCommand(open.continuedAt));
      finish(open, open.continuedAt + 1);
    }
    // Several commands stand on one line only where `;` ends one of them.
    for (let at = first; at < end; ) {
      if (open === undefined) {
        const foreign = foreignMark(text, at);
        if (foreign > 0) {
          problems.push(at === first ? foreignComment(thisLine, at, foreign, end) : trailingComment(at, end));
          break;
        }
        const endWord = endCommandLength(text, at, end);
        if (endWord > 0) {
          endsAt = { start: at, end: at + endWord };
          commands.push({ ...endsAt, pieces: undefined, leadingComments: leading });
          break;
        }
        open = { start: at, pieceCount: 0, leadingComments: leading, continuedBy: 0, continuedAt: 0 };
        leading = [];
      }
      const command: OpenCommand = open;
      const pieceStart = command.continuedBy === DASH ? thisLine : at;
      if (semicolon >= 0 && semicolon < pieceStart) semicolon = text.indexOf(';', pieceStart);
      const terminator =
        semicolon >= 0 && semicolon < end
          ? terminatorIn(text, pieceStart, end, insideQuotes(text, scratch, command.pieceCount))
          : -1;
      if (terminator >= 0) {
        addPiece(command, pieceStart, terminator);
        finish(command, terminator + 1);
        at = terminator + 1;
        while (at < end && isBlank(text.charCodeAt(at))) at++;
        if (at < end && text.charCodeAt(at) === STAR) {
          problems.push(trailingComment(at, end));
          break;
        }
        continue;
      }
      const last = text.charCodeAt(end - 1);
      if (last === PLUS || last === DASH) {
        addPiece(command, pieceStart, end - 1);
        command.continuedBy = last;
        command.continuedAt = end - 1;
      } else {
        addPiece(command, pieceStart, end);
        finish(command, end);
      }
      break;
    }
    if (endsAt !== undefined) {
      const rest = textAfterEnd(text, lineStart, to);
      if (rest !== undefined) problems.push(commandAfterEnd(rest));
      lineStart = to;
    }
  }
  if (open !== undefined) {
    problems.push(continuedIntoNothing(open.continuedAt));
    // Blank lines below belong to it: that is where the next parameter is about to be typed.
    finish(open, to);
  }
  return { commands, comments, problems, endsAt, stoppedAt: lineStart };
}

/**
 * The most commands that are read of one text, more than the largest queue managers have objects: memory is not without end.
 * What stands behind them is told once.
 */
export const mostCommands = 250_000;

interface OpenCommand {
  readonly start: number;
  readonly leadingComments: readonly Span[];
  /** How many offsets of its pieces there are so far. */
  pieceCount: number;
  /** Code of the continuation character, 0 in the command's first line. */
  continuedBy: number;
  continuedAt: number;
}

const BOM = 0xfeff;
const STAR = 42;
const PLUS = 43;
const DASH = 45;
const BRACE = 123;
const QUOTE = 39;
const SEMICOLON = 59;
const SLASH = 47;
const HASH = 35;

const isBlank = (code: number): boolean => code === 32 || (code >= 9 && code <= 13 && code !== 10);

/** Whether a `*` before this character ends a list or value in a continuation line rather than beginning a comment. */
const closesValue = (code: number): boolean => code === 41 || code === QUOTE || code === 44;

/** The length of a comment mark of other languages at this place, or 0: `#`, `--`, `//`, and C's block comment. */
function foreignMark(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === HASH) return 1;
  const next = text.charCodeAt(at + 1);
  return (code === DASH && next === DASH) || (code === SLASH && (next === SLASH || next === STAR)) ? 2 : 0;
}

/** A line of nothing but template directives: `{{- if .X }}`, `{% for q in queues %}`, `{# … #}`. */
function isTemplateLine(text: string, first: number, end: number): boolean {
  const next = text.charCodeAt(first + 1);
  if (next !== BRACE && next !== 37 && next !== HASH) return false;
  return /^(?:\s|\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\})+$/.test(text.slice(first, end));
}

/** Length of END, EXIT or QUIT when the line says nothing else, or 0. */
function endCommandLength(text: string, at: number, end: number): number {
  if (end - at > 12) return 0;
  return /^(END|EXIT|QUIT)\s*;?$/i.exec(text.slice(at, end))?.[1]?.length ?? 0;
}

/** Whether the first `count` offsets of pieces end inside a string. */
function insideQuotes(text: string, pieces: readonly number[], count: number): boolean {
  let inside = false;
  for (let i = 0; i + 1 < count; i += 2) {
    const end = pieces[i + 1] ?? 0;
    for (let at = text.indexOf("'", pieces[i]); at >= 0 && at < end; at = text.indexOf("'", at + 1)) inside = !inside;
  }
  return inside;
}

/** The first `;` between the two places that stands outside quotes, or -1; `isQuoted` tells whether a string is open at `from`. */
function terminatorIn(text: string, from: number, to: number, isQuoted: boolean): number {
  let inside = isQuoted;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) inside = !inside;
    else if (code === SEMICOLON && !inside) return at;
  }
  return -1;
}

/** From the first to the last line after END that is neither blank nor comment. */
function textAfterEnd(text: string, from: number, to: number): Span | undefined {
  let span: Span | undefined;
  for (const line of text.slice(from, to).matchAll(/^[ \t]*([^\s*].*?)[ \t\r]*$/gm)) {
    const start = from + line.index + line[0].indexOf(line[1] ?? '');
    span = { start: span?.start ?? start, end: start + (line[1]?.length ?? 0) };
  }
  return span;
}
