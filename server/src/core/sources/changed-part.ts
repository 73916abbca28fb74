import type { Command, Document, LayoutProblem, Part } from '#core/syntax/tree.ts';
import { type Change, growth } from '#core/text/change.ts';
import type { SourceText } from '#core/text/source-text.ts';
import { rereadPart } from './reread-part.ts';

/**
 * The part of a document that a change can have touched. Where a change can reach far, it is found by comparing the document with the one
 * `after` the change, which is asked for only then.
 */
export const changedPart = (before: Document, change: Change, text: SourceText, after: () => Document): Part =>
  rereadPart(before, change, text) ?? comparedPart(before, change, after());

/** Holds what was edited, and every command and problem of the layout that is another one since. */
function comparedPart(before: Document, change: Change, after: Document): Part {
  const by = growth(change);
  const [oldCommands, newCommands] = [allCommands(before), allCommands(after)];
  const unlike = [
    change,
    unlikePart(oldCommands, newCommands, before.text.length, by, isSameCommand),
    unlikePart(
      before.layoutProblems.map(placed),
      after.layoutProblems.map(placed),
      before.text.length,
      by,
      isSameProblem,
    ),
  ];
  const start = Math.min(...unlike.map((one) => one.start));
  const oldEnd = Math.max(...unlike.map((one) => one.oldEnd));
  const isInside = (at: number) => start <= at && at < oldEnd + by;
  const document: Document = {
    ...after,
    slices: after.slices.map((slice) => ({
      ...slice,
      commands: slice.commands.filter((command) => isInside(command.start)),
    })),
    layoutProblems: after.layoutProblems.filter(({ span }) => isInside(span.start)),
  };
  return { change: { start, oldEnd, newEnd: oldEnd + by }, document, from: 0 };
}

interface Placed {
  readonly start: number;
  readonly end: number;
}

/** From behind the last thing that stayed as it was before the change, to the first that did so behind it; empty where none is another one. */
function unlikePart<T extends Placed>(
  old: readonly T[],
  now: readonly T[],
  length: number,
  by: number,
  isSame: (old: T, now: T, by: number) => boolean,
): Pick<Change, 'start' | 'oldEnd'> {
  const areSame = (a: T | undefined, b: T | undefined, moved: number) =>
    a !== undefined && b !== undefined && isSame(a, b, moved);
  const shorter = Math.min(old.length, now.length);
  let ahead = 0;
  while (ahead < shorter && areSame(old[ahead], now[ahead], 0)) ahead++;
  let behind = 0;
  while (behind < shorter - ahead && areSame(old.at(-1 - behind), now.at(-1 - behind), by)) behind++;
  if (ahead + behind === old.length && old.length === now.length) return { start: length, oldEnd: 0 };
  return { start: old[ahead - 1]?.end ?? 0, oldEnd: behind > 0 ? (old.at(-behind)?.start ?? length) : length };
}

const allCommands = ({ slices }: Document): readonly Command[] => slices.flatMap(({ commands }) => commands);

const isSameCommand = (old: Command, now: Command, by: number): boolean =>
  old.body === now.body && old.start + by === now.start;

/** By where it begins: one may reach over others. */
const placed = (problem: LayoutProblem) => ({ start: problem.span.start, end: problem.span.start, problem });

const isSameProblem = ({ problem: old }: ProblemAt, { problem: now }: ProblemAt, by: number): boolean =>
  old.span.start + by === now.span.start &&
  old.span.end + by === now.span.end &&
  old.code === now.code &&
  old.message === now.message;

type ProblemAt = ReturnType<typeof placed>;
