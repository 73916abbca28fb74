import type { CommandRef } from '#core/model/model.ts';
import { readCommand } from '#core/model/read-command.ts';
import { type Command, type Document, type Slice, sliceAt } from '#core/syntax/tree.ts';
import type { Span, TextEdit } from '#core/text/span.ts';

export interface Move {
  readonly edits: readonly TextEdit[];
  /** Comments that may head more than the command go with it: a person should look. */
  readonly takesComments: boolean;
}

/**
 * Moves a command, with the comment lines directly above it, to the lines behind a later command of the same script. Undefined where either
 * shares a line with something else, where anything but commands, comments and blank lines stands between them, or where a command between
 * them works on an object of this name, which must be as it was left.
 */
export function moveBelow(early: CommandRef, later: CommandRef, name: string, document: Document): Move | undefined {
  const slice = sliceAt(document, early.command.start);
  if (early.source !== later.source || slice?.form !== 'lines' || slice.dump) return undefined;
  const from = slice.commands.findIndex(({ start }) => start === early.command.start);
  const to = slice.commands.findIndex(({ start }) => start === later.command.start);
  if (from < 0 || to <= from) return undefined;
  const between = slice.commands.slice(from + 1, to);
  const moved = linesOf(early.command, document);
  const anchor = linesOf(later.command, document);
  if (!moved || !anchor || between.some((command) => dependsOn(command, name))) return undefined;
  const comments = attached(early.command, document);
  const start = lineAround(document, comments[0]?.start ?? moved.start).start;
  if (!isPlain(slice, { start, end: anchor.end }, document)) return undefined;
  return { edits: edits(document, { start, end: moved.end }, anchor.end), takesComments: comments.length > 0 };
}

function edits({ text, source }: Document, lines: Span, at: number): readonly TextEdit[] {
  const moved = text.slice(lines.start, lines.end);
  const endsInBreak = text.slice(at - 1, at) === '\n';
  const lineBreak = moved.endsWith('\r\n') ? '\r\n' : '\n';
  const newText = endsInBreak ? moved : lineBreak + moved.replace(/\r?\n$/, '');
  return [
    { source, span: lines, newText: '' },
    { source, span: { start: at, end: at }, newText },
  ];
}

/** The lines of a command that has them for itself, breaks included. */
function linesOf({ start, end, body }: Command, document: Document): Span | undefined {
  const { text } = document;
  if (body.problems.length > 0) return undefined;
  const written = start + body.raw.trimEnd().length;
  const lines = { start: lineAround(document, start).start, end: lineAround(document, written).end };
  const around = text.slice(lines.start, start) + text.slice(Math.max(written, Math.min(end, lines.end)), lines.end);
  return around.trim() === '' && !/[+-]$/.test(body.raw.trimEnd()) ? lines : undefined;
}

const lineAround = ({ text }: Document, offset: number): Span => {
  const lineBreak = text.indexOf('\n', offset);
  return { start: text.lastIndexOf('\n', offset - 1) + 1, end: lineBreak < 0 ? text.length : lineBreak + 1 };
};

/** The comments directly above, without a line that rules them off from what is above. */
const attached = ({ leadingComments }: Command, { text }: Document): readonly Span[] => {
  const rule = leadingComments.findLastIndex(({ start, end }) => !/\w/.test(text.slice(start, end)));
  return rule < 0 ? leadingComments : leadingComments.slice(rule + 1);
};

/** Whether a command would find something else when the other one has not run yet. */
const dependsOn = ({ body }: Command, name: string): boolean => {
  const reading = readCommand(body);
  if (!reading) return body.raw.toUpperCase().includes(name.toUpperCase());
  return [reading.name, reading.like].some((one) => one && (one.text.trimEnd() === name || one.holes.length > 0));
};

/** Nothing there but commands, blank lines, and comments that say nothing to the tool about a file or a queue manager. */
function isPlain({ commands, comments }: Slice, span: Span, { text }: Document): boolean {
  const isInside = ({ start }: Span): boolean => span.start <= start && start < span.end;
  const inside = comments.filter(isInside);
  if (inside.some(({ start, end }) => /^\s*\*+\s*@(qmgr|ignore-file)/i.test(text.slice(start, end)))) return false;
  let at = span.start;
  for (const { start, end } of [...commands.filter(isInside), ...inside].toSorted((a, b) => a.start - b.start)) {
    if (start > at && text.slice(at, start).trim() !== '') return false;
    at = Math.max(at, end);
  }
  return text.slice(at, Math.max(at, span.end)).trim() === '';
}
