import type { Command, Document, LayoutProblem } from '#core/syntax/tree.ts';
import type { Replacement } from '#core/text/apply-edits.ts';
import { type Change, changeOf, growth } from '#core/text/change.ts';
import type { SourceText } from '#core/text/source-text.ts';
import { type Span, shift } from '#core/text/span.ts';
import { dumpHeader } from './dump-header.ts';
import { hasNoFarComment } from './far-comment.ts';
import { readDocument } from './read-document.ts';
import { firstFrom, rereadPart } from './reread-part.ts';
import { isMixed } from './without-foreign-text.ts';

/** The document after edits, each measured in the text that the one before left; equal to reading the new text anew. */
export const changeDocument = (document: Document, edits: readonly Replacement[]): Document =>
  edits.reduce((before, edit) => rereadDocument(before, changeOf(edit), before.text.edited(edit)), document);

/**
 * The document that `text` gives after a change; equal to reading it anew. In a script only the commands that the change can have touched
 * are read again.
 */
export function rereadDocument(document: Document, change: Change, text: SourceText): Document {
  const [slice] = document.slices;
  const part = rereadPart(document, change, text);
  if (!slice || !part) return readAnew(document, text);

  const { start, oldEnd } = part.change;
  const by = growth(part.change);
  const read = part.document.slices[0] ?? slice;
  const commands = [
    ...slice.commands.slice(0, firstFrom(slice.commands, start)),
    ...read.commands.map((command) => moveCommand(command, part.from)),
    ...slice.commands.slice(firstFrom(slice.commands, oldEnd)).map((command) => moveCommand(command, by)),
  ];
  const comments = [
    ...slice.comments.slice(0, firstFrom(slice.comments, start)),
    ...read.comments.map((comment) => moveSpan(comment, part.from)),
    ...slice.comments.slice(firstFrom(slice.comments, oldEnd)).map((comment) => moveSpan(comment, by)),
  ];
  const layoutProblems = [
    ...document.layoutProblems.filter(({ span }) => span.start < start),
    ...part.document.layoutProblems.map((problem) => moveProblem(problem, part.from)),
    ...document.layoutProblems.filter(({ span }) => span.start >= oldEnd).map((problem) => moveProblem(problem, by)),
  ];
  const dump = dumpHeader(text, comments, commands);
  const changed = { ...slice, span: { start: 0, end: text.length }, commands, comments, dump };
  if (isMixed(dump)) return readAnew(document, text);
  const after: Document = { ...document, text, slices: [changed], layoutProblems };
  hasNoFarComment(after);
  return after;
}

/** The text has its lines counted already. */
const readAnew = (document: Document, text: SourceText): Document => ({
  ...readDocument(document.source, text.whole(), document),
  text,
});

const moveSpan = (span: Span, by: number): Span => (by === 0 ? span : shift(span, by));

/** Most commands have no comments: a large file would get as many empty lists. */
const none: Command['leadingComments'] = [];

const moveCommand = (command: Command, by: number): Command =>
  by === 0
    ? command
    : {
        start: command.start + by,
        end: command.end + by,
        body: command.body,
        leadingComments:
          command.leadingComments.length === 0 ? none : command.leadingComments.map((comment) => shift(comment, by)),
      };

function moveProblem(problem: LayoutProblem, by: number): LayoutProblem {
  const { repair } = problem;
  const moved = { ...problem, span: moveSpan(problem.span, by) };
  return repair ? { ...moved, repair: { ...repair, span: moveSpan(repair.span, by) } } : moved;
}
