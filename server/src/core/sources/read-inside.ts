import { type JoinedText, rawPieces, rawSpan } from '#core/syntax/join-pieces.ts';
import { type CommandRange, splitCommands } from '#core/syntax/split-commands.ts';
import { type Command, type Document, isQuoted, type LayoutProblem } from '#core/syntax/tree.ts';
import type { Span } from '#core/text/span.ts';
import { readCommands } from './read-commands.ts';

/** What a text of another language holds of MQSC. */
export type Inside = Pick<Document, 'slices' | 'layoutProblems'>;

export interface ReadInside {
  readonly commands: readonly Command[];
  readonly comments: readonly Span[];
  readonly problems: readonly LayoutProblem[];
}

/** Reads a script that stands in a text of another language, with the places of that text. `known` are commands that keep their bodies. */
export function readInside(text: string, script: JoinedText, known: readonly Command[]): ReadInside {
  const split = splitCommands(script.text);
  return {
    commands: readCommands(
      text,
      split.commands.map((range) => rangeInSource(script, range)),
      known,
    ),
    comments: split.comments.map(({ start, end }) => rawSpan(script, start, end)),
    problems: split.problems.map((problem) => problemInSource(script, problem)),
  };
}

/** Commands of an earlier reading whose bodies say the same wherever their characters stand: escapes and joined lines depend on what is around. */
export const knownCommands = (before: Document | undefined): readonly Command[] =>
  (before?.slices ?? [])
    .filter((slice) => !isQuoted(slice))
    .flatMap(({ commands }) => commands.filter(({ body }) => !body.raw.includes('\n')));

function rangeInSource(script: JoinedText, range: CommandRange): CommandRange {
  const { start, end } = rawSpan(script, range.start, range.end);
  const { pieces, leadingComments } = range;
  const unbroken = pieces === undefined && end - start === range.end - range.start && !script.isDecoded(range.start);
  const sourcePieces: number[] = [];
  const decoded = pieces ?? [range.start, range.end];
  for (let i = 0; i + 1 < decoded.length; i += 2)
    sourcePieces.push(...rawPieces(script, decoded[i] ?? 0, decoded[i + 1] ?? 0));
  return {
    start,
    end,
    pieces: unbroken ? undefined : sourcePieces,
    leadingComments: leadingComments.map((comment) => rawSpan(script, comment.start, comment.end)),
  };
}

function problemInSource(script: JoinedText, problem: LayoutProblem): LayoutProblem {
  const { span, repair } = problem;
  const moved = { ...problem, span: rawSpan(script, span.start, span.end) };
  return repair
    ? { ...moved, repair: { ...repair, span: rawSpan(script, repair.span.start, repair.span.end) } }
    : moved;
}
