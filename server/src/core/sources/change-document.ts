import { mostCommands, splitCommands } from '#core/syntax/split-commands.ts';
import { mayHoldTemplateComment } from '#core/syntax/template-comment.ts';
import type { Command, Document, LayoutProblem, Slice } from '#core/syntax/tree.ts';
import { applyEdits, type Replacement } from '#core/text/apply-edits.ts';
import { type Span, shift } from '#core/text/span.ts';
import { dumpHeader } from './dump-header.ts';
import { readCommands } from './read-commands.ts';
import { readDocument } from './read-document.ts';

/**
 * The document after edits, each measured in the text that the one before left; equal to reading the new text anew. In a script
 * only the commands that an edit can have touched are read again. A caller that has the text after the last edit hands it over, so
 * that a large one is not put together and held twice.
 */
export function changeDocument(document: Document, edits: readonly Replacement[], newText?: string): Document {
  const last = edits.length - 1;
  return edits.reduce(
    (before, edit, i) => changeOnce(before, edit, i === last && newText ? newText : applyEdits(before.text, [edit])),
    document,
  );
}

function changeOnce(document: Document, edit: Replacement, text: string): Document {
  const slice = document.slices[0];
  const reachesFar = mayHoldFarComment(document, text, edit);
  if (
    document.kind !== 'mqsc' ||
    slice === undefined ||
    reachesFar ||
    isMixed(slice) ||
    reachesEnd(slice, edit.span) ||
    isCut(slice, edit)
  )
    return readDocument(document.source, text, document);

  const delta = text.length - document.text.length;
  const from = restartBefore(document.text, slice.commands, edit.span.start);
  const editEnd = edit.span.start + edit.newText.length;
  const split = splitCommands(
    text,
    from,
    text.length,
    (at) => at >= editEnd && isBoundary(document.text, slice, at - delta),
  );
  const oldStop = split.stoppedAt - delta;

  const firstChanged = firstFrom(slice.commands, from);
  const firstMoved = firstFrom(slice.commands, oldStop);
  const commands = [
    ...slice.commands.slice(0, firstChanged),
    ...readCommands(text, split.commands, slice.commands.slice(firstChanged, firstMoved)),
    ...slice.commands.slice(firstMoved).map((command) => moveCommand(command, delta)),
  ];
  const comments = [
    ...slice.comments.slice(0, firstFrom(slice.comments, from)),
    ...split.comments,
    ...slice.comments.slice(firstFrom(slice.comments, oldStop)).map((comment) => moveSpan(comment, delta)),
  ];
  const layoutProblems = [
    ...document.layoutProblems.filter(({ span }) => span.start < from),
    ...split.problems,
    ...document.layoutProblems
      .filter(({ span }) => span.start >= oldStop)
      .map((problem) => moveProblem(problem, delta)),
  ];
  const changed: Document = {
    ...document,
    text,
    slices: [
      {
        ...slice,
        span: { start: 0, end: text.length },
        commands,
        comments,
        dump: dumpHeader(text, comments, commands),
      },
    ],
    layoutProblems,
  };
  if (changed.slices.some(isMixed)) return readDocument(document.source, text, document);
  withoutFarComment.add(changed);
  return changed;
}

/** What is no command of MQ's is left out there, and not kept to be put together with an edit. */
const isMixed = ({ dump }: Slice): boolean => dump?.tool === 'makedef';

/** Whether the edit touches END or what stands behind it: then all that was not read may have to be. */
function reachesEnd({ commands }: Slice, edited: Span): boolean {
  const last = commands.at(-1);
  return last !== undefined && endsScript(last) && edited.end >= last.start;
}

/**
 * Whether a template's comment of many lines may stand in the text before or after the edit. A text that is known to have none is not
 * searched again, nor is the new text where the edited lines cannot begin one.
 */
function mayHoldFarComment(document: Document, text: string, { span, newText }: Replacement): boolean {
  if (!withoutFarComment.has(document) && mayHoldTemplateComment(document.text)) return true;
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const lineBreak = text.indexOf('\n', span.start + newText.length);
  const lines = text.slice(lineStart, lineBreak < 0 ? text.length : lineBreak);
  return /[{#/*]|^\s*$/.test(lines) && mayHoldTemplateComment(text);
}

const withoutFarComment = new WeakSet<Document>();

/** Whether not all of the text is read, or may not be after the edit, because it has too many commands. */
const isCut = ({ commands }: Slice, { newText }: Replacement): boolean =>
  commands.length + newText.length >= mostCommands;

const endsScript = ({ body }: Command): boolean => /^(?:END|EXIT|QUIT)$/.test(body.verbName ?? '');

/** A line start before the edit where nothing is open, whatever follows: behind a command that ends by itself. */
function restartBefore(text: string, commands: readonly Command[], editStart: number): number {
  for (let i = firstFrom(commands, editStart) - 1; i >= 0; i--) {
    const command = commands[i];
    if (command === undefined || endsOpen(command)) continue;
    const lineBreak = text.indexOf('\n', command.end);
    if (lineBreak < 0 || lineBreak >= editStart) continue;
    const next = commands[i + 1];
    if (next === undefined || next.start > lineBreak) return lineBreak + 1;
  }
  return 0;
}

/** Its last line is continued, so where it ends depends on the lines behind it. */
const endsOpen = ({ body }: Command): boolean => /[+-]\s*$/.test(body.raw);

/** Whether the splitter stood at this place of the old text with nothing open and no comment waiting for its command. */
function isBoundary(text: string, { commands }: Slice, at: number): boolean {
  if (at < 1 || text.charCodeAt(at - 1) !== 10) return false;
  const index = firstFrom(commands, at);
  const before = commands[index - 1];
  if (before !== undefined && (before.end >= at || endsOpen(before) || endsScript(before))) return false;
  const comment = commands[index]?.leadingComments[0];
  return comment === undefined || comment.start >= at;
}

/** Index of the first that starts at `offset` or behind it. */
function firstFrom(sorted: readonly { readonly start: number }[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const moveSpan = (span: Span, delta: number): Span => (delta === 0 ? span : shift(span, delta));

const moveCommand = (command: Command, delta: number): Command =>
  delta === 0
    ? command
    : {
        start: command.start + delta,
        end: command.end + delta,
        body: command.body,
        leadingComments: command.leadingComments.map((comment) => shift(comment, delta)),
      };

function moveProblem(problem: LayoutProblem, delta: number): LayoutProblem {
  const { repair } = problem;
  const moved = { ...problem, span: moveSpan(problem.span, delta) };
  return repair ? { ...moved, repair: { ...repair, span: moveSpan(repair.span, delta) } } : moved;
}
