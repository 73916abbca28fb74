import { verbName } from '#core/facts/lookup.ts';
import { beginsCommand } from '#core/syntax/begins-command.ts';
import { type JoinedText, joinPieces, rawPieces, rawSpan } from '#core/syntax/join-pieces.ts';
import { type CommandRange, splitCommands } from '#core/syntax/split-commands.ts';
import { type Document, isQuoted, type LayoutProblem, type Slice } from '#core/syntax/tree.ts';
import { decodedPieces } from './decoded-pieces.ts';
import { dumpHeader } from './dump-header.ts';
import { readCommands } from './read-commands.ts';
import { type YamlScalar, yamlScalars } from './yaml-scalars.ts';

/**
 * The MQSC in the scalars of a YAML text: block scalars under a key that says so, and all that begin with a command of MQ's. What a key
 * that says so has in quotes can be the name of a file.
 */
export function readYaml(
  text: string,
  before: Document | undefined,
): {
  readonly slices: readonly Slice[];
  readonly layoutProblems: readonly LayoutProblem[];
} {
  const slices: Slice[] = [];
  const layoutProblems: LayoutProblem[] = [];
  // How escapes are read, and how several lines are joined, depends on the scalar around them, not on their characters alone.
  const known = (before?.slices ?? [])
    .filter((slice) => !isQuoted(slice))
    .flatMap(({ commands }) => commands.filter(({ body }) => !body.raw.includes('\n')));
  for (const scalar of yamlScalars(text)) {
    const form: Slice['form'] = scalar.style === 'literal' ? 'lines' : scalar.style;
    const script = scriptOf(text, scalar);
    const isMqsc = isNamedMqsc(scalar.path) && (!isQuoted({ form }) || beginsWithVerb(script.text));
    if (!isMqsc && !looksLikeMqsc(script.text)) continue;
    const split = splitCommands(script.text);
    const commands = readCommands(
      text,
      split.commands.map((range) => rangeInSource(script, range)),
      isQuoted({ form }) ? [] : known,
    );
    const comments = split.comments.map(({ start, end }) => rawSpan(script, start, end));
    slices.push({
      span: scalar.span,
      form,
      margin: scalar.indent,
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

const beginsWithVerb = (script: string): boolean => verbName(/^\s*([A-Za-z]+)/.exec(script)?.[1] ?? '') !== undefined;

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
 * The script that YAML hands on: a quoted scalar decoded, a block scalar without indentation, and in a folded scalar with lines of the same column joined by a blank
 * (YAML 1.2, block folding). A final line break makes no difference to MQSC, so chomping is ignored.
 */
function scriptOf(text: string, { span, indent, style }: YamlScalar): JoinedText {
  if (style === 'single-quoted' || style === 'double-quoted') return joinPieces(text, decodedPieces(text, span, style));
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
