import { beginsCommand } from '#core/syntax/begins-command.ts';
import { type JoinedText, joinPieces, rawPieces, rawSpan } from '#core/syntax/join-pieces.ts';
import { type CommandRange, splitCommands } from '#core/syntax/split-commands.ts';
import type { Command, LayoutProblem, Slice } from '#core/syntax/tree.ts';
import { type BlockScalar, blockScalars } from './block-scalars.ts';
import { dumpHeader } from './dump-header.ts';
import { readCommands } from './read-commands.ts';

/** The MQSC in the block scalars of a YAML text: those under a key that says so, and those that begin with a command of MQ's. */
export function readYaml(
  text: string,
  before: readonly Command[],
): {
  readonly slices: readonly Slice[];
  readonly layoutProblems: readonly LayoutProblem[];
} {
  const slices: Slice[] = [];
  const layoutProblems: LayoutProblem[] = [];
  // How several lines are joined depends on the scalar around them, not on their characters alone.
  const known = before.filter(({ body }) => !body.raw.includes('\n'));
  for (const scalar of blockScalars(text)) {
    const script = scriptOf(text, scalar);
    if (!isNamedMqsc(scalar.path) && !looksLikeMqsc(script.text)) continue;
    const split = splitCommands(script.text);
    const commands = readCommands(
      text,
      split.commands.map((range) => rangeInSource(script, range)),
      known,
    );
    const comments = split.comments.map(({ start, end }) => rawSpan(script, start, end));
    slices.push({
      span: scalar.span,
      commands,
      comments,
      label: scalar.path.length > 0 ? scalar.path.join(' › ') : undefined,
      ownerHint: scalar.owner,
      dump: dumpHeader(text, comments, commands),
    });
    for (const problem of split.problems) layoutProblems.push(problemInSource(script, problem));
  }
  return { slices, layoutProblems };
}

const isNamedMqsc = (path: readonly string[]): boolean => /(?:^|[._-])mqsc$/i.test(path.at(-1) ?? '');

/** The first line that is neither blank, comment nor template begins with a verb and an object type. */
function looksLikeMqsc(script: string): boolean {
  for (const line of script.split('\n')) {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('*') || trimmed.startsWith('{')) continue;
    return beginsCommand(trimmed, 0, trimmed.length) || /^ALTER\s+QMGR\s|^SET\s+(?:CHLAUTH|AUTHREC)\s/i.test(trimmed);
  }
  return false;
}

/**
 * The script that YAML hands on: without indentation, and in a folded scalar with lines of the same column joined by a blank
 * (YAML 1.2, block folding). A final line break makes no difference to MQSC, so chomping is ignored.
 */
function scriptOf(text: string, { span, indent, style }: BlockScalar): JoinedText {
  const pieces: number[] = [];
  let at = span.start;
  while (at < span.end) {
    const lineBreak = text.indexOf('\n', at);
    const stop = lineBreak < 0 || lineBreak >= span.end ? span.end : lineBreak;
    const start = afterIndent(text, at, indent);
    const next = stop + 1;
    if (start === stop || text.charCodeAt(start) === 13) {
      // A line break of its own would join as a blank; with the line before it stays a break.
      if (pieces.length > 0) pieces[pieces.length - 1] = Math.min(next, span.end);
    } else if (
      style === 'folded' &&
      stop < span.end &&
      folds(text, start) &&
      folds(text, afterIndent(text, next, indent))
    ) {
      const end = text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop;
      pieces.push(start, end, stop, stop + 1);
    } else {
      pieces.push(start, Math.min(next, span.end));
    }
    at = next;
  }
  return joinPieces(text, pieces);
}

function afterIndent(text: string, lineStart: number, indent: number): number {
  let at = lineStart;
  while (at < lineStart + indent && text.charCodeAt(at) === 32) at++;
  return at;
}

/** Whether a line whose text begins here gives up its break: not one that is blank or indented deeper than the scalar. */
const folds = (text: string, start: number): boolean => text.charCodeAt(start) > 32;

function rangeInSource(script: JoinedText, range: CommandRange): CommandRange {
  const { start, end } = rawSpan(script, range.start, range.end);
  const { pieces, leadingComments } = range;
  const unbroken = pieces === undefined && end - start === range.end - range.start;
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
