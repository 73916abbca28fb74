import { parseCommand } from '#core/syntax/parse-command.ts';
import type { CommandRange } from '#core/syntax/split-commands.ts';
import type { Command, CommandBody } from '#core/syntax/tree.ts';

/**
 * Parses what the splitter found in `text`. A command whose text is the same as one of `before` keeps that one's body, so that
 * what others have worked out for it stays valid.
 */
export function readCommands(
  text: string,
  ranges: readonly CommandRange[],
  before: readonly Command[] = [],
): readonly Command[] {
  const known = new Map<string, CommandBody>();
  for (const { body } of before) known.set(body.raw, body);
  return ranges.map(({ start, end, pieces, leadingComments }) => {
    const raw = text.slice(start, end);
    const body =
      known.get(raw) ?? parseCommand(before.length > 0 ? detached(raw) : raw, pieces && relativeTo(start, pieces));
    return { start, end, body, leadingComments };
  });
}

const relativeTo = (start: number, pieces: readonly number[]): readonly number[] =>
  pieces.map((offset) => offset - start);

/** The same characters as a string of their own: a slice would keep the whole text of each edit alive. */
const detached = (slice: string): string => ` ${slice}`.slice(1);
