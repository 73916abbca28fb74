import { mostCommands, splitCommands } from '#core/syntax/split-commands.ts';
import type { Command, Document, Part, Slice } from '#core/syntax/tree.ts';
import { type Change, growth } from '#core/text/change.ts';
import { type SourceText, sourceText } from '#core/text/source-text.ts';
import { isMakedef } from './dump-header.ts';
import { mayHoldFarComment } from './far-comment.ts';
import { readCommands } from './read-commands.ts';
import { isMixed, isUtilityMessage } from './without-foreign-text.ts';

/**
 * Reads again what an edit of a script can have touched, in time that depends on the edit and not on the script; `text` is the one
 * after it. Undefined when the edit can reach farther, and all of it must be read.
 */
export function rereadPart(document: Document, change: Change, text: SourceText): Part | undefined {
  const [slice] = document.slices;
  if (
    document.kind !== 'mqsc' ||
    slice === undefined ||
    isMixed(slice.dump) ||
    mayBeOther(text) ||
    reachesEnd(slice, change) ||
    isCut(slice, change) ||
    mayHoldFarComment(document, change, text)
  )
    return undefined;

  const start = restartBefore(document.text, slice.commands, change.start);
  const moved = growth(change);
  // With the line break before it, so that nobody takes it for the text's beginning.
  const from = Math.max(0, start - 1);
  for (let ahead = firstLookAhead; ; ahead *= 4) {
    const end = Math.min(text.length, change.newEnd + ahead);
    const window = text.slice(from, end);
    const isStop = (at: number) => at >= change.newEnd && isBoundary(document.text, slice, at - moved);
    const split = splitCommands(window, start - from, window.length, (at) => isStop(from + at));
    const newEnd = from + split.stoppedAt;
    if (newEnd === end && end < text.length) continue;

    const oldEnd = newEnd - moved;
    const before = slice.commands.slice(firstFrom(slice.commands, start), firstFrom(slice.commands, oldEnd));
    const commands = readCommands(window, split.commands, before);
    if (commands.some(isMakedef) || commands.some(isUtilityMessage)) return undefined;
    const { comments, problems } = split;
    const part = { ...slice, span: { start: start - from, end: split.stoppedAt }, commands, comments };
    return {
      change: { start, oldEnd, newEnd },
      document: {
        ...document,
        text: sourceText(window.slice(0, split.stoppedAt)),
        slices: [part],
        layoutProblems: problems,
      },
      from,
    };
  }
}

/** How many characters behind the edit are read at first; nearly always the next command ends there. */
const firstLookAhead = 2000;

/** A shell script or a job may begin there. */
const mayBeOther = (text: SourceText): boolean => /^(?:#!|\/\/)/.test(text.slice(0, 2));

/** Whether the edit touches END or what stands behind it: then all that was not read may have to be. */
function reachesEnd({ commands }: Slice, { oldEnd }: Change): boolean {
  const last = commands.at(-1);
  return last !== undefined && endsScript(last) && oldEnd >= last.start;
}

/** Whether not all of the text is read, or may not be after the edit, because it has too many commands. */
const isCut = ({ commands }: Slice, { start, newEnd }: Change): boolean =>
  commands.length + newEnd - start >= mostCommands;

const endsScript = ({ body }: Command): boolean => /^(?:END|EXIT|QUIT)$/.test(body.verbName ?? '');

/** A line start before the edit where nothing is open, whatever follows: behind a command that ends by itself. */
function restartBefore(text: SourceText, commands: readonly Command[], editStart: number): number {
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
function isBoundary(text: SourceText, { commands }: Slice, at: number): boolean {
  if (at < 1 || text.charCodeAt(at - 1) !== 10) return false;
  const index = firstFrom(commands, at);
  const before = commands[index - 1];
  if (before !== undefined && (before.end >= at || endsOpen(before) || endsScript(before))) return false;
  const comment = commands[index]?.leadingComments[0];
  return comment === undefined || comment.start >= at;
}

/** Index of the first that starts at `offset` or behind it. */
export function firstFrom(sorted: readonly { readonly start: number }[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
